#include "ledger/draft.h"
#include "orders/decide.h"
#include "orders/doubts.h"
#include "orders/limits.h"

#include <algorithm>
#include <array>

namespace truefill::orders {
namespace {

using journal::refuse;
using ledger::Draft;
using ledger::Line;
using ledger::Pipeline;
using ledger::Trigger;

/// What a cancellation of `wanted` units of a line comes to: the least advanced units go first.
struct Share {
    Quantity cancelled{};
    Quantity at_site{}; ///< released, picked, packed: to be asked back
    Quantity gone{};    ///< shipped or delivered
};

constexpr std::array free_to_cancel{Pipeline::open, Pipeline::backordered, Pipeline::promised,
                                    Pipeline::reserved};
constexpr std::array held_by_site{Pipeline::released, Pipeline::picked, Pipeline::packed};
constexpr std::array with_customer{Pipeline::shipped, Pipeline::delivered};

Quantity pending(const State& state, OrderId order, LineNumber line) {
    const auto* document = state.documents.find(order);
    if (!document) return 0;
    for (const auto& asked : document->cancel_pending)
        if (asked.line == line) return asked.quantity;
    return 0;
}

Share cancel_units(Draft& draft, const Line& line, Quantity wanted, Quantity already_pending) {
    Share share;
    for (const auto bucket : free_to_cancel)
        share.cancelled +=
            draft.move_line(line, wanted - share.cancelled, Trigger::cancel, bucket, Pipeline::cancelled);
    Quantity left = wanted - share.cancelled;
    Quantity at_site = -already_pending;
    for (const auto bucket : held_by_site) at_site += draft.order().quantity(line, bucket);
    share.at_site = std::clamp<Quantity>(at_site, 0, left);
    left -= share.at_site;
    Quantity gone = 0;
    for (const auto bucket : with_customer) gone += draft.order().quantity(line, bucket);
    share.gone = std::min(left, gone);
    return share;
}

Quantity not_cancelled(const ledger::Order& order, const Line& line) {
    return line.total - order.quantity(line, Pipeline::cancelled) -
           order.quantity(line, Pipeline::substituted);
}

/// What a raised line is worth more: the added units, and the new price for those that have not left.
Amount value_added(const ledger::Order& order, const Line& line, const LineRaised& event) {
    const auto price = event.entry.amended.front().unit_price;
    return times(price, event.added) +
           times(price - line.unit_price, order.quantity(line, ledger::Billing::not_due));
}

} // namespace

std::unexpected<journal::Refusal> unknown_order(const std::string& number) {
    return journal::wait_for("order:" + number, "order_unknown", "order " + number + " is not here (yet)");
}

Hash128 withdrawal_key(std::string_view document, std::int64_t row) {
    return hash128(std::string{document} + '|' + std::to_string(row));
}

Decision decide_one(const Facts& facts, const State& state, const AmendLine& command,
                    const journal::Envelope& envelope) {
    const auto* order = facts.ledger.find(facts.ledger.find_number(command.order));
    if (!order) return unknown_order(command.order);
    const auto* line = order->line(command.line);
    if (!line)
        return refuse("line_unknown",
                      "order " + command.order + " has no line " + std::to_string(command.line));
    if (command.unit_price && *command.unit_price < Amount{})
        return refuse("price_invalid", "a price is not negative");
    if (command.quantity && *command.quantity < 0)
        return refuse("quantity_invalid", "a quantity is not negative");
    const auto now = not_cancelled(*order, *line) - pending(state, order->id, command.line);
    const auto wanted = command.quantity.value_or(now);
    if (wanted == now && !command.unit_price)
        return refuse("nothing_to_change", "line " + std::to_string(command.line) + " already comes to " +
                                               std::to_string(now) + " units");
    if (auto big = too_big(command.line, wanted, command.unit_price.value_or(line->unit_price)))
        return std::unexpected(std::move(*big));
    ledger::LineAmended amended;
    amended.number = command.line;
    amended.demanded = wanted;
    amended.unit_price = command.unit_price.value_or(line->unit_price);
    if (wanted >= now) {
        LineRaised event;
        event.order = order->id;
        event.line = command.line;
        event.added = wanted - now;
        event.entry.order = order->id;
        event.entry.amended.push_back(amended);
        if (event.added > 0)
            event.entry.units.push_back(ledger::accepted(command.line, event.added, order->kind));
        Doubts doubts;
        if (order->kind == ledger::LineKind::sale)
            check_credit(facts,
                         {order->customer, order->currency, value_added(*order, *line, event), order->number},
                         doubts);
        if (doubts.any())
            event.deviations = doubts.hold(event.entry, facts.ledger.next_hold(), envelope.record_time);
        return std::vector<Event>{std::move(event)};
    }
    Draft draft{*order};
    const auto share = cancel_units(draft, *line, now - wanted, pending(state, order->id, command.line));
    if (share.cancelled + share.at_site < now - wanted)
        return refuse("already_shipped", std::to_string(share.gone) + " units of order " + command.order +
                                             " line " + std::to_string(command.line) +
                                             " have left; a return can bring them back");
    LinesCancelled event;
    event.order = order->id;
    event.reason = "amended";
    if (share.at_site > 0) event.asked_back.push_back({command.line, share.at_site});
    draft.entry().amended.push_back(amended);
    event.entry = std::move(draft).take();
    return std::vector<Event>{std::move(event)};
}

Decision decide_one(const Facts& facts, const State& state, const CancelLines& command,
                    const journal::Envelope&) {
    const auto* order = facts.ledger.find(facts.ledger.find_number(command.order));
    if (!order) return unknown_order(command.order);
    if (command.line != 0 && !order->line(command.line))
        return refuse("line_unknown",
                      "order " + command.order + " has no line " + std::to_string(command.line));
    if (command.quantity < 0) return refuse("quantity_invalid", "a quantity is not negative");
    Draft draft{*order};
    LinesCancelled event;
    event.order = order->id;
    event.reason = command.reason;
    Quantity gone = 0;
    for (const auto& line : order->lines) {
        if (command.line != 0 && line.number != command.line) continue;
        const auto waiting = pending(state, order->id, line.number);
        const auto open = not_cancelled(*order, line) - waiting;
        const auto wanted = command.quantity > 0 ? std::min(command.quantity, open) : open;
        const auto share = cancel_units(draft, line, wanted, waiting);
        gone += share.gone;
        if (share.at_site > 0) event.asked_back.push_back({line.number, share.at_site});
        const auto taken = share.cancelled + share.at_site;
        if (taken > 0) draft.entry().amended.push_back({line.number, line.demanded - taken, line.unit_price});
    }
    if (draft.entry().units.empty() && event.asked_back.empty()) {
        if (gone > 0)
            return refuse("already_shipped", "order " + command.order + ": " + std::to_string(gone) +
                                                 " units have left; a return can bring them back");
        return refuse("already_cancelled", "order " + command.order + " has nothing left to cancel there");
    }
    event.entry = std::move(draft).take();
    return std::vector<Event>{std::move(event)};
}

Decision decide_one(const Facts& facts, const State& state, const WithdrawLine& command,
                    const journal::Envelope&) {
    const auto* order = facts.ledger.find(facts.ledger.find_number(command.order));
    if (!order) return unknown_order(command.order);
    const auto* line = order->line(command.line);
    if (!line)
        return refuse("line_unknown",
                      "order " + command.order + " has no line " + std::to_string(command.line));
    if (command.quantity <= 0) return refuse("quantity_invalid", "a withdrawal takes back more than nothing");
    if (state.withdrawals.contains(withdrawal_key(command.document, command.row)))
        return refuse("already_withdrawn", "document " + command.document + " row " +
                                               std::to_string(command.row) + " took effect before");
    Draft draft{*order};
    const auto share = cancel_units(draft, *line, command.quantity, pending(state, order->id, command.line));
    if (share.cancelled + share.at_site + share.gone < command.quantity)
        return journal::refuse_with_case("unmatched_cancellation", "withdraws_too_much",
                                         "document " + command.document + " takes back " +
                                             std::to_string(command.quantity) + " units of order " +
                                             command.order + " line " + std::to_string(command.line) +
                                             ", which has fewer left");
    LineWithdrawn event;
    event.order = order->id;
    event.line = command.line;
    event.document = command.document;
    event.row = command.row;
    event.cancelled = share.cancelled;
    event.to_return = share.gone;
    if (share.at_site > 0) event.asked_back.push_back({command.line, share.at_site});
    const auto taken = share.cancelled + share.at_site;
    if (taken > 0) draft.entry().amended.push_back({line->number, line->demanded - taken, line->unit_price});
    event.entry = std::move(draft).take();
    return std::vector<Event>{std::move(event)};
}

Decision decide_one(const Facts& facts, const State& state, const ContinueCancel& command,
                    const journal::Envelope&) {
    const auto* order = facts.ledger.find(command.order);
    const auto* document = state.documents.find(command.order);
    if (!order || !document || document->cancel_pending.empty())
        return refuse("nothing_pending", "no cancellation waits here");
    Draft draft{*order};
    CancelSettled event;
    event.order = command.order;
    for (const auto& asked : document->cancel_pending) {
        const auto& line = *order->line(asked.line);
        Quantity done = 0;
        for (const auto bucket : free_to_cancel)
            done +=
                draft.move_line(line, asked.quantity - done, Trigger::cancel, bucket, Pipeline::cancelled);
        Quantity at_site = 0;
        for (const auto bucket : held_by_site) at_site += order->quantity(line, bucket);
        if (done > 0) event.cancelled.push_back({asked.line, done});
        const auto too_late = asked.quantity - done - at_site;
        if (too_late <= 0) continue;
        // What has left is sold after all: the customer is billed for it.
        event.too_late.push_back({asked.line, too_late});
        draft.entry().amended.push_back({asked.line, line.demanded + too_late, line.unit_price});
    }
    if (event.cancelled.empty() && event.too_late.empty())
        return refuse("still_at_site", "the site has not given anything back yet");
    event.entry = std::move(draft).take();
    return std::vector<Event>{std::move(event)};
}

} // namespace truefill::orders
