#include "shipping/questions.h"
#include "shipping/verbs.h"

#include <fmt/format.h>

namespace truefill::shipping {
namespace {

constexpr auto answer_within = hours(24);
constexpr std::int64_t weight_max_grams = 1'000'000'000'000;

/// `countries` are codes separated by blanks.
bool serves(std::string_view countries, std::string_view country) {
    if (countries.empty() || country.empty()) return true;
    for (std::size_t at = 0; at < countries.size();) {
        const auto end = std::min(countries.find(' ', at), countries.size());
        if (countries.substr(at, end - at) == country) return true;
        at = end + 1;
    }
    return false;
}

struct Load {
    SiteId site;
    std::int64_t weight_grams{};
    const std::vector<CarrierId>* rejected{};
    CarrierId rejecting; ///< says no right now
};

CarrierAnswer choose(const Facts& facts, const ledger::Order& order, const Load& load) {
    CarrierQuestion question;
    question.order = order.id;
    question.site = load.site;
    question.weight_grams = std::clamp<std::int64_t>(load.weight_grams, 0, weight_max_grams);
    if (order.customer) question.country = facts.master.customer(order.customer).country;
    const auto kilos = (question.weight_grams + 999) / 1000;
    question.options.reserve(facts.master.carriers());
    for (std::size_t i = 1; i <= facts.master.carriers(); ++i) {
        const CarrierId id{static_cast<std::uint16_t>(i)};
        if (id == load.rejecting) continue;
        if (load.rejected && std::ranges::find(*load.rejected, id) != load.rejected->end()) continue;
        const auto& carrier = facts.master.carrier(id);
        if (!serves(carrier.countries, question.country)) continue;
        question.options.push_back(
            {id, carrier.cost_cents + kilos * carrier.cost_cents_per_kg, carrier.transit_days});
    }
    return answer(question);
}

ShipmentTendered tender(const CarrierAnswer& answer, const Envelope& envelope) {
    ShipmentTendered event;
    event.carrier = answer.carrier;
    event.rule = answer.rule;
    event.rule_version = answer.version;
    event.due = envelope.record_time + answer_within;
    return event;
}

/// The release's shipment has not left yet: it takes the new list.
Decision plan_again(const Facts& facts, const Found& found, const PlanShipment& command,
                    const Envelope& envelope) {
    const auto& shipment = *found.shipment;
    if (shipment.status == ShipmentStatus::planned) {
        const auto carrier =
            choose(facts, *found.order, {shipment.site, command.weight_grams, &shipment.rejected, {}});
        if (carrier.carrier) {
            auto event = tender(carrier, envelope);
            event.shipment = found.id;
            event.order = shipment.order;
            event.release = shipment.release;
            event.site = shipment.site;
            event.handling_units = command.handling_units;
            event.weight_grams = command.weight_grams;
            return one(std::move(event));
        }
    }
    if (shipment.handling_units == command.handling_units && shipment.weight_grams == command.weight_grams)
        return journal::refuse("already_planned",
                               fmt::format("{} is planned as {} with the same handling units",
                                           name_of(command.release), name_of(found.id)));
    ShipmentExtended event{found.id, shipment.order, shipment.release, command.handling_units,
                           command.weight_grams};
    return one(std::move(event));
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const PlanShipment& command,
                    const Envelope& envelope) {
    const auto* order = facts.ledger.find(command.order_id);
    if (!order)
        return journal::refuse_with_case(
            "contradiction", "order_unknown",
            fmt::format("{} belongs to no order that is here", name_of(command.release)));
    if (command.handling_units.empty())
        return journal::refuse("nothing_packed",
                               fmt::format("nothing of {} is packed", name_of(command.release)));
    if (const auto open = state.by_release.find(command.release); open != state.by_release.end()) {
        const auto found = find(facts, state, open->second);
        if (found.shipment && found.order && !found.shipment->is_issued())
            return plan_again(facts, found, command, envelope);
    }
    const auto carrier = choose(facts, *order, {command.site, command.weight_grams, nullptr, {}});
    const auto fill = [&](auto& event) {
        event.shipment = state.shipments.next_id();
        event.order = order->id;
        event.release = command.release;
        event.site = command.site;
        event.handling_units = command.handling_units;
        event.weight_grams = command.weight_grams;
    };
    if (carrier.carrier) {
        auto event = tender(carrier, envelope);
        fill(event);
        event.first = true;
        return one(std::move(event));
    }
    ShipmentPlanned event;
    fill(event);
    auto& off = event.deviations.emplace_back();
    off.category = "no_carrier";
    off.sentence = fmt::format("no carrier takes {} of {}", name_of(event.shipment), order->number);
    off.order = order->id;
    off.site = command.site;
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const AcceptTender& command,
                    const Envelope& envelope) {
    const auto found = find(facts, state, command.shipment);
    if (!found.shipment) return unknown(command.shipment, command.tracking, "a carrier accepts a tender");
    const auto& shipment = *found.shipment;
    if (shipment.accepted_at)
        return journal::refuse("already_accepted", fmt::format("{} is accepted by {}", name_of(found.id),
                                                               name_of_carrier(facts, shipment.carrier)));
    auto carrier = shipment.carrier;
    if (!command.carrier.empty()) {
        carrier = facts.master.find_carrier(command.carrier, envelope.source);
        if (!carrier)
            return journal::refuse_with_case("unmapped", "carrier_unmapped",
                                             fmt::format("carrier \"{}\" is not known", command.carrier));
    }
    TenderAccepted event;
    event.shipment = found.id;
    event.order = shipment.order;
    event.release = shipment.release;
    event.site = shipment.site;
    event.carrier = carrier;
    event.tracking = command.tracking;
    event.at = happened({}, envelope);
    if (shipment.carrier && carrier != shipment.carrier) // with none it was booked by hand
        event.deviations.push_back(
            deviation("contradiction",
                      fmt::format("{} accepts {}, which stands with {}", name_of_carrier(facts, carrier),
                                  name_of(found.id), name_of_carrier(facts, shipment.carrier)),
                      found));
    const auto other = find_shipment(state, {}, command.tracking);
    if (!command.tracking.empty() && other && other != found.id)
        event.deviations.push_back(deviation("contradiction",
                                             fmt::format("tracking number {} of {} is that of {}",
                                                         command.tracking, name_of(found.id), name_of(other)),
                                             found));
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const RejectTender& command,
                    const Envelope& envelope) {
    const auto found = find(facts, state, command.shipment);
    if (!found.shipment) return unknown(command.shipment, {}, "a carrier rejects a tender");
    const auto& shipment = *found.shipment;
    if (shipment.is_issued())
        return journal::refuse("already_issued", fmt::format("{} has left its site", name_of(found.id)));
    if (!shipment.carrier ||
        (!command.carrier.empty() &&
         facts.master.find_carrier(command.carrier, envelope.source) != shipment.carrier))
        return journal::refuse("already_rejected",
                               fmt::format("{} does not stand with that carrier", name_of(found.id)));
    if (!found.order) return missing(found, command.shipment);
    const auto next = choose(facts, *found.order,
                             {shipment.site, shipment.weight_grams, &shipment.rejected, shipment.carrier});
    if (next.carrier) {
        auto event = tender(next, envelope);
        event.shipment = found.id;
        event.order = shipment.order;
        event.release = shipment.release;
        event.site = shipment.site;
        event.handling_units = shipment.handling_units;
        event.weight_grams = shipment.weight_grams;
        event.rejected = shipment.carrier;
        event.reason = command.reason;
        return one(std::move(event));
    }
    TenderFailed event{{}, found.id, shipment.order, shipment.release, shipment.carrier, command.reason};
    event.deviations.push_back(deviation("no_carrier",
                                         fmt::format("{} rejects {} of {} and no other carrier takes it",
                                                     name_of_carrier(facts, shipment.carrier),
                                                     name_of(found.id), found.order->number),
                                         found));
    return one(std::move(event));
}

} // namespace truefill::shipping
