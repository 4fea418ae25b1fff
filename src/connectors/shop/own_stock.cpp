#include "base/text.h"
#include "connectors/shop/own_import.h"
#include "connectors/shop/text.h"

#include <map>
#include <tuple>
#include <utility>

namespace truefill::connectors::shop {
namespace {

/// The balance that a row states, or its refusal.
std::expected<StockBalance, std::pair<std::string, std::string>>
read_balance(const MappedTable& file, std::size_t index, char decimal) {
    const auto refuse = [](std::string code, std::string sentence) {
        return std::unexpected(std::pair(std::move(code), std::move(sentence)));
    };
    const auto is_key = [&](Field field) {
        return is_printable_identifier(file.field(index, field), key_size_max);
    };
    const auto no_key = [&](Field field) {
        return file.name_of(field) + ": " + quoted(file.field(index, field)) +
               " is no code: 1 to 40 characters, no blanks";
    };
    if (!is_key(Field::site)) return refuse("bad_site", no_key(Field::site));
    if (!is_key(Field::item)) return refuse("bad_item", no_key(Field::item));
    const std::string_view lot = file.field(index, Field::lot);
    if (!lot.empty() && !is_key(Field::lot)) return refuse("bad_lot", no_key(Field::lot));
    const auto quantity = parse_units(file.field(index, Field::quantity), decimal);
    if (!quantity) return refuse("bad_quantity", file.name_of(Field::quantity) + ": " + quantity.error());
    if (*quantity < 0) {
        return refuse("negative_stock",
                      "no shelf holds " + grouped(*quantity) + " units: count it and state what is there");
    }
    return StockBalance{static_cast<Row>(index + 1), std::string(file.field(index, Field::site)),
                        std::string(file.field(index, Field::item)), std::string(lot), *quantity};
}

} // namespace

std::expected<StockStatement, Problem> import_stock(std::string csv, const Mapping& mapping) {
    if (mapping.kind != MappingKind::stock) {
        return std::unexpected(
            problem_at({}, "wrong_mapping", "the mapping is one for orders: use one of `kind = stock`"));
    }
    const auto file = MappedTable::open(std::move(csv), mapping);
    if (!file) return std::unexpected(file.error());
    StockStatement statement;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> index_of;
    for (std::size_t i = 0; i < file->table().row_count(); ++i) {
        RowOutcome outcome;
        outcome.row = static_cast<Row>(i + 1);
        outcome.line = file->table().line(i);
        outcome.outcome = Outcome::accepted;
        outcome.code = "stock_balance";
        auto balance = read_balance(*file, i, mapping.decimal);
        if (balance) {
            outcome.quantity = balance->quantity;
            const std::tuple key(balance->site, balance->item, balance->lot);
            const auto [known, is_new] = index_of.try_emplace(key, statement.balances.size());
            if (is_new) {
                statement.balances.push_back(std::move(*balance));
            } else {
                statement.balances[known->second].quantity += balance->quantity;
            }
        } else {
            outcome.outcome = Outcome::refused;
            std::tie(outcome.code, outcome.sentence) = std::move(balance.error());
        }
        statement.outcomes.push_back(std::move(outcome));
    }
    return statement;
}

} // namespace truefill::connectors::shop
