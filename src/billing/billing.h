/// Billing: from what a goods issue has earned to money in the bank, and back by credit memos.
///
/// An invoice consumes BILLABLE units of one goods issue by name, so nothing can be billed twice (I10): what
/// stands on an invoice that finance has not answered is taken off what the next one may bill, and what is
/// INVOICED is billable no more. A credit memo names an invoice line and exceeds it neither in units nor in
/// money.
///
/// Three-way match, before anything goes to finance: the customer demanded it (or a person approves the
/// surplus), the goods issue has earned it at that price, and it is not billed yet. Amounts are cumulative,
/// rounded(exact so far) - billed so far, so partial invoices sum to the whole to the cent.
///
/// Money moves on confirmation only. `prepare_invoice` and `request_credit` make documents; finance posts
/// them and says so; then units and money move in one entry:
///
///     invoice             BILLABLE -> INVOICED      RECEIVABLE / UNBILLED, TAX
///     credit, goods back  CREDIT_DUE -> CREDITED    REVENUE / RECEIVABLE
///     credit, reversal    INVOICED -> BILLABLE      UNBILLED / RECEIVABLE
///     credit, allowance   -                         DISCOUNT / RECEIVABLE
///     payment             -                         CASH / RECEIVABLE, the rest CASH / PREPAID
///
/// The RECEIVABLE of a customer is always the sum over the open amounts of the posted invoices. An answer of
/// finance that does not fit posts nothing: units stay where they are, a case says who must clear it up, and
/// a corrected answer is taken. Cost: O(lines of the order + its invoices); about 300 bytes for an invoice of
/// three lines.
#pragma once

#include "base/names.h"
#include "base/table.h"
#include "billing/commands.h"
#include "billing/events.h"
#include "journal/decision.h"
#include "journal/envelope.h"
#include "masterdata/facts.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace truefill::billing {

struct State {
    Table<InvoiceId, Invoice> invoices;
    Table<CreditId, Credit> credits;
    TextMap<InvoiceId> numbers; ///< finance's number -> invoice, from the posting on
    TextMap<CreditId> credit_numbers;
    TextMap<Payment> payments; ///< by the bank's reference
    boost::unordered_flat_map<OrderId, InvoiceId> last_of_order;
};
TF_DESCRIBE(State, (invoices, credits, numbers, credit_numbers, payments, last_of_order))

using Decision = journal::Decision<Event>;

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope);
/// `facts` is the ledger with the event's entry applied.
void apply(State& state, const Event& event, const Facts& facts);
/// One or two sentences for people.
std::string tell(const Facts& facts, const Event& event);

/// Whether a timer that is due now has anything to say; saves the command when it has not.
bool needs_check(const State& state, InvoiceId invoice, Time now);
bool needs_check(const State& state, CreditId credit, Time now);

/// Keys under which facts wait for an invoice: "invoice:INV-5" and, once it is posted, "invoice:" + finance's
/// number.
std::string key_of(InvoiceId invoice);
std::string key_of_number(std::string_view number);

/// Calls f(id, invoice) for each invoice of an order, newest first.
template <class F> void each_invoice(const State& state, OrderId order, F&& f) {
    const auto last = state.last_of_order.find(order);
    if (last == state.last_of_order.end()) return;
    for (auto id = last->second; id; id = state.invoices.at(id).previous_of_order)
        f(id, state.invoices.at(id));
}
/// Calls f(id, credit) for each credit memo of an invoice, newest first.
template <class F> void each_credit(const State& state, const Invoice& invoice, F&& f) {
    for (auto id = invoice.last_credit; id; id = state.credits.at(id).previous_of_invoice)
        f(id, state.credits.at(id));
}

/// A line of an invoice, or a charge on it (then line is 0).
struct LineKey {
    LineNumber line{};
    std::uint32_t charge{};
    Amount unit_price;
};
/// What was or will be credited of an invoice line; refused credit memos are not counted.
struct Credited {
    Quantity quantity{};
    Amount value;  ///< taken back with units
    Amount amount; ///< given to the customer
};
Credited credited_of(const State& state, const Invoice& invoice, const LineKey& key);

} // namespace truefill::billing
