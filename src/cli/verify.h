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
/// - I13, I14, I15: not looked at, and the answer says so. Serials are not built yet; holds are asked when
///   a step is decided, and a record holds only what came of it; statuses are nowhere stored.
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
