#include "base/one_of_impl.h"
#include "warehouse/moves.h"
#include "warehouse/warehouse.h"

#include <algorithm>
#include <limits>

namespace truefill::warehouse {
namespace {

/// A recall is pending for no more units than the site still has: what was rejected, not found or lost is
/// answered.
void trim_recalls(Release& release, ReleaseId id, const Facts& facts) {
    if (release.recalls.empty()) return;
    const auto* order = facts.ledger.find(release.order);
    for (auto& recall : release.recalls) {
        const auto* line = order ? order->line(recall.line) : nullptr;
        recall.quantity = line ? std::min(recall.quantity, progress(*order, *line, id).on_site()) : 0;
    }
    std::erase_if(release.recalls, [](const PendingRecall& recall) { return recall.quantity == 0; });
}

void acknowledge(Release& release, Time at, Time due) {
    if (release.acknowledged_at || !at) return;
    release.acknowledged_at = at;
    release.due = due;
}

void evolve(State& state, const LinesReleased& event, const Facts&) {
    Release release;
    release.order = event.order;
    release.site = event.site;
    release.sent_at = event.sent_at;
    release.due = event.due;
    release.lines = event.lines;
    release.picks.reserve(event.lines.size());
    state.releases.add(event.release, std::move(release));
}

void evolve(State& state, const ReleaseQueued& event, const Facts&) {
    auto& queue = state.queues[event.site];
    queue.orders.insert({event.priority, event.requested, event.order});
    queue.cut_off = event.cut_off;
}

void evolve(State& state, const WaveCalled& event, const Facts&) {
    auto& orders = state.queues[event.site].orders;
    for (const auto order : event.orders) {
        TF_ASSERT(!orders.empty() && orders.begin()->order == order, "a wave calls the first of the queue");
        orders.erase(orders.begin());
    }
}

void evolve(State& state, const ReleaseAcknowledged& event, const Facts&) {
    acknowledge(state.releases.at(event.release), event.acknowledged_at, event.due);
}

void evolve(State& state, const ReleaseRejected& event, const Facts& facts) {
    auto& release = state.releases.at(event.release);
    acknowledge(release, event.at, {}); // a rejection is an answer too
    trim_recalls(release, event.release, facts);
}

void evolve(State& state, const RecallRequested& event, const Facts&) {
    auto& release = state.releases.at(event.release);
    for (const auto& asked : event.lines) {
        const auto known = std::ranges::find(release.recalls, asked.line, &PendingRecall::line);
        if (known == release.recalls.end()) release.recalls.push_back({asked.line, asked.quantity});
        else known->quantity += asked.quantity;
    }
    release.recall_due = event.due;
    release.told_recall = false;
}

void evolve(State& state, const RecallAnswered& event, const Facts& facts) {
    auto& release = state.releases.at(event.release);
    for (const auto& answered : event.lines) {
        const auto known = std::ranges::find(release.recalls, answered.line, &PendingRecall::line);
        if (known != release.recalls.end()) known->quantity -= std::min(known->quantity, answered.quantity);
    }
    std::erase_if(release.recalls, [](const PendingRecall& recall) { return recall.quantity == 0; });
    trim_recalls(release, event.release, facts);
}

void evolve(State& state, const ReleaseLate& event, const Facts&) {
    auto& release = state.releases.at(event.release);
    release.told_unacknowledged = release.told_unacknowledged || event.unacknowledged;
    release.told_overdue = release.told_overdue || event.overdue;
    release.told_recall = release.told_recall || event.recall_unanswered;
}

void evolve(State&, const LotSwapped&, const Facts&) {} // the ledger knows

void evolve(State& state, const PickConfirmed& event, const Facts& facts) {
    auto& release = state.releases.at(event.release);
    if (event.sequence) {
        constexpr Quantity most = std::numeric_limits<std::uint32_t>::max();
        const auto quantity = static_cast<std::uint32_t>(std::clamp<Quantity>(event.reported, 0, most));
        release.picks.push_back({event.sequence, event.line, quantity});
    }
    acknowledge(release, event.at, event.due);
    trim_recalls(release, event.release, facts);
}

void evolve(State&, const PickPutBack&, const Facts&) {} // the ledger knows

void evolve(State& state, const Packed& event, const Facts& facts) {
    if (event.handling_unit == state.handling_units.next_id())
        state.handling_units.add(event.handling_unit,
                                 {sscc_number(event.sscc), event.release, event.order, 0});
    state.handling_units.at(event.handling_unit).weight_grams += event.own_grams;
    if (!event.sscc.empty()) state.sscc_index.emplace(sscc_number(event.sscc), event.handling_unit);
    if (!event.virtual_key.empty()) state.virtual_units.emplace(event.virtual_key, event.handling_unit);
    if (event.serial) state.serials[facts.master.site(event.site).gs1_prefix] = event.serial;
}

void evolve(State& state, const Unpacked& event, const Facts&) {
    if (!event.lines.empty()) state.handling_units.at(event.handling_unit).weight_grams = 0;
}

void evolve(State& state, const DamageReported& event, const Facts& facts) {
    trim_recalls(state.releases.at(event.release), event.release, facts);
}

void evolve(State& state, const LegacyConfirmed& event, const Facts&) {
    if (event.seen.empty()) return;
    auto& note = state.notes[event.note_key];
    note.lines.insert(note.lines.end(), event.seen.begin(), event.seen.end());
    if (!event.carton.empty()) note.cartons.push_back(event.carton);
    else if (event.pack) ++note.parts;
}

} // namespace

void apply(State& state, const Event& event, const Facts& facts) {
    visit([&](const auto& one) { evolve(state, one, facts); }, event);
}

void forget(State& state, const ledger::Order& order) {
    const auto erase = [](auto& table, auto id) {
        if (table.find(id)) table.erase(id);
    };
    for (const auto& parcel : order.parcels) {
        if (parcel.quantity == 0) continue;
        erase(state.releases, parcel.release);
        erase(state.handling_units, parcel.handling_unit);
    }
}

} // namespace truefill::warehouse

template struct truefill::KindsOf<truefill::warehouse::Event>;
