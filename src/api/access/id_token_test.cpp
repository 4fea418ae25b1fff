#include "api/access/id_token.h"

#include "connectors/web/base64.h"

#include <doctest/doctest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>
#include <string>

namespace truefill::api {
namespace {

using connectors::web::to_base64_url;

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;

std::string number_of(const Key& key, const char* name, int least) {
    BIGNUM* number = nullptr;
    REQUIRE(EVP_PKEY_get_bn_param(key.get(), name, &number) == 1);
    std::string bytes(static_cast<std::size_t>(std::max(BN_num_bytes(number), least)), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(number);
    return bytes;
}

std::string jwk_of(const Key& key, bool elliptic, const std::string& id) {
    const auto member = [&](const char* name, const char* parameter, int least) {
        return std::string{",\""} + name + "\":\"" + to_base64_url(number_of(key, parameter, least)) + '"';
    };
    const auto head = R"({"kid":")" + id + R"(","use":"sig","kty":")";
    if (elliptic)
        return head + R"(EC","crv":"P-256")" + member("x", OSSL_PKEY_PARAM_EC_PUB_X, 32) +
               member("y", OSSL_PKEY_PARAM_EC_PUB_Y, 32) + "}";
    return head + R"(RSA")" + member("n", OSSL_PKEY_PARAM_RSA_N, 0) + member("e", OSSL_PKEY_PARAM_RSA_E, 0) +
           "}";
}

std::string signature_of(const Key& key, bool elliptic, const std::string& text) {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    REQUIRE(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1);
    std::string out(600, '\0');
    std::size_t size = out.size();
    auto* bytes = reinterpret_cast<unsigned char*>(out.data());
    REQUIRE(EVP_DigestSign(context.get(), bytes, &size, reinterpret_cast<const unsigned char*>(text.data()),
                           text.size()) == 1);
    out.resize(size);
    if (!elliptic) return out;
    const auto* der = reinterpret_cast<const unsigned char*>(out.data());
    ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &der, static_cast<long>(out.size()));
    REQUIRE(pair != nullptr);
    std::string both(64, '\0');
    auto* into = reinterpret_cast<unsigned char*>(both.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), into, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), into + 32, 32);
    ECDSA_SIG_free(pair);
    return both;
}

struct Provider {
    bool elliptic;
    // tidy: allow names, because it is OpenSSL's
    Key key{elliptic ? EVP_EC_gen("P-256") : EVP_RSA_gen(2048)};
    std::string jwk{jwk_of(key, elliptic, "k1")};

    std::string token(const std::string& claims, std::string head = {}) const {
        if (head.empty()) head = elliptic ? R"({"alg":"ES256","kid":"k1"})" : R"({"alg":"RS256","kid":"k1"})";
        const auto text = to_base64_url(head) + '.' + to_base64_url(claims);
        return text + '.' + to_base64_url(signature_of(key, elliptic, text));
    }
    std::vector<ProviderKey> keys() const {
        auto keys = provider_keys(R"({"keys":[)" + jwk + "]}");
        REQUIRE(keys.has_value());
        return *keys;
    }
};

bool counts(const std::string& claims, std::int64_t now = 1000) {
    return log_in_claims(claims, {"https://login.example", "truefill", "n1", now, "name", "groups"})
        .has_value();
}

} // namespace

TEST_CASE("a token counts with the signature of the provider and no other") {
    for (const bool elliptic : {false, true}) {
        const Provider provider{elliptic}, other{elliptic};
        const auto token = provider.token(R"({"iss":"x"})");
        CHECK(verified_claims(token, provider.keys()) == R"({"iss":"x"})");
        CHECK(!verified_claims(token, other.keys()).has_value());
        const auto dot = token.find('.');
        const auto rest = token.substr(token.rfind('.'));
        const auto changed = token.substr(0, dot + 1) + to_base64_url(R"({"iss":"y"})") + rest;
        CHECK(verified_claims(changed, provider.keys()).error().sentence == "its signature is wrong");
        CHECK(!verified_claims(token.substr(0, token.rfind('.') + 1), provider.keys()).has_value());
        CHECK(!verified_claims(token.substr(0, token.rfind('.')), provider.keys()).has_value());
        CHECK(!verified_claims(token + ".x", provider.keys()).has_value());
        CHECK(!verified_claims("", provider.keys()).has_value());
        CHECK(!verified_claims("..", provider.keys()).has_value());
    }
}

