/// Tokens of log-in providers: JSON Web Tokens (RFC 7519) that are signed with RS256 or ES256 by a key of the
/// provider's published set (RFC 7517). Everything else is refused: no signature at all, a secret that both
/// sides know, a key of another kind than the token says, keys that are too short, critical headers.
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct ProviderKey {
    std::string id;            ///< "kid"; may be empty
    bool elliptic{};           ///< P-256, for ES256; else RSA, for RS256
    std::string first, second; ///< bytes: modulus and exponent, or x and y
};

/// The keys of a set that can sign log-ins; others are left out. The sentence says why the set is none.
std::expected<std::vector<ProviderKey>, std::string> provider_keys(std::string_view json);

struct TokenFault {
    bool key_unknown{}; ///< the provider may have new keys by now
    std::string sentence;
};
/// The claims as JSON, when the signature is right.
std::expected<std::string, TokenFault> verified_claims(std::string_view token,
                                                       std::span<const ProviderKey> keys);

/// What has to be so in the claims.
struct ExpectedClaims {
    std::string_view issuer, client_id, nonce;
    std::int64_t now{}; ///< seconds since 1970
    std::string_view subject_claim, groups_claim;
};
struct LogInClaims {
    std::string subject; ///< who it is, for this provider
    std::vector<std::string> groups;
};
/// The sentence says what is wrong; it does not repeat a value.
std::expected<LogInClaims, std::string> log_in_claims(std::string_view claims,
                                                      const ExpectedClaims& expected);

} // namespace truefill::api
