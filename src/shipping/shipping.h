/// Shipping: from the packed release to the proof of delivery.
///
/// A *shipment* is what leaves a site together for one release. It is tendered to one carrier after the other
/// until one takes it. The goods issue is a fact: whoever has the goods gone, has them gone. It posts what is
/// packed although a hold blocks it, the customer has cancelled, or no carrier was ever asked; each of these
/// is a deviation. Goods that leave without a shipment get one made on the spot (`GoodsIssued::made`).
///
/// The goods issue earns the revenue: value stage issued, UNBILLED against REVENUE and CHARGES. Charges of
/// kind `each_shipment` are earned whole with the first one. For transfers no money moves, the goods stand
/// INBOUND at the target site, and the delivery posts nothing: the target site receives them.
///
/// Facts that came too early (issue before packing, delivery before the issue) wait under "order:NUMBER".
/// Exact repeats are refused with a code `already_...`, follow-ups with nothing to do with `nothing_...`.
/// What carriers tell about shipments that we do not have is a `ShipmentUnknown` with a deviation.
/// `CheckShipment` answers no event when nothing is late.
#pragma once

#include "base/names.h"
#include "base/table.h"
#include "journal/decision.h"
#include "journal/envelope.h"
#include "masterdata/facts.h"
#include "shipping/commands.h"
#include "shipping/events.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace truefill::shipping {

struct State {
    Table<ShipmentId, Shipment> shipments;
    TextMap<ShipmentId> by_tracking;
    boost::unordered_flat_map<ReleaseId, ShipmentId> by_release; ///< the latest one
};
TF_DESCRIBE(State, (shipments, by_tracking, by_release))

using Decision = journal::Decision<Event>;

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope);
/// The ledger has the event's entry already.
void apply(State& state, const Event& event, const Facts& facts);
/// Other rooms moved units that had left: they came back, or the target site of a transfer received them. The
/// shipments that they left with say what their units say: something on its way, else arrived, else lost.
/// What came back whole keeps its last word.
void settle(State& state, OrderId order, const Facts& facts);
/// What is wrong with the word of a shipment, given where its units stand (I15); nothing when it fits.
std::optional<std::string> misfit(const ledger::Order& order, ShipmentId id, const Shipment& shipment);
/// One or two sentences for people.
std::string tell(const Facts& facts, const Event& event);

/// The shipment that a message means: by id, else by tracking number. None when there is no such one.
inline ShipmentId find_shipment(const State& state, ShipmentId id, std::string_view tracking) {
    if (id) return state.shipments.find(id) ? id : ShipmentId{};
    const auto found = state.by_tracking.find(tracking);
    return found == state.by_tracking.end() || !state.shipments.find(found->second) ? ShipmentId{}
                                                                                    : found->second;
}

inline bool is_unanswered(const Shipment& shipment, Time now) {
    return shipment.status == ShipmentStatus::tendered && !shipment.told_unanswered && now >= shipment.due;
}
inline bool is_undelivered(const Shipment& shipment, Time now) {
    return shipment.is_issued() && !shipment.delivered_at && shipment.status != ShipmentStatus::lost &&
           !shipment.told_late && now >= shipment.due;
}
/// For timers: whether CheckShipment would find something now.
inline bool needs_check(const State& state, ShipmentId id, Time now) {
    const auto* shipment = state.shipments.find(id);
    return shipment && (is_unanswered(*shipment, now) || is_undelivered(*shipment, now));
}

} // namespace truefill::shipping
