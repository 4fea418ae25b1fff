#include "returns/verbs.h"

namespace truefill::returns {

Decision decide_one(const Facts& facts, const State& state, const MatchReturn& command, const Envelope&) {
    const auto* document = state.returns.find(command.rma);
    if (document == nullptr || !document->is_blind())
        return journal::refuse("not_blind", say(command.rma) + " is no blind receipt that can be matched");
    const auto id = facts.ledger.find_number(command.order);
    const auto* order = facts.ledger.find(id);
    if (order == nullptr)
        return journal::refuse("order_unknown", "order '" + command.order + "' is unknown or archived");
    if (order->kind == ledger::LineKind::transfer)
        return journal::refuse("not_a_sale", order->number + " is a transfer between sites");
    const auto* line = order->line(command.line);
    if (line == nullptr)
        return journal::refuse("line_unknown",
                               order->number + " has no line " + std::to_string(command.line));
    const auto name = say_line(facts, id, command.line);
    if (line->item != document->item)
        return journal::refuse("item_differs", name + " is for " + say_item(facts, line->item) + ", " +
                                                   say(command.rma) + " is of " +
                                                   say_item(facts, document->item));
    const auto quantity = command.quantity == 0 ? document->received : command.quantity;
    const auto rest = document->received - quantity;
    if (quantity <= 0 || rest < 0 || rest > document->received - document->inspected)
        return journal::refuse("quantity_invalid", say(command.rma) + " is of " + say(document->received) +
                                                       ", " + say(document->inspected) +
                                                       " of them inspected; these are matched together");
    if (const auto there = with_customer(*order, *line); quantity > there)
        return journal::refuse("exceeds_shipped",
                               name + " has " + say(there) + " with the customer; match no more than that");
    ReturnMatched event;
    event.rma = command.rma;
    event.order = id;
    event.line = command.line;
    event.item = document->item;
    event.site = document->pieces.front().site;
    event.quantity = quantity;
    if (rest > 0) event.rest = state.returns.next_id();
    event.taken = use_up(state, id, {command.line, quantity}, {});
    ledger::Draft draft{*order};
    take_back(draft, *line,
              {ledger::Trigger::match_return, quantity, event.site, document->pieces.front().lot});
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

} // namespace truefill::returns
