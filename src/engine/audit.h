/// What must be true of the documents beside the ledger, as folds over a state; `ledger::audit` looks at the
/// ledger itself. One sentence for each thing that is wrong, with its invariant (docs/ledger.md); empty when
/// all is well. Linear in what is in memory; what an archived order had is not looked at.
#pragma once

#include "engine/modules.h"

#include <string>
#include <vector>

namespace truefill::engine {

/// I12: a label (SSCC) has a right check digit and is on one handling unit; what is packed or has left is in
/// a handling unit of its own order.
std::vector<std::string> audit_labels(const State& state);
/// I12, for one event before it is applied: a goods issue announces what leaves, line by line, in the
/// handling units in which it stands.
std::vector<std::string> audit_notice(const State& before, const shipping::GoodsIssued& event);
/// I13: what tells one piece from another stands in one place. Serials are not built, so no unit has one; a
/// lot is of the item of the line or the stock that names it.
std::vector<std::string> audit_lots(const State& state);
/// I15: lines and orders have no status of their own. A shipment that has left says what its units say; an
/// invoice is paid when nothing of it is open.
std::vector<std::string> audit_statuses(const State& state);

} // namespace truefill::engine
