#include "billing/credit_parts.h"

#include "billing/questions.h"

#include <algorithm>

namespace truefill::billing {

CreditLine share(const InvoiceLine& line, const Credited& used, Quantity quantity, Currency currency) {
    CreditLine credit;
    credit.line = line.line;
    credit.quantity = quantity;
    credit.unit_price = line.unit_price;
    const Ratio so_far{used.quantity + quantity, line.quantity};
    credit.value = times(line.amount, so_far, minor_digits(currency)) - used.value;
    credit.amount = std::min(credit.value, line.amount - used.amount);
    return credit;
}

CreditPrepared begin(const State& state, InvoiceId id, const Invoice& invoice, CreditKind kind) {
    CreditPrepared event;
    event.credit = state.credits.next_id();
    event.invoice = id;
    event.order = invoice.order;
    event.kind = kind;
    event.net.currency = invoice.currency;
    return event;
}

void finish(CreditPrepared& event, CustomerId customer, const Envelope& envelope) {
    for (const auto& line : event.lines) event.net.amount += line.amount;
    for (const auto& charge : event.charges) event.net.amount += charge.amount;
    event.due = envelope.record_time + answer(TermsQuestion{customer, event.net}).post_within_micros;
}

Quantity pending(const State& state, const Invoice& invoice, CreditKind kind, const LineKey& key) {
    Quantity sum = 0;
    each_credit(state, invoice, [&](CreditId, const Credit& credit) {
        if (!credit.is_pending() || credit.kind != kind) return;
        for (const auto& line : credit.lines)
            if (line.line == key.line && line.unit_price == key.unit_price) sum += line.quantity;
    });
    return sum;
}

} // namespace truefill::billing
