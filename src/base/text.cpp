#include "base/text.h"

#include "base/digits.h"

namespace truefill {

namespace {

// The length of the well-formed sequence of two to four bytes that `text` begins with; 0 when it is none. The
// ranges of the second byte are table 3-7 of the Unicode Standard: they keep out overlong forms, surrogates
// and what is too large.
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(0);
    };
    const auto continues = [&](std::size_t at) { return (byte(at) & 0xc0U) == 0x80U; };
    const unsigned first = byte(0);
    const unsigned second = byte(1);
    if (first >= 0xc2 && first <= 0xdf) return continues(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const bool fits =
            second >= (first == 0xe0 ? 0xa0U : 0x80U) && second <= (first == 0xed ? 0x9fU : 0xbfU);
        return fits && continues(2) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const bool fits =
            second >= (first == 0xf0 ? 0x90U : 0x80U) && second <= (first == 0xf4 ? 0x8fU : 0xbfU);
        return fits && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

} // namespace

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::optional<std::pair<std::string_view, std::string_view>> split_once(std::string_view text,
                                                                        char separator) {
    const auto at = text.find(separator);
    if (at == std::string_view::npos) return std::nullopt;
    return std::pair{text.substr(0, at), text.substr(at + 1)};
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const bool ascii = static_cast<unsigned char>(text.front()) < 0x80;
        const std::size_t length = ascii ? 1 : sequence_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string to_lower_ascii(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return lower;
}

void append_int(std::string& out, std::int64_t value) {
    char digits[20];
    out.append(digits, write_int(digits, value));
}

void append_uint(std::string& out, std::uint64_t value) {
    char digits[20];
    out.append(digits, write_uint(digits, value));
}

bool is_printable_identifier(std::string_view text, std::size_t max) {
    if (text.empty() || text.size() > max) return false;
    for (const char c : text) {
        if (c <= ' ' || c > '~') return false;
        if (std::string_view{"\"'\\<>&"}.find(c) != std::string_view::npos) return false;
    }
    return true;
}

} // namespace truefill
