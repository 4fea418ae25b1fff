/// The verbs of billing, one decision each, and what they share. For the sources of this folder.
#pragma once

#include "billing/billing.h"
#include "ledger/draft.h"

#include <string_view>
#include <utility>

namespace truefill::billing {

using journal::Envelope;

Decision decide_one(const Facts&, const State&, const PrepareInvoice&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ConfirmInvoice&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RejectInvoice&, const Envelope&);
Decision decide_one(const Facts&, const State&, const VoidInvoice&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReverseInvoice&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RequestCredit&, const Envelope&);
Decision decide_one(const Facts&, const State&, const GrantCredit&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ConfirmCredit&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RejectCredit&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RecordPayment&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReversePayment&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ApplyPrepayment&, const Envelope&);
Decision decide_one(const Facts&, const State&, const WriteOff&, const Envelope&);
Decision decide_one(const Facts&, const State&, const CheckInvoice&, const Envelope&);
Decision decide_one(const Facts&, const State&, const CheckCredit&, const Envelope&);

/// No single document comes near it; what a message brings beyond is a slip of a finger or an attack. It
/// keeps every sum of the ledger inside its range.
inline constexpr Amount amount_max{100'000'000'000 * Amount::scale};
inline bool is_sane(Amount amount) { return -amount_max <= amount && amount <= amount_max; }

/// A decision of one event, moved, not copied.
template <class E> Decision one(E&& event) {
    std::vector<Event> events;
    events.emplace_back(std::forward<E>(event));
    return events;
}

/// A deviation about an invoice's order.
ledger::Deviation deviation(std::string_view category, std::string sentence, OrderId order,
                            const Money& value);
/// A fact about an invoice or a credit memo that moves nothing and becomes a case.
Decision contradiction(InvoiceId id, const Invoice& invoice, std::string sentence);
Decision contradiction(CreditId id, const Credit& credit, std::string sentence);

/// Adds a posting; an amount below zero swaps the accounts, zero adds nothing.
struct MoneyMove {
    CustomerId customer;
    Currency currency{};
    ledger::Account debit{}, credit{};
};
void post(ledger::Entry& entry, const MoneyMove& move, Amount amount);

/// Adds a value posting with an amount that is already on a document.
void post_value(ledger::Entry& entry, ledger::ValueStage stage, const InvoiceLine& line);
void post_value(ledger::Entry& entry, ledger::ValueStage stage, const InvoiceCharge& charge);

/// Where everything earned by a line is billed now, what is earned comes to what is billed: invoices that
/// finance has confirmed in another order than they were prepared may have left a cent between the two.
void level(ledger::Draft& draft, LineNumber line);

/// The same line or charge with everything negative.
InvoiceLine negated(InvoiceLine line);
InvoiceCharge negated(InvoiceCharge charge);

const InvoiceLine* find_line(const Invoice& invoice, LineNumber line, Amount unit_price);

/// Calls f(slot, parcel) for the parcels that an invoice line names, in a billing bucket: BILLABLE ones by
/// the invoice's shipment, the others by the invoice itself.
template <class F>
void each_named(const ledger::Order& order, const std::pair<InvoiceId, const Invoice*>& of,
                const InvoiceLine& line, F&& f) {
    const auto* account = order.line(line.line);
    if (account == nullptr) return;
    order.each_parcel(*account, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
        if (parcel.unit_price != line.unit_price) return;
        const bool named = parcel.billing == ledger::Billing::billable
                               ? parcel.shipment == of.second->shipment
                               : parcel.invoice == of.first;
        if (named) f(slot, parcel);
    });
}

} // namespace truefill::billing
