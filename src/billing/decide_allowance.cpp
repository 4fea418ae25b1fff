#include "billing/questions.h"
#include "billing/verbs.h"
#include "billing/words.h"

namespace truefill::billing {
namespace {

/// What the line or charge of an invoice came to.
Amount amount_of(const Invoice& invoice, const GrantCredit& command, Amount& unit_price) {
    Amount sum;
    if (command.line == 0) {
        for (const auto& charge : invoice.charges)
            if (charge.charge == command.charge) sum += charge.amount;
        return sum;
    }
    // A line with two price versions: the greater part takes the allowance.
    for (const auto& line : invoice.lines) {
        if (line.line != command.line || line.amount <= sum) continue;
        sum = line.amount;
        unit_price = line.unit_price;
    }
    return sum;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const GrantCredit& command,
                    const Envelope& envelope) {
    const auto* invoice = state.invoices.find(command.invoice);
    if (invoice == nullptr) return journal::refuse("invoice_unknown", "there is no such invoice");
    if (!invoice->is_posted())
        return journal::refuse("not_posted",
                               say(command.invoice) + " is not posted; there is nothing to credit");
    if (command.requested_by.empty() || command.approved_by.empty() ||
        command.requested_by == command.approved_by)
        return journal::refuse("not_approved",
                               "a credit without goods is asked for by one person and approved by another");
    if (command.money.currency != invoice->currency || command.money.amount <= Amount{})
        return journal::refuse("amount_invalid", "the credit is an amount above zero in " +
                                                     std::string{invoice->currency.text()});
    CreditLine line;
    line.line = command.line;
    line.charge = command.line == 0 ? command.charge : 0;
    const auto whole = amount_of(*invoice, command, line.unit_price);
    const auto used = credited_of(state, *invoice, {line.line, line.charge, line.unit_price});
    if (command.money.amount > whole - used.amount)
        return journal::refuse("exceeds_invoice_line",
                               say(command.invoice) + " of " + say_order(facts, invoice->order) + " has " +
                                   say(Money{whole - used.amount, invoice->currency}) +
                                   " left to credit there");
    if (rounded(command.money.amount, minor_digits(invoice->currency)) != command.money.amount)
        return journal::refuse("amount_invalid", say(command.money) + " has a fraction of the smallest coin");
    line.amount = command.money.amount;
    CreditPrepared event;
    event.credit = state.credits.next_id();
    event.invoice = command.invoice;
    event.order = invoice->order;
    event.kind = CreditKind::allowance;
    event.lines.push_back(line);
    event.net = command.money;
    event.reason = command.reason;
    event.requested_by = command.requested_by;
    event.approved_by = command.approved_by;
    event.due = envelope.record_time + answer(TermsQuestion{invoice->customer, event.net}).post_within_micros;
    return one(std::move(event));
}

} // namespace truefill::billing
