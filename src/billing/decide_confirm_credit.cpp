#include "billing/verbs.h"
#include "billing/words.h"

#include <algorithm>

namespace truefill::billing {
namespace {

using ledger::Account;
using ledger::Billing;
using ledger::Trigger;
using ledger::ValueStage;

/// Moves the units of one credit line that still stand where the credit found them; answers how many.
Quantity take(ledger::Draft& draft, const std::pair<InvoiceId, const Invoice*>& of, const CreditLine& line,
              CreditKind kind) {
    const auto from = kind == CreditKind::units ? Billing::credit_due : Billing::invoiced;
    const auto trigger = kind == CreditKind::units ? Trigger::credit : Trigger::reverse_invoice;
    Quantity moved = 0;
    each_named(draft.order(), of, {line.line, line.quantity, line.unit_price, {}},
               [&](std::uint32_t slot, const ledger::Parcel& parcel) {
                   if (parcel.billing != from || moved == line.quantity) return;
                   const auto part = std::min(parcel.quantity, line.quantity - moved);
                   if (draft.move(slot, part, trigger, parcel.pipeline)) moved += part;
               });
    return moved;
}

/// The line for fewer units, in proportion.
CreditLine reduced(CreditLine line, Quantity quantity, Currency currency) {
    const Ratio part{quantity, line.quantity};
    line.value = times(line.value, part, minor_digits(currency));
    line.amount = std::min(times(line.amount, part, minor_digits(currency)), line.value);
    line.quantity = quantity;
    return line;
}

ledger::Deviation left_over(const CreditLine& line, Quantity moved, const CreditPosted& posted,
                            Currency currency) {
    const auto missing = line.quantity - moved;
    auto found =
        deviation("credit_mismatch",
                  "finance has credited " + say(line.quantity) + " of line " + std::to_string(line.line) +
                      " on " + say(posted.credit) + " (" + posted.number + "), but " + say(missing) +
                      " are not to be credited any more: finance must bill them again",
                  posted.order, {times(line.unit_price, missing), currency});
    found.line = line.line;
    found.quantity = missing;
    return found;
}

/// Units, values and money of the lines that carry units.
void credit_units(ledger::Draft& draft, const Credit& credit, const Invoice& invoice, CreditPosted& posted) {
    const auto from = credit.kind == CreditKind::units ? Account::revenue : Account::unbilled;
    for (const auto& line : credit.lines) {
        const auto moved = take(draft, {credit.invoice, &invoice}, line, credit.kind);
        auto part = line;
        if (moved != line.quantity) {
            posted.deviations.push_back(left_over(line, moved, posted, credit.currency));
            if (moved == 0) continue;
            part = reduced(line, moved, credit.currency);
        }
        const InvoiceLine back = negated({part.line, part.quantity, part.unit_price, part.value});
        post_value(draft.entry(), ValueStage::billed, back);
        if (credit.kind == CreditKind::units) post_value(draft.entry(), ValueStage::issued, back);
        post(draft.entry(), {invoice.customer, credit.currency, from, Account::receivable}, part.amount);
        post(draft.entry(), {invoice.customer, credit.currency, from, Account::discount},
             part.value - part.amount);
        posted.total.amount += part.amount;
        posted.lines.push_back(part);
    }
}

/// Allowances and the charges of a reversed invoice: they have no units.
void credit_money(ledger::Entry& entry, const Credit& credit, CustomerId customer, CreditPosted& posted) {
    for (const auto& line : credit.lines) {
        if (credit.kind != CreditKind::allowance) break;
        post(entry, {customer, credit.currency, Account::discount, Account::receivable}, line.amount);
        posted.total.amount += line.amount;
        posted.lines.push_back(line);
    }
    for (const auto& charge : credit.charges) {
        post_value(entry, ValueStage::billed, negated(charge));
        post(entry, {customer, credit.currency, Account::unbilled, Account::receivable}, charge.amount);
        posted.total.amount += charge.amount;
    }
}

/// What finance says about a credit memo; without a total it refuses.
struct Answer {
    CreditId credit;
    std::string number;
    std::optional<Money> claimed;
};

Answer answer_of(const ConfirmCredit& command) { return {command.credit, command.number, command.total}; }

Decision mismatched(const Answer& answer, const Credit& credit, std::string sentence) {
    CreditMismatched event;
    event.credit = answer.credit;
    event.invoice = credit.invoice;
    event.order = credit.order;
    event.number = answer.number;
    event.claimed = answer.claimed;
    event.deviations.push_back(
        deviation("credit_mismatch", std::move(sentence), credit.order, {credit.net, credit.currency}));
    return one(std::move(event));
}

CreditPosted begin(const ConfirmCredit& command, const Credit& credit, const Invoice& invoice) {
    CreditPosted event;
    event.credit = command.credit;
    event.invoice = credit.invoice;
    event.order = credit.order;
    event.shipment = invoice.shipment;
    event.kind = credit.kind;
    event.number = command.number;
    event.total.currency = credit.currency;
    event.tax = command.tax;
    event.after = credit.after;
    event.approved_by = credit.approved_by;
    return event;
}

/// What the customer had paid already becomes a prepayment, what was written off is written back: RECEIVABLE
/// stays what is open on invoices.
void settle(CreditPosted& event, const Invoice& invoice) {
    const auto over = event.total.amount - invoice.open();
    if (over <= Amount{}) return;
    const auto prepaid = std::min(over, invoice.paid);
    if (prepaid > Amount{}) event.prepaid = prepaid;
    post(event.entry, {invoice.customer, invoice.currency, Account::receivable, Account::prepaid}, prepaid);
    post(event.entry, {invoice.customer, invoice.currency, Account::receivable, Account::write_off},
         over - prepaid);
}

Decision posted(const Facts& facts, const ConfirmCredit& command, const Credit& credit,
                const Invoice& invoice) {
    auto event = begin(command, credit, invoice);
    if (credit.kind == CreditKind::allowance) {
        credit_money(event.entry, credit, invoice.customer, event);
    } else {
        const auto* order = facts.ledger.find(credit.order);
        if (order == nullptr)
            return contradiction(command.credit, credit,
                                 "finance has posted " + say(command.credit) +
                                     " for an order that is archived");
        ledger::Draft draft{*order};
        credit_units(draft, credit, invoice, event);
        if (draft.entry().units.empty())
            return mismatched(answer_of(command), credit,
                              "finance has posted " + say(command.credit) + " over " + say(command.total) +
                                  ", but none of its units is to be credited any more");
        credit_money(draft.entry(), credit, invoice.customer, event);
        event.entry = std::move(draft).take();
    }
    const auto tax = command.tax.value_or(Amount{});
    post(event.entry, {invoice.customer, invoice.currency, Account::tax, Account::receivable}, tax);
    event.total.amount += tax;
    settle(event, invoice);
    return one(std::move(event));
}

/// Tax that credit memos have given back so far.
Amount credited_tax(const State& state, const Invoice& invoice) {
    Amount sum;
    each_credit(state, invoice, [&](CreditId, const Credit& credit) {
        if (credit.status == CreditStatus::posted) sum += credit.tax;
    });
    return sum;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ConfirmCredit& command, const Envelope&) {
    const auto* credit = state.credits.find(command.credit);
    if (credit == nullptr)
        return journal::refuse_with_case("contradiction", "credit_unknown",
                                         "finance has posted the credit memo " + command.number + " over " +
                                             say(command.total) + ", which we did not ask for");
    const auto what = "finance has posted " + say(command.credit) + " of " + say_order(facts, credit->order) +
                      " as " + command.number;
    if (credit->status == CreditStatus::posted) {
        if (credit->number == command.number)
            return journal::refuse("already_posted", say(command.credit) + " is posted as " + command.number);
        return contradiction(command.credit, *credit,
                             what + ", but it was posted as " + credit->number + " before");
    }
    if (credit->status == CreditStatus::rejected)
        return contradiction(command.credit, *credit, what + ", but finance had refused it before");
    if (const auto taken = state.credit_numbers.find(command.number); taken != state.credit_numbers.end())
        return contradiction(command.credit, *credit,
                             what + ", but that is the number of " + say(taken->second));
    const auto& invoice = state.invoices.at(credit->invoice);
    const auto tax = command.tax.value_or(Amount{});
    if (!is_sane(tax) || !is_sane(command.total.amount))
        return mismatched(answer_of(command), *credit, what + " over an amount that cannot be");
    const Money ours{credit->net + tax, credit->currency};
    if (ours != command.total)
        return mismatched(answer_of(command), *credit,
                          what + " over " + say(command.total) + ", we have " + say(ours));
    if (tax < Amount{} || tax > invoice.tax - credited_tax(state, invoice))
        return mismatched(answer_of(command), *credit,
                          what + " with more tax than " + say(credit->invoice) + " has left");
    return posted(facts, command, *credit, invoice);
}

Decision decide_one(const Facts& facts, const State& state, const RejectCredit& command, const Envelope&) {
    const auto* credit = state.credits.find(command.credit);
    if (credit == nullptr)
        return journal::refuse_with_case("contradiction", "credit_unknown",
                                         "finance refuses a credit memo that we did not ask for: " +
                                             command.reason);
    if (credit->status == CreditStatus::rejected)
        return journal::refuse("already_closed", say(command.credit) + " was refused before");
    const auto what = "finance refuses " + say(command.credit) + " of " + say_order(facts, credit->order) +
                      ": " + (command.reason.empty() ? "no reason given" : command.reason);
    if (credit->status == CreditStatus::posted)
        return contradiction(command.credit, *credit,
                             what + "; but finance has posted it as " + credit->number);
    return mismatched({command.credit, {}, {}}, *credit, what);
}

} // namespace truefill::billing
