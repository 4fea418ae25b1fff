/// Arithmetic of a supply: who is promised how much of it, and what each order gets or loses.
#pragma once

#include "inventory/inventory.h"

#include <vector>

namespace truefill::inventory {

/// Units of one line that a supply is promised to, and what becomes of them.
struct PromisedPart {
    std::uint8_t priority{};
    ledger::LineRef line;
    Quantity quantity{};
    std::vector<Arrival> gets; ///< lots that have come for it
    Quantity cut{};            ///< will never come
    Quantity returned{};       ///< has come, but in a lot that the customer may not have
};

/// What stands between a supply and its promises.
struct Settlement {
    std::vector<PromisedPart> parts; ///< highest priority first, then oldest
    std::vector<Arrival> left;       ///< has come and nobody promised may have it
    Quantity void_left{};            ///< will not come and nobody was promised it

    /// Orders for which something is to be done, in order.
    std::vector<OrderId> orders() const;
    bool leaves_rest() const;
};

/// Units promised from a supply: a fold over the parcels of its lines.
Quantity promised(const ledger::Ledger& ledger, SupplyId id, const Supply& supply);
/// How many more units it can be promised for.
Quantity free_to_promise(const ledger::Ledger& ledger, SupplyId id, const Supply& supply);

/// Units of a supply that stand in INBOUND and that nobody is promised. What transfers are bringing to the
/// same place stands there too and is not the supplier's to receive or to cut.
Quantity free_inbound(const ledger::Ledger& ledger, SupplyId id, const Supply& supply);

Quantity arrived(const Supply& supply);

/// Goods that came go to parts from the front. Parts that neither arrived nor coming goods can cover lose
/// from the back: first what will never come, then what has come and does not fit.
Settlement settle(const Facts& facts, SupplyId id, const Supply& supply, Date today);

/// Puts the first orders of a settlement into an event.
template <class Event> void name_orders(const Settlement& settlement, Event& event) {
    event.orders = settlement.orders();
    const bool cut_short = event.orders.size() > orders_per_call;
    if (cut_short) event.orders.resize(orders_per_call);
    event.more = cut_short || settlement.leaves_rest();
}

std::string supply_key(std::string_view reference, ItemId item);

} // namespace truefill::inventory
