/// The few text helpers that the pure rungs need. All are about ASCII; UTF-8 passes through untouched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace truefill {

/// Without blanks, tabs, carriage returns and line feeds at both ends.
std::string_view trim(std::string_view text);

/// The parts before and after the first separator; nothing when there is none.
std::optional<std::pair<std::string_view, std::string_view>> split_once(std::string_view text,
                                                                        char separator);

/// Whether the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above
/// U+10FFFF). What comes as JSON was checked by its parser; what comes as CSV, EDI or XML is checked with
/// this, or converted, before it gets into a struct: a journal record that is not UTF-8 could not be read
/// again.
bool is_utf8(std::string_view text);

/// A to Z become a to z. Other bytes, and so all of UTF-8, stay.
std::string to_lower_ascii(std::string_view text);

void append_int(std::string& out, std::int64_t value);
void append_uint(std::string& out, std::uint64_t value);

/// 1 to `max` characters of printable ASCII without blanks and without " ' \ < > &: what we accept as a
/// business key, so that it can be quoted in a log, a URL path or a label without surprises.
bool is_printable_identifier(std::string_view text, std::size_t max);

} // namespace truefill
