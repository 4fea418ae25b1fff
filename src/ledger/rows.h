/// Keys and small rules that the sources of the ledger share.
#pragma once

#include "base/assert.h"
#include "ledger/accounts.h"

#include <cstdint>

namespace truefill::ledger {

/// Where q units of stock go.
struct StockMove {
    Stock from{}, to{};
    SiteId site, site_to;
    LotId lot, lot_to;
};

inline StockMove move_of(const StockPosting& p) {
    return {p.from, p.to, p.site, p.site_to ? p.site_to : p.site, p.lot, p.lot_to ? p.lot_to : p.lot};
}
inline StockMove move_of(const UnitPosting& p) {
    return {
        p.stock_from, p.stock_to, p.site, p.site_to ? p.site_to : p.site, p.lot, p.lot_to ? p.lot_to : p.lot};
}

/// Room for 16 million items, 16 thousand sites and 67 million lots; past that two rows may meet, which
/// `stock_row` asserts against.
inline std::uint64_t stock_key(ItemId item, SiteId site, LotId lot) {
    return (std::uint64_t{item.value} << 40) ^ (std::uint64_t{site.value} << 26) ^ std::uint64_t{lot.value};
}

inline std::uint64_t money_key(CustomerId customer, Currency currency) {
    std::uint64_t key = customer.value;
    for (const char c : currency.code) key = key << 8 | static_cast<unsigned char>(c);
    return key;
}

inline std::uint64_t hold_key(HoldScope scope, std::uint32_t key) {
    return static_cast<std::uint64_t>(scope) << 32 | key;
}

/// Pipeline buckets whose units stand in the contra account `customer` (I7).
constexpr bool at_customer(Pipeline bucket) {
    return bucket == Pipeline::shipped || bucket == Pipeline::delivered || bucket == Pipeline::lost;
}

/// The stock bucket that holds a unit of a sales line, or none: I7 read from left to right.
constexpr Stock stock_behind(Pipeline bucket) {
    switch (bucket) {
    case Pipeline::promised: return Stock::inbound_alloc;
    case Pipeline::reserved:
    case Pipeline::released: return Stock::allocated;
    case Pipeline::picked:
    case Pipeline::packed: return Stock::staged;
    case Pipeline::shipped:
    case Pipeline::delivered:
    case Pipeline::lost: return Stock::customer;
    default: return Stock::none;
    }
}

/// The parcel that a posting makes of the one it takes from.
Parcel moved(Parcel parcel, const UnitPosting& posting);

} // namespace truefill::ledger
