/// Stock that left its place without a legal row: it goes into SUSPENSE, where a case owns it.
#pragma once

#include "ledger/deviation.h"
#include "ledger/ledger.h"
#include "warehouse/parts.h"

#include <vector>

namespace truefill::warehouse {

/// Units of stock at one place.
struct Goods {
    ItemId item;
    SiteId site;
    LotId lot;
    Quantity quantity{};
};

/// What a bucket holds once the stock postings of the entry are applied (they go before its units).
Quantity balance_after(const ledger::Ledger& ledger, const ledger::Entry& entry, const Goods& goods,
                       ledger::Stock bucket);

/// Makes sure that so many units are AVAILABLE: what the book lacks was proven by a pick, ADJUSTMENT ->
/// AVAILABLE. Orders a count when it had to.
void prove(const ledger::Ledger& ledger, ledger::Entry& entry, const Goods& goods,
           std::vector<CountWanted>& counts);

/// Takes units from AVAILABLE, then from HELD, then from what they themselves prove, into SUSPENSE.
void suspend(const ledger::Ledger& ledger, ledger::Entry& entry, const Goods& goods,
             std::vector<CountWanted>& counts);

} // namespace truefill::warehouse
