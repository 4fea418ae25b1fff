#include "billing/billing.h"
#include "billing/words.h"

namespace truefill::billing {
namespace {

std::string because(const std::string& reason) { return reason.empty() ? "" : ": " + reason; }

std::string first_sentence(const std::vector<ledger::Deviation>& deviations) {
    return deviations.empty() ? "Nothing follows." : deviations.front().sentence + ".";
}

std::string tell_one(const Facts& facts, const InvoicePrepared& event) {
    return say(event.invoice) + " over " + say(event.net) + " bills " + say(event.shipment) + " of " +
           say_order(facts, event.order) + " to " + say_customer(facts, event.customer) +
           ". Order, shipment and invoice agree; finance is asked to post it.";
}

std::string tell_one(const Facts& facts, const MatchFailed& event) {
    return say(event.shipment) + " of " + say_order(facts, event.order) +
           " is not billed: " + first_sentence(event.deviations);
}

std::string tell_one(const Facts& facts, const InvoicePosted& event) {
    auto text = "Finance posted " + say(event.invoice) + " of " + say_order(facts, event.order) + " as " +
                event.number + " over " + say(event.total) + ", due " + say(event.due_date) + ".";
    if (!event.deviations.empty()) text += " " + first_sentence(event.deviations);
    return text;
}

std::string tell_one(const Facts&, const InvoiceMismatched& event) {
    return first_sentence(event.deviations);
}

std::string tell_one(const Facts& facts, const InvoiceVoided& event) {
    return event.approved_by + " voided " + say(event.invoice) + " of " + say_order(facts, event.order) +
           because(event.reason) + ".";
}

std::string tell_one(const Facts& facts, const CreditPrepared& event) {
    const char* why = event.kind == CreditKind::units      ? " for goods that came back or were lost"
                      : event.kind == CreditKind::reversal ? " to bill the goods anew"
                                                           : " without goods";
    auto text = say(event.credit) + " credits " + say(event.net) + " of " + say(event.invoice) + " for " +
                say_order(facts, event.order) + why + because(event.reason) + ".";
    if (!event.approved_by.empty()) text += " Approved by " + event.approved_by + ".";
    return text;
}

std::string tell_one(const Facts& facts, const CreditPosted& event) {
    auto text = "Finance posted " + say(event.credit) + " of " + say_order(facts, event.order) + " as " +
                event.number + " over " + say(event.total) + ".";
    if (event.prepaid)
        text += " " + say(Money{*event.prepaid, event.total.currency}) +
                " of it was paid and is a prepayment now.";
    return text;
}

std::string tell_one(const Facts&, const CreditMismatched& event) { return first_sentence(event.deviations); }

std::string tell_one(const Facts& facts, const PaymentReceived& event) {
    auto text =
        say_customer(facts, event.customer) + " paid " + say(event.money) + " (" + event.reference + ")";
    if (event.invoice) text += " for " + say(event.invoice) + " of " + say_order(facts, event.order);
    if (event.prepaid) text += "; " + say(Money{*event.prepaid, event.money.currency}) + " is a prepayment";
    return text + ".";
}

std::string tell_one(const Facts&, const PaymentReversed& event) { return first_sentence(event.deviations); }

std::string tell_one(const Facts& facts, const PrepaymentApplied& event) {
    return say(event.money) + " of the prepayments settle " + say(event.invoice) + " of " +
           say_order(facts, event.order) + ".";
}

std::string tell_one(const Facts& facts, const ReceivableWrittenOff& event) {
    return event.approved_by + " wrote off " + say(event.money) + " of " + say(event.invoice) + " for " +
           say_order(facts, event.order) + because(event.reason) + ".";
}

std::string tell_one(const Facts&, const DeadlineMissed& event) { return first_sentence(event.deviations); }
std::string tell_one(const Facts&, const ContradictionNoted& event) {
    return first_sentence(event.deviations);
}

} // namespace

std::string tell(const Facts& facts, const Event& event) {
    return visit([&](const auto& what) { return tell_one(facts, what); }, event);
}

} // namespace truefill::billing
