/// Which event sets which deadline: a table like the reactions, applied in evolve, so a replay sets the same
/// timers.
#pragma once

#include "engine/modules.h"

namespace truefill::engine {

template <class ModuleEvent> void schedule(Timers& timers, const ModuleEvent& event);

} // namespace truefill::engine
