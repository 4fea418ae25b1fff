#include "base/text.h"

#include "base/digits.h"

namespace truefill {

namespace {

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
