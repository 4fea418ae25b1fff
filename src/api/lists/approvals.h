/// What waits for somebody's approval and is no case, as rows of the inbox (inbox.h), and what may be done
/// about it. For the engine thread.
#pragma once

#include "api/door.h"
#include "api/lists/inbox.h"
#include "api/places.h"

#include <functional>
#include <vector>

namespace truefill::api {

/// Counts: those that are open. Returns: among the newest 20,000. Only those that are shown.
void add_counts(std::vector<WorkRow>& rows, const engine::State& state,
                const std::function<bool(const inventory::Count&)>& shown);
void add_holds(std::vector<WorkRow>& rows, const engine::State& state,
               const std::function<bool(const ledger::Hold&)>& shown);
void add_returns(std::vector<WorkRow>& rows, const engine::State& state,
                 const std::function<bool(const returns::Return&)>& shown);

WorkRow work_of(const engine::State& state, CountId id, const inventory::Count& count);
WorkRow work_of(const engine::State& state, const ledger::Hold& hold);
WorkRow work_of(const engine::State& state, ReturnId id, const returns::Return& rma);

Place place_of(const engine::State& state, const inventory::Count& count);
Place place_of(const engine::State& state, const ledger::Hold& hold);

std::vector<Act> acts_of(const engine::State& state, const Caller& caller, CountId id);
std::vector<Act> acts_of(const engine::State& state, const Caller& caller, const ledger::Hold& hold);
std::vector<Act> acts_of(const engine::State& state, const Caller& caller, ReturnId id);
/// Of the approval that a case is about: holds of its order for the same reason, goods of it that came back.
std::vector<Act> acts_about(const engine::State& state, const Caller& caller, const cases::Case& one);

} // namespace truefill::api
