/// The whole state of a network: the ledger, the master data, every module's documents, and the engine's own
/// flow. It is a function of the journal: replaying the same records gives the same bytes (digest).
#pragma once

#include "access/access.h"
#include "billing/billing.h"
#include "cases/cases.h"
#include "engine/flow.h"
#include "inventory/inventory.h"
#include "ledger/ledger.h"
#include "masterdata/facts.h"
#include "mirrors/mirrors.h"
#include "orders/orders.h"
#include "returns/returns.h"
#include "shipping/shipping.h"
#include "warehouse/warehouse.h"

namespace truefill::engine {

struct State {
    ledger::Ledger ledger;
    masterdata::MasterData master;
    orders::State orders;
    inventory::State inventory;
    warehouse::State warehouse;
    shipping::State shipping;
    billing::State billing;
    returns::State returns;
    cases::State cases;
    mirrors::State mirrors;
    Flow flow;
    access::State access; ///< last: while it is empty it is saved as nothing

    Facts facts() const { return {ledger, master}; }
    /// SHA-256 over everything: linear in the state, for tests, snapshots and `verify`.
    Digest digest() const;
};
TF_DESCRIBE(State, (ledger, master, orders, inventory, warehouse, shipping, billing, returns, cases, mirrors,
                    flow, access))

} // namespace truefill::engine
