/// How a user's own CSV reads: which column is the order number, how a date is written. A mapping is a small
/// text file that the person who made the export can write without us:
///
///     # orders from the counter system
///     kind         = orders
///     delimiter    = ;
///     order_number = Order No
///     item         = SKU
///     quantity     = Qty
///     unit_price   = Net price
///     ordered_at   = Date
///     time_format  = DD/MM/YYYY hh:mm
///     utc_offset   = +01:00
///     customer     = Account
///     currency     = constant GBP
///
/// One `key = value` a line; empty lines and lines that start with `#` say nothing. A value names a column of
/// the file exactly; `constant X` stands for X in every row; quotes keep blanks at the ends, or a column
/// whose name begins with `constant `. Columns that no key names are ignored.
///
/// - Both kinds: kind (orders, stock), delimiter (`,` `;` `|` or tab; default `,`), decimal (`.` or `,`;
///   default `.`).
/// - Orders: order_number, item, quantity, unit_price, ordered_at, customer, currency; if wanted description,
///   country, requested_on. Also time_format with utc_offset (default: RFC 3339) and date_format (default:
///   YYYY-MM-DD).
/// - Stock: site, item, quantity; if wanted lot.
///
/// A time format without utc_offset is refused: a program that guesses the zone ships on the wrong day. An
/// offset is fixed, so a file from both sides of a clock change is two files with two mappings.
///
/// Problems, with the line and column in the mapping: those of text.h, empty_file, bad_line, unknown_key,
/// repeated_key, missing_key, bad_value.
#pragma once

#include "connectors/shop/csv.h"
#include "connectors/shop/values.h"

#include <array>
#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::shop {

enum class MappingKind : std::uint8_t { orders, stock };

enum class Field : std::uint8_t {
    order_number,
    item,
    quantity,
    unit_price,
    ordered_at,
    customer,
    currency,
    description,
    country,
    requested_on,
    site,
    lot,
};
inline constexpr std::size_t field_count = 12;

/// A column by name, or a constant.
struct FieldSource {
    bool constant{};
    std::string text;
};

struct Mapping {
    MappingKind kind{};
    char delimiter = ',';
    char decimal = '.';
    TimeForm time_form;
    TimeForm date_form{"YYYY-MM-DD", {}};
    std::array<std::optional<FieldSource>, field_count> fields;

    [[nodiscard]] const std::optional<FieldSource>& source(Field field) const {
        return fields[static_cast<std::size_t>(field)];
    }
};

[[nodiscard]] std::expected<Mapping, Problem> parse_mapping(std::string_view text);

/// A table read through a mapping.
class MappedTable {
public:
    /// Problems: those of csv.h, and `missing_column` at the header when the file lacks a column that the
    /// mapping names.
    [[nodiscard]] static std::expected<MappedTable, Problem> open(std::string csv, const Mapping& mapping);

    [[nodiscard]] const Table& table() const { return table_; }

    /// Without blanks at the ends; empty when the mapping does not name the field.
    [[nodiscard]] std::string_view field(std::size_t row, Field field) const;

    /// "quantity (column `Qty`)", for sentences.
    [[nodiscard]] std::string name_of(Field field) const;

private:
    Table table_;
    std::array<std::optional<FieldSource>, field_count> sources_;
    std::array<std::size_t, field_count> columns_{};
};

} // namespace truefill::connectors::shop