TEST_CASE("only what the keys are for is believed") {
    const Provider rsa{false}, curve{true};
    const auto refused = [](const Provider& by, const std::string& head) {
        const auto done = verified_claims(by.token("{}", head), by.keys());
        return done ? std::string{} : done.error().sentence;
    };
    CHECK(refused(rsa, R"({"alg":"none"})") == "it is not signed with RS256 or ES256");
    CHECK(refused(rsa, R"({"alg":"HS256","kid":"k1"})") == "it is not signed with RS256 or ES256");
    CHECK(refused(rsa, R"({"alg":"RS512","kid":"k1"})") == "it is not signed with RS256 or ES256");
    CHECK(refused(rsa, R"({"alg":"ES256","kid":"k1"})") == "its key is not known");
    CHECK(refused(curve, R"({"alg":"RS256","kid":"k1"})") == "its key is not known");
    CHECK(refused(rsa, R"({"alg":"RS256","kid":"k1","crit":["b64"]})") != "");
    CHECK(refused(rsa, R"({"alg":"RS256"})") == "");
    CHECK(verified_claims(rsa.token("{}", R"({"alg":"RS256","kid":"k2"})"), rsa.keys()).error().key_unknown);
}

TEST_CASE("keys that are weak, for something else or not well formed are left out") {
    const Provider good{true};
    const auto taken = [&](const std::string& more) {
        return provider_keys(R"({"keys":[)" + good.jwk + "," + more + "]}")->size() == 2;
    };
    CHECK(taken(jwk_of(Key{EVP_RSA_gen(2048)}, false, "k2")));
    CHECK(!taken(jwk_of(Key{EVP_RSA_gen(1024)}, false, "k2")));
    CHECK(!taken(R"({"kty":"oct","k":"AAAA"})"));
    CHECK(!taken(R"({"kty":"EC","crv":"P-521","x":"AAAA","y":"AAAA"})"));
    CHECK(!taken(R"({"kty":"RSA","use":"enc","n":"AAAA","e":"AQAB"})"));
    CHECK(!taken(R"({"kty":"RSA","n":"not base64","e":"AQAB"})"));
    CHECK(!provider_keys("{}").has_value());
    CHECK(!provider_keys(R"({"keys":[]})").has_value());
    CHECK(!provider_keys("no").has_value());
    // A point that is not on the curve is found out when it is used.
    const std::string zeros(32, '\0');
    const std::vector<ProviderKey> off{{"k1", true, zeros, zeros}};
    CHECK(!verified_claims(good.token("{}"), off).has_value());
}

TEST_CASE("claims count for this log-in, this program and now") {
    const std::string head = R"({"iss":"https://login.example","aud":"truefill","exp":2000,"iat":900,)";
    CHECK(counts(head + R"("nonce":"n1","name":"dana"})"));
    CHECK(counts(head + R"("nonce":"n1","name":"dana"})", 2059));
    CHECK(!counts(head + R"("nonce":"n1","name":"dana"})", 2060));
    CHECK(!counts(head + R"("nonce":"n1","name":"dana"})", 800));
    CHECK(!counts(head + R"("nonce":"n2","name":"dana"})"));
    CHECK(!counts(head + R"("name":"dana"})"));
    CHECK(!counts(head + R"("nonce":"n1"})"));
    CHECK(!counts(head + R"("nonce":"n1","name":""})"));
    CHECK(!counts(head + R"("nonce":"n1","name":"dana","nbf":5000})"));
    const auto with = [](const std::string& issuer, const std::string& audience, const std::string& more) {
        return counts(R"({"iss":")" + issuer + R"(","aud":)" + audience +
                      R"(,"exp":2000.5,"iat":900,"nonce":"n1","name":"dana")" + more + "}");
    };
    CHECK(with("https://login.example", R"(["truefill"])", ""));
    CHECK(!with("https://login.example/", R"("truefill")", ""));
    CHECK(!with("https://other.example", R"("truefill")", ""));
    CHECK(!with("https://login.example", R"("other")", ""));
    CHECK(!with("https://login.example", R"(["truefill","other"])", ""));
    CHECK(with("https://login.example", R"(["truefill","other"])", R"(,"azp":"truefill")"));
    CHECK(!with("https://login.example", R"(["truefill","other"])", R"(,"azp":"other")"));
    CHECK(
        !counts(R"({"iss":"https://login.example","aud":"truefill","iat":900,"nonce":"n1","name":"dana"})"));
}

TEST_CASE("groups come as a list or as one") {
    const auto groups = [](const std::string& value) {
        const auto found = log_in_claims(
            R"({"iss":"i","aud":"c","exp":2000,"iat":900,"nonce":"n","sub":"dana","groups":)" + value + "}",
            {"i", "c", "n", 1000, "sub", "groups"});
        REQUIRE(found.has_value());
        CHECK(found->subject == "dana");
        return found->groups;
    };
    CHECK(groups(R"(["a","b"])") == std::vector<std::string>{"a", "b"});
    CHECK(groups(R"("a")") == std::vector<std::string>{"a"});
    CHECK(groups(R"([1,{},"a"])") == std::vector<std::string>{"a"});
    CHECK(groups("{}").empty());
}

} // namespace truefill::api
