#include "connectors/web/base64.h"

#include <cstddef>
#include <cstdint>

namespace truefill::connectors::web {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view url_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint32_t six_bits = 0x3F, eight_bits = 0xFF;

std::string encode(std::string_view bytes, std::string_view alphabet) {
    std::string out;
    out.reserve(bytes.size() / 3 * 4 + 4);
    std::uint32_t held = 0;
    int count = 0;
    for (const char c : bytes) {
        held = (held << 8) | static_cast<std::uint8_t>(c);
        count += 8;
        while (count >= 6) {
            count -= 6;
            out += alphabet[(held >> count) & six_bits];
        }
    }
    if (count > 0) out += alphabet[(held << (6 - count)) & six_bits];
    return out;
}

std::optional<std::string> decode(std::string_view text, std::string_view alphabet) {
    if (text.size() % 4 == 1) return std::nullopt;
    std::string out;
    out.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t held = 0;
    int count = 0;
    for (const char c : text) {
        const auto value = alphabet.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        held = (held << 6) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>((held >> count) & eight_bits);
    }
    if ((held & ((1U << count) - 1)) != 0) return std::nullopt;
    return out;
}

} // namespace

std::string to_base64(std::string_view bytes) {
    auto out = encode(bytes, letters);
    while (out.size() % 4 != 0) out += '=';
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
    return decode(text, letters);
}

std::string to_base64_url(std::string_view bytes) { return encode(bytes, url_letters); }
std::optional<std::string> from_base64_url(std::string_view text) { return decode(text, url_letters); }

} // namespace truefill::connectors::web
