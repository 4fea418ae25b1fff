#include "base/one_of_impl.h"
#include "shipping/verbs.h"
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

/// Nothing is on its way any more, and something is lost or arrived.
void settle(Shipment& shipment, ShipmentId id, const Facts& facts) {
    const auto* order = facts.ledger.find(shipment.order);
    if (order == nullptr || units_of(*order, id, Pipeline::shipped) > 0) return;
    if (units_of(*order, id, Pipeline::delivered) > 0) shipment.status = ShipmentStatus::delivered;
    else if (units_of(*order, id, Pipeline::lost) > 0) shipment.status = ShipmentStatus::lost;
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

void evolve(State& state, const TrackingRecorded& event, const Facts&) {
    auto& shipment = state.shipments.at(event.shipment);
    if (event.at < shipment.last_word_at) return; // an old word does not undo a newer one
    shipment.last_word = event.status;
    shipment.last_word_at = event.at;
    const bool moving =
        shipment.is_issued() && !shipment.delivered_at && shipment.status != ShipmentStatus::lost;
    if (moving)
        shipment.status =
            event.status == "exception" ? ShipmentStatus::exception : ShipmentStatus::in_transit;
}

void evolve(State& state, const Delivered& event, const Facts&) {
    auto& shipment = state.shipments.at(event.shipment);
    shipment.delivered_at = event.delivered_at;
    shipment.status = ShipmentStatus::delivered;
}

void evolve(State& state, const DeliveryRetracted& event, const Facts&) {
    auto& shipment = state.shipments.at(event.shipment);
    shipment.delivered_at = {};
    shipment.status = ShipmentStatus::in_transit;
    shipment.told_late = false;
    shipment.due = event.due;
}

void evolve(State& state, const LossReported& event, const Facts& facts) {
    settle(state.shipments.at(event.shipment), event.shipment, facts);
}

void evolve(State& state, const LossFound& event, const Facts& facts) {
    settle(state.shipments.at(event.shipment), event.shipment, facts);
}

/// When nothing of it has left, the shipment stands where it stood before.
void evolve(State& state, const IssueReversed& event, const Facts& facts) {
    auto& shipment = state.shipments.at(event.shipment);
    const auto* order = facts.ledger.find(event.order);
    for (const auto bucket : {Pipeline::shipped, Pipeline::delivered, Pipeline::lost, Pipeline::returned})
        if (order && units_of(*order, event.shipment, bucket) > 0) return;
    shipment.issued_at = {};
    shipment.delivered_at = {};
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

} // namespace truefill::shipping

template struct truefill::KindsOf<truefill::shipping::Event>;
