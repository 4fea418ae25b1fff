#include "base/assert.h"
#include "base/one_of_impl.h"
#include "billing/billing.h"

#include <algorithm>

namespace truefill::billing {
namespace {

/// Posted or paid, from what is open.
void settle(Invoice& invoice) {
    invoice.status = invoice.open() == Amount{} ? InvoiceStatus::paid : InvoiceStatus::posted;
}

template <class E> Invoice document(const E& event) {
    Invoice invoice;
    invoice.order = event.order;
    invoice.shipment = event.shipment;
    invoice.customer = event.customer;
    invoice.currency = event.net.currency;
    invoice.lines = event.lines;
    invoice.charges = event.charges;
    invoice.net = event.net.amount;
    return invoice;
}

/// Adds the invoice to its order; documents of the shipment that never went to finance give way to it.
void add(State& state, InvoiceId id, Invoice invoice) {
    auto& last = state.last_of_order[invoice.order];
    for (auto earlier = last; earlier; earlier = state.invoices.at(earlier).previous_of_order) {
        auto& other = state.invoices.at(earlier);
        if (other.shipment == invoice.shipment && other.status == InvoiceStatus::match_failed && !other.sent)
            other.status = InvoiceStatus::voided;
    }
    invoice.previous_of_order = last;
    last = id;
    state.invoices.add(id, std::move(invoice));
}

void evolve(State& state, const InvoicePrepared& event, const Facts&) {
    auto invoice = document(event);
    invoice.status = InvoiceStatus::matched;
    invoice.sent = true;
    invoice.check_at = event.due;
    add(state, event.invoice, std::move(invoice));
}

void evolve(State& state, const MatchFailed& event, const Facts&) {
    auto invoice = document(event);
    invoice.status = InvoiceStatus::match_failed;
    add(state, event.invoice, std::move(invoice));
}

void evolve(State& state, const InvoicePosted& event, const Facts&) {
    auto& invoice = state.invoices.at(event.invoice);
    TF_ASSERT(!invoice.is_posted(), "an invoice is posted once");
    invoice.number = event.number;
    invoice.tax = event.tax.value_or(Amount{});
    invoice.net = event.total.amount - invoice.tax;
    if (!event.lines.empty()) invoice.lines = event.lines;
    invoice.due = event.due_date;
    invoice.check_at = event.due;
    invoice.reminded = false;
    invoice.status = InvoiceStatus::posted;
    settle(invoice);
    state.numbers.emplace(event.number, event.invoice);
}

void evolve(State& state, const InvoiceMismatched& event, const Facts&) {
    auto& invoice = state.invoices.at(event.invoice);
    invoice.status = InvoiceStatus::match_failed;
    invoice.sent = event.claimed.has_value();
    invoice.number = event.number;
}

void evolve(State& state, const InvoiceVoided& event, const Facts&) {
    state.invoices.at(event.invoice).status = InvoiceStatus::voided;
}

void evolve(State& state, const CreditPrepared& event, const Facts&) {
    auto& invoice = state.invoices.at(event.invoice);
    Credit credit;
    credit.invoice = event.invoice;
    credit.order = event.order;
    credit.previous_of_invoice = invoice.last_credit;
    credit.kind = event.kind;
    credit.after = event.after;
    credit.approved_by = event.approved_by;
    credit.currency = event.net.currency;
    credit.lines = event.lines;
    credit.charges = event.charges;
    credit.net = event.net.amount;
    credit.check_at = event.due;
    credit.reason = event.reason;
    invoice.last_credit = event.credit;
    state.credits.add(event.credit, std::move(credit));
}

void evolve(State& state, const CreditPosted& event, const Facts&) {
    auto& credit = state.credits.at(event.credit);
    TF_ASSERT(credit.status != CreditStatus::posted, "a credit memo is posted once");
    credit.status = CreditStatus::posted;
    credit.number = event.number;
    credit.tax = event.tax.value_or(Amount{});
    credit.net = event.total.amount - credit.tax;
    credit.lines = event.lines;
    state.credit_numbers.emplace(event.number, event.credit);
    auto& invoice = state.invoices.at(event.invoice);
    invoice.credited += event.total.amount;
    invoice.paid -= event.prepaid.value_or(Amount{});
    // What is credited beyond what was paid had been written off.
    if (invoice.open() < Amount{}) invoice.written_off += invoice.open();
    settle(invoice);
}

void evolve(State& state, const CreditMismatched& event, const Facts&) {
    auto& credit = state.credits.at(event.credit);
    credit.status = event.claimed ? CreditStatus::mismatched : CreditStatus::rejected;
    credit.number = event.number;
}

void evolve(State& state, const PaymentReceived& event, const Facts&) {
    const auto prepaid = event.prepaid.value_or(Amount{});
    Payment payment;
    payment.customer = event.customer;
    payment.invoice = event.invoice;
    payment.currency = event.money.currency;
    payment.amount = event.money.amount;
    payment.prepaid = prepaid;
    state.payments.emplace(event.reference, payment);
    if (!event.invoice || prepaid == event.money.amount) return;
    auto& invoice = state.invoices.at(event.invoice);
    invoice.paid += event.money.amount - prepaid;
    settle(invoice);
}

void evolve(State& state, const PaymentReversed& event, const Facts&) {
    state.payments.find(event.reference)->second.reversed = true;
    if (!event.reopened) return;
    auto& invoice = state.invoices.at(event.invoice);
    invoice.paid -= *event.reopened;
    settle(invoice);
}

void evolve(State& state, const PrepaymentApplied& event, const Facts&) {
    auto& invoice = state.invoices.at(event.invoice);
    invoice.paid += event.money.amount;
    settle(invoice);
}

void evolve(State& state, const ReceivableWrittenOff& event, const Facts&) {
    auto& invoice = state.invoices.at(event.invoice);
    invoice.written_off += event.money.amount;
    settle(invoice);
}

void evolve(State& state, const DeadlineMissed& event, const Facts&) {
    if (event.credit) state.credits.at(event.credit).reminded = true;
    else state.invoices.at(event.invoice).reminded = true;
}

void evolve(State&, const ContradictionNoted&, const Facts&) {} // its case is all that comes of it

} // namespace

void apply(State& state, const Event& event, const Facts& facts) {
    visit([&](const auto& what) { evolve(state, what, facts); }, event);
}

} // namespace truefill::billing

template struct truefill::KindsOf<truefill::billing::Event>;
