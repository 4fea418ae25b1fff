/// What the contract says about each command that is offered: one sentence of what it does, which members it
/// cannot do without, and what its members mean. One table (command_table.cpp); the OpenAPI document is made
/// from it, and the door asks it whether a command says enough to be about anything.
///
/// `needs` names members, separated by blanks; `a|b` is one of them. A command without them never was taken:
/// it is refused at the door, with a pointer, before it becomes a record. What the codec itself requires
/// (`required` of the command's struct) is not repeated here.
#pragma once

#include "base/json.h"
#include "engine/engine.h"

#include <optional>
#include <span>
#include <string_view>

namespace truefill::api {

/// What a member means in one command or part of a command; elsewhere it means what `common_members` say.
struct MemberText {
    std::string_view name, text;
};

struct CommandText {
    std::string_view command; ///< its name
    std::string_view summary; ///< what it does, as a sentence without its full stop
    std::string_view needs{};
    std::span<const MemberText> members{};
};

/// In the order of their names.
std::span<const CommandText> command_texts();
const CommandText* text_of_command(std::string_view command);
std::span<const MemberText> common_members();
/// Of a member of a command; of a part of a command when `command` is empty. Empty: nobody has said it.
std::string_view text_of_member(std::string_view command, std::string_view member);

/// What is missing in a command that says too little: where, and what is needed.
std::optional<json::Problem> missing_in(std::string_view command, json::Value body);

} // namespace truefill::api
