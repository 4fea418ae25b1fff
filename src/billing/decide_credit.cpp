#include "billing/credit_parts.h"
#include "billing/words.h"

#include <algorithm>

namespace truefill::billing {
namespace {

using ledger::Billing;

struct Due {
    InvoiceId invoice;
    LineNumber line{};
    Amount unit_price;
    Quantity quantity{};
};

/// Units at CREDIT_DUE by the invoice line that they name.
std::vector<Due> credit_due(const ledger::Order& order, LineNumber only) {
    std::vector<Due> dues;
    order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.billing != Billing::credit_due || (only != 0 && line.number != only)) return;
        const auto same = std::ranges::find_if(dues, [&](const Due& due) {
            return due.invoice == parcel.invoice && due.line == line.number &&
                   due.unit_price == parcel.unit_price;
        });
        if (same != dues.end()) same->quantity += parcel.quantity;
        else dues.push_back({parcel.invoice, line.number, parcel.unit_price, parcel.quantity});
    });
    std::ranges::stable_sort(dues, {}, &Due::invoice);
    return dues;
}

/// Adds the credit line for what is due and on no credit memo yet; more than the invoice line is a deviation
/// (I10).
void add_due(CreditPrepared& event, const State& state, const Invoice& invoice, const Due& due) {
    const LineKey key{due.line, 0, due.unit_price};
    const auto wanted = due.quantity - pending(state, invoice, CreditKind::units, key);
    if (wanted <= 0) return;
    const auto* line = find_line(invoice, due.line, due.unit_price);
    const auto used = credited_of(state, invoice, key);
    const auto room = line ? std::max<Quantity>(line->quantity - used.quantity, 0) : 0;
    if (const auto units = std::min(wanted, room); units > 0)
        event.lines.push_back(share(*line, used, units, invoice.currency));
    if (wanted <= room) return;
    auto& found = event.deviations.emplace_back(
        deviation("credit_mismatch",
                  say(wanted) + " of line " + std::to_string(due.line) + " are to be credited, but " +
                      say(event.invoice) + " has only " + say(room) + " of it left to credit",
                  invoice.order, {times(due.unit_price, wanted - room), invoice.currency}));
    found.line = due.line;
    found.quantity = wanted - room;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const RequestCredit& command,
                    const Envelope& envelope) {
    const auto* order = facts.ledger.find(command.order_id);
    if (order == nullptr)
        return journal::refuse("order_unknown", "the order to credit is unknown or archived");
    const auto dues = credit_due(*order, command.line);
    if (dues.empty())
        return journal::refuse("nothing_due", "nothing of " + order->number + " is due to be credited");
    std::vector<Event> events;
    std::uint32_t credits = 0;
    for (auto at = dues.begin(); at != dues.end();) {
        const auto id = at->invoice;
        const auto* invoice = state.invoices.find(id);
        if (invoice == nullptr)
            return journal::refuse_with_case("credit_mismatch", "invoice_unknown",
                                             "units of " + order->number +
                                                 " are due to be credited, but their invoice "
                                                 "is not here");
        auto event = begin(state, id, *invoice, CreditKind::units);
        for (; at != dues.end() && at->invoice == id; ++at) add_due(event, state, *invoice, *at);
        if (event.lines.empty() && event.deviations.empty()) continue;
        event.reason = command.reason;
        if (event.lines.empty()) {
            ContradictionNoted noted;
            noted.invoice = id;
            noted.order = order->id;
            noted.deviations = std::move(event.deviations);
            events.emplace_back(std::move(noted));
            continue;
        }
        event.credit.value += credits++;
        finish(event, invoice->customer, envelope);
        events.emplace_back(std::move(event));
    }
    if (events.empty())
        return journal::refuse("already_requested", "what is due on " + order->number +
                                                        " stands on a credit memo that finance has");
    return events;
}

} // namespace truefill::billing
