/// Inventory: supply, reserve, count, hold, transfer.
///
/// Stock stands in the ledger and nowhere else. This module decides who gets what of it, and keeps the
/// documents that the ledger does not know: supplies, counts, transfers.
///
/// **Reserving.** `ReserveOrder` looks once at all units of an order that have no stock (open and
/// backordered). The demand is summed per item before anything is compared with stock, so an item that stands
/// on two lines, or twice in two lots, is never given out twice. The sourcing question says which sites to
/// draw from; at a site the lot that expires first goes first (FEFO), and a lot with less shelf life than the
/// customer asks for is not there for him. What stock cannot cover is promised from dated supply, earliest
/// first; what neither covers is backordered and waits in its item's queue. A unit whose line is on hold for
/// `reserve` stays as it is.
///
/// An order that ships complete takes stock only when every unit of it gets stock or a promise. Otherwise it
/// takes nothing, and all of it is backordered: stock that an order keeps and may not ship helps nobody, and
/// two such orders that hold half of what the other one needs would wait for each other for ever. The price
/// is that smaller orders may pass it; it is called again each time more of an item that it needs comes in.
///
/// **The queue.** When something becomes free, `ReserveWaiting` walks the item's queue in order of priority
/// and age, with what is free in mind, and names the orders that would get some of it. Each is then served by
/// a ReserveOrder of its own, because an entry has one order. 20 orders a call keep a record small.
///
/// **Supply** is booked INBOUND when it is announced and INBOUND_ALLOC where it is promised; documents.h has
/// the sum that always holds. Goods that come in serve promises first, by priority and age, one order at a
/// time
/// (`SettlePromise`); the rest is free at once. What the supplier cuts or damages is taken from what nobody
/// was promised, then from the promises with the lowest priority, newest first. A supply carries at most 500
/// promised lines; who comes later waits in the queue, which is fair, and no step looks at more than 500
/// lines.
///
/// **Counts** are blind: requested -> counted -> (recount by somebody else) -> approved -> posted. Units in
/// doubt (they went on hold because somebody did not find them) are settled first: those that are missing are
/// written off, those that were there become available again. A count that found less than that takes
/// available stock, then reservations, lowest priority and newest first, then stock on hold. Units that are
/// released or later are the site's to report; what only they could cover is a case.
///
/// Sizes: a supply 250 bytes, a count 200, and 8 bytes for each line that holds stock.
#pragma once

#include "base/table.h"
#include "inventory/commands.h"
#include "inventory/documents.h"
#include "inventory/events.h"
#include "journal/decision.h"
#include "journal/envelope.h"
#include "masterdata/facts.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <string>
#include <vector>

namespace truefill::inventory {

inline constexpr std::size_t orders_per_call = 20;
inline constexpr std::size_t promises_per_supply = 500;
inline constexpr std::size_t taken_back_per_call = 40;

struct State {
    Table<SupplyId, Supply> supplies;
    TextMap<SupplyId> supply_keys;                       ///< "reference|item id"; never expires
    std::vector<std::vector<SupplyId>> supplies_of_item; ///< by item id: those still to come, earliest first
    Table<CountId, Count> counts;
    boost::unordered_flat_map<std::uint64_t, CountId> open_counts; ///< by place
    Table<TransferId, Transfer> transfers;
    boost::unordered_flat_map<OrderId, TransferId> transfer_of_order;
    TextMap<SiteId> openings;                                  ///< "reference|site id"
    boost::unordered_flat_map<std::uint64_t, Holders> holders; ///< by item and site
};
TF_DESCRIBE(State, (supplies, supply_keys, supplies_of_item, counts, open_counts, transfers,
                    transfer_of_order, openings, holders))

using Decision = journal::Decision<Event>;

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope);
void apply(State& state, const Event& event, const Facts& facts);

/// One or two sentences for people.
std::string tell(const Facts& facts, const Event& event);

/// For timers: a supply that should have come in full by then; a count that somebody still waits for.
bool is_overdue(const State& state, SupplyId supply, Time now);
bool is_overdue(const State& state, CountId count, Time now);
/// What to say about them.
std::string tell_overdue(const Facts& facts, const State& state, SupplyId supply);
std::string tell_overdue(const Facts& facts, const State& state, CountId count);

} // namespace truefill::inventory
