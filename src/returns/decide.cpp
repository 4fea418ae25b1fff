#include "base/one_of_impl.h"
#include "returns/questions.h"
#include "returns/verbs.h"

#include <algorithm>

namespace truefill::returns {
namespace {

/// Why a line cannot be authorised, as a refusal; `earlier` units of it stand in this very command.
std::optional<journal::Refusal> check_line(const Facts& facts, const State& state, const ledger::Order& order,
                                           const std::pair<LineUnits, Quantity>& asked) {
    const auto& [units, earlier] = asked;
    const auto* line = order.line(units.line);
    const auto refuse = [](std::string_view code, std::string sentence) {
        return std::optional{journal::refuse(code, std::move(sentence)).error()};
    };
    if (line == nullptr)
        return refuse("line_unknown", order.number + " has no line " + std::to_string(units.line));
    const auto name = say_line(facts, order.id, units.line);
    if (units.quantity <= 0)
        return refuse("quantity_invalid", "a return of " + name + " is of one unit or more");
    if (const auto* hold = facts.ledger.blocking(ledger::Trigger::receive_return, order, *line, nullptr))
        return refuse("on_hold", name + " is on hold for returns: " + hold->reason);
    const auto there = with_customer(order, *line);
    const auto open = open_units(state, order.id, units.line) + earlier;
    if (units.quantity > there - open)
        return refuse("exceeds_shipped", name + " has " + say(there) + " with the customer, " + say(open) +
                                             " of them are authorised to come back; " + say(units.quantity) +
                                             " more cannot");
    return std::nullopt;
}

} // namespace

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope) {
    return visit([&](const auto& verb) { return decide_one(facts, state, verb, envelope); }, command);
}

Decision decide_one(const Facts& facts, const State& state, const AuthorizeReturn& command,
                    const Envelope& envelope) {
    const auto id = command.order_id ? command.order_id : facts.ledger.find_number(command.order);
    const auto* order = facts.ledger.find(id);
    if (order == nullptr)
        return journal::refuse("order_unknown", "order '" + command.order + "' is unknown or archived");
    if (order->kind == ledger::LineKind::transfer)
        return journal::refuse("not_a_sale", order->number + " is a transfer between sites");
    if (command.lines.empty()) return journal::refuse("nothing_asked", "a return names at least one line");
    if (command.expires && command.expires <= envelope.record_time)
        return journal::refuse("expired", "the authorisation would have ended before it began");
    std::vector<Event> events;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const auto& units = command.lines[i];
        Quantity earlier = 0;
        for (std::size_t j = 0; j < i; ++j)
            if (command.lines[j].line == units.line) earlier += command.lines[j].quantity;
        if (auto no = check_line(facts, state, *order, {units, earlier}))
            return std::unexpected(std::move(*no));
        ReturnAuthorized event;
        event.rma.value = state.returns.next_id().value + static_cast<std::uint32_t>(i);
        event.order = id;
        event.line = units.line;
        event.item = order->line(units.line)->item;
        event.quantity = units.quantity;
        event.reason = command.reason;
        const auto terms = answer(TermsQuestion{order->customer, event.item, units.quantity, command.reason});
        event.due = command.expires ? command.expires : envelope.record_time + terms.send_within_micros;
        event.rule = terms.rule;
        event.rule_version = terms.version;
        events.emplace_back(std::move(event));
    }
    return events;
}

Decision decide_one(const Facts& facts, const State& state, const RejectReturn& command, const Envelope&) {
    const auto* document = state.returns.find(command.rma);
    if (document == nullptr) return journal::refuse("rma_unknown", "there is no such authorisation");
    if (document->status == Status::rejected)
        return journal::refuse("already_rejected", say(command.rma) + " was taken back before");
    if (document->open == 0)
        return journal::refuse("nothing_open", say(command.rma) + " of " +
                                                   say_line(facts, document->order, document->line) +
                                                   " expects nothing any more");
    if (command.rejected_by.empty())
        return journal::refuse("not_signed",
                               "taking " + say(command.rma) + " back needs the name of who does it");
    ReturnRejected event;
    event.rma = command.rma;
    event.order = document->order;
    event.reason = command.reason;
    event.rejected_by = command.rejected_by;
    return one(std::move(event));
}

/// A timer that finds everything in order says nothing.
Decision decide_one(const Facts& facts, const State& state, const CheckReturn& command,
                    const Envelope& envelope) {
    if (!needs_check(state, command.rma, envelope.record_time)) return std::vector<Event>{};
    const auto& document = state.returns.at(command.rma);
    std::vector<Event> events;
    if (document.open > 0 && envelope.record_time >= document.expires_at)
        events.emplace_back(ReturnExpired{command.rma, document.order, document.open});
    const auto waiting = document.received - document.inspected;
    if (waiting > 0 && !document.reminded && envelope.record_time >= document.inspect_by) {
        InspectionOverdue event;
        event.rma = command.rma;
        event.order = document.order;
        auto& found = event.deviations.emplace_back();
        found.category = "return_uninspected";
        found.sentence = say(waiting) + " of " + say_item(facts, document.item) + " on " + say(command.rma) +
                         " wait for their inspection";
        found.order = document.order;
        found.line = document.line;
        found.item = document.item;
        found.site = document.pieces.front().site;
        found.quantity = waiting;
        events.emplace_back(std::move(event));
    }
    return events;
}

Decision decide_one(const Facts& facts, const State& state, const TrimReturns& command, const Envelope&) {
    const auto* order = facts.ledger.find(command.order_id);
    if (order == nullptr) return std::vector<Event>{};
    ReturnsTrimmed event;
    event.order = command.order_id;
    for (const auto& line : order->lines) {
        const auto surplus = open_units(state, command.order_id, line.number) - with_customer(*order, line);
        if (surplus <= 0) continue;
        for (const auto& taken : use_up(state, command.order_id, {line.number, surplus}, {}))
            event.taken.push_back(taken);
    }
    if (event.taken.empty()) return std::vector<Event>{};
    return one(std::move(event));
}

} // namespace truefill::returns

template struct truefill::KindsOf<truefill::returns::Command>;
