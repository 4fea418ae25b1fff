/// What may be done with an invoice now, and why not when it may not: asked of the very decisions, as acts.h
/// says.
#pragma once

#include "api/acts.h"

#include <vector>

namespace truefill::api {

/// Cost: one decision for each of four.
std::vector<Act> acts_of(const engine::State& state, InvoiceId id, const Caller& caller);

} // namespace truefill::api
