/// Event -> follow-up commands: the default order-to-cash flow as one readable table (reactions.cpp).
#pragma once

#include "engine/modules.h"

#include <string_view>
#include <vector>

namespace truefill::engine {

using FollowUps = std::vector<Command>;

/// What follows from an event that has just been applied. Appends to `then`, in order.
template <class ModuleEvent> void react(const State& state, const ModuleEvent& event, FollowUps& then);

/// A row of the table for people: `truefill flow` and the reference pages print it.
struct FlowRow {
    std::string_view event;
    std::string_view what;
};
std::vector<FlowRow> flow_rows();

/// The keys under which facts may wait that this event can wake: "order:SO-1", "invoice:9001".
template <class ModuleEvent> void keys_of(const State& state, const ModuleEvent& event,
                                          std::vector<std::string>& keys);

} // namespace truefill::engine
