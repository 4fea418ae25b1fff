/// Secrets: from the operating system's generator, shown once, kept as SHA-256 only. The operator token is
/// the one that a server makes for itself.
#pragma once

#include "base/sha256.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::api {

/// 32 random bytes as hex.
std::string random_hex();
/// 32 random bytes in base64url, 43 characters.
std::string random_secret();
/// The public name of a key: 10 characters of a to z and 0 to 9.
std::string random_prefix();
/// In constant time.
bool is_same(const Digest& a, const Digest& b);

/// A token as it is shown once, and what is kept of it.
struct OperatorToken {
    Digest hash;
    std::string made; ///< the token itself when it was made just now, else empty
};
/// Reads the hash from the file. Without the file a token is made, which counts at once but is kept only by
/// `keep_token`: a server that dies before somebody has seen the token makes another at its next start.
/// The sentence says what is wrong.
std::expected<OperatorToken, std::string> operator_token(const std::string& file);
/// Writes the hash (mode 0600), once the token was shown.
std::expected<void, std::string> keep_token(const std::string& file, const Digest& hash);

} // namespace truefill::api
