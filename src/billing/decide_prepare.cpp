#include "billing/questions.h"
#include "billing/verbs.h"
#include "billing/words.h"
#include "ledger/valuation.h"

namespace truefill::billing {
namespace {

using ledger::Billing;
using ledger::Order;

/// Units of the shipment at BILLABLE, by line and price version; those that a hold keeps from being billed
/// are left out, and `hold` is the first such.
std::vector<InvoiceLine> billable_lines(const ledger::Ledger& ledger, const Order& order, ShipmentId shipment,
                                        const ledger::Hold*& hold) {
    std::vector<InvoiceLine> lines;
    order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.billing != Billing::billable || parcel.shipment != shipment) return;
        if (!ledger.holds().empty())
            if (const auto* blocks = ledger.blocking(ledger::Trigger::invoice, order, line, &parcel)) {
                if (!hold) hold = blocks;
                return;
            }
        for (auto at = lines.rbegin(); at != lines.rend() && at->line == line.number; ++at) {
            if (at->unit_price != parcel.unit_price) continue;
            at->quantity += parcel.quantity;
            return;
        }
        lines.push_back({line.number, parcel.quantity, parcel.unit_price, {}});
    });
    return lines;
}

/// Takes off what stands on another invoice of the shipment that finance has not answered (I10).
void take_off(std::vector<InvoiceLine>& lines, const Invoice& other) {
    for (auto& line : lines)
        for (const auto& taken : other.lines)
            if (taken.line == line.line && taken.unit_price == line.unit_price)
                line.quantity -= taken.quantity;
    std::erase_if(lines, [](const InvoiceLine& line) { return line.quantity <= 0; });
}

/// Charges that were issued and stand on no invoice.
std::vector<InvoiceCharge> open_charges(const Order& order, const State& state) {
    std::vector<InvoiceCharge> charges;
    for (std::uint32_t number = 1; number <= order.charges.size(); ++number) {
        const auto& account = order.charges[number - 1];
        InvoiceCharge charge{number, account.issued.exact - account.billed.exact,
                             account.issued.amount - account.billed.amount};
        each_invoice(state, order.id, [&](InvoiceId, const Invoice& other) {
            if (!other.is_pending()) return;
            for (const auto& taken : other.charges) {
                if (taken.charge != number) continue;
                charge.exact -= taken.exact;
                charge.amount -= taken.amount;
            }
        });
        if (charge.exact != Amount{} || charge.amount != Amount{}) charges.push_back(charge);
    }
    return charges;
}

/// Cumulative amounts, on top of what is billed and of what other invoices of the order bring as soon as they
/// are posted. The draft is only for the arithmetic.
void value(std::vector<InvoiceLine>& lines, const Order& order, const State& state) {
    ledger::Draft draft{order};
    each_invoice(state, order.id, [&](InvoiceId, const Invoice& other) {
        if (!other.is_pending()) return;
        for (const auto& line : other.lines) post_value(draft.entry(), ledger::ValueStage::billed, line);
    });
    for (auto& line : lines)
        line.amount =
            ledger::add_value(draft, {line.line, line.quantity, line.unit_price}, ledger::ValueStage::billed);
}

/// Why a line may not be billed, as a sentence; empty when order, shipment and invoice agree.
std::string mismatch(const Order& order, const ledger::Line& line, std::string_view approved_by) {
    Quantity units = 0;
    Amount exact;
    order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.billing != Billing::billable) return;
        units += parcel.quantity;
        exact += times(parcel.unit_price, parcel.quantity);
    });
    const auto name = order.number + " line " + std::to_string(line.number);
    const auto unbilled = line.issued.quantity - line.billed.quantity;
    if (units > unbilled)
        return name + " has " + say(units) + " to bill, but its goods issues have only earned " +
               say(unbilled) + " that are not billed yet";
    const Money earned{line.issued.exact - line.billed.exact, order.currency};
    if (exact != earned.amount)
        return name + " would bill " + say(Money{exact, order.currency}) + ", its goods issues have earned " +
               say(earned) + ": the price is not the one of the goods issue";
    if (line.issued.quantity > line.demanded && approved_by.empty())
        return name + " was issued with " + say(line.issued.quantity) + ", the customer has ordered " +
               say(line.demanded) + ": a person must approve, or the surplus comes back";
    return {};
}

