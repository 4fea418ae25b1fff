/// A job's payload, made from the state when a worker takes it.
#pragma once

#include "engine/state.h"
#include "sim/agent.h"

namespace truefill::sim {

Work render(const engine::State& state, const engine::Job& job);

} // namespace truefill::sim
