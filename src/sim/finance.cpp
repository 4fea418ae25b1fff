#include "sim/finance.h"

#include <algorithm>

namespace truefill::sim {

Taken Finance::take(const JobOrder& job) {
    if (mishap(15)) return Taken::busy;
    if (const auto* work = get_if<InvoiceWork>(&job.work)) {
        bus().in(random_.wait(minutes(10), hours(6)), [this, invoice = *work] { post(invoice); });
        return Taken::done;
    }
    if (const auto* work = get_if<CreditWork>(&job.work)) {
        bus().in(random_.wait(hours(1), hours(20)), [this, memo = *work] { credit(memo); });
        return Taken::done;
    }
    return Taken::refused;
}

void Finance::post(const InvoiceWork& work) {
    if (accounts_.contains(work.invoice)) return; // asked again under another job
    billing::ConfirmInvoice command;
    command.invoice = work.invoice;
    command.number = std::to_string(++invoices_);
    const auto tax = times(work.net.amount, tax_, minor_digits(work.net.currency));
    command.total = {work.net.amount + tax, work.net.currency};
    if (tax_.numerator != 0) command.tax = tax;
    command.posted_at = now();
    accounts_.emplace(work.invoice, Account{work, command.number, command.total.amount, tax});
    if (mishap(8)) { // a clerk's slip, mended the next day
        auto wrong = command;
        wrong.total.amount += Amount{10'000'000};
        send(billing::Command{wrong});
        bus().in(hours(20), [this, command] { send(billing::Command{command}); });
    } else {
        send(billing::Command{command});
    }
    // Most pay shortly before it is due, who pays at once does it within hours, and some are late.
    auto due = days(work.payment_days) - random_.wait(hours(2), hours(30));
    if (work.payment_days <= 1) due = random_.wait(minutes(5), hours(3));
    if (random_.chance(80)) due = due + random_.wait(days(2), days(9));
    bus().in(due, [this, invoice = work.invoice] { pay(invoice); });
}

void Finance::credit(const CreditWork& work) {
    billing::ConfirmCredit command;
    command.credit = work.credit;
    command.number = "C" + std::to_string(++credits_);
    auto tax = times(work.net.amount, tax_, minor_digits(work.net.currency));
    if (const auto account = accounts_.find(work.invoice); account != accounts_.end()) {
        tax = std::min(tax, account->second.tax); // parts never sum to more than the whole
        account->second.tax -= tax;
        account->second.open -= work.net.amount + tax;
    }
    command.total = {work.net.amount + tax, work.net.currency};
    if (tax_.numerator != 0) command.tax = tax;
    send(billing::Command{command});
}

void Finance::pay(InvoiceId invoice) {
    const auto& account = accounts_.at(invoice);
    if (account.open <= Amount{}) return;
    if (mishap(30)) {
        const auto part = times(account.open, Ratio{1, 2}, 2);
        if (part > Amount{}) pay_part(invoice, part);
        bus().in(random_.wait(days(1), days(6)), [this, invoice] { pay(invoice); });
        return;
    }
    pay_part(invoice, account.open + Amount{mishap(5) ? 1'000'000 : 0});
}

void Finance::pay_part(InvoiceId invoice, Amount amount) {
    auto& account = accounts_.at(invoice);
    billing::RecordPayment command;
    command.reference = "BANK-" + std::to_string(++payments_);
    command.customer = account.work.customer;
    command.number = account.number;
    command.money = {amount, account.work.net.currency};
    account.open -= amount;
    cash_ += amount;
    send(billing::Command{command});
    if (mishap(8))
        bus().in(random_.wait(hours(5), days(2)), [this, invoice, amount, reference = command.reference] {
            take_back(invoice, amount, reference);
        });
}

void Finance::take_back(InvoiceId invoice, Amount amount, const std::string& reference) {
    billing::ReversePayment command;
    command.reference = reference;
    command.reason = "returned by the bank";
    accounts_.at(invoice).open += amount;
    cash_ -= amount;
    send(billing::Command{command});
    bus().in(random_.wait(days(1), days(3)), [this, invoice] { pay(invoice); });
}

} // namespace truefill::sim
