/// GET /v1/prices (item, customer, currency), /v1/units (item, unit), /v1/cross-references (source, kind,
/// theirs, ours): what a catalogue says besides items, sites, customers and carriers. Filters are codes.
/// Whoever has a scope sees the prices for everybody and those of its customers; the same of what partners
/// call customers.
#pragma once

#include "api/list_of.h"

#include <array>
#include <string>
#include <string_view>

namespace truefill::api {

/// Of one smallest unit, from a day on, until there is a later one.
struct PriceRow {
    static constexpr auto required = std::to_array<std::string_view>({"item", "price"});
    std::string item;
    std::string customer; ///< none: for everybody
    Money price;
    Date valid_from;
};
TF_DESCRIBE(PriceRow, (item, customer, price, valid_from))

/// `numerator` smallest units make `denominator` of these. EA is 1 and has no row.
struct UnitRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"item", "unit", "numerator", "denominator"});
    std::string item, unit;
    std::int64_t numerator{}, denominator{};
    Date valid_from;
};
TF_DESCRIBE(UnitRow, (item, unit, numerator, denominator, valid_from))

/// What a source calls something of ours. `kind`: item, site, customer, carrier, unit.
struct ReferenceRow {
    static constexpr auto required = std::to_array<std::string_view>({"source", "kind", "theirs", "ours"});
    std::string source, kind, theirs, ours;
};
TF_DESCRIBE(ReferenceRow, (source, kind, theirs, ours))

using PriceList = ListOf<PriceRow>;
TF_DESCRIBE(PriceList, (items, next_cursor, total, more, position))
using UnitList = ListOf<UnitRow>;
TF_DESCRIBE(UnitList, (items, next_cursor, total, more, position))
using ReferenceList = ListOf<ReferenceRow>;
TF_DESCRIBE(ReferenceList, (items, next_cursor, total, more, position))

void get_prices(Service& service, const http::ExchangePtr& exchange);
void get_units(Service& service, const http::ExchangePtr& exchange);
void get_cross_references(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
