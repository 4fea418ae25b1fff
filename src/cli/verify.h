/// `truefill verify`: is a journal what it says it is?
///
/// Every page of the file, the chain over all records, a replay into an empty engine, then what must be true
/// of the state (the invariants of docs/ledger.md). What is wrong is told with its position; when an
/// invariant does not hold at the end, the first record after which it did not is searched for.
///
/// How each invariant is looked at:
///
/// - I1-I8, I12, I17: folds over the whole ledger (ledger/audit.h).
/// - I9: no two records carry one message; no handling unit is on two shipments that have left.
/// - I10: units that stand as invoiced name a posted invoice with at least so many; credits stay within it.
/// - I11: units that may still come back are at most those that are shipped or delivered.
/// - I12, beside what the ledger says: labels; and at each goods issue, what was announced is what left.
/// - I13: serials are not built, so no unit has one; a lot is of its item.
/// - I14: each event of an intent, before it is applied, against the holds in force then
///   (engine/hold_guard.h).
/// - I15: lines and orders have no status; those of shipments and invoices are held against units and money.
/// - I16: the chain; the replay; the state saved and loaded is the same, byte for byte.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "engine/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::cli {

struct VerifyOptions {
    std::string file;
    bool json{};
};

int run_verify(const VerifyOptions& options);

/// What is wrong with documents beside the ledger: I9 (handling units), I10, I11. One sentence each.
std::vector<std::string> audit_handling_units(const engine::State& state);
std::vector<std::string> audit_invoices(const engine::State& state);
std::vector<std::string> audit_returns(const engine::State& state);

} // namespace truefill::cli
