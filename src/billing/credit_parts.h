/// What credit memos for units have in common. For the sources of this folder.
#pragma once

#include "billing/verbs.h"

namespace truefill::billing {

/// The share of an invoice line that goes back with some of its units, such that all shares sum to the line;
/// the customer gets what is left of it after allowances.
CreditLine share(const InvoiceLine& line, const Credited& used, Quantity quantity, Currency currency);
/// Units of an invoice line on credit memos of a kind that finance has not answered.
Quantity pending(const State& state, const Invoice& invoice, CreditKind kind, const LineKey& key);

CreditPrepared begin(const State& state, InvoiceId id, const Invoice& invoice, CreditKind kind);
/// Total and deadline, when the lines are complete.
void finish(CreditPrepared& event, CustomerId customer, const Envelope& envelope);

} // namespace truefill::billing
