#include "billing/verbs.h"
#include "billing/words.h"
#include "ledger/valuation.h"

#include <algorithm>

namespace truefill::billing {
namespace {

using ledger::Account;
using ledger::Billing;
using ledger::Trigger;
using ledger::ValueStage;

/// Moves the units of one invoice line that are still billable; answers how many.
Quantity bill(ledger::Draft& draft, const std::pair<InvoiceId, const Invoice*>& of, const InvoiceLine& line) {
    Quantity moved = 0;
    each_named(draft.order(), of, line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
        if (parcel.billing != Billing::billable || moved == line.quantity) return;
        const auto part = std::min(parcel.quantity, line.quantity - moved);
        auto* posting = draft.move(slot, part, Trigger::invoice, parcel.pipeline);
        if (posting == nullptr) return;
        posting->invoice = of.first;
        moved += part;
    });
    return moved;
}

/// The deviation for units that finance has billed and that came back or were lost in between.
ledger::Deviation gone(const InvoiceLine& line, Quantity moved, const InvoicePosted& posted,
                       const ledger::Order& order) {
    const auto missing = line.quantity - moved;
    const Money value{times(line.unit_price, missing), order.currency};
    auto found = deviation("invoice_mismatch",
                           "finance has billed " + say(line.quantity) + " of " + order.number + " line " +
                               std::to_string(line.line) + " on " + say(posted.invoice) + " (" +
                               posted.number + "), but " + say(missing) +
                               " were no longer billable: finance must credit " + say(value),
                           order.id, value);
    found.line = line.line;
    found.item = order.line(line.line)->item;
    found.quantity = missing;
    return found;
}

/// Units and line amounts: as prepared where all units are still billable, else what is left of them.
Amount bill_lines(ledger::Draft& draft, const Invoice& invoice, InvoicePosted& posted) {
    Amount sum;
    bool complete = true;
    std::vector<InvoiceLine> lines;
    for (const auto& line : invoice.lines) {
        const auto moved = bill(draft, {posted.invoice, &invoice}, line);
        auto billed = line;
        if (moved == line.quantity) {
            post_value(draft.entry(), ValueStage::billed, line);
        } else {
            complete = false;
            posted.deviations.push_back(gone(line, moved, posted, draft.order()));
            if (moved == 0) continue;
            billed.quantity = moved;
            billed.amount = ledger::add_value(draft, {line.line, moved, line.unit_price}, ValueStage::billed);
        }
        sum += billed.amount;
        lines.push_back(billed);
    }
    if (!complete) posted.lines = std::move(lines);
    return sum;
}

/// The end of the last day for payment.
void set_due(InvoicePosted& posted, const Facts& facts, CustomerId customer) {
    const auto payment_days = customer ? facts.master.customer(customer).payment_days : 0;
    posted.due_date = date_of(posted.posted_at) + payment_days;
    posted.due = start_of(posted.due_date + 1);
}

Decision mismatched(const ConfirmInvoice& command, const Invoice& invoice, std::string sentence) {
    InvoiceMismatched event;
    event.invoice = command.invoice;
    event.order = invoice.order;
    event.number = command.number;
    event.claimed = command.total;
    event.deviations.push_back(
        deviation("invoice_mismatch", std::move(sentence), invoice.order, command.total));
    return one(std::move(event));
}

Decision posted(const Facts& facts, const ConfirmInvoice& command, const Invoice& invoice,
                const Envelope& envelope) {
    const auto* order = facts.ledger.find(invoice.order);
    if (order == nullptr)
        return contradiction(command.invoice, invoice,
                             "finance has posted " + say(command.invoice) + " for an order that is archived");
    InvoicePosted event;
    event.invoice = command.invoice;
    event.order = invoice.order;
    event.shipment = invoice.shipment;
    event.number = command.number;
    event.posted_at = command.posted_at ? command.posted_at
                                        : (envelope.event_time ? envelope.event_time : envelope.record_time);
    ledger::Draft draft{*order};
    auto net = bill_lines(draft, invoice, event);
    if (draft.entry().units.empty())
        return mismatched(command, invoice,
                          "finance has posted " + say(command.invoice) + " as " + command.number + " over " +
                              say(command.total) +
                              ", but none of its units is billable any more: finance must credit it");
    for (const auto& line : invoice.lines) level(draft, line.line);
    for (const auto& charge : invoice.charges) {
        post_value(draft.entry(), ValueStage::billed, charge);
        net += charge.amount;
    }
    const auto tax = command.tax.value_or(Amount{});
    post(draft.entry(), {order->customer, order->currency, Account::receivable, Account::unbilled}, net);
    post(draft.entry(), {order->customer, order->currency, Account::receivable, Account::tax}, tax);
    event.total = {net + tax, order->currency};
    event.tax = command.tax;
    set_due(event, facts, order->customer);
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ConfirmInvoice& command,
                    const Envelope& envelope) {
    const auto* invoice = state.invoices.find(command.invoice);
    if (invoice == nullptr)
        return journal::refuse_with_case("contradiction", "invoice_unknown",
                                         "finance has posted " + command.number + " over " +
                                             say(command.total) + " for an invoice that we did not prepare");
    if (command.number.empty())
        return journal::refuse_with_case("contradiction", "number_missing",
                                         "finance has posted " + say(command.invoice) + " without a number");
    const auto contradicts = [&](const std::string& rest) {
        return "finance has posted " + say(command.invoice) + " of " + say_order(facts, invoice->order) +
               " as " + command.number + rest;
    };
    if (invoice->is_posted()) {
        if (invoice->number == command.number)
            return journal::refuse("already_posted",
                                   say(command.invoice) + " is posted as " + command.number);
        return contradiction(command.invoice, *invoice,
                             contradicts(", but it was posted as " + invoice->number + " before"));
    }
    if (invoice->status == InvoiceStatus::voided)
        return contradiction(command.invoice, *invoice,
                             contradicts(", but it is void: finance must take it back"));
    const auto taken = state.numbers.find(command.number);
    if (taken != state.numbers.end())
        return contradiction(command.invoice, *invoice,
                             contradicts(", but that is the number of " + say(taken->second)));
    if (!invoice->is_pending())
        return contradiction(command.invoice, *invoice,
                             contradicts(", but it did not match and was not sent"));
    const auto tax = command.tax.value_or(Amount{});
    if (!is_sane(tax) || !is_sane(command.total.amount))
        return mismatched(command, *invoice, contradicts(" over an amount that cannot be"));
    const Money ours{invoice->net + tax, invoice->currency};
    if (ours != command.total) {
        const auto taxed =
            tax == Amount{} ? "" : ", their tax of " + say(Money{tax, invoice->currency}) + " included";
        return mismatched(command, *invoice,
                          contradicts(" over " + say(command.total) + ", we have " + say(ours) + taxed));
    }
    return posted(facts, command, *invoice, envelope);
}

Decision decide_one(const Facts& facts, const State& state, const RejectInvoice& command, const Envelope&) {
    const auto* invoice = state.invoices.find(command.invoice);
    if (invoice == nullptr)
        return journal::refuse_with_case("contradiction", "invoice_unknown",
                                         "finance refuses an invoice that we did not prepare: " +
                                             command.reason);
    if (!invoice->is_pending() && !invoice->is_posted())
        return journal::refuse("already_closed", say(command.invoice) + " is not with finance any more");
    const auto what = "finance refuses " + say(command.invoice) + " of " + say_order(facts, invoice->order) +
                      ": " + (command.reason.empty() ? "no reason given" : command.reason);
    if (invoice->is_posted())
        return contradiction(command.invoice, *invoice,
                             what + "; but finance has posted it as " + invoice->number);
    InvoiceMismatched event;
    event.invoice = command.invoice;
    event.order = invoice->order;
    event.deviations.push_back(
        deviation("invoice_mismatch", what, invoice->order, {invoice->net, invoice->currency}));
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const VoidInvoice& command, const Envelope&) {
    const auto* invoice = state.invoices.find(command.invoice);
    if (invoice == nullptr) return journal::refuse("invoice_unknown", "there is no such invoice");
    if (invoice->status == InvoiceStatus::voided)
        return journal::refuse("already_void", say(command.invoice) + " is void");
    if (invoice->is_posted())
        return journal::refuse("already_posted", say(command.invoice) + " of " +
                                                     say_order(facts, invoice->order) + " is posted as " +
                                                     invoice->number + "; reverse it instead");
    if (command.approved_by.empty())
        return journal::refuse("not_approved",
                               "voiding " + say(command.invoice) + " needs the name of who approves it");
    InvoiceVoided event;
    event.invoice = command.invoice;
    event.order = invoice->order;
    event.reason = command.reason;
    event.approved_by = command.approved_by;
    return one(std::move(event));
}

} // namespace truefill::billing
