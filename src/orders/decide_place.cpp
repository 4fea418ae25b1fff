#include "ledger/draft.h"
#include "orders/decide.h"
#include "orders/doubts.h"
#include "orders/limits.h"

#include <algorithm>

namespace truefill::orders {
namespace {

using journal::refuse;
using journal::refuse_with_case;

struct Context {
    const Facts& facts;
    const journal::Envelope& envelope;
    CustomerId customer;
    Currency currency;
    Date today;
};

/// A line in smallest units, or why not.
struct Resolved {
    ItemId item;
    Quantity quantity{};
    Amount unit_price;
    bool price_differs{};
};

std::expected<Resolved, journal::Refusal> read_line(const Context& at, const PlacedLine& line) {
    const auto& master = at.facts.master;
    const auto where = "line " + std::to_string(line.line);
    Resolved resolved;
    resolved.item = master.find_item(line.item, at.envelope.source);
    if (!resolved.item)
        return refuse_with_case("unmapped", "item_unmapped",
                                where + " names item " + line.item +
                                    ", which the master data do not know; load it or "
                                    "a cross-reference for " +
                                    at.envelope.source + " and send the order again");
    if (master.item(resolved.item).blocked)
        return refuse("item_blocked", where + ": item " + line.item + " is blocked for new orders");
    if (line.quantity <= 0)
        return refuse("quantity_invalid", where + " orders nothing: the quantity must be above 0");
    if (auto big = too_big(line.line, line.quantity, line.unit_price.value_or(Amount{})))
        return std::unexpected(std::move(*big));
    if (line.line == 0) return refuse("line_invalid", "a line has the number 0; lines count from 1");
    const auto factor = master.factor(resolved.item, line.unit.empty() ? "EA" : line.unit, at.today);
    if (!factor)
        return refuse_with_case("unmapped", "unit_unmapped",
                                where + ": item " + line.item + " has no unit " + line.unit);
    const auto smallest = convert_exactly(line.quantity, *factor);
    if (!smallest) return refuse_with_case("inexact_unit", "inexact_unit", where + ": " + smallest.error());
    resolved.quantity = *smallest;
    const auto list = master.price(resolved.item, at.customer, at.currency, at.today);
    if (!line.unit_price && !list)
        return refuse_with_case("price_mismatch", "price_missing",
                                where + ": there is no price for item " + line.item + " in " +
                                    std::string{at.currency.text()});
    resolved.unit_price = list.value_or(Amount{});
    if (!line.unit_price) return resolved;
    if (*line.unit_price < Amount{}) return refuse("price_invalid", where + " has a negative price");
    const auto per_piece =
        times(*line.unit_price, Ratio{factor->denominator, factor->numerator}, Amount::digits);
    if (times(per_piece, *smallest) != times(*line.unit_price, line.quantity))
        return refuse_with_case("inexact_unit", "inexact_price",
                                where + ": the price of one " + line.unit +
                                    " does not divide exactly into pieces");
    resolved.price_differs = list && *list != per_piece;
    resolved.unit_price = per_piece;
    return resolved;
}

std::expected<Resolved, journal::Refusal> resolve(const Context& at, const PlacedLine& line) {
    auto resolved = read_line(at, line);
    if (resolved)
        if (auto big = too_big(line.line, resolved->quantity, resolved->unit_price))
            return std::unexpected(std::move(*big));
    return resolved;
}

std::expected<void, journal::Refusal> check_head(const Facts& facts, const PlaceOrder& command, Context& at) {
    if (command.order.empty() || command.order.size() > 64)
        return refuse("order_number_invalid", "an order number has 1 to 64 characters");
    if (const auto known = facts.ledger.find_number(command.order))
        return refuse("already_placed", "order " + command.order + " is here already");
    at.customer = facts.master.find_customer(command.customer, at.envelope.source);
    if (!at.customer)
        return refuse_with_case("unmapped", "customer_unmapped",
                                "order " + command.order + " names customer " + command.customer +
                                    ", whom the master data do not know");
    const auto& customer = facts.master.customer(at.customer);
    if (customer.blocked)
        return refuse("customer_blocked", "customer " + customer.code + " takes no new orders");
    if (!command.currency) return refuse("currency_missing", "order " + command.order + " names no currency");
    if (command.lines.empty()) return refuse("no_lines", "order " + command.order + " has no lines");
    if (command.lines.size() > 1000)
        return refuse("too_many_lines", "order " + command.order + " has more than 1,000 lines; split it");
    if (command.priority > 9) return refuse("priority_invalid", "a priority is 1 to 9");
    at.currency = command.currency;
    return {};
}

ledger::OrderOpened open_account(const PlaceOrder& command, const Context& at) {
    ledger::OrderOpened opened;
    opened.number = command.order;
    opened.customer = at.customer;
    opened.currency = command.currency;
    opened.ship_complete = command.ship_complete || at.facts.master.customer(at.customer).ship_complete;
    opened.priority = command.priority;
    opened.lines.reserve(command.lines.size());
    for (const auto& charge : command.charges)
        opened.charges.push_back({charge.kind, charge.amount, charge.trigger});
    return opened;
}

} // namespace

Hash128 purchase_order_key(CustomerId customer, std::string_view purchase_order) {
    return hash128(std::to_string(customer.value) + '|' + std::string{purchase_order});
}

Decision decide_one(const Facts& facts, const State& state, const PlaceOrder& command,
                    const journal::Envelope& envelope) {
    Context at{facts, envelope, {}, {}, date_of(envelope.record_time)};
    if (auto head = check_head(facts, command, at); !head) return std::unexpected(std::move(head.error()));

    OrderAccepted event;
    event.order = facts.ledger.next_order();
    event.entry.order = event.order;
    auto opened = open_account(command, at);
    Amount value;
    Doubts doubts;
    LineNumber last = 0;
    event.entry.units.reserve(command.lines.size());
    for (const auto& line : command.lines) {
        auto resolved = resolve(at, line);
        if (!resolved) return std::unexpected(std::move(resolved.error()));
        if (line.line <= last)
            return refuse("lines_unordered", "line numbers must rise; " + std::to_string(line.line) +
                                                 " follows " + std::to_string(last));
        last = line.line;
        opened.lines.push_back({line.line, resolved->item, resolved->unit_price,
                                line.requested != Date{} ? line.requested : command.requested, 0});
        event.entry.units.push_back(ledger::accepted(line.line, resolved->quantity));
        value += times(resolved->unit_price, resolved->quantity);
        if (value > order_value_max)
            return refuse("order_too_big",
                          "the order comes to more than a million million; that is no order");
        if (resolved->price_differs)
            doubts.add("price_mismatch",
                       "line " + std::to_string(line.line) + " comes with another price than the list",
                       {times(resolved->unit_price, resolved->quantity), command.currency});
    }
    event.entry.opened.push_back(std::move(opened));

    check_credit(facts, {at.customer, at.currency, value, command.order}, doubts);
    const auto& customer = facts.master.customer(at.customer);
    if (command.address.empty() && customer.address.empty())
        doubts.add("address_invalid", "neither order " + command.order + " nor its customer has an address",
                   {value, command.currency});
    if (!command.purchase_order.empty()) {
        const auto known =
            state.purchase_orders.find(purchase_order_key(at.customer, command.purchase_order));
        if (known != state.purchase_orders.end())
            doubts.add("duplicate_purchase_order",
                       customer.code + " sent purchase order " + command.purchase_order + " before",
                       {value, at.currency});
    }
    if (doubts.any())
        event.deviations = doubts.hold(event.entry, facts.ledger.next_hold(), envelope.record_time);
    event.purchase_order = command.purchase_order;
    event.address = command.address;
    event.ordered_at = command.ordered_at;
    if (!event.ordered_at)
        event.ordered_at = envelope.event_time ? envelope.event_time : envelope.record_time;
    event.requested = command.requested;
    return std::vector<Event>{std::move(event)};
}

Decision decide_one(const Facts& facts, const State&, const AddLine& command,
                    const journal::Envelope& envelope) {
    const auto order_id = facts.ledger.find_number(command.order);
    const auto* order = facts.ledger.find(order_id);
    if (!order) return unknown_order(command.order);
    if (order->kind != ledger::LineKind::sale)
        return refuse("not_a_sale",
                      command.order + " is a transfer; ask for another one for what is to come");
    Context at{facts, envelope, order->customer, order->currency, date_of(envelope.record_time)};
    auto resolved = resolve(at, command.line);
    if (!resolved) return std::unexpected(std::move(resolved.error()));
    if (!order->lines.empty() && command.line.line <= order->lines.back().number)
        return refuse("line_taken", "order " + command.order + " has lines up to " +
                                        std::to_string(order->lines.back().number) +
                                        "; a new line comes after them");
    LineAdded event;
    event.order = order_id;
    event.entry.order = order_id;
    event.entry.lines.push_back(
        {command.line.line, resolved->item, resolved->unit_price, command.line.requested, 0});
    event.entry.units.push_back(ledger::accepted(command.line.line, resolved->quantity));
    const Money value{times(resolved->unit_price, resolved->quantity), order->currency};
    Doubts doubts;
    if (resolved->price_differs)
        doubts.add("price_mismatch",
                   "line " + std::to_string(command.line.line) + " comes with another price than the list",
                   value);
    check_credit(facts, {order->customer, order->currency, value.amount, order->number}, doubts);
    if (doubts.any())
        event.deviations = doubts.hold(event.entry, facts.ledger.next_hold(), envelope.record_time);
    return std::vector<Event>{std::move(event)};
}

} // namespace truefill::orders
