#include "billing/verbs.h"
#include "billing/words.h"

#include <algorithm>

namespace truefill::billing {
namespace {

using ledger::Account;

/// The payment as it stands before it is known what it settles.
PaymentReceived begin(const RecordPayment& command) {
    PaymentReceived event;
    event.reference = command.reference;
    event.money = command.money;
    return event;
}

void post_received(PaymentReceived& event, Amount prepaid) {
    const auto currency = event.money.currency;
    if (prepaid > Amount{}) event.prepaid = prepaid;
    post(event.entry, {event.customer, currency, Account::cash, Account::receivable},
         event.money.amount - prepaid);
    post(event.entry, {event.customer, currency, Account::cash, Account::prepaid}, prepaid);
}

Decision settle(const Facts& facts, const RecordPayment& command, InvoiceId id, const Invoice& invoice) {
    auto event = begin(command);
    event.customer = invoice.customer;
    event.invoice = id;
    event.order = invoice.order;
    const auto what = "payment " + command.reference + " over " + say(command.money) + " for " + say(id) +
                      " of " + say_order(facts, invoice.order);
    const bool fits = command.money.currency == invoice.currency;
    const auto settled = fits ? std::min(command.money.amount, invoice.open()) : Amount{};
    const auto prepaid = command.money.amount - settled;
    if (!fits)
        event.deviations.push_back(deviation("overpayment",
                                             what + ", which is in " + std::string{invoice.currency.text()} +
                                                 ": kept as a prepayment",
                                             invoice.order, command.money));
    else if (prepaid > Amount{})
        event.deviations.push_back(
            deviation("overpayment",
                      what + ", where " + say(Money{invoice.open(), invoice.currency}) +
                          " is open: " + say(Money{prepaid, invoice.currency}) + " is kept as a prepayment",
                      invoice.order, {prepaid, invoice.currency}));
    post_received(event, prepaid);
    return one(std::move(event));
}

Decision repeated(const RecordPayment& command, const Payment& known) {
    const Money before{known.amount, known.currency};
    if (before == command.money)
        return journal::refuse("already_recorded", "the payment " + command.reference + " is recorded");
    ContradictionNoted noted;
    noted.invoice = known.invoice;
    noted.deviations.push_back(deviation("contradiction",
                                         "the bank's reference " + command.reference + " came with " +
                                             say(command.money) + ", and before with " + say(before),
                                         {}, command.money));
    return one(std::move(noted));
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const RecordPayment& command,
                    const Envelope& envelope) {
    if (command.reference.empty() || command.money.amount <= Amount{} || !is_sane(command.money.amount) ||
        !command.money.currency)
        return journal::refuse_with_case("contradiction", "payment_invalid",
                                         "the payment '" + command.reference + "' over " +
                                             say(command.money) +
                                             " has no bank reference, no currency or no amount that can be");
    if (const auto known = state.payments.find(command.reference); known != state.payments.end())
        return repeated(command, known->second);
    auto id = command.invoice;
    if (!command.number.empty()) {
        const auto found = state.numbers.find(command.number);
        if (found == state.numbers.end())
            return journal::wait_for(key_of_number(command.number), "invoice_unknown",
                                     "payment " + command.reference + " is for invoice " + command.number +
                                         ", which finance has not reported");
        id = found->second;
    }
    if (id) {
        const auto* invoice = state.invoices.find(id);
        if (invoice == nullptr)
            return journal::refuse_with_case("contradiction", "invoice_unknown",
                                             "payment " + command.reference + " over " + say(command.money) +
                                                 " names an invoice that we did not prepare");
        if (invoice->is_pending())
            return journal::wait_for(key_of(id), "not_posted",
                                     "payment " + command.reference + " is for " + say(id) +
                                         ", which is not posted");
        return settle(facts, command, id, *invoice);
    }
    const auto customer = facts.master.find_customer(command.customer, envelope.source);
    if (!customer)
        return journal::refuse_with_case("unmapped", "customer_unmapped",
                                         "payment " + command.reference + " over " + say(command.money) +
                                             " comes from the customer '" + command.customer +
                                             "', whom we do not know");
    auto event = begin(command);
    event.customer = customer;
    post_received(event, command.money.amount);
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ReversePayment& command, const Envelope&) {
    const auto found = state.payments.find(command.reference);
    if (found == state.payments.end())
        return journal::wait_for("payment:" + command.reference, "payment_unknown",
                                 "the bank takes back the payment " + command.reference +
                                     ", which has not come yet");
    const auto& payment = found->second;
    if (payment.reversed)
        return journal::refuse("already_reversed",
                               "the payment " + command.reference + " was taken back before");
    PaymentReversed event;
    event.reference = command.reference;
    event.customer = payment.customer;
    event.invoice = payment.invoice;
    event.money = {payment.amount, payment.currency};
    event.reason = command.reason;
    Amount reopened;
    if (payment.invoice) {
        const auto& invoice = state.invoices.at(payment.invoice);
        event.order = invoice.order;
        reopened = std::min(payment.amount - payment.prepaid, invoice.paid);
    }
    if (reopened > Amount{}) event.reopened = reopened;
    const auto currency = payment.currency;
    post(event.entry, {payment.customer, currency, Account::receivable, Account::cash}, reopened);
    post(event.entry, {payment.customer, currency, Account::prepaid, Account::cash},
         payment.amount - reopened);
    event.deviations.push_back(deviation("payment_reversed",
                                         "the bank took back the payment " + command.reference + " of " +
                                             say_customer(facts, payment.customer) + " over " +
                                             say(event.money) +
                                             (command.reason.empty() ? "" : ": " + command.reason),
                                         event.order, event.money));
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ApplyPrepayment& command, const Envelope&) {
    const auto* invoice = state.invoices.find(command.invoice);
    if (invoice == nullptr) return journal::refuse("invoice_unknown", "there is no such invoice");
    const auto open = invoice->open();
    if (open <= Amount{}) return journal::refuse("nothing_open", say(command.invoice) + " has nothing open");
    const auto balance = facts.ledger.money(invoice->customer, invoice->currency)[Account::prepaid];
    const auto there = -balance; // a liability: its balance is below zero
    const auto amount = command.amount.value_or(std::min(open, there));
    const auto name = say_customer(facts, invoice->customer);
    if (there <= Amount{}) return journal::refuse("nothing_prepaid", name + " has no prepayment");
    if (amount <= Amount{} || amount > open || amount > there)
        return journal::refuse("amount_invalid", say(command.invoice) + " has " +
                                                     say(Money{open, invoice->currency}) + " open, " + name +
                                                     " has " + say(Money{there, invoice->currency}) +
                                                     " prepaid");
    PrepaymentApplied event;
    event.invoice = command.invoice;
    event.order = invoice->order;
    event.money = {amount, invoice->currency};
    post(event.entry, {invoice->customer, invoice->currency, Account::prepaid, Account::receivable}, amount);
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const WriteOff& command, const Envelope&) {
    const auto* invoice = state.invoices.find(command.invoice);
    if (invoice == nullptr) return journal::refuse("invoice_unknown", "there is no such invoice");
    if (command.approved_by.empty())
        return journal::refuse("not_approved", "a write-off needs the name of who approves it");
    if (command.amount <= Amount{} || command.amount > invoice->open())
        return journal::refuse("amount_invalid",
                               say(command.invoice) + " of " + say_order(facts, invoice->order) + " has " +
                                   say(Money{invoice->open(), invoice->currency}) + " open");
    ReceivableWrittenOff event;
    event.invoice = command.invoice;
    event.order = invoice->order;
    event.money = {command.amount, invoice->currency};
    event.reason = command.reason;
    event.approved_by = command.approved_by;
    post(event.entry, {invoice->customer, invoice->currency, Account::write_off, Account::receivable},
         command.amount);
    return one(std::move(event));
}

} // namespace truefill::billing
