/// Deviations and refusals become cases: the same way for every event of every module.
#pragma once

#include "engine/reactions.h"

namespace truefill::engine {

Command open_case(const ledger::Deviation& deviation);

/// A case for each deviation that an event brings.
template <class ModuleEvent> void open_cases(const ModuleEvent& event, FollowUps& then) {
    std::visit(
        [&](const auto& one) {
            if constexpr (requires { one.deviations; })
                for (const auto& deviation : one.deviations) then.push_back(open_case(deviation));
        },
        event);
}

} // namespace truefill::engine