std::vector<ledger::Deviation> match(const Order& order, const std::vector<InvoiceLine>& lines,
                                     std::string_view approved_by) {
    std::vector<ledger::Deviation> deviations;
    LineNumber last = 0;
    for (const auto& line : lines) {
        if (line.line == last) continue;
        last = line.line;
        const auto& account = *order.line(line.line);
        auto why = mismatch(order, account, approved_by);
        if (why.empty()) continue;
        auto& found = deviations.emplace_back(
            deviation("invoice_mismatch", std::move(why), order.id, {line.amount, order.currency}));
        found.line = line.line;
        found.item = account.item;
        found.quantity = line.quantity;
    }
    return deviations;
}

template <class E> E filled(const PrepareInvoice& command, const Order& order, const State& state) {
    E event;
    event.invoice = state.invoices.next_id();
    event.order = order.id;
    event.shipment = command.shipment;
    event.customer = order.customer;
    return event;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const PrepareInvoice& command,
                    const Envelope& envelope) {
    const auto* order = facts.ledger.find(command.order_id);
    if (order == nullptr)
        return journal::refuse("order_unknown", "the order of this shipment is unknown or archived");
    if (order->kind == ledger::LineKind::transfer)
        return journal::refuse("not_billed",
                               order->number + " is a transfer between sites and is not billed");
    const ledger::Hold* hold = nullptr;
    auto lines = billable_lines(facts.ledger, *order, command.shipment, hold);
    InvoiceId blocking, earlier;
    each_invoice(state, order->id, [&](InvoiceId id, const Invoice& other) {
        if (other.shipment != command.shipment) return;
        if (other.is_pending() || other.is_posted()) earlier = id;
        if (other.is_pending()) take_off(lines, other);
        if (other.is_pending() && other.status == InvoiceStatus::match_failed) blocking = id;
    });
    if (blocking)
        return journal::refuse("awaiting_finance",
                               say(blocking) + " bills " + say(command.shipment) +
                                   " and finance answered with another total; void it first");
    if (lines.empty() && hold)
        return journal::refuse("on_hold", "the billing of " + order->number + " is on hold: " + hold->reason +
                                              "; lift the hold, then it is billed");
    if (lines.empty() && earlier)
        return journal::refuse("already_invoiced", "everything billable of " + say(command.shipment) +
                                                       " for " + order->number + " is on " + say(earlier));
    if (lines.empty())
        return journal::refuse("nothing_billable",
                               say(command.shipment) + " has nothing to bill for " + order->number);
    value(lines, *order, state);
    auto charges = open_charges(*order, state);
    Money net{{}, order->currency};
    for (const auto& line : lines) net.amount += line.amount;
    for (const auto& charge : charges) net.amount += charge.amount;

    if (!is_sane(net.amount))
        return journal::refuse_with_case("invoice_mismatch", "amount_invalid",
                                         say(command.shipment) + " of " + order->number + " comes to " +
                                             say(net) + ", more than one invoice may; bill it by hand");
    if (auto deviations = match(*order, lines, command.approved_by); !deviations.empty()) {
        auto failed = filled<MatchFailed>(command, *order, state);
        failed.lines = std::move(lines);
        failed.charges = std::move(charges);
        failed.net = net;
        failed.deviations = std::move(deviations);
        return one(std::move(failed));
    }
    auto terms = answer(TermsQuestion{order->customer, net});
    auto prepared = filled<InvoicePrepared>(command, *order, state);
    prepared.lines = std::move(lines);
    prepared.charges = std::move(charges);
    prepared.net = net;
    prepared.due = envelope.record_time + terms.post_within_micros;
    prepared.rule = std::move(terms.rule);
    prepared.rule_version = terms.version;
    return one(std::move(prepared));
}

} // namespace truefill::billing
