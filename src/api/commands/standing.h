/// What stands with an order or a case, as one hash: for a command that is to be taken only when nothing has
/// happened since its sender looked.
///
/// Of an order: its account in the ledger, its document, the holds on it and on its lines, its cases,
/// releases, shipments, invoices and returns. Of a case: all of it. On the engine thread; some microseconds.
#pragma once

#include "engine/engine.h"

namespace truefill::api {

Digest standing_of(const engine::State& state, OrderId id);
Digest standing_of(const engine::State& state, CaseId id);

} // namespace truefill::api
