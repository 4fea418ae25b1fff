/// The text under every file of this room: where a byte stands, and whether the bytes are text at all. A file
/// in another encoding is refused rather than guessed at: a wrong guess turns `Müller` into a customer that
/// nobody has. All of it is pure.
#pragma once

#include "base/grouped.h"
#include "connectors/shop/problem.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::shop {

/// Bytes of an order number, a customer or another key in a file.
inline constexpr std::size_t key_size_max = 40;

/// The place of a byte of a UTF-8 text. Walks the text from its start, so for errors only.
[[nodiscard]] Place place_of(std::string_view bytes, std::size_t offset);

/// 3 when the text starts with a UTF-8 byte order mark, else 0.
[[nodiscard]] std::size_t byte_order_mark_size(std::string_view bytes);

/// Problems: `not_text` (a workbook saved as it is), `wrong_encoding` (with the byte value, and the likely
/// encoding), `nul_byte`, `control_character`. Tab, line feed and carriage return are text.
[[nodiscard]] std::expected<void, Problem> check_text(std::string_view bytes);

/// "`a`, `b` and `c`"
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

/// a to z become A to Z, other bytes stay: item codes are one code however they were typed.
[[nodiscard]] std::string upper(std::string_view text);

/// A string for a sentence: at most 40 bytes, cut at a character, in back quotes.
[[nodiscard]] std::string quoted(std::string_view text);

} // namespace truefill::connectors::shop
