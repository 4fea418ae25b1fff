#include "api/access/id_token.h"

#include "base/json.h"
#include "connectors/web/base64.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace truefill::api {
namespace {

namespace web = connectors::web;

constexpr std::size_t token_most = 16'384, keys_most = 50, groups_most = 500, group_most = 256,
                      subject_most = 255;
constexpr std::size_t point_bytes = 32, rsa_least_bytes = 256, rsa_most_bytes = 1'024;
constexpr std::int64_t leeway = 60; ///< seconds between two clocks

template <auto Free> struct Freeing {
    template <class T> void operator()(T* pointer) const { Free(pointer); }
};
template <class T, auto Free> using Owned = std::unique_ptr<T, Freeing<Free>>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Number = Owned<BIGNUM, BN_free>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_from(std::string_view bytes) {
    return Number{BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr)};
}

Key key_from(const char* type, OSSL_PARAM_BLD* builder) {
    const Owned<OSSL_PARAM, OSSL_PARAM_free> parameters{OSSL_PARAM_BLD_to_param(builder)};
    const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context{EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr)};
    EVP_PKEY* made = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return Key{made};
}

Key openssl_key(const ProviderKey& key) {
    const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder{OSSL_PARAM_BLD_new()};
    if (!builder) return nullptr;
    if (key.elliptic) {
        const auto point = '\x04' + key.first + key.second;
        if (OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) !=
                1 ||
            OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                             point.size()) != 1)
            return nullptr;
        return key_from("EC", builder.get());
    }
    const auto modulus = number_from(key.first), exponent = number_from(key.second);
    if (!modulus || !exponent ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return nullptr;
    return key_from("RSA", builder.get());
}

/// R and S behind each other, as the DER that OpenSSL reads.
std::optional<std::string> der_of(std::string_view signature) {
    if (signature.size() != 2 * point_bytes) return std::nullopt;
    const Owned<ECDSA_SIG, ECDSA_SIG_free> pair{ECDSA_SIG_new()};
    auto r = number_from(signature.substr(0, point_bytes)), s = number_from(signature.substr(point_bytes));
    if (!pair || !r || !s || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return std::nullopt;
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    unsigned char* out = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &out);
    if (size <= 0) return std::nullopt;
    std::string der{reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
    OPENSSL_free(out);
    return der;
}

bool is_signed_by(const ProviderKey& key, std::string_view text, std::string signature) {
    if (key.elliptic) {
        auto der = der_of(signature);
        if (!der) return false;
        signature = std::move(*der);
    }
    const auto made = openssl_key(key);
    const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context{EVP_MD_CTX_new()};
    return made && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, made.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text),
                            text.size()) == 1;
}

std::string_view text_in(json::Value value, std::string_view name) {
    return value.find(name).as_string().value_or("");
}

std::optional<ProviderKey> read_key(json::Value value) {
    const auto use = text_in(value, "use"), algorithm = text_in(value, "alg"), type = text_in(value, "kty");
    ProviderKey key;
    key.id = text_in(value, "kid");
    key.elliptic = type == "EC";
    const auto wanted = key.elliptic ? "ES256" : "RS256";
    if ((!use.empty() && use != "sig") || (!algorithm.empty() && algorithm != wanted)) return std::nullopt;
    if (!key.elliptic && type != "RSA") return std::nullopt;
    if (key.elliptic && text_in(value, "crv") != "P-256") return std::nullopt;
    auto first = web::from_base64_url(text_in(value, key.elliptic ? "x" : "n"));
    auto second = web::from_base64_url(text_in(value, key.elliptic ? "y" : "e"));
    if (!first || !second || second->empty()) return std::nullopt;
    if (key.elliptic && (first->size() != point_bytes || second->size() != point_bytes)) return std::nullopt;
    if (!key.elliptic &&
        (first->size() < rsa_least_bytes || first->size() > rsa_most_bytes || second->size() > 8))
        return std::nullopt;
    key.first = std::move(*first);
    key.second = std::move(*second);
    return key;
}

std::unexpected<TokenFault> bad_token(std::string_view sentence, bool key_unknown = false) {
    return std::unexpected(TokenFault{key_unknown, std::string{sentence}});
}

bool is_audience(json::Value claims, std::string_view client_id) {
    const auto audience = claims.find("aud");
    if (audience.kind() == json::Kind::string) return audience.as_string() == client_id;
    bool found = false;
    for (const auto one : audience.elements()) found = found || one.as_string() == client_id;
    const auto party = claims.find("azp"); // for whom it was made, when it is for several
    return found && (audience.size() == 1 || party.as_string() == client_id);
}

