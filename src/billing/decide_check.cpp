#include "billing/verbs.h"
#include "billing/words.h"

namespace truefill::billing {

/// A timer that finds everything in order says nothing.
Decision decide_one(const Facts& facts, const State& state, const CheckInvoice& command,
                    const Envelope& envelope) {
    if (!needs_check(state, command.invoice, envelope.record_time)) return std::vector<Event>{};
    const auto& invoice = state.invoices.at(command.invoice);
    const auto what = say(command.invoice) + " of " + say_order(facts, invoice.order);
    DeadlineMissed event;
    event.invoice = command.invoice;
    event.order = invoice.order;
    if (invoice.is_posted())
        event.deviations.push_back(deviation("payment_overdue",
                                             what + " (" + invoice.number + ") was to be paid by " +
                                                 say(invoice.due) + " by " +
                                                 say_customer(facts, invoice.customer) + "; " +
                                                 say(Money{invoice.open(), invoice.currency}) + " is open",
                                             invoice.order, {invoice.open(), invoice.currency}));
    else
        event.deviations.push_back(deviation(
            "invoice_unposted", what + " over " + say(invoice.total()) + " has not been posted by finance",
            invoice.order, invoice.total()));
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const CheckCredit& command,
                    const Envelope& envelope) {
    if (!needs_check(state, command.credit, envelope.record_time)) return std::vector<Event>{};
    const auto& credit = state.credits.at(command.credit);
    const Money net{credit.net, credit.currency};
    DeadlineMissed event;
    event.invoice = credit.invoice;
    event.credit = command.credit;
    event.order = credit.order;
    event.deviations.push_back(deviation("credit_unposted",
                                         say(command.credit) + " of " + say_order(facts, credit.order) +
                                             " over " + say(net) + " has not been posted by finance",
                                         credit.order, net));
    return one(std::move(event));
}

} // namespace truefill::billing
