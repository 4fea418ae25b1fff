#include "base/one_of_impl.h"
#include "cases/questions.h"
#include "cases/verbs.h"

namespace truefill::cases {
namespace {

enum class Verb : std::uint8_t { assign, start, pause, resolve, close, reopen };

/// The edges of the state machine: which verb is possible when.
bool is_possible(Verb verb, Status status) {
    const bool done = status == Status::resolved || status == Status::closed;
    switch (verb) {
    case Verb::assign:
    case Verb::resolve: return !done;
    case Verb::start: return !done && status != Status::in_progress;
    case Verb::pause: return status == Status::in_progress;
    case Verb::close: return status == Status::resolved;
    case Verb::reopen: return done;
    }
    return false;
}

/// The case, if the verb is possible now.
std::expected<const Case*, journal::Refusal> find(const State& state, CaseId id, Verb verb,
                                                  const char* what) {
    const auto* found = state.cases.find(id);
    if (found == nullptr) return journal::refuse("case_unknown", "there is no " + say(id));
    if (!is_possible(verb, found->status))
        return journal::refuse("not_now", say(id) + " is " + say(found->status) + "; it cannot be " + what);
    return found;
}

CaseResolved resolved(CaseId id, const Case& found, const Envelope& envelope) {
    CaseResolved event;
    event.case_id = id;
    event.order = found.order;
    event.at = envelope.record_time;
    return event;
}

} // namespace

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope) {
    return visit([&](const auto& verb) { return decide_one(facts, state, verb, envelope); }, command);
}

Decision decide_one(const Facts&, const State& state, const AssignCase& command, const Envelope& envelope) {
    const auto found = find(state, command.case_id, Verb::assign, "assigned");
    if (!found) return std::unexpected(found.error());
    if (command.person.empty() && !command.role)
        return journal::refuse("nobody_named",
                               say(command.case_id) + " is assigned to a person or to a role");
    CaseAssigned event;
    event.case_id = command.case_id;
    event.order = (*found)->order;
    event.owner = command.role.value_or((*found)->owner);
    event.person = command.person;
    event.by = envelope.actor;
    event.at = envelope.record_time;
    return one(std::move(event));
}

Decision decide_one(const Facts&, const State& state, const StartCase& command, const Envelope& envelope) {
    const auto found = find(state, command.case_id, Verb::start, "started");
    if (!found) return std::unexpected(found.error());
    const auto& mine = **found;
    if (mine.person.empty() && envelope.actor.empty())
        return journal::refuse("nobody_named",
                               say(command.case_id) + " has nobody who could start it; assign it first");
    if (!mine.person.empty() && !envelope.actor.empty() && mine.person != envelope.actor)
        return journal::refuse("someone_elses", say(command.case_id) + " is " + mine.person +
                                                    "'s; have it assigned to you first");
    CaseStarted event;
    event.case_id = command.case_id;
    event.order = mine.order;
    event.person = mine.person.empty() ? envelope.actor : mine.person;
    if (mine.paused_at) event.due = mine.due_at + (envelope.record_time - mine.paused_at);
    event.at = envelope.record_time;
    return one(std::move(event));
}

Decision decide_one(const Facts&, const State& state, const PauseCase& command, const Envelope& envelope) {
    const auto found = find(state, command.case_id, Verb::pause, "paused");
    if (!found) return std::unexpected(found.error());
    if (command.reason.empty())
        return journal::refuse("reason_missing", "say whose approval " + say(command.case_id) + " waits for");
    CasePaused event;
    event.case_id = command.case_id;
    event.order = (*found)->order;
    event.reason = command.reason;
    event.by = envelope.actor;
    event.at = envelope.record_time;
    return one(std::move(event));
}

Decision decide_one(const Facts&, const State& state, const ResolveCase& command, const Envelope& envelope) {
    const auto found = find(state, command.case_id, Verb::resolve, "resolved");
    if (!found) return std::unexpected(found.error());
    if (command.resolution.empty())
        return journal::refuse("resolution_missing", "say how " + say(command.case_id) + " was resolved");
    auto event = resolved(command.case_id, **found, envelope);
    event.resolution = command.resolution;
    event.note = command.note;
    event.by = envelope.actor;
    return one(std::move(event));
}

