#include "connectors/shop/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace truefill::connectors::shop {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

unsigned char byte_at(std::string_view bytes, std::size_t offset) {
    return static_cast<unsigned char>(bytes[offset]);
}

bool continues(std::string_view bytes, std::size_t offset) {
    return offset < bytes.size() && (byte_at(bytes, offset) & 0xC0) == 0x80;
}

/// The length of the well-formed UTF-8 character at `offset` (Unicode 15, table 3-7), or 0.
std::size_t character_size(std::string_view bytes, std::size_t offset) {
    const auto first = byte_at(bytes, offset);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !continues(bytes, offset + 1)) return 0;
    if (first < 0xE0) return 2;
    const auto second = byte_at(bytes, offset + 1);
    if (!continues(bytes, offset + 2)) return 0;
    if (first < 0xF0) {
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second > 0x9F;
        return overlong || surrogate ? 0 : 3;
    }
    const bool outside = (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return !outside && continues(bytes, offset + 3) ? 4 : 0;
}

std::string hex(unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

Problem encoding_problem(std::string_view bytes, std::size_t offset) {
    const auto byte = byte_at(bytes, offset);
    const bool windows = byte >= 0x80;
    std::string sentence = "byte " + hex(byte) + " is no UTF-8";
    if (windows) sentence += "; the file is probably Windows-1252 or Latin-1";
    return problem_at(place_of(bytes, offset), "wrong_encoding",
                      sentence + ": save it as UTF-8 and import again");
}

bool is_utf_16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

} // namespace

Place place_of(std::string_view bytes, std::size_t offset) {
    Place place;
    for (std::size_t at = byte_order_mark_size(bytes); at < std::min(offset, bytes.size()); ++at) {
        if (bytes[at] == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((byte_at(bytes, at) & 0xC0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

std::size_t byte_order_mark_size(std::string_view bytes) {
    return bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
}

std::expected<void, Problem> check_text(std::string_view bytes) {
    if (is_utf_16(bytes)) {
        return std::unexpected(problem_at({}, "wrong_encoding",
                                          "byte " + hex(byte_at(bytes, 0)) +
                                              " starts a UTF-16 file: save it as UTF-8 and import again"));
    }
    if (bytes.starts_with("PK\x03\x04")) {
        return std::unexpected(problem_at(
            {}, "not_text", "the file is a workbook or a zip archive: save the sheet as CSV in UTF-8"));
    }
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = byte_at(bytes, at);
        if (byte == 0) {
            return std::unexpected(
                problem_at(place_of(bytes, at), "nul_byte",
                           "a NUL byte (0x00) is no text: export the file again, as UTF-8"));
        }
        if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) {
            return std::unexpected(
                problem_at(place_of(bytes, at), "control_character",
                           "the control character " + hex(byte) + " is no text: remove it"));
        }
        const std::size_t size = character_size(bytes, at);
        if (size == 0) return std::unexpected(encoding_problem(bytes, at));
        at += size;
    }
    return {};
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
        text += '`' + names[i] + '`';
    }
    return text;
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return result;
}

std::string quoted(std::string_view text) {
    constexpr std::size_t size_max = 40;
    if (text.size() <= size_max) return '`' + std::string(text) + '`';
    std::size_t end = size_max;
    while (end > 0 && continues(text, end)) --end;
    return '`' + std::string(text.substr(0, end)) + "...`";
}

} // namespace truefill::connectors::shop
