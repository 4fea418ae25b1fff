/// What may be done with an order now, and why not when it may not. The answer is that of the very decision
/// that would take the command: it is asked with the state as it is and its events are thrown away, for a
/// decision changes nothing. So a console shows what the engine would say, in the engine's words.
#pragma once

#include "engine/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::server {

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

/// Cost: one decision for each.
std::vector<Act> acts_of(const engine::State& state, const ledger::Order& order);
std::vector<Act> acts_of(const engine::State& state, CaseId id);

} // namespace truefill::server
