#include "base/sealed.h"

#include <algorithm>

namespace truefill {
namespace {

bool is_base64url(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

constexpr std::size_t text_size(std::size_t bytes) { return (bytes * 4 + 2) / 3; }
constexpr std::size_t text_min = text_size(sealed_nonce_bytes + sealed_tag_bytes + 1);
constexpr std::size_t text_max = text_size(sealed_nonce_bytes + sealed_tag_bytes + sealed_clear_max);

} // namespace

std::optional<SealedToken> sealed_token(std::string_view text) {
    if (!text.starts_with(sealed_begin)) return std::nullopt;
    const auto key = text.substr(sealed_begin.size(), sealed_key_size);
    const auto dot = sealed_begin.size() + sealed_key_size;
    if (text.size() <= dot || text[dot] != '.' || !std::ranges::all_of(key, is_base64url))
        return std::nullopt;
    const auto rest = text.substr(dot + 1, text_max + 1);
    const auto size = static_cast<std::size_t>(std::ranges::find_if_not(rest, is_base64url) - rest.begin());
    if (size < text_min || size >= rest.size() || rest[size] != sealed_end || size % 4 == 1)
        return std::nullopt;
    return SealedToken{text.substr(0, dot + 1 + size + 1), key, rest.substr(0, size)};
}

bool is_sealed(std::string_view text) {
    const auto token = sealed_token(text);
    return token && token->all.size() == text.size();
}

std::size_t clear_size(std::string_view text) {
    const auto token = sealed_token(text);
    return token && token->all.size() == text.size() ? token->clear_size() : text.size();
}

} // namespace truefill
