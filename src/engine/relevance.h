/// Whether what a timer waits for is still open: a timer is never taken back, so this is asked when it fires.
#pragma once

#include "engine/state.h"

namespace truefill::engine {

bool is_relevant(const State& state, const Timer& timer);

} // namespace truefill::engine
