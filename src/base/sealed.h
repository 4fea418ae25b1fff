/// A text that is sealed for a person: what stands in commands, events and documents where personal data
/// would stand. It is a token of printable characters,
///
///     ~p1.KEY.TEXT~
///
/// KEY names the person's key (base64url), TEXT is nonce and ciphertext (base64url). Whoever has no key sees
/// the token; who destroys the key erases what it says (personal/key_ring.h). To rungs 0 to 3 it is a text
/// like any other; only who bounds the length of such a member asks `clear_size`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace truefill {

inline constexpr std::string_view sealed_begin = "~p1.";
inline constexpr char sealed_end = '~';
inline constexpr std::size_t sealed_nonce_bytes = 24, sealed_tag_bytes = 16;
inline constexpr std::size_t sealed_key_size = 11; ///< characters: 64 random bits
/// Longer texts are not sealed and not read: the token stays what it is.
inline constexpr std::size_t sealed_clear_max = 16 << 10;

/// The parts of a token. They live as long as its text.
struct SealedToken {
    std::string_view all, key, text;
    /// Bytes of what is sealed in it.
    std::size_t clear_size() const { return text.size() * 3 / 4 - sealed_nonce_bytes - sealed_tag_bytes; }
};

/// The token that a text begins with; nothing when it does not begin with a whole one.
std::optional<SealedToken> sealed_token(std::string_view text);
/// Whether a text is one token and nothing else.
bool is_sealed(std::string_view text);
/// Bytes of a text as its author wrote it: of a token, of what is sealed in it.
std::size_t clear_size(std::string_view text);

} // namespace truefill
