/// What may be done with an order now, and why not when it may not. The answer is that of the very decision
/// that would take the command: it is asked with the state as it is and its events are thrown away, for a
/// decision changes nothing. So a console shows what the engine would say, in the engine's words. What the
/// person who looks may not do is forbidden with the sentence of access.
#pragma once

#include "api/door.h"
#include "engine/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct Act {
    static constexpr auto required = std::to_array<std::string_view>({"command", "title", "allowed"});
    std::string command; ///< its name
    std::string title;   ///< for a button
    bool allowed{};
    std::string reason; ///< why not, as a sentence
    std::string code;   ///< the refusal's
    std::string body;   ///< JSON of the command as far as it is known; what is missing, a form asks
};
TF_DESCRIBE(Act, (command, title, allowed, reason, code, body))

/// Cost: one decision for each. `caller`: who looks; none: somebody who may everything.
std::vector<Act> acts_of(const engine::State& state, const ledger::Order& order,
                         const Caller* caller = nullptr);
std::vector<Act> acts_of(const engine::State& state, CaseId id, const Caller* caller = nullptr);

/// Forbids an act that the caller may not send.
void forbid_by_access(Act& act, const engine::State& state, const Caller* caller,
                      const engine::Command& command);

} // namespace truefill::api
