/// The documents of an order that is in memory, found from its parcels and from what points back at it. A
/// release whose units all came back unpicked is no longer among them: its story tells of it.
#pragma once

#include "engine/state.h"

#include <vector>

namespace truefill::api {

struct Documents {
    std::vector<ReleaseId> releases; ///< ascending, like the others
    std::vector<ShipmentId> shipments;
    std::vector<InvoiceId> invoices;
    std::vector<CreditId> credits;
    std::vector<ReturnId> returns;
    std::vector<CaseId> cases;
    std::vector<JobId> jobs; ///< open ones
};

/// O(parcels + documents of the order).
Documents documents_of(const engine::State& state, const ledger::Order& order);

} // namespace truefill::api
