/// Money that follows units: what a goods issue earns, an invoice bills, a return takes back. One place
/// computes it, so that partial documents always sum to the whole to the cent: posted = rounded(exact so far)
/// - posted so far.
#pragma once

#include "ledger/draft.h"

namespace truefill::ledger {

/// Units of a line at a price, to be valued; `quantity` is negative when value is taken back.
struct Valued {
    LineNumber line{};
    Quantity quantity{};
    Amount unit_price;
};

/// Adds the value postings of a stage for units of one line at one price, and answers the amount to post in
/// money (negative when taken back). Several calls for one line in one draft build on each other.
Amount add_value(Draft& draft, const Valued& units, ValueStage stage);

/// The same for a charge (1-based). `exact` is the part that becomes due or is taken back.
Amount add_charge_value(Draft& draft, std::uint32_t charge, Amount exact, ValueStage stage);

/// Adds a money posting for the order's customer; a negative amount swaps the accounts, zero adds nothing.
void add_money(Draft& draft, Account debit, Account credit, Amount amount);

} // namespace truefill::ledger
