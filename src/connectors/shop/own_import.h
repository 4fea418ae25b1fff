/// A user's own orders and stock, read through a mapping (mapping.h), as the same neutral documents as any
/// shop's.
///
/// These files come from a person who sits beside them and can mend them, so the rules are shorter than for a
/// foreign export: there are no cases, only rows that are right and rows that are refused with the reason.
///
/// **Orders.** Rows with one order number are one order, wherever they stand. They must agree on customer,
/// currency, country and times. An order is taken whole or not at all: one row that cannot be read refuses
/// the others with `order_refused`, which names it. Refusals: bad_order_number, bad_item, bad_quantity,
/// quantity_not_positive, bad_price, bad_time, bad_date, bad_customer, bad_currency, amount_out_of_range,
/// contradicts_order, order_refused. A price of zero is a line free of charge; a repeated item stays a line
/// of its own.
///
/// **Stock.** A warehouse that exports by bin repeats site, item and lot; such rows are added up into one
/// balance, at the place of the first. Refusals: bad_site, bad_item, bad_lot, bad_quantity, negative_stock. A
/// balance of zero is a statement too and is kept.
#pragma once

#include "connectors/shop/import.h"
#include "connectors/shop/mapping.h"

#include <expected>
#include <string>
#include <vector>

namespace truefill::connectors::shop {

struct StockBalance {
    Row row{}; ///< the first that states it
    std::string site;
    std::string item;
    std::string lot; ///< empty when the file names none
    Quantity quantity{};
    bool operator==(const StockBalance&) const = default;
};

struct StockStatement {
    std::vector<StockBalance> balances; ///< in the order of the file
    std::vector<RowOutcome> outcomes;   ///< by row
    bool operator==(const StockStatement&) const = default;
};

/// Problems: those of csv.h, missing_column, sum_out_of_range; wrong_mapping when the mapping is of the other
/// kind.
[[nodiscard]] std::expected<Import, Problem> import_orders(std::string csv, const Mapping& mapping);
[[nodiscard]] std::expected<StockStatement, Problem> import_stock(std::string csv, const Mapping& mapping);

} // namespace truefill::connectors::shop
