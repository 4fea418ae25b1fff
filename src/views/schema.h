/// The tables and views of the SQL file, in one place: it is made from them, and so are the tables of
/// docs/views.md. Any change here gives another schema version, so that every file is rebuilt.
///
/// Names stay: a column may be added; one that is taken away or means something else is a breaking change and
/// stands in the change log.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace truefill::views {

enum class TableId : std::uint8_t {
    orders,
    order_lines,
    line_quantities,
    order_charges,
    shipments,
    invoices,
    invoice_lines,
    payments,
    credits,
    returns,
    cases,
    holds,
    stock,
    items,
    sites,
    customers,
    carriers,
    currencies,
    views_position,
};
inline constexpr std::size_t table_count = 19;

enum class Type : std::uint8_t {
    integer,
    text,
    flag,  ///< 0 or 1
    minor, ///< money in the smallest coin of its currency
    price, ///< money in millionths of its currency
    time,  ///< "2026-03-02T10:00:00Z"
    date,  ///< "2026-03-02"
    real,
};

struct Column {
    std::string_view name;
    Type type{};
    bool can_be_null{};
    std::string_view meaning;
};

struct TableSpec {
    std::string_view name;
    std::string_view meaning;
    std::size_t key{1}; ///< so many of the first columns are the primary key
    std::span<const Column> columns;
    std::string_view indexes{}; ///< statements
};

struct ViewSpec {
    std::string_view name;
    std::string_view meaning;
    std::span<const Column> columns;
    std::string_view query;
};

const TableSpec& spec_of(TableId table);
std::span<const TableSpec> tables();
std::span<const ViewSpec> views();

/// Every `create` statement.
std::string schema_sql();
/// From the text of schema_sql(): another text, another number. Positive.
std::int32_t schema_version();
/// What docs/views.md says of tables and columns.
std::string schema_text();

} // namespace truefill::views
