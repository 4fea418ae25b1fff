/// I14: no intent passes a hold that lists its step, be it on the order, line, customer, item, lot or site.
///
/// Most decisions ask for holds themselves, since they can do the rest: release what is not held, reserve
/// elsewhere. This is the net below them. The engine asks it for every event of an intent before it is
/// taken, so a hold also stops steps that no decision thinks of; `verify` asks it again for each event of a
/// journal, with the state in which the event was decided.
///
/// Never held: facts, which have happened (they bring a deviation instead); what settles a promise after a
/// receipt or gives back stock after a count, which are a fact's other half; and the repeat of a decision,
/// since replay applies events only.
///
/// With no hold in force it costs one comparison; else a look-up or six a posting.
#pragma once

#include "engine/modules.h"

#include <optional>
#include <string>
#include <string_view>

namespace truefill::engine {

/// Why the event of an intent may not be, as a sentence that names the hold; nothing when it passes none.
template <class ModuleEvent>
std::optional<std::string> passed_hold(const State& state, const ModuleEvent& event);

/// The same for a step of a journal: nothing when the command of that name is a fact or carries one out.
std::optional<std::string> passed_hold(const State& state, std::string_view command, const Event& event);

/// True when a hold can stop the command.
template <class C> constexpr bool can_be_held() {
    return !C::fact && C::name != inventory::SettlePromise::name;
}

} // namespace truefill::engine
