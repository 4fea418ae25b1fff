#include "cases/questions.h"
#include "cases/verbs.h"

#include <algorithm>

namespace truefill::cases {
namespace {

/// Ids for the codes of a person; what the engine sends has them.
std::optional<journal::Refusal> resolve(const Facts& facts, OpenCase& command, const std::string& source) {
    const auto unknown = [](const char* what, const std::string& code) {
        return journal::refuse(std::string{what} + "_unknown",
                               "the " + std::string{what} + " '" + code + "' is not known")
            .error();
    };
    if (!command.order.empty()) {
        command.order_id = facts.ledger.find_number(command.order);
        if (!command.order_id) return unknown("order", command.order);
    }
    if (!command.item.empty()) {
        command.item_id = facts.master.find_item(command.item, source);
        if (!command.item_id) return unknown("item", command.item);
    }
    if (!command.site.empty()) {
        command.site_id = facts.master.find_site(command.site, source);
        if (!command.site_id) return unknown("site", command.site);
    }
    return std::nullopt;
}

CaseRepeated repeated(const OpenCase& command, CaseId id, Time now) {
    CaseRepeated event;
    event.case_id = id;
    event.order = command.order_id;
    event.sentence = command.sentence;
    event.quantity = command.quantity;
    event.value = command.value;
    event.at = now;
    return event;
}

/// Puts the case into the incident of its cause, or makes one when enough has happened within the window.
void group(CaseOpened& event, const State& state) {
    const auto key = cause_of(event.category, event.site, event.destination);
    if (!key) return;
    const auto found = state.causes.find(key);
    if (found == state.causes.end()) return;
    const auto since = event.opened_at - incident_window;
    const auto& cause = found->second;
    if (const auto* incident = state.incidents.find(cause.incident)) {
        if (incident->open > 0 && incident->last_at >= since) {
            event.incident = cause.incident;
            return;
        }
    }
    std::vector<CaseId> recent;
    for (const auto id : cause.recent) {
        const auto& one = state.cases.at(id);
        if (one.is_open() && one.opened_at >= since) recent.push_back(id);
    }
    if (recent.size() + 1 < incident_cases) return;
    event.incident = state.incidents.next_id();
    event.joined = std::move(recent);
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const OpenCase& given, const Envelope& envelope) {
    auto command = given;
    if (auto no = resolve(facts, command, envelope.source)) return std::unexpected(std::move(*no));
    if (command.category.empty()) command.category = "contradiction";
    const auto key = key_of({command.category, command.order_id, command.line, command.item_id,
                             command.site_id, command.destination});
    if (const auto same = state.same.find(key); same != state.same.end())
        return one(repeated(command, same->second, envelope.record_time));
    const auto owner = answer(
        OwnerQuestion{command.category, command.order_id, command.site_id, command.quantity, command.value});
    CaseOpened event;
    event.case_id = state.cases.next_id();
    event.category = std::move(command.category);
    event.severity = owner.severity;
    event.owner = owner.owner;
    event.sentence = std::move(command.sentence);
    event.order = command.order_id;
    event.line = command.line;
    event.item = command.item_id;
    event.site = command.site_id;
    event.quantity = command.quantity;
    event.value = command.value;
    event.destination = std::move(command.destination);
    event.opened_at = envelope.record_time;
    event.due = envelope.record_time + owner.due_within_micros;
    event.rule = owner.rule;
    event.rule_version = owner.version;
    group(event, state);
    return one(std::move(event));
}

} // namespace truefill::cases
