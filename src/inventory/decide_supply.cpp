#include "inventory/decide.h"
#include "inventory/say.h"
#include "inventory/supply.h"
#include "ledger/draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {

using journal::refuse;
using ledger::Pipeline;
using ledger::Stock;
using ledger::Trigger;

namespace {

template <class E> Decision one(E event) {
    std::vector<Event> events;
    events.emplace_back(std::move(event));
    return events;
}

/// The supply of a message, or that it may still be announced.
Found<SupplyId> find_supply(const Facts& facts, const State& state, const std::string& reference,
                            ItemId item) {
    const auto known = state.supply_keys.find(supply_key(reference, item));
    if (known != state.supply_keys.end()) return known->second;
    return journal::refuse_with_case(
        "unmapped", "supply_unknown",
        fmt::format("supply {} of {} was never announced", reference, say_item(facts, item)));
}

ledger::StockPosting posting(const Supply& supply, LotId lot, Quantity quantity, Stock to) {
    ledger::StockPosting result;
    result.item = supply.item;
    result.quantity = quantity;
    result.from = Stock::inbound;
    result.to = to;
    result.site = supply.site;
    if (lot) result.lot_to = lot;
    return result;
}

Time overdue_at(Date due) { return start_of(due) + hours(48); }

} // namespace

Decision decide_one(const Facts& facts, const State& state, const AnnounceSupply& command,
                    const Envelope& envelope) {
    const auto site = find_site(facts, command.site, envelope);
    if (!site) return std::unexpected(site.error());
    const auto item = find_item(facts, command.item, envelope);
    if (!item) return std::unexpected(item.error());
    if (command.quantity <= 0 || command.quantity > quantity_max)
        return refuse("quantity_invalid", "a supply is of more than nothing");
    if (state.supply_keys.contains(supply_key(command.supply, *item)))
        return refuse("already_announced", "supply " + command.supply + " of " + command.item + " is known");
    SupplyAnnounced event;
    event.supply = state.supplies.next_id();
    event.reference = command.supply;
    event.supplier = command.supplier;
    event.item = *item;
    event.site = *site;
    event.ordered = event.coming = command.quantity;
    event.due_date = command.due;
    event.due = overdue_at(command.due);
    event.opening = command.opening;
    event.entry.stock.push_back({.item = *item,
                                 .quantity = command.quantity,
                                 .from = command.opening ? Stock::opening : Stock::supplier,
                                 .to = Stock::inbound,
                                 .site = *site});
    note_free(facts, *item, event.freed);
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ChangeSupply& command,
                    const Envelope& envelope) {
    const auto item = find_item(facts, command.item, envelope);
    if (!item) return std::unexpected(item.error());
    const auto id = find_supply(facts, state, command.supply, *item);
    if (!id) return std::unexpected(id.error());
    auto supply = state.supplies.at(*id);
    SupplyChanged event;
    event.supply = *id;
    event.due_before = supply.due;
    event.due_date = command.due ? command.due : supply.due;
    event.due = overdue_at(event.due_date);
    event.reason = command.reason;
    event.ordered = command.quantity.value_or(supply.ordered);
    if (event.ordered < supply.received)
        return refuse("already_received", say_supply(supply) + " has more received than that");
    if (event.ordered == supply.ordered && event.due_date == supply.due)
        return refuse("nothing_to_change", say_supply(supply) + " is as the message says");
    const auto change = event.ordered - supply.ordered;
    supply.due = event.due_date;
    supply.coming = std::max<Quantity>(supply.coming + change, 0);
    if (change > 0) {
        event.entry.stock.push_back({.item = supply.item,
                                     .quantity = change,
                                     .from = Stock::supplier,
                                     .to = Stock::inbound,
                                     .site = supply.site});
        supply.booked += change;
        note_free(facts, supply.item, event.freed);
    } else if (change < 0) {
        event.cut = -change;
        const auto inbound = facts.ledger.stock(supply.item, supply.site, LotId{})[Stock::inbound];
        const auto free_units =
            std::min({event.cut, supply.booked - promised(facts.ledger, *id, supply), inbound});
        if (free_units > 0) event.entry.stock.push_back(posting(supply, {}, free_units, Stock::supplier));
        supply.booked -= std::max<Quantity>(free_units, 0);
    }
    event.coming = supply.coming;
    event.booked = supply.booked;
    event.promised = supply.promised;
    name_orders(settle(facts, *id, supply, date_of(envelope.record_time)), event);
    event.more = event.orders.size() == orders_per_call;
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ReceiveSupply& command,
                    const Envelope& envelope) {
    const auto item = find_item(facts, command.item, envelope);
    if (!item) return std::unexpected(item.error());
    const auto id = find_supply(facts, state, command.supply, *item);
    if (!id) return std::unexpected(id.error());
    auto supply = state.supplies.at(*id);
    const auto receipt = command.receipt + '|' + command.lot;
    if (!command.receipt.empty() && std::ranges::find(supply.receipts, receipt) != supply.receipts.end())
        return refuse("already_received",
                      say_supply(supply) + ": receipt " + command.receipt + " counted before");
    if (command.quantity < 0 || command.damaged < 0 || command.quantity + command.damaged > quantity_max ||
        (command.quantity + command.damaged == 0 && !command.last))
        return refuse("quantity_invalid", "a receipt is of more than nothing");
    SupplyReceived event;
    event.supply = *id;
    event.receipt = command.receipt;
    event.item = *item;
    event.site = supply.site;
    event.quantity = command.quantity;
    event.damaged = command.damaged;
    event.last = command.last;
    Lots lots{facts, event.lots};
    if (command.quantity + command.damaged > 0) {
        const auto lot = lots.find_or_add(*item, command.lot, command.expires);
        if (!lot) return std::unexpected(lot.error());
        event.lot = *lot;
    }
    const auto came = std::min(command.quantity + command.damaged, supply.coming);
    event.over = command.quantity + command.damaged - came;
    const auto damaged = std::min(command.damaged, came);
    auto good = came - damaged;
    const auto promises = promised(facts.ledger, *id, supply);
    const auto free_book = supply.booked - promises; // stands in INBOUND, promised to nobody
    // Damaged and unpromised goods move now; what promised lines wait for is handed over order by order.
    event.for_promises = std::clamp<Quantity>(promises - arrived(supply), 0, good);
    const auto to_shelf = std::min(good - event.for_promises, std::max<Quantity>(free_book - damaged, 0));
    event.for_promises = good - to_shelf;
    const auto to_hold = std::min(damaged, free_book);
    if (to_shelf > 0) event.entry.stock.push_back(posting(supply, event.lot, to_shelf, Stock::available));
    if (to_hold > 0) event.entry.stock.push_back(posting(supply, event.lot, to_hold, Stock::held));
    if (event.over > 0) {
        event.entry.stock.push_back({.item = *item,
                                     .quantity = event.over,
                                     .from = Stock::supplier,
                                     .to = Stock::available,
                                     .site = supply.site,
                                     .lot = event.lot});
        event.deviations.push_back(
            off_plan("over_receipt",
                     fmt::format("{} more than announced came for {}", say_units(facts, event.over, *item),
                                 say_supply(supply)),
                     supply.site, *item));
    }
    supply.coming -= came;
    supply.booked -= to_shelf + to_hold;
    if (command.last && supply.coming > 0) {
        event.deviations.push_back(off_plan(
            "supply_short",
            fmt::format("{} of {} will not come", say_units(facts, supply.coming, *item), say_supply(supply)),
            supply.site, *item));
        supply.coming = 0;
    }
    if (event.for_promises > 0) supply.arrived.push_back({event.lot, event.for_promises});
    event.coming = supply.coming;
    event.booked = supply.booked;
    if (to_shelf + event.over > 0) note_free(facts, *item, event.freed);
    const auto settlement = settle(facts, *id, supply, date_of(envelope.record_time));
    name_orders(settlement, event);
    return one(std::move(event));
}