Decision decide_one(const Facts&, const State& state, const CloseCase& command, const Envelope& envelope) {
    const auto found = find(state, command.case_id, Verb::close, "closed");
    if (!found) return std::unexpected(found.error());
    CaseClosed event;
    event.case_id = command.case_id;
    event.order = (*found)->order;
    event.by = envelope.actor;
    event.at = envelope.record_time;
    return one(std::move(event));
}

Decision decide_one(const Facts&, const State& state, const ReopenCase& command, const Envelope& envelope) {
    const auto found = find(state, command.case_id, Verb::reopen, "reopened");
    if (!found) return std::unexpected(found.error());
    const auto& mine = **found;
    if (const auto same = state.same.find(key_of(identity_of(mine))); same != state.same.end())
        return journal::refuse("already_open", say(same->second) + " is open for the same thing");
    const auto owner = answer(OwnerQuestion{mine.category, mine.order, mine.site, mine.quantity, mine.value});
    CaseReopened event;
    event.case_id = command.case_id;
    event.order = mine.order;
    event.reason = command.reason;
    event.by = envelope.actor;
    event.at = envelope.record_time;
    event.due = envelope.record_time + owner.due_within_micros;
    return one(std::move(event));
}

Decision decide_one(const Facts&, const State& state, const ResolveIncident& command,
                    const Envelope& envelope) {
    const auto* incident = state.incidents.find(command.incident);
    if (incident == nullptr) return journal::refuse("incident_unknown", "there is no such incident");
    if (incident->open == 0)
        return journal::refuse("already_resolved", "all cases of this incident are resolved");
    if (command.resolution.empty())
        return journal::refuse("resolution_missing", "say how the incident was resolved");
    IncidentResolved event;
    event.incident = command.incident;
    for (const auto id : incident->cases) {
        if (!state.cases.at(id).is_open()) continue;
        if (event.cases.size() < resolved_at_once) event.cases.push_back(id);
        else event.more = true;
    }
    event.resolution = command.resolution;
    event.note = command.note;
    event.by = envelope.actor;
    event.at = envelope.record_time;
    return one(std::move(event));
}

/// A timer that finds everything in order says nothing.
Decision decide_one(const Facts&, const State& state, const CheckCase& command, const Envelope& envelope) {
    if (!needs_check(state, command.case_id, envelope.record_time)) return std::vector<Event>{};
    const auto& found = state.cases.at(command.case_id);
    const auto graver = found.severity > 1 ? found.severity - 1 : 1;
    return one(CaseOverdue{command.case_id, found.order, static_cast<std::uint8_t>(graver)});
}

Decision decide_one(const Facts&, const State& state, const AutoResolve& command, const Envelope& envelope) {
    std::vector<Event> events;
    const auto add = [&](CaseId id, const Case& found) {
        auto event = resolved(id, found, envelope);
        event.resolution = "healed";
        event.note = command.note;
        events.emplace_back(std::move(event));
    };
    if (!command.order_id) {
        const auto key = key_of(
            {command.category, {}, command.line, command.item_id, command.site_id, command.destination});
        if (const auto same = state.same.find(key); same != state.same.end())
            add(same->second, state.cases.at(same->second));
        return events;
    }
    each_case(state, command.order_id, [&](CaseId id, const Case& found) {
        const bool meant = found.is_open() && found.category == command.category &&
                           (command.line == 0 || found.line == command.line) &&
                           (!command.item_id || found.item == command.item_id) &&
                           (!command.site_id || found.site == command.site_id) &&
                           (command.destination.empty() || found.destination == command.destination);
        if (meant) add(id, found);
    });
    return events;
}

} // namespace truefill::cases

template struct truefill::KindsOf<truefill::cases::Command>;
