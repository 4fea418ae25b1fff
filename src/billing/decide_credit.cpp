#include "billing/questions.h"
#include "billing/verbs.h"
#include "billing/words.h"

#include <algorithm>

namespace truefill::billing {
namespace {

using ledger::Billing;

/// The share of an invoice line that goes back with some of its units, such that all shares sum to the line; the
/// customer gets what is left of it after allowances.
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

/// Total and deadline, when the lines are complete.
void finish(CreditPrepared& event, CustomerId customer, const Envelope& envelope) {
    for (const auto& line : event.lines) event.net.amount += line.amount;
    for (const auto& charge : event.charges) event.net.amount += charge.amount;
    event.due = envelope.record_time + answer(TermsQuestion{customer, event.net}).post_within_micros;
}

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
            return due.invoice == parcel.invoice && due.line == line.number && due.unit_price == parcel.unit_price;
        });
        if (same != dues.end()) same->quantity += parcel.quantity;
        else dues.push_back({parcel.invoice, line.number, parcel.unit_price, parcel.quantity});
    });
    std::ranges::stable_sort(dues, {}, &Due::invoice);
    return dues;
}

/// Units of an invoice line on credit memos that finance has not answered.
Quantity pending(const State& state, const Invoice& invoice, const CreditKind kind, const LineKey& key) {
    Quantity sum = 0;
    each_credit(state, invoice, [&](CreditId, const Credit& credit) {
        if (!credit.is_pending() || credit.kind != kind) return;
        for (const auto& line : credit.lines)
            if (line.line == key.line && line.unit_price == key.unit_price) sum += line.quantity;
    });
    return sum;
}

/// Adds the credit line for what is due and on no credit memo yet; more than the invoice line is a deviation (I10).
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

/// Units of an invoice line that are INVOICED and on no reversal yet.
Quantity reversible(const State& state, const ledger::Order& order, const ReverseInvoice& command,
                    const InvoiceLine& line) {
    const auto& invoice = state.invoices.at(command.invoice);
    Quantity units = 0;
    each_named(order, {command.invoice, &invoice}, line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.billing == Billing::invoiced) units += parcel.quantity;
    });
    return units - pending(state, invoice, CreditKind::reversal, {line.line, 0, line.unit_price});
}

/// The whole invoice: all its units that are still INVOICED, and its charges.
void reverse_all(CreditPrepared& event, const State& state, const ledger::Order& order, const ReverseInvoice& command) {
    const auto& invoice = state.invoices.at(command.invoice);
    for (const auto& line : invoice.lines) {
        const auto units = reversible(state, order, command, line);
        if (units <= 0) continue;
        const auto used = credited_of(state, invoice, {line.line, 0, line.unit_price});
        event.lines.push_back(share(line, used, units, invoice.currency));
    }
    for (const auto& charge : invoice.charges)
        if (credited_of(state, invoice, {0, charge.charge, {}}).amount == Amount{}) event.charges.push_back(charge);
}

/// Named units; answers the line that has fewer, or 0.
LineNumber reverse_named(CreditPrepared& event, const State& state, const ledger::Order& order,
                         const ReverseInvoice& command) {
    const auto& invoice = state.invoices.at(command.invoice);
    for (const auto& asked : command.lines) {
        const auto repeated = std::ranges::any_of(event.lines, [&](const auto& l) { return l.line == asked.line; });
        auto left = asked.quantity;
        for (const auto& line : invoice.lines) {
            if (line.line != asked.line || left <= 0) continue;
            const auto units = std::min(left, reversible(state, order, command, line));
            if (units <= 0) continue;
            const auto used = credited_of(state, invoice, {line.line, 0, line.unit_price});
            event.lines.push_back(share(line, used, units, invoice.currency));
            left -= units;
        }
        if (left != 0 || asked.quantity <= 0 || repeated) return asked.line;
    }
    return 0;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const RequestCredit& command, const Envelope& envelope) {
    const auto* order = facts.ledger.find(command.order_id);
    if (order == nullptr) return journal::refuse("order_unknown", "the order to credit is unknown or archived");
    const auto dues = credit_due(*order, command.line);
    if (dues.empty()) return journal::refuse("nothing_due", "nothing of " + order->number + " is due to be credited");
    std::vector<Event> events;
    for (auto at = dues.begin(); at != dues.end();) {
        const auto id = at->invoice;
        const auto* invoice = state.invoices.find(id);
        if (invoice == nullptr)
            return journal::refuse_with_case("credit_mismatch", "invoice_unknown",
                                             "units of " + order->number + " are due to be credited, but their invoice "
                                             "is not here");
        auto event = begin(state, id, *invoice, CreditKind::units);
        event.credit.value += static_cast<std::uint32_t>(events.size());
        for (; at != dues.end() && at->invoice == id; ++at) add_due(event, state, *invoice, *at);
        if (event.lines.empty() && event.deviations.empty()) continue;
        event.reason = command.reason;
        if (event.lines.empty()) {
            ContradictionNoted noted;
            noted.invoice = id;
            noted.order = order->id;
            noted.deviations = std::move(event.deviations);
            return one(std::move(noted));
        }
        finish(event, invoice->customer, envelope);
        events.emplace_back(std::move(event));
    }
    if (events.empty())
        return journal::refuse("already_requested",
                               "what is due on " + order->number + " stands on a credit memo that finance has");
    return events;
}

Decision decide_one(const Facts& facts, const State& state, const ReverseInvoice& command, const Envelope& envelope) {
    const auto* invoice = state.invoices.find(command.invoice);
    if (invoice == nullptr) return journal::refuse("invoice_unknown", "there is no such invoice");
    if (!invoice->is_posted())
        return journal::refuse("not_posted", say(command.invoice) + " is not posted; void it instead");
    if (command.approved_by.empty())
        return journal::refuse("not_approved", "reversing " + say(command.invoice) + " needs the name of who approves it");
    const auto* order = facts.ledger.find(invoice->order);
    if (order == nullptr) return journal::refuse("order_unknown", "the order is archived; recall it first");
    auto event = begin(state, command.invoice, *invoice, CreditKind::reversal);
    if (command.lines.empty()) reverse_all(event, state, *order, command);
    else if (const auto line = reverse_named(event, state, *order, command))
        return journal::refuse("not_invoiced", say(command.invoice) + " has fewer units of line " +
                                                   std::to_string(line) + " that can be reversed");
    if (event.lines.empty())
        return journal::refuse("not_invoiced", say(command.invoice) + " of " + order->number +
                                                   " has no unit left that can be reversed");
    event.reason = command.reason;
    event.approved_by = command.approved_by;
    event.rebill = command.rebill;
    finish(event, invoice->customer, envelope);
    return one(std::move(event));
}

} // namespace truefill::billing
