/// Commands about who gets what.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/quantity.h"
#include "ledger/ledger.h"

#include <optional>
#include <string>
#include <string_view>

namespace truefill::inventory {

/// Finds stock and supply for all units of an order that have none.
struct ReserveOrder {
    static constexpr std::string_view name = "inventory.reserve_order";
    static constexpr bool fact = false;
    OrderId order;
    std::string number; ///< people name the order by its number instead
    SiteId declined;    ///< said no just now: only asked again when the others cannot give as much
};
TF_DESCRIBE(ReserveOrder, (order, number, declined))

/// A place in an item's queue of backordered lines.
struct QueuePlace {
    std::uint8_t priority{};
    ledger::LineRef line;
};
TF_DESCRIBE(QueuePlace, (priority, line))

/// Follow-up: stock or supply of an item has become free; whose turn is it? `after`: go on behind that place.
struct ReserveWaiting {
    static constexpr std::string_view name = "inventory.reserve_waiting";
    static constexpr bool fact = false;
    ItemId item;
    std::optional<QueuePlace> after;
};
TF_DESCRIBE(ReserveWaiting, (item, after))

/// Gives reservations back: of a line or, with line 0, of the whole order; quantity 0 is all. Where the stock
/// goes: to the shelf; on hold with `hold`; to adjustment with `count`, an approved count that found less.
/// Where the units go: open, or with `backorder` (always with hold and count) to the queue again. `promised`:
/// promises are given back instead.
struct Unreserve {
    static constexpr std::string_view name = "inventory.unreserve";
    static constexpr bool fact = false;
    std::string order;
    OrderId order_id;
    LineNumber line{};
    Quantity quantity{};
    SiteId site; ///< only there; none: anywhere
    LotId lot;   ///< only of it, when `site` is given
    bool promised{}, backorder{}, hold{};
    CountId count;
    std::string reason;
};
TF_DESCRIBE(Unreserve, (order, order_id, line, quantity, site, lot, promised, backorder, hold, count, reason))

} // namespace truefill::inventory
