#include "views/schema.h"

#include "base/sha256.h"

#include <fmt/format.h>

#include <iterator>

namespace truefill::views {
namespace {

/// Counts up when rows are made in another way though the tables stay.
constexpr std::string_view rows_version = "1";

std::string_view sql_type(Type type) {
    switch (type) {
    case Type::integer:
    case Type::flag:
    case Type::minor:
    case Type::price: return "integer";
    case Type::text:
    case Type::time:
    case Type::date: return "text";
    case Type::real: return "real";
    }
    return "";
}

std::string_view type_text(Type type) {
    switch (type) {
    case Type::integer: return "INTEGER";
    case Type::flag: return "INTEGER, 0 or 1";
    case Type::minor: return "INTEGER, money in its smallest coin";
    case Type::price: return "INTEGER, money in millionths";
    case Type::text: return "TEXT";
    case Type::time: return "TEXT, time";
    case Type::date: return "TEXT, date";
    case Type::real: return "REAL";
    }
    return "";
}

void append_table(std::string& out, const TableSpec& table) {
    auto to = std::back_inserter(out);
    fmt::format_to(to, "create table {}(\n", table.name);
    // One whole number as the key is SQLite's own row number; other keys are the table's only index.
    const bool is_rowid = table.key == 1 && sql_type(table.columns[0].type) == "integer";
    for (const auto& column : table.columns)
        fmt::format_to(to, "  {} {}{},\n", column.name, sql_type(column.type),
                       column.can_be_null ? "" : " not null");
    out += "  primary key(";
    for (std::size_t i = 0; i < table.key; ++i)
        fmt::format_to(to, "{}{}", i == 0 ? "" : ", ", table.columns[i].name);
    fmt::format_to(to, ")\n){};\n{}", is_rowid ? "" : " without rowid", table.indexes);
}

void append_columns(std::string& out, std::span<const Column> columns) {
    out += "| column | type | meaning |\n|---|---|---|\n";
    for (const auto& column : columns)
        fmt::format_to(std::back_inserter(out), "| `{}` | {}{} | {} |\n", column.name, type_text(column.type),
                       column.can_be_null ? ", null" : "", column.meaning);
}

} // namespace

std::string schema_sql() {
    std::string out;
    for (const auto& table : tables()) append_table(out, table);
    for (const auto& view : views())
        fmt::format_to(std::back_inserter(out), "create view {} as\n{};\n", view.name, view.query);
    return out;
}

std::int32_t schema_version() {
    const auto hash = hash128(schema_sql() + std::string{rows_version});
    return static_cast<std::int32_t>(hash.lo & 0x7fffffff);
}

std::string schema_text() {
    std::string out;
    auto to = std::back_inserter(out);
    for (const auto& table : tables()) {
        fmt::format_to(to, "### `{}`\n\n{} Key: ", table.name, table.meaning);
        for (std::size_t i = 0; i < table.key; ++i)
            fmt::format_to(to, "{}`{}`", i == 0 ? "" : ", ", table.columns[i].name);
        out += ".\n\n";
        append_columns(out, table.columns);
        out += '\n';
    }
    for (const auto& view : views()) {
        fmt::format_to(to, "### `{}` (view)\n\n{}\n\n", view.name, view.meaning);
        append_columns(out, view.columns);
        out += '\n';
    }
    return out;
}

} // namespace truefill::views
