#include "shipping/verbs.h"

#include <fmt/format.h>

namespace truefill::shipping {
namespace {

template <class L> std::string goods(const Facts& facts, OrderId id, const std::vector<L>& lines) {
    constexpr std::size_t named_max = 4;
    const auto* order = facts.ledger.find(id);
    if (lines.size() > named_max) {
        Quantity sum = 0;
        for (const auto& line : lines) sum += line.quantity;
        return fmt::format("{} in {} lines", units(sum), lines.size());
    }
    std::string text;
    for (const auto& line : lines) {
        if (!text.empty()) text += ", ";
        const auto* found = order ? order->line(line.line) : nullptr;
        text += found ? fmt::format("{} of {} (line {})", line.quantity, facts.master.item(found->item).code,
                                    line.line)
                      : fmt::format("{} of line {}", units(line.quantity), line.line);
    }
    return text.empty() ? "nothing" : text;
}

std::string cartons(std::size_t count) {
    return fmt::format("{} handling unit{}", count, count == 1 ? "" : "s");
}
std::string because(const std::string& reason) { return reason.empty() ? "" : " (" + reason + ")"; }

std::string tell_one(const Facts& facts, const ShipmentTendered& e) {
    const auto asked = fmt::format("{} of {} from {}: {} is asked to take {}.", name_of(e.shipment),
                                   name_of_order(facts, e.order), facts.master.site(e.site).code,
                                   name_of_carrier(facts, e.carrier), cartons(e.handling_units.size()));
    if (!e.rejected) return asked;
    return fmt::format("{} rejected it{}. {}", name_of_carrier(facts, e.rejected), because(e.reason), asked);
}
std::string tell_one(const Facts& facts, const ShipmentPlanned& e) {
    return fmt::format("{} of {} from {} is planned with {}, but no carrier can take it.",
                       name_of(e.shipment), name_of_order(facts, e.order), facts.master.site(e.site).code,
                       cartons(e.handling_units.size()));
}
std::string tell_one(const Facts& facts, const ShipmentExtended& e) {
    return fmt::format("{} of {} now goes with {}.", name_of(e.shipment), name_of_order(facts, e.order),
                       cartons(e.handling_units.size()));
}
std::string tell_one(const Facts& facts, const TenderAccepted& e) {
    return fmt::format("{} accepted {} of {}{}.", name_of_carrier(facts, e.carrier), name_of(e.shipment),
                       name_of_order(facts, e.order),
                       e.tracking.empty() ? "" : ", tracking number " + e.tracking);
}
std::string tell_one(const Facts& facts, const TenderFailed& e) {
    return fmt::format("{} rejected {} of {}{}, and there is no other carrier.",
                       name_of_carrier(facts, e.rejected), name_of(e.shipment), name_of_order(facts, e.order),
                       because(e.reason));
}
std::string tell_one(const Facts& facts, const ShipmentLate& e) {
    return fmt::format("{} is late with {} of {}: {}.", name_of_carrier(facts, e.carrier),
                       name_of(e.shipment), name_of_order(facts, e.order),
                       e.undelivered ? "not delivered in time" : "no answer to the tender");
}
std::string tell_one(const Facts&, const ShipmentUnknown& e) {
    return fmt::format("A message names shipment {}, which we do not have: {}.",
                       e.named ? name_of(e.named) : "\"" + e.tracking + "\"", e.said);
}
std::string tell_one(const Facts& facts, const GoodsIssued& e) {
    return fmt::format("{} of {} left {} as {}{}.", goods(facts, e.order, e.lines),
                       name_of_order(facts, e.order), facts.master.site(e.site).code, name_of(e.shipment),
                       e.carrier ? " with " + name_of_carrier(facts, e.carrier)
                                 : "; no carrier is named yet");
}
std::string tell_one(const Facts& facts, const TrackingRecorded& e) {
    return fmt::format("{} of {}: the carrier says {}{}{}.", name_of(e.shipment),
                       name_of_order(facts, e.order), e.status, e.place.empty() ? "" : " at ", e.place);
}
std::string tell_one(const Facts& facts, const Delivered& e) {
    const auto what = e.lines.empty() ? std::string{} : ": " + goods(facts, e.order, e.lines);
    return fmt::format("{} of {} was delivered{}{}.", name_of(e.shipment), name_of_order(facts, e.order),
                       e.signed_by.empty() ? "" : ", signed by " + e.signed_by, what);
}
std::string tell_one(const Facts& facts, const DeliveryRetracted& e) {
    return fmt::format("The delivery of {} with {} of {} is retracted{}.", goods(facts, e.order, e.lines),
                       name_of(e.shipment), name_of_order(facts, e.order), because(e.reason));
}
std::string tell_one(const Facts& facts, const LossReported& e) {
    return fmt::format(
        "{} of {} with {} are lost, approved by {}: {} not invoiced and waived, {} to be credited.",
        goods(facts, e.order, e.lines), name_of_order(facts, e.order), name_of(e.shipment), e.approved_by,
        e.waived, e.credit_due);
}
std::string tell_one(const Facts& facts, const LossFound& e) {
    return fmt::format(
        "{} of {} that were lost with {} turned up at the customer; {} of them are to be invoiced.",
        goods(facts, e.order, e.lines), name_of_order(facts, e.order), name_of(e.shipment), e.billable);
}
std::string tell_one(const Facts& facts, const IssueReversed& e) {
    return fmt::format(
        "The goods issue of {} of {} with {} is reversed, approved by {}: they are packed again.",
        goods(facts, e.order, e.lines), name_of_order(facts, e.order), name_of(e.shipment), e.approved_by);
}
std::string tell_one(const Facts& facts, const CorrectionStarted& e) {
    const std::vector<LineQuantity> lines{{e.line, e.quantity}};
    return fmt::format(
        "{} of {} did not go with {}, but {}; approved by {}. {} are invoiced and {} delivered.",
        goods(facts, e.order, lines), name_of_order(facts, e.order), name_of(e.shipment),
        e.wrong_item ? facts.master.item(e.wrong_item).code : "something else", e.approved_by, e.invoiced,
        e.delivered);
}

} // namespace

std::string tell(const Facts& facts, const Event& event) {
    return visit([&](const auto& one) { return tell_one(facts, one); }, event);
}

} // namespace truefill::shipping