/// Seconds; a provider may write a fraction.
std::optional<std::int64_t> seconds_in(json::Value claims, std::string_view name) {
    const auto value = claims.find(name);
    if (value.kind() != json::Kind::number) return std::nullopt;
    if (const auto whole = value.as_int()) return whole;
    std::int64_t number = 0;
    for (const char c : value.raw()) {
        if (c == '.') return number;
        if (c < '0' || c > '9' || number > INT64_MAX / 100) return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return std::nullopt;
}

} // namespace

std::expected<std::vector<ProviderKey>, std::string> provider_keys(std::string_view text) {
    json::Document document{std::size_t{256} << 10};
    const auto set = document.parse(text);
    if (!set || set->find("keys").kind() != json::Kind::array)
        return std::unexpected("the provider's keys are no set of keys");
    std::vector<ProviderKey> keys;
    for (const auto one : set->find("keys").elements())
        if (auto key = read_key(one); key && keys.size() < keys_most) keys.push_back(std::move(*key));
    if (keys.empty()) return std::unexpected("the provider has no key for RS256 or ES256");
    return keys;
}

std::expected<std::string, TokenFault> verified_claims(std::string_view token,
                                                       std::span<const ProviderKey> keys) {
    const auto first = token.find('.'), second = token.find('.', std::min(first, token.size() - 1) + 1);
    if (token.size() > token_most || first == std::string_view::npos || second == std::string_view::npos ||
        token.find('.', second + 1) != std::string_view::npos)
        return bad_token("it is no signed token");
    const auto head = web::from_base64_url(token.substr(0, first));
    auto claims = web::from_base64_url(token.substr(first + 1, second - first - 1));
    const auto signature = web::from_base64_url(token.substr(second + 1));
    if (!head || !claims || !signature) return bad_token("it is no signed token");
    json::Document document{token_most};
    const auto header = document.parse(*head);
    if (!header) return bad_token("its header is no JSON");
    const auto algorithm = text_in(*header, "alg");
    if (algorithm != "RS256" && algorithm != "ES256")
        return bad_token("it is not signed with RS256 or ES256");
    if (header->find("crit")) return bad_token("its header asks for what is not known here");
    const bool elliptic = algorithm == "ES256";
    const auto id = text_in(*header, "kid");
    bool found = false;
    for (const auto& key : keys) {
        if (key.elliptic != elliptic || (!id.empty() && key.id != id)) continue;
        found = true;
        if (is_signed_by(key, token.substr(0, second), *signature)) return std::move(*claims);
    }
    return found ? bad_token("its signature is wrong") : bad_token("its key is not known", true);
}

std::expected<LogInClaims, std::string> log_in_claims(std::string_view text, const ExpectedClaims& expected) {
    json::Document document{token_most};
    const auto claims = document.parse(text);
    if (!claims) return std::unexpected("its claims are no JSON");
    if (text_in(*claims, "iss") != expected.issuer) return std::unexpected("another provider made it");
    if (!is_audience(*claims, expected.client_id)) return std::unexpected("it was made for another program");
    const auto expires = seconds_in(*claims, "exp"), made = seconds_in(*claims, "iat");
    if (!expires || *expires + leeway <= expected.now) return std::unexpected("it has expired");
    if (!made || *made - leeway > expected.now) return std::unexpected("it is from the future");
    if (claims->find("nbf") && seconds_in(*claims, "nbf").value_or(INT64_MAX) - leeway > expected.now)
        return std::unexpected("it is from the future");
    if (expected.nonce.empty() || text_in(*claims, "nonce") != expected.nonce)
        return std::unexpected("it belongs to another log-in");
    LogInClaims found;
    found.subject = text_in(*claims, expected.subject_claim);
    if (found.subject.empty() || found.subject.size() > subject_most)
        return std::unexpected("it does not say who you are: the claim " +
                               std::string{expected.subject_claim} + " is missing");
    const auto groups = claims->find(expected.groups_claim);
    if (const auto one = groups.as_string()) found.groups.emplace_back(*one);
    for (const auto one : groups.elements())
        if (const auto group = one.as_string();
            group && group->size() <= group_most && found.groups.size() < groups_most)
            found.groups.emplace_back(*group);
    return found;
}

} // namespace truefill::api
