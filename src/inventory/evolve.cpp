#include "base/one_of_impl.h"
#include "inventory/decide.h"
#include "inventory/receipt.h"
#include "inventory/shelf.h"
#include "inventory/supply.h"

#include <algorithm>
#include <tuple>

namespace truefill::inventory {
namespace {

using ledger::Pipeline;
using ledger::Stock;

/// True when a line has, or may get back without a new reservation, allocated stock at a site: what is picked
/// can be put back and recalled.
bool holds_stock(const ledger::Ledger& ledger, const ledger::LineRef& ref, SiteId site) {
    const auto* order = ledger.find(ref.order);
    const auto* line = order ? order->line(ref.line) : nullptr;
    bool holds = false;
    if (line)
        order->each_parcel(*line, [&](std::uint32_t, const ledger::Parcel& parcel) {
            const bool stands = parcel.pipeline == Pipeline::reserved ||
                                parcel.pipeline == Pipeline::released ||
                                parcel.pipeline == Pipeline::picked || parcel.pipeline == Pipeline::packed;
            holds = holds || (stands && parcel.site == site);
        });
    return holds;
}

void add_holder(State& state, const ledger::Ledger& ledger, const Place& place, const ledger::LineRef& ref) {
    auto& holders = state.holders[holder_key(place.item, place.site)];
    // The postings of a line stand together.
    if (!holders.lines.empty() && holders.lines.back() == ref) return;
    if (holders.lines.size() >= holders.prune_at) {
        std::ranges::sort(holders.lines);
        holders.lines.erase(std::ranges::unique(holders.lines).begin(), holders.lines.end());
        std::erase_if(holders.lines,
                      [&](const auto& line) { return !holds_stock(ledger, line, place.site); });
        holders.prune_at = static_cast<std::uint32_t>(std::max<std::size_t>(16, 2 * holders.lines.size()));
    }
    holders.lines.push_back(ref);
}

/// Drops lines that a supply is not promised to any more.
void prune_promised(Supply& supply, SupplyId id, const ledger::Ledger& ledger) {
    std::erase_if(supply.promised, [&](const ledger::LineRef& ref) {
        const auto* order = ledger.find(ref.order);
        const auto* line = order ? order->line(ref.line) : nullptr;
        bool is_promised = false;
        if (line)
            order->each_parcel(*line, [&](std::uint32_t, const ledger::Parcel& parcel) {
                is_promised = is_promised || (parcel.pipeline == Pipeline::promised && parcel.supply == id);
            });
        return !is_promised;
    });
}

/// Keeps the lists of where to look after units of an order were reserved or promised.
void note_units(State& state, const ledger::Entry& entry, const Facts& facts) {
    if (entry.units.empty()) return;
    const auto& order = facts.ledger.order(entry.order);
    for (const auto& posting : entry.units) {
        const ledger::LineRef ref{order.id, posting.line};
        if (posting.to == Pipeline::reserved)
            add_holder(state, facts.ledger, {posting.site, order.line(posting.line)->item, {}}, ref);
        if (posting.to != Pipeline::promised) continue;
        auto& supply = state.supplies.at(posting.supply);
        if (std::ranges::find(supply.promised, ref) != supply.promised.end()) continue;
        supply.promised.push_back(ref);
        // Lines that were cancelled must not keep others out.
        if (supply.promised.size() >= promises_per_supply)
            prune_promised(supply, posting.supply, facts.ledger);
    }
}

/// Puts a supply where its date belongs among those of its item, or takes it out when nothing more will come.
void place_supply(State& state, SupplyId id) {
    const auto& supply = state.supplies.at(id);
    auto& all = state.supplies_of_item;
    if (all.size() <= supply.item.value) all.resize(supply.item.value + 1);
    auto& list = all[supply.item.value];
    std::erase(list, id);
    if (supply.coming == 0) return;
    const auto rank = [&](SupplyId other) { return std::tuple{state.supplies.at(other).due, other}; };
    list.insert(std::ranges::lower_bound(list, rank(id), {}, rank), id);
}

/// Takes units off what stands on the dock.
void take_arrived(Supply& supply, LotId lot, Quantity quantity) {
    for (auto& arrival : supply.arrived) {
        if (arrival.lot != lot) continue;
        const auto part = std::min(arrival.quantity, quantity);
        arrival.quantity -= part;
        quantity -= part;
    }
    std::erase_if(supply.arrived, [](const Arrival& arrival) { return arrival.quantity == 0; });
}

/// The document of a count, made at its first event.
Count& count_of(State& state, CountId id, const Place& place) {
    if (auto* count = state.counts.find(id)) return *count;
    Count count;
    count.site = place.site;
    count.item = place.item;
    count.lot = place.lot;
    state.open_counts[place_key(place)] = id;
    return state.counts.add(id, std::move(count));
}

void evolve(State& state, const StockOpened& event, const Facts&) {
    state.openings.emplace(opening_key(event.reference, event.site), event.site);
}

void evolve(State& state, const SupplyAnnounced& event, const Facts&) {
    if (!state.supplies.find(event.supply)) {
        state.supplies.add(event.supply, Supply{});
        state.supply_keys.emplace(supply_key(event.reference, event.item), event.supply);
    }
    auto& supply = state.supplies.at(event.supply);
    supply.reference = event.reference;
    supply.supplier = event.supplier;
    supply.item = event.item;
    supply.site = event.site;
    supply.due = event.due_date;
    supply.ordered = event.ordered;
    supply.coming = supply.booked = event.coming;
    place_supply(state, event.supply);
}

void evolve(State& state, const SupplyChanged& event, const Facts& facts) {
    auto& supply = state.supplies.at(event.supply);
    supply.due = event.due_date;
    supply.ordered = event.ordered;
    supply.coming = event.coming;
    supply.booked = event.booked;
    prune_promised(supply, event.supply, facts.ledger);
    place_supply(state, event.supply);
}

void evolve(State& state, const SupplyReceived& event, const Facts& facts) {
    if (!state.supplies.find(event.supply)) {
        Supply supply;
        supply.reference = event.reference;
        supply.item = event.item;
        supply.site = event.site;
        state.supply_keys.emplace(supply_key(event.reference, event.item), event.supply);
        state.supplies.add(event.supply, std::move(supply));
    }
    auto& supply = state.supplies.at(event.supply);
    supply.received += event.quantity + event.damaged;
    supply.coming = event.coming;
    supply.booked = event.booked;
    if (event.for_promises > 0)
        supply.arrived.push_back({event.lot, event.for_promises, expiry_of(facts, event.lot)});
    if (!event.receipt.empty()) supply.receipts.push_back(event.receipt);
    prune_promised(supply, event.supply, facts.ledger);
    place_supply(state, event.supply);
}

void evolve(State& state, const PromiseSettled& event, const Facts& facts) {
    auto& supply = state.supplies.at(event.supply);
    for (const auto& posting : event.entry.units)
        if (posting.to == Pipeline::reserved) take_arrived(supply, posting.lot_to, posting.quantity);
    for (const auto& posting : event.entry.stock) {
        if (posting.to == Stock::available) take_arrived(supply, posting.lot_to, posting.quantity);
        supply.booked -= posting.quantity;
    }
    if (event.order) supply.booked -= event.reserved + event.cut;
    note_units(state, event.entry, facts);
    prune_promised(supply, event.supply, facts.ledger);
}

void evolve(State& state, const OrderReserved& event, const Facts& facts) {
    note_units(state, event.entry, facts);
}

void evolve(State&, const WaitingCalled&, const Facts&) {}

void evolve(State& state, const ReservationReturned& event, const Facts&) {
    if (!event.count) return;
    auto& count = state.counts.at(event.count);
    count.missing -= event.quantity;
    if (count.missing == 0) count.state = CountState::posted;
}

void evolve(State& state, const CountRequested& event, const Facts&) {
    auto& count = count_of(state, event.count, {event.site, event.item, event.lot});
    count.doubt += event.doubt;
    if (!count.reason.empty() && !event.reason.empty()) count.reason += "; ";
    count.reason += event.reason;
    count.due = event.due;
}

void evolve(State& state, const CountRecorded& event, const Facts&) {
    auto& count = count_of(state, event.count, {event.site, event.item, event.lot});
    count.state = event.recount ? CountState::recount : CountState::counted;
    count.counted = event.counted;
    count.difference = event.difference;
    count.counted_by.push_back(event.counted_by);
    if (!event.entered_by.empty()) count.entered_by.push_back(event.entered_by);
    count.due = event.due;
}

void evolve(State& state, const StockCounted& event, const Facts&) {
    const Place place{event.site, event.item, event.lot};
    auto& count = count_of(state, event.count, place);
    count.counted = event.counted;
    count.difference = event.difference;
    count.approved_by = event.approved_by;
    if (count.counted_by.empty() || count.counted_by.back() != event.counted_by)
        count.counted_by.push_back(event.counted_by);
    count.missing = event.missing;
    count.doubt = 0;
    count.state = event.missing > 0 ? CountState::posting : CountState::posted;
    // What happens at the place from now on is for another count.
    if (const auto open = state.open_counts.find(place_key(place));
        open != state.open_counts.end() && open->second == event.count)
        state.open_counts.erase(open);
}

void evolve(State&, const StockHeld&, const Facts&) {}

void evolve(State& state, const TransferPlaced& event, const Facts&) {
    state.transfers.add(event.transfer, Transfer{event.order, event.from, event.to, {}});
    state.transfer_of_order.emplace(event.order, event.transfer);
}

void evolve(State& state, const TransferReceived& event, const Facts&) {
    if (!event.receipt.empty()) state.transfers.at(event.transfer).receipts.push_back(event.receipt);
}

void evolve(State&, const SuspenseExplained&, const Facts&) {}
void evolve(State&, const StockRelabelled&, const Facts&) {}

} // namespace

void apply(State& state, const Event& event, const Facts& facts) {
    visit([&](const auto& one) { evolve(state, one, facts); }, event);
}

bool is_overdue(const State& state, SupplyId id, Time now) {
    const auto* supply = state.supplies.find(id);
    return supply && supply->coming > 0 && start_of(supply->due + 1) <= now;
}

bool is_overdue(const State& state, CountId id, Time now) {
    const auto* count = state.counts.find(id);
    return count && count->state != CountState::posting && count->state != CountState::posted &&
           count->due <= now;
}

} // namespace truefill::inventory

template struct truefill::KindsOf<truefill::inventory::Event>;
