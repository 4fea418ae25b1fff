/// Why an order is where it is, and what will move it: read off the state, nothing is stored.
#pragma once

#include "engine/engine.h"

#include <string>
#include <vector>

namespace truefill::api {

struct Outlook {
    std::string why;               ///< one sentence
    std::vector<std::string> next; ///< what is to come, or what to do
};

/// `tells_money`: whoever reads it may read invoices, too; else nothing is said of bills and payments.
/// O(parcels + documents of the order).
Outlook outlook_of(const engine::State& state, const ledger::Order& order, bool tells_money = true);

} // namespace truefill::api
