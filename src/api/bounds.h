/// What a message from outside may not say although the command could.
///
/// Members that the engine fills in when it sends a command to itself (ids, and conclusions from later
/// messages) are its own: they were never checked, as nobody else sends them. Times and dates lie between
/// 1900 and 2199: a year is written wrongly more often than meant to be 9999, and deadlines are computed from
/// it. Amounts stay within what the ledger posts at once.
#pragma once

#include "engine/engine.h"

#include <optional>
#include <string>
#include <string_view>

namespace truefill::api {

/// Of the members of a command's body.
bool is_own_member(std::string_view name);

/// The first value of a command that lies outside its bounds: where, and what they are.
std::optional<json::Problem> value_outside(const engine::Command& command);
bool is_outside(Time time);

} // namespace truefill::api
