#include "base/assert.h"
#include "base/one_of_impl.h"
#include "cases/verbs.h"

#include <vector>

namespace truefill::cases {
namespace {

void join(State& state, const CaseOpened& event) {
    const auto key = cause_of(event.category, event.site, event.destination);
    if (!key) return;
    auto& cause = state.causes[key];
    if (!event.incident) {
        // At most two stay: the third open one within the window makes an incident.
        std::erase_if(cause.recent, [&](CaseId id) {
            const auto& one = state.cases.at(id);
            return !one.is_open() || one.opened_at < event.opened_at - incident_window;
        });
        cause.recent.push_back(event.case_id);
        return;
    }
    cause.recent.clear();
    cause.incident = event.incident;
    if (event.incident == state.incidents.next_id()) {
        Incident incident;
        incident.category = event.category;
        incident.site = event.site;
        incident.destination = event.destination;
        incident.opened_at = event.opened_at;
        state.incidents.add(event.incident, std::move(incident));
    }
    auto& incident = state.incidents.at(event.incident);
    incident.last_at = event.opened_at;
    auto members = event.joined;
    members.push_back(event.case_id);
    for (const auto id : members) {
        state.cases.at(id).incident = event.incident;
        incident.cases.push_back(id);
        ++incident.open;
    }
}

void evolve(State& state, const CaseOpened& event, const Facts&) {
    Case opened;
    opened.category = event.category;
    opened.sentence = event.sentence;
    opened.severity = event.severity;
    opened.owner = event.owner;
    opened.times = 1;
    opened.order = event.order;
    opened.line = event.line;
    opened.item = event.item;
    opened.site = event.site;
    opened.quantity = event.quantity;
    opened.value = event.value;
    opened.destination = event.destination;
    opened.opened_at = opened.last_at = event.opened_at;
    opened.due_at = event.due;
    if (event.order) {
        auto& last = state.last_of_order[event.order];
        opened.previous_of_order = last;
        last = event.case_id;
    }
    state.same.emplace(key_of(identity_of(opened)), event.case_id);
    state.open.insert(event.case_id);
    state.cases.add(event.case_id, std::move(opened));
    join(state, event);
}

void evolve(State& state, const CaseRepeated& event, const Facts&) {
    auto& mine = state.cases.at(event.case_id);
    ++mine.times;
    mine.last_at = event.at;
    if (!event.sentence.empty()) mine.sentence = event.sentence;
    if (event.quantity != 0) mine.quantity = event.quantity;
    if (event.value.currency) mine.value = event.value;
}

void evolve(State& state, const CaseAssigned& event, const Facts&) {
    auto& mine = state.cases.at(event.case_id);
    mine.owner = event.owner;
    mine.person = event.person;
    if (mine.status != Status::waiting_approval)
        mine.status = event.person.empty() ? Status::open : Status::assigned;
    if (!mine.assigned_at && !event.person.empty()) mine.assigned_at = event.at;
}

void evolve(State& state, const CaseStarted& event, const Facts&) {
    auto& mine = state.cases.at(event.case_id);
    mine.person = event.person;
    mine.status = Status::in_progress;
    mine.paused_at = {};
    if (event.due) mine.due_at = event.due;
    if (!mine.assigned_at) mine.assigned_at = event.at;
}

void evolve(State& state, const CasePaused& event, const Facts&) {
    auto& mine = state.cases.at(event.case_id);
    mine.status = Status::waiting_approval;
    mine.paused_at = event.at;
}

void resolve(State& state, CaseId id, const std::string& resolution, Time at) {
    auto& mine = state.cases.at(id);
    TF_ASSERT(mine.is_open(), "a case is resolved once");
    mine.status = Status::resolved;
    mine.resolution = resolution;
    mine.resolved_at = at;
    mine.paused_at = {};
    state.same.erase(key_of(identity_of(mine)));
    state.open.erase(id);
    if (mine.incident) --state.incidents.at(mine.incident).open;
}

void evolve(State& state, const CaseResolved& event, const Facts&) {
    resolve(state, event.case_id, event.resolution, event.at);
}

void evolve(State& state, const CaseClosed& event, const Facts&) {
    state.cases.at(event.case_id).status = Status::closed;
}

void evolve(State& state, const CaseReopened& event, const Facts&) {
    auto& mine = state.cases.at(event.case_id);
    mine.status = Status::reopened;
    mine.resolution.clear();
    mine.resolved_at = {};
    mine.overdue = false;
    mine.due_at = event.due;
    ++mine.reopened;
    state.same.emplace(key_of(identity_of(mine)), event.case_id);
    state.open.insert(event.case_id);
    if (mine.incident) ++state.incidents.at(mine.incident).open;
}

void evolve(State& state, const CaseOverdue& event, const Facts&) {
    auto& mine = state.cases.at(event.case_id);
    mine.overdue = true;
    mine.severity = event.severity;
}

void evolve(State& state, const IncidentResolved& event, const Facts&) {
    for (const auto id : event.cases) resolve(state, id, event.resolution, event.at);
}

} // namespace

void apply(State& state, const Event& event, const Facts& facts) {
    visit([&](const auto& what) { evolve(state, what, facts); }, event);
}

} // namespace truefill::cases

template struct truefill::KindsOf<truefill::cases::Event>;
