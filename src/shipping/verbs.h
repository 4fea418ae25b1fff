/// The verbs of shipping, one decision each, and what they share. For the sources of this folder.
#pragma once

#include "ledger/valuation.h"
#include "shipping/shipping.h"

#include <algorithm>
#include <utility>

namespace truefill::shipping {

using journal::Envelope;
using ledger::Pipeline;

Decision decide_one(const Facts&, const State&, const PlanShipment&, const Envelope&);
Decision decide_one(const Facts&, const State&, const AcceptTender&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RejectTender&, const Envelope&);
Decision decide_one(const Facts&, const State&, const IssueGoods&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RecordTracking&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ConfirmDelivery&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RetractDelivery&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReportLoss&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReportFound&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReverseIssue&, const Envelope&);
Decision decide_one(const Facts&, const State&, const CheckShipment&, const Envelope&);
Decision decide_one(const Facts&, const State&, const CorrectShipment&, const Envelope&);

/// A decision of one event, moved, not copied.
template <class E> Decision one(E&& event) {
    std::vector<Event> events;
    events.emplace_back(std::forward<E>(event));
    return events;
}

/// A shipment with its order.
struct Found {
    ShipmentId id;
    const Shipment* shipment{};
    const ledger::Order* order{}; ///< nullptr: no longer in memory
};
Found find(const Facts& facts, const State& state, ShipmentId id, std::string_view tracking = {});
/// A message about a shipment that we do not have: a case.
Decision unknown(ShipmentId named, const std::string& tracking, std::string said);
/// For commands of people and follow-ups: the shipment does not exist, or its order is archived.
std::unexpected<journal::Refusal> missing(const Found& found, ShipmentId named);

ledger::Deviation deviation(std::string_view category, std::string sentence, const Found& found);

std::string name_of(ShipmentId id); ///< SH-9
std::string name_of(ReleaseId id);  ///< R-17
std::string units(Quantity quantity);
std::string name_of_order(const Facts& facts, OrderId id);
std::string name_of_carrier(const Facts& facts, CarrierId id);

/// When it happened, as the message says, else its source, else when we wrote it down.
inline Time happened(Time said, const Envelope& envelope) {
    if (said) return said;
    return envelope.event_time ? envelope.event_time : envelope.record_time;
}
/// When goods that left then should have arrived; without a carrier three days are taken for the way.
Time delivery_due(const Facts& facts, CarrierId carrier, Time shipped_at);

/// Units before the goods issue that are still wanted.
constexpr bool is_before_issue(Pipeline bucket) {
    return bucket >= Pipeline::open && bucket <= Pipeline::packed;
}
Quantity units_of(const ledger::Order& order, ShipmentId shipment, Pipeline bucket);

inline void add_line(std::vector<LineQuantity>& lines, LineNumber line, Quantity quantity) {
    for (auto& mine : lines) {
        if (mine.line != line) continue;
        mine.quantity += quantity;
        return;
    }
    lines.push_back({line, quantity});
}

/// Units of a shipment that shall move; line 0: all lines, quantity 0: all units.
struct Move {
    ShipmentId shipment;
    LineNumber line{};
    Quantity quantity{};
    ledger::Trigger trigger{};
    Pipeline from{}, to{};
};
struct Moved {
    std::vector<LineQuantity> lines;
    Quantity quantity{};
    Quantity now_billable{}; ///< their billing became BILLABLE from something else
    Quantity waived{};
    Quantity credit_due{};
};
/// Moves what the table lets move. Value that is earned, or no longer earned, is posted with it.
Moved move_units(ledger::Draft& draft, const Move& move);

} // namespace truefill::shipping
