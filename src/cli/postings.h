/// What an event says in general: every module keeps the same members for the same thing.
#pragma once

#include "engine/modules.h"

#include <vector>

namespace truefill::cli {

/// What it does to the ledgers, or nullptr.
const ledger::Entry* entry_of(const engine::Event& event);
/// The order that it is about, or none.
OrderId order_of(const engine::Event& event);
const std::vector<ledger::Deviation>* deviations_of(const engine::Event& event);

} // namespace truefill::cli
