#include "base/assert.h"
#include "inventory/decide.h"
#include "inventory/supply.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace truefill::inventory {
namespace {

bool holds_stock(const Facts& facts, const ledger::LineRef& ref, std::uint64_t key) {
    const auto* order = facts.ledger.find(ref.order);
    const auto* line = order ? order->line(ref.line) : nullptr;
    bool holds = false;
    if (line)
        order->each_parcel(*line, [&](std::uint32_t, const ledger::Parcel& parcel) {
            const bool allocated =
                parcel.pipeline >= ledger::Pipeline::reserved && parcel.pipeline < ledger::Pipeline::shipped;
            holds = holds || (allocated && holder_key(line->item, parcel.site) == key);
        });
    return holds;
}

/// Notes which lines may hold stock now, and forgets those that do not when the list has doubled.
void note_holders(State& state, const ledger::Entry& entry, const Facts& facts) {
    const auto* order = facts.ledger.find(entry.order);
    if (!order) return;
    for (const auto& posting : entry.units) {
        if (posting.to != ledger::Pipeline::reserved) continue;
        const auto key = holder_key(order->line(posting.line)->item, posting.site);
        auto& holders = state.holders[key];
        holders.lines.push_back({entry.order, posting.line});
        if (holders.lines.size() < holders.prune_at) continue;
        std::ranges::sort(holders.lines);
        const auto same = std::ranges::unique(holders.lines);
        holders.lines.erase(same.begin(), same.end());
        std::erase_if(holders.lines,
                      [&](const ledger::LineRef& ref) { return !holds_stock(facts, ref, key); });
        holders.prune_at = static_cast<std::uint32_t>(std::max<std::size_t>(16, holders.lines.size() * 2));
    }
}

/// Keeps the list of supplies still to come, earliest first.
void place_supply(State& state, SupplyId id) {
    const auto& supply = state.supplies.at(id);
    if (state.supplies_of_item.size() <= supply.item.value)
        state.supplies_of_item.resize(supply.item.value + 1);
    auto& list = state.supplies_of_item[supply.item.value];
    std::erase(list, id);
    if (supply.coming == 0) return;
    const auto rank = [&](SupplyId other) { return std::tuple{state.supplies.at(other).due, other}; };
    list.insert(std::ranges::lower_bound(list, rank(id), {}, rank), id);
}

void take_arrived(Supply& supply, LotId lot, Quantity units) {
    for (auto& arrival : supply.arrived) {
        const auto part = arrival.lot == lot ? std::min(arrival.quantity, units) : 0;
        arrival.quantity -= part;
        units -= part;
    }
    std::erase_if(supply.arrived, [](const Arrival& arrival) { return arrival.quantity == 0; });
}

void evolve(State& state, const StockOpened& event, const Facts&) {
    state.openings.try_emplace(fmt::format("{}|{}", event.reference, event.site.value), event.site);
}

void evolve(State& state, const SupplyAnnounced& event, const Facts&) {
    Supply supply;
    supply.reference = event.reference;
    supply.supplier = event.supplier;
    supply.item = event.item;
    supply.site = event.site;
    supply.due = event.due_date;
    supply.ordered = event.ordered;
    supply.coming = supply.booked = event.coming;
    state.supply_keys.try_emplace(supply_key(event.reference, event.item), event.supply);
    state.supplies.add(event.supply, std::move(supply));
    place_supply(state, event.supply);
}

void evolve(State& state, const SupplyChanged& event, const Facts&) {
    auto& supply = state.supplies.at(event.supply);
    supply.due = event.due_date;
    supply.ordered = event.ordered;
    supply.coming = event.coming;
    supply.booked = event.booked;
    place_supply(state, event.supply);
}

void evolve(State& state, const SupplyReceived& event, const Facts& facts) {
    auto& supply = state.supplies.at(event.supply);
    supply.received += event.quantity + event.damaged;
    supply.coming = event.coming;
    supply.booked = event.booked;
    if (event.for_promises > 0) supply.arrived.push_back({event.lot, event.for_promises});
    if (!event.receipt.empty()) {
        const std::string lot = event.lot ? facts.master.lot(event.lot).code : std::string{};
        supply.receipts.push_back(event.receipt + '|' + lot);
    }
    place_supply(state, event.supply);
}

void evolve(State& state, const PromiseSettled& event, const Facts& facts) {
    auto& supply = state.supplies.at(event.supply);
    for (const auto& posting : event.entry.units)
        if (posting.to == ledger::Pipeline::reserved) take_arrived(supply, posting.lot_to, posting.quantity);
    for (const auto& posting : event.entry.stock) {
        if (posting.to == ledger::Stock::available) take_arrived(supply, posting.lot_to, posting.quantity);
        supply.booked -= posting.quantity;
    }
    if (event.order) supply.booked -= event.reserved + event.cut;
    std::erase_if(supply.promised, [&](const ledger::LineRef& ref) {
        const auto* order = facts.ledger.find(ref.order);
        return !order || order->quantity(*order->line(ref.line), ledger::Pipeline::promised) == 0;
    });
    note_holders(state, event.entry, facts);
}

void evolve(State& state, const OrderReserved& event, const Facts& facts) {
    note_holders(state, event.entry, facts);
    for (const auto& part : event.promised) {
        auto& promised = state.supplies.at(part.supply).promised;
        const ledger::LineRef ref{event.order, part.line};
        if (std::ranges::find(promised, ref) == promised.end()) promised.push_back(ref);
    }
}

void evolve(State&, const WaitingCalled&, const Facts&) {}
void evolve(State&, const ReservationReturned&, const Facts&) {}

Count& count_of(State& state, CountId id, const Place& place) {
    if (auto* known = state.counts.find(id)) return *known;
    Count count;
    count.site = place.site;
    count.item = place.item;
    count.lot = place.lot;
    state.open_counts[place_key(place)] = id;
    return state.counts.add(id, std::move(count));
}

void evolve(State& state, const CountRequested& event, const Facts&) {
    auto& count = count_of(state, event.count, {event.site, event.item, event.lot});
    count.doubt += event.doubt;
    if (!event.joined) count.reason = event.reason;
    count.due = event.due;
}

void evolve(State& state, const CountRecorded& event, const Facts&) {
    auto& count = count_of(state, event.count, {event.site, event.item, event.lot});
    count.state = event.recount ? CountState::recount : CountState::counted;
    count.counted = event.counted;
    count.difference = event.difference;
    count.counted_by.push_back(event.counted_by);
    count.due = event.due;
}

void evolve(State& state, const StockCounted& event, const Facts&) {
    auto* count = state.counts.find(event.count);
    if (!count) return;
    count->state = CountState::posted;
    count->counted = event.counted;
    count->difference = event.difference;
    count->missing = event.missing;
    count->approved_by = event.approved_by;
    state.open_counts.erase(place_key({event.site, event.item, event.lot}));
}

void evolve(State&, const StockHeld&, const Facts&) {}
void evolve(State&, const SuspenseExplained&, const Facts&) {}

} // namespace

void apply(State& state, const Event& event, const Facts& facts) {
    std::visit([&](const auto& one) { evolve(state, one, facts); }, event);
}

bool is_overdue(const State& state, SupplyId id, Time now) {
    const auto* supply = state.supplies.find(id);
    return supply && supply->coming > 0 && start_of(supply->due) + hours(48) <= now;
}

bool is_overdue(const State& state, CountId id, Time now) {
    const auto* count = state.counts.find(id);
    return count && count->state != CountState::posted && count->due <= now;
}

} // namespace truefill::inventory
