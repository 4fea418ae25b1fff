/// The invariants of the design as folds over a whole ledger: what must be true of it whatever happened.
/// `apply` keeps them one posting at a time and never looks at the whole; this looks at nothing but the
/// whole. `truefill verify` runs it after a replay, tests and the simulation after every step.
///
/// It looks at I1 to I8, I12 and I17 (docs/ledger.md says what each of them is),
/// and the indexes: waiting lines, open order value, order numbers, chains of parcels and of stock rows,
/// digest.
#pragma once

#include "ledger/ledger.h"

#include <string>
#include <vector>

namespace truefill::ledger {

/// One sentence for each thing that is wrong, with order, line, item, site and the numbers that disagree;
/// empty when all is well. Time and memory grow with the orders in memory: about 0.4 s for a million parcels.
std::vector<std::string> audit(const Ledger& ledger);

/// What can be said by looking at one order, its stock rows and its customer's money: cheap enough for every
/// step. An order that is not in memory has nothing wrong.
std::vector<std::string> audit_order(const Ledger& ledger, OrderId id);

} // namespace truefill::ledger
