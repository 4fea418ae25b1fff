/// The verbs of cases, one decision each, and what they share. For the sources of this folder.
#pragma once

#include "cases/cases.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::cases {

using journal::Envelope;

Decision decide_one(const Facts&, const State&, const OpenCase&, const Envelope&);
Decision decide_one(const Facts&, const State&, const AssignCase&, const Envelope&);
Decision decide_one(const Facts&, const State&, const StartCase&, const Envelope&);
Decision decide_one(const Facts&, const State&, const PauseCase&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ResolveCase&, const Envelope&);
Decision decide_one(const Facts&, const State&, const CloseCase&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReopenCase&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ResolveIncident&, const Envelope&);
Decision decide_one(const Facts&, const State&, const CheckCase&, const Envelope&);
Decision decide_one(const Facts&, const State&, const AutoResolve&, const Envelope&);

/// A decision of one event, moved, not copied.
template <class E> Decision one(E&& event) {
    std::vector<Event> events;
    events.emplace_back(std::forward<E>(event));
    return events;
}

Identity identity_of(const Case& one);

std::string say(CaseId id);     ///< CASE-8
std::string say(Status status); ///< in progress

} // namespace truefill::cases
