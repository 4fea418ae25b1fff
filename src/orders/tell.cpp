#include "orders/orders.h"

#include <fmt/format.h>

namespace truefill::orders {
namespace {

std::string number_of(const Facts& facts, OrderId id) {
    const auto* order = facts.ledger.find(id);
    return order ? order->number : "order " + std::to_string(id.value);
}

std::string list(const std::vector<AskedBack>& parts) {
    std::string text;
    for (const auto& part : parts)
        text += fmt::format("{}{} of line {}", text.empty() ? "" : ", ", part.quantity, part.line);
    return text;
}

std::string units(Quantity quantity) { return fmt::format("{} unit{}", quantity, quantity == 1 ? "" : "s"); }

std::string on_hold(const ledger::Entry& entry) {
    std::string text;
    for (const auto& hold : entry.holds) text += fmt::format(" It is on hold: {}.", hold.reason);
    return text;
}

Quantity cancelled(const ledger::Entry& entry) {
    Quantity sum = 0;
    for (const auto& posting : entry.units) sum += posting.quantity;
    return sum;
}

std::string tell_one(const Facts& facts, const OrderAccepted& event) {
    const auto& opened = event.entry.opened.front();
    const auto lines = opened.lines.size();
    std::string text = fmt::format("Order {} of {} accepted with {} line{}.", opened.number,
                                   facts.master.customer(opened.customer).code, lines, lines == 1 ? "" : "s");
    return text + on_hold(event.entry);
}
std::string tell_one(const Facts& facts, const LineAdded& event) {
    return fmt::format("Line {} added to {}.", event.entry.lines.front().number,
                       number_of(facts, event.order)) +
           on_hold(event.entry);
}
std::string tell_one(const Facts& facts, const LineRaised& event) {
    if (event.added == 0)
        return fmt::format("Price of {} line {} changed.", number_of(facts, event.order), event.line) +
               on_hold(event.entry);
    return fmt::format("{} added to {} line {}.", units(event.added), number_of(facts, event.order),
                       event.line) +
           on_hold(event.entry);
}
std::string tell_one(const Facts& facts, const LinesCancelled& event) {
    const auto done = cancelled(event.entry);
    const auto number = number_of(facts, event.order);
    std::string text = done > 0 ? fmt::format("{} of {} cancelled", units(done), number)
                                : fmt::format("Units of {} shall be cancelled", number);
    if (!event.reason.empty()) text += fmt::format(" ({})", event.reason);
    if (!event.asked_back.empty())
        text += "; asked the site to stop, not confirmed: " + list(event.asked_back);
    return text + '.';
}
std::string tell_one(const Facts& facts, const LineWithdrawn& event) {
    return fmt::format("Document {} takes back units of {} line {}: {} cancelled, {} to be returned.",
                       event.document, number_of(facts, event.order), event.line, event.cancelled,
                       event.to_return);
}
std::string tell_one(const Facts& facts, const CancelSettled& event) {
    std::string text = fmt::format("Cancellation of {}:", number_of(facts, event.order));
    if (!event.cancelled.empty()) text += " cancelled " + list(event.cancelled) + '.';
    if (!event.too_late.empty()) text += " too late, it had left: " + list(event.too_late) + '.';
    return text;
}
std::string tell_one(const Facts&, const HoldPlaced& event) {
    return fmt::format("Hold {} placed: {}.", event.hold.value, event.entry.holds.front().reason);
}
std::string tell_one(const Facts&, const HoldLifted& event) {
    return fmt::format("Hold {} lifted{}{}.", event.hold.value, event.reason.empty() ? "" : ": ",
                       event.reason);
}
std::string tell_one(const Facts&, const OrderArchived& event) {
    return fmt::format("Order {} archived.", event.account.number);
}
std::string tell_one(const Facts&, const OrderRecalled& event) {
    return fmt::format("Order {} recalled from the archive.", event.account.number);
}

} // namespace

std::string tell(const Facts& facts, const Event& event) {
    return visit([&](const auto& one) { return tell_one(facts, one); }, event);
}

} // namespace truefill::orders
