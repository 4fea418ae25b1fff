#include "base/one_of_impl.h"
#include "shipping/verbs.h"

#include <fmt/format.h>

namespace truefill::shipping {

using ledger::Billing;

Decision decide(const Facts& facts, const State& state, const Command& command, const Envelope& envelope) {
    return visit([&](const auto& one) { return decide_one(facts, state, one, envelope); }, command);
}

Found find(const Facts& facts, const State& state, ShipmentId id, std::string_view tracking) {
    Found found;
    found.id = find_shipment(state, id, tracking);
    found.shipment = state.shipments.find(found.id);
    if (found.shipment) found.order = facts.ledger.find(found.shipment->order);
    return found;
}

Decision unknown(ShipmentId named, const std::string& tracking, std::string said) {
    // A carrier may be quicker than a site that reports once a night: its word waits for the goods issue.
    if (!named && !tracking.empty())
        return journal::wait_for("tracking:" + tracking, "shipment_unknown",
                                 fmt::format("{}, but no shipment \"{}\" has left yet", said, tracking));
    ShipmentUnknown event;
    auto& off = event.deviations.emplace_back();
    off.category = "contradiction";
    off.sentence =
        fmt::format("{}, but there is no shipment {}", said, named ? name_of(named) : "\"" + tracking + "\"");
    event.named = named;
    event.tracking = tracking;
    event.said = std::move(said);
    return one(std::move(event));
}

std::unexpected<journal::Refusal> missing(const Found& found, ShipmentId named) {
    if (!found.shipment)
        return journal::refuse_with_case("contradiction", "shipment_unknown",
                                         fmt::format("there is no shipment {}", name_of(named)));
    return journal::refuse_with_case(
        "contradiction", "order_archived",
        fmt::format("the order of {} is archived; recall it first", name_of(found.id)));
}

ledger::Deviation deviation(std::string_view category, std::string sentence, const Found& found) {
    ledger::Deviation result;
    result.category = category;
    result.sentence = std::move(sentence);
    if (found.shipment) {
        result.order = found.shipment->order;
        result.site = found.shipment->site;
    }
    return result;
}

std::string name_of(ShipmentId id) { return fmt::format("SH-{}", id.value); }
std::string name_of(ReleaseId id) { return fmt::format("R-{}", id.value); }
std::string units(Quantity quantity) { return fmt::format("{} unit{}", quantity, quantity == 1 ? "" : "s"); }

std::string name_of_order(const Facts& facts, OrderId id) {
    const auto* order = facts.ledger.find(id);
    return order ? order->number : fmt::format("order {}", id.value);
}

std::string name_of_carrier(const Facts& facts, CarrierId id) {
    return id ? facts.master.carrier(id).code : std::string{"no carrier"};
}

Time delivery_due(const Facts& facts, CarrierId carrier, Time shipped_at) {
    const int transit = carrier ? std::clamp(facts.master.carrier(carrier).transit_days, 0, 365) : 3;
    return shipped_at + days(transit + 2);
}

Quantity units_of(const ledger::Order& order, ShipmentId shipment, Pipeline bucket) {
    Quantity sum = 0;
    for (const auto& parcel : order.parcels)
        if (parcel.quantity > 0 && parcel.pipeline == bucket && parcel.shipment == shipment)
            sum += parcel.quantity;
    return sum;
}

Moved move_units(ledger::Draft& draft, const Move& move) {
    const auto& order = draft.order();
    Moved moved;
    Amount earned;
    order.each_parcel([&](const ledger::Line& line, std::uint32_t slot, const ledger::Parcel& parcel) {
        if (parcel.shipment != move.shipment || parcel.pipeline != move.from) return;
        if (move.line != 0 && line.number != move.line) return;
        const auto left = move.quantity == 0 ? parcel.quantity : move.quantity - moved.quantity;
        const auto part = std::min(left, parcel.quantity);
        const auto* posting = part > 0 ? draft.move(slot, part, move.trigger, move.to) : nullptr;
        if (posting == nullptr) return;
        moved.quantity += part;
        add_line(moved.lines, line.number, part);
        const auto from = posting->billing_from, to = posting->billing_to;
        if (from == to) return;
        if (to == Billing::waived) moved.waived += part;
        if (to == Billing::credit_due) moved.credit_due += part;
        if (to == Billing::billable) moved.now_billable += part;
        const Quantity sign = to == Billing::billable ? 1 : from == Billing::billable ? -1 : 0;
        if (sign != 0)
            earned += ledger::add_value(draft, {line.number, sign * part, parcel.unit_price},
                                        ledger::ValueStage::issued);
    });
    ledger::add_money(draft, ledger::Account::unbilled, ledger::Account::revenue, earned);
    return moved;
}

} // namespace truefill::shipping

template struct truefill::KindsOf<truefill::shipping::Command>;
