/// Deviations and refusals become cases: the same way for every event of every module.
#pragma once

#include "engine/reactions.h"

namespace truefill::engine {

/// The case of a deviation.
Command open_case(const ledger::Deviation& deviation);
/// True for a refusal that says that a follow-up or a timer came too late or for nothing: everything is as it
/// should be, and nobody need look.
bool is_no_surprise(std::string_view code);
/// The order that a command is about, or none.
OrderId order_of(const State& state, const Command& command);

/// A case for each deviation that an event brings.
template <class ModuleEvent> void open_cases(const ModuleEvent& event, FollowUps& then) {
    visit(
        [&](const auto& one) {
            if constexpr (requires { one.deviations; })
                for (const auto& deviation : one.deviations) then.push_back(open_case(deviation));
        },
        event);
}

} // namespace truefill::engine