namespace {

/// Nobody who was promised may have it: to the shelf; what will not come goes back to the supplier.
Decision settle_rest(const Facts& facts, const Settlement& settlement, const Supply& supply,
                     PromiseSettled event) {
    if (!settlement.leaves_rest())
        return refuse("nothing_left", say_supply(supply) + " has nothing left over");
    const auto inbound = facts.ledger.stock(supply.item, supply.site, LotId{})[Stock::inbound];
    Quantity free_units = inbound;
    for (const auto& left : settlement.left) {
        const auto units = std::min(left.quantity, free_units);
        if (units > 0) event.entry.stock.push_back(posting(supply, left.lot, units, Stock::available));
        free_units -= units;
    }
    const auto cut = std::min(settlement.void_left, free_units);
    if (cut > 0) event.entry.stock.push_back(posting(supply, {}, cut, Stock::supplier));
    event.cut = cut;
    if (event.entry.stock.empty())
        return refuse("nothing_left", say_supply(supply) + " has nothing left over");
    note_free(facts, supply.item, event.freed);
    return one(std::move(event));
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const SettlePromise& command,
                    const Envelope& envelope) {
    const auto* supply = state.supplies.find(command.supply);
    if (!supply) return refuse("supply_unknown", "there is no such supply");
    const auto settlement = settle(facts, command.supply, *supply, date_of(envelope.record_time));
    PromiseSettled event;
    event.supply = command.supply;
    event.order = command.order;
    if (!command.order) return settle_rest(facts, settlement, *supply, std::move(event));
    const auto* order = facts.ledger.find(command.order);
    if (!order) return refuse("nothing_promised", "the order is not open any more");
    ledger::Draft draft{*order};
    for (const auto& part : settlement.parts) {
        if (part.line.order != command.order) continue;
        Quantity cut = part.cut, returned = part.returned;
        auto gets = part.gets;
        order->each_parcel(
            *order->line(part.line.line), [&](std::uint32_t slot, const ledger::Parcel& parcel) {
                if (parcel.pipeline != Pipeline::promised || parcel.supply != command.supply) return;
                Quantity left = parcel.quantity;
                for (auto& got : gets) {
                    const auto units = std::min(got.quantity, left);
                    if (units == 0) continue;
                    auto* moved = draft.move(slot, units, Trigger::receive_promised, Pipeline::reserved);
                    if (got.lot) moved->lot_to = got.lot;
                    got.quantity -= units;
                    left -= units;
                    event.reserved += units;
                }
                const auto lose = [&](Quantity& quantity, Trigger trigger, Quantity& told) {
                    const auto units = std::min(quantity, left);
                    if (units == 0) return;
                    draft.move(slot, units, trigger, Pipeline::backordered);
                    quantity -= units;
                    left -= units;
                    told += units;
                };
                lose(cut, Trigger::cut_supply, event.cut);
                lose(returned, Trigger::unpromise, event.returned);
            });
    }
    if (draft.entry().units.empty())
        return refuse("nothing_promised", "nothing is to be settled for this order");
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

} // namespace truefill::inventory
