#include "base/one_of_impl.h"
#include "shipping/verbs.h"

#include <fmt/format.h>

namespace truefill::shipping {
namespace {

void track(State& state, ShipmentId id, const std::string& tracking) {
    if (tracking.empty()) return;
    state.shipments.at(id).tracking = tracking;
    state.by_tracking.try_emplace(tracking, id);
}

template <class E> Shipment& add(State& state, const E& event) {
    Shipment shipment;
    shipment.order = event.order;
    shipment.release = event.release;
    shipment.site = event.site;
    shipment.handling_units = event.handling_units;
    state.by_release[event.release] = event.shipment;
    return state.shipments.add(event.shipment, std::move(shipment));
}

/// Where the units of a shipment stand.
struct Whereabouts {
    Quantity shipped{}, delivered{}, lost{}, returned{};
    bool any() const { return shipped + delivered + lost + returned > 0; }
};

Whereabouts whereabouts(const ledger::Order& order, ShipmentId id) {
    return {units_of(order, id, Pipeline::shipped), units_of(order, id, Pipeline::delivered),
            units_of(order, id, Pipeline::lost), units_of(order, id, Pipeline::returned)};
}

/// Nothing is on its way any more, and something is lost or arrived.
void settle(Shipment& shipment, ShipmentId id, const ledger::Order* order) {
    if (order == nullptr) return;
    const auto units = whereabouts(*order, id);
    if (units.shipped > 0) return;
    if (units.delivered > 0) {
        shipment.status = ShipmentStatus::delivered;
        if (!shipment.delivered_at) shipment.delivered_at = shipment.proof_at;
    } else if (units.lost > 0) {
        shipment.status = ShipmentStatus::lost;
    }
}

void evolve(State& state, const ShipmentTendered& event, const Facts&) {
    auto& shipment = event.first ? add(state, event) : state.shipments.at(event.shipment);
    shipment.handling_units = event.handling_units;
    shipment.weight_grams = event.weight_grams;
    if (event.rejected) shipment.rejected.push_back(event.rejected);
    shipment.carrier = event.carrier;
    shipment.status = ShipmentStatus::tendered;
    shipment.told_unanswered = false;
    shipment.accepted_at = {};
    shipment.due = event.due;
    ++shipment.attempts;
}

void evolve(State& state, const ShipmentPlanned& event, const Facts&) {
    add(state, event).weight_grams = event.weight_grams;
}

void evolve(State& state, const ShipmentExtended& event, const Facts&) {
    auto& shipment = state.shipments.at(event.shipment);
    shipment.handling_units = event.handling_units;
    shipment.weight_grams = event.weight_grams;
}

void evolve(State& state, const TenderAccepted& event, const Facts&) {
    auto& shipment = state.shipments.at(event.shipment);
    shipment.carrier = event.carrier;
    shipment.accepted_at = event.at;
    if (!shipment.is_issued()) shipment.status = ShipmentStatus::accepted;
    track(state, event.shipment, event.tracking);
}

void evolve(State& state, const TenderFailed& event, const Facts&) {
    auto& shipment = state.shipments.at(event.shipment);
    shipment.rejected.push_back(event.rejected);
    shipment.carrier = {};
    shipment.accepted_at = {};
    shipment.status = ShipmentStatus::planned;
}

void evolve(State& state, const ShipmentLate& event, const Facts&) {
    auto& shipment = state.shipments.at(event.shipment);
    shipment.told_unanswered = shipment.told_unanswered || event.unanswered;
    shipment.told_late = shipment.told_late || event.undelivered;
}

void evolve(State&, const ShipmentUnknown&, const Facts&) {}

void evolve(State& state, const GoodsIssued& event, const Facts&) {
    auto& shipment = event.made ? add(state, event) : state.shipments.at(event.shipment);
    shipment.handling_units = event.handling_units;
    shipment.status = ShipmentStatus::departed;
    shipment.issued_at = event.shipped_at;
    shipment.due = event.due;
    shipment.told_late = false;
    track(state, event.shipment, event.tracking);
}

void evolve(State& state, const TrackingRecorded& event, const Facts& facts) {
    auto& shipment = state.shipments.at(event.shipment);
    if (event.at < shipment.last_word_at) return; // an old word does not undo a newer one
    shipment.last_word = event.status;
    shipment.last_word_at = event.at;
    const auto* order = facts.ledger.find(shipment.order);
    const bool moving = shipment.is_issued() && !shipment.delivered_at && order &&
                        units_of(*order, event.shipment, Pipeline::shipped) > 0;
    if (moving)
        shipment.status =
            event.status == "exception" ? ShipmentStatus::exception : ShipmentStatus::in_transit;
}

void evolve(State& state, const Delivered& event, const Facts&) {
    auto& shipment = state.shipments.at(event.shipment);
    shipment.delivered_at = event.delivered_at;
    shipment.status = ShipmentStatus::delivered;
}

void evolve(State& state, const DeliveryRetracted& event, const Facts& facts) {
    auto& shipment = state.shipments.at(event.shipment);
    const auto* order = facts.ledger.find(event.order);
    const bool in_part = order && units_of(*order, event.shipment, Pipeline::delivered) > 0;
    if (!in_part) shipment.proof_at = {};
    else if (shipment.delivered_at) shipment.proof_at = shipment.delivered_at;
    shipment.delivered_at = {};
    shipment.status = ShipmentStatus::in_transit;
    shipment.told_late = false;
    shipment.due = event.due;
}

void evolve(State& state, const LossReported& event, const Facts& facts) {
    settle(state.shipments.at(event.shipment), event.shipment, facts.ledger.find(event.order));
}

void evolve(State& state, const LossFound& event, const Facts& facts) {
    settle(state.shipments.at(event.shipment), event.shipment, facts.ledger.find(event.order));
}

/// When nothing of it has left, the shipment stands where it stood before; else it is what the rest says.
void evolve(State& state, const IssueReversed& event, const Facts& facts) {
    auto& shipment = state.shipments.at(event.shipment);
    const auto* order = facts.ledger.find(event.order);
    if (order && whereabouts(*order, event.shipment).any()) return settle(shipment, event.shipment, order);
    shipment.issued_at = {};
    shipment.delivered_at = {};
    shipment.proof_at = {};
    shipment.told_late = false;
    // A tender that was never answered is not asked about again: the goods had been taken.
    shipment.status = shipment.carrier ? ShipmentStatus::accepted : ShipmentStatus::planned;
    const auto latest = state.by_release.find(event.release);
    const auto* other = latest == state.by_release.end() ? nullptr : state.shipments.find(latest->second);
    if (!other || other->is_issued()) state.by_release[event.release] = event.shipment;
}

void evolve(State&, const CorrectionStarted&, const Facts&) {}

} // namespace

void apply(State& state, const Event& event, const Facts& facts) {
    visit([&](const auto& one) { evolve(state, one, facts); }, event);
}

void settle(State& state, OrderId id, const Facts& facts) {
    const auto* order = facts.ledger.find(id);
    if (order == nullptr) return;
    for (const auto& parcel : order->parcels) {
        if (parcel.quantity == 0 || !parcel.shipment || !state.shipments.find(parcel.shipment)) continue;
        settle(state.shipments.at(parcel.shipment), parcel.shipment, order);
    }
}

std::optional<std::string> misfit(const ledger::Order& order, ShipmentId id, const Shipment& shipment) {
    const auto units = whereabouts(order, id);
    const auto status = shipment.status;
    const bool agreed = status <= ShipmentStatus::accepted;
    const bool on_its_way = !agreed && status != ShipmentStatus::delivered && status != ShipmentStatus::lost;
    // A carrier delivers a transfer; its target site receives it later.
    const bool may_arrive_first = order.kind == ledger::LineKind::transfer;
    bool fits = true;
    if (!shipment.is_issued() || !units.any()) fits = agreed && !units.any();
    else if (units.shipped > 0)
        fits = on_its_way || (may_arrive_first && status == ShipmentStatus::delivered);
    else if (units.delivered > 0) fits = status == ShipmentStatus::delivered;
    else if (units.lost > 0) fits = status == ShipmentStatus::lost;
    else fits = !agreed;
    if (fits) return std::nullopt;
    return fmt::format("{} of {} is {}, and {} of its units are on their way, {} delivered, {} lost, {} back",
                       name_of(id), order.number, truefill::name_of(status), units.shipped, units.delivered,
                       units.lost, units.returned);
}

} // namespace truefill::shipping

template struct truefill::KindsOf<truefill::shipping::Event>;
