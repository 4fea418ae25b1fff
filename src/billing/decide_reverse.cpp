#include "billing/credit_parts.h"
#include "billing/words.h"

#include <algorithm>

namespace truefill::billing {
namespace {

using ledger::Billing;
using Named = std::pair<InvoiceId, const Invoice*>;

/// The invoice that a command names, or those that bill its shipment, newest first.
std::vector<Named> named(const State& state, const ReverseInvoice& command) {
    std::vector<Named> invoices;
    if (command.invoice) {
        if (const auto* invoice = state.invoices.find(command.invoice))
            invoices.emplace_back(command.invoice, invoice);
        return invoices;
    }
    each_invoice(state, command.order_id, [&](InvoiceId id, const Invoice& invoice) {
        if (invoice.shipment == command.shipment && invoice.is_posted()) invoices.emplace_back(id, &invoice);
    });
    return invoices;
}

/// True when every line is named once, with units.
bool is_sane(const std::vector<LineUnits>& lines) {
    for (auto at = lines.begin(); at != lines.end(); ++at) {
        const auto same = [&](const LineUnits& other) { return other.line == at->line; };
        if (at->quantity <= 0 || std::any_of(lines.begin(), at, same)) return false;
    }
    return true;
}

/// Units of an invoice line that are INVOICED and on no reversal yet, within what the line has left to credit
/// (I10).
Quantity reversible(const State& state, const ledger::Order& order, const Named& of,
                    const InvoiceLine& line) {
    Quantity units = 0;
    each_named(order, of, line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.billing == Billing::invoiced) units += parcel.quantity;
    });
    const LineKey key{line.line, 0, line.unit_price};
    return std::min(units - pending(state, *of.second, CreditKind::reversal, key),
                    line.quantity - credited_of(state, *of.second, key).quantity);
}

/// Adds the units that are asked for, or all of them with the charges; takes them off what is asked for.
void reverse(CreditPrepared& event, const State& state, const ledger::Order& order,
             std::vector<LineUnits>* asked) {
    const auto& invoice = state.invoices.at(event.invoice);
    for (const auto& line : invoice.lines) {
        auto units = reversible(state, order, {event.invoice, &invoice}, line);
        LineUnits* wanted = nullptr;
        if (asked != nullptr) {
            const auto found = std::ranges::find(*asked, line.line, &LineUnits::line);
            if (found == asked->end()) continue;
            wanted = &*found;
            units = std::min(units, wanted->quantity);
        }
        if (units <= 0) continue;
        if (wanted != nullptr) wanted->quantity -= units;
        const auto used = credited_of(state, invoice, {line.line, 0, line.unit_price});
        event.lines.push_back(share(line, used, units, invoice.currency));
    }
    if (asked != nullptr || event.lines.empty()) return;
    for (const auto& charge : invoice.charges)
        if (credited_of(state, invoice, {0, charge.charge, {}}).amount == Amount{})
            event.charges.push_back(charge);
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ReverseInvoice& command,
                    const Envelope& envelope) {
    const auto invoices = named(state, command);
    if (invoices.empty())
        return journal::refuse("invoice_unknown", "there is no such invoice that could be reversed");
    const auto& first = *invoices.front().second;
    if (!first.is_posted())
        return journal::refuse("not_posted", say(invoices.front().first) + " is not posted; void it instead");
    if (command.approved_by.empty())
        return journal::refuse("not_approved", "a reversal needs the name of who approves it");
    const auto* order = facts.ledger.find(first.order);
    if (order == nullptr) return journal::refuse("order_unknown", "the order is archived; recall it first");
    if (!is_sane(command.lines))
        return journal::refuse("not_invoiced", "a reversal names each line once, with one unit or more");
    auto asked = command.lines;
    std::vector<Event> events;
    for (const auto& [id, invoice] : invoices) {
        auto event = begin(state, id, *invoice, CreditKind::reversal);
        event.credit.value += static_cast<std::uint32_t>(events.size());
        reverse(event, state, *order, command.lines.empty() ? nullptr : &asked);
        if (event.lines.empty()) continue;
        event.reason = command.reason;
        event.approved_by = command.approved_by;
        event.after = command.after;
        finish(event, invoice->customer, envelope);
        events.emplace_back(std::move(event));
    }
    for (const auto& line : asked)
        if (line.quantity > 0)
            return journal::refuse("not_invoiced", say_order(facts, first.order) + " line " +
                                                       std::to_string(line.line) + " has " +
                                                       std::to_string(line.quantity) +
                                                       " units less that can be reversed");
    if (events.empty())
        return journal::refuse("not_invoiced", say(invoices.front().first) + " of " + order->number +
                                                   " has no unit left that can be reversed");
    return events;
}

} // namespace truefill::billing
