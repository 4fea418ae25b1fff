#include "shipping/verbs.h"

#include <fmt/format.h>

namespace truefill::shipping {

using ledger::Trigger;

Decision decide_one(const Facts& facts, const State& state, const RecordTracking& command,
                    const Envelope& envelope) {
    const auto found = find(facts, state, command.shipment, command.tracking);
    if (!found.shipment)
        return unknown(command.shipment, command.tracking,
                       fmt::format("a carrier tells \"{}\"", command.status));
    const auto& shipment = *found.shipment;
    const auto at = happened(command.at, envelope);
    if (shipment.last_word_at == at && shipment.last_word == command.status)
        return journal::refuse("already_recorded",
                               fmt::format("\"{}\" is recorded for {}", command.status, name_of(found.id)));
    TrackingRecorded event{{}, found.id, shipment.order, command.status, at, command.place};
    if (command.status == "exception")
        event.deviations.push_back(
            deviation("carrier_exception",
                      fmt::format("{} reports an exception on {} of {}{}{}",
                                  shipment.carrier ? name_of_carrier(facts, shipment.carrier) : "the carrier",
                                  name_of(found.id), name_of_order(facts, shipment.order),
                                  command.place.empty() ? "" : " at ", command.place),
                      found));
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ConfirmDelivery& command,
                    const Envelope& envelope) {
    const auto found = find(facts, state, command.shipment, command.tracking);
    if (!found.shipment) return unknown(command.shipment, command.tracking, "a delivery is confirmed");
    const auto& shipment = *found.shipment;
    if (shipment.delivered_at)
        return journal::refuse("already_delivered", fmt::format("{} is delivered", name_of(found.id)));
    if (!found.order) return missing(found, command.shipment);
    if (!shipment.is_issued())
        return journal::wait_for(
            "order:" + found.order->number, "not_issued",
            fmt::format("{} of {} has not left its site yet", name_of(found.id), found.order->number));
    Delivered event;
    event.shipment = found.id;
    event.order = shipment.order;
    event.delivered_at = happened(command.delivered_at, envelope);
    event.signed_by = command.signed_by;
    if (found.order->kind == ledger::LineKind::transfer) return one(std::move(event));
    ledger::Draft draft{*found.order};
    auto moved =
        move_units(draft, {found.id, 0, 0, Trigger::deliver, Pipeline::shipped, Pipeline::delivered});
    if (moved.quantity == 0) {
        if (units_of(*found.order, found.id, Pipeline::lost) > 0)
            return journal::refuse_with_case(
                "contradiction", "lost_before",
                fmt::format(
                    "{} is said to be delivered, but was reported lost; report it found if it is true",
                    name_of(found.id)));
        return journal::refuse("already_delivered",
                               fmt::format("nothing of {} is on its way", name_of(found.id)));
    }
    event.lines = std::move(moved.lines);
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const RetractDelivery& command,
                    const Envelope& envelope) {
    const auto found = find(facts, state, command.shipment);
    if (!found.shipment) return unknown(command.shipment, {}, "a delivery is retracted");
    if (!found.order) return missing(found, command.shipment);
    if (command.quantity < 0) return journal::refuse("quantity_invalid", "a quantity is not below zero");
    ledger::Draft draft{*found.order};
    auto moved = move_units(draft, {found.id, command.line, command.quantity, Trigger::retract_delivery,
                                    Pipeline::delivered, Pipeline::shipped});
    if (moved.quantity == 0)
        return journal::refuse("nothing_delivered",
                               fmt::format("nothing of {} is delivered", name_of(found.id)));
    DeliveryRetracted event;
    if (moved.quantity < command.quantity)
        event.deviations.push_back(
            deviation("contradiction",
                      fmt::format("delivery of {} of {} is retracted, but only {} delivered",
                                  units(command.quantity), name_of(found.id), moved.quantity),
                      found));
    event.due = delivery_due(facts, found.shipment->carrier, envelope.record_time);
    event.shipment = found.id;
    event.order = found.shipment->order;
    event.lines = std::move(moved.lines);
    event.reason = command.reason;
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const CheckShipment& command,
                    const Envelope& envelope) {
    const auto found = find(facts, state, command.shipment);
    if (!found.shipment) return std::vector<Event>{};
    const auto& shipment = *found.shipment;
    const auto now = envelope.record_time;
    // A target site tells of a transfer itself, and what came back is on its way no more.
    const bool on_its_way = !found.order || units_of(*found.order, found.id, Pipeline::shipped) > 0;
    ShipmentLate event{{},
                       found.id,
                       shipment.order,
                       shipment.carrier,
                       is_unanswered(shipment, now),
                       on_its_way && is_undelivered(shipment, now)};
    const auto whose = fmt::format("{} of {}", name_of(found.id), name_of_order(facts, shipment.order));
    const auto carrier = name_of_carrier(facts, shipment.carrier);
    if (event.unanswered)
        event.deviations.push_back(deviation(
            "tender_unanswered", fmt::format("{} has not answered the tender of {}", carrier, whose), found));
    if (event.undelivered)
        event.deviations.push_back(deviation(
            "delivery_late", fmt::format("{} has not delivered {} in time", carrier, whose), found));
    if (event.deviations.empty()) return std::vector<Event>{};
    return one(std::move(event));
}

} // namespace truefill::shipping
