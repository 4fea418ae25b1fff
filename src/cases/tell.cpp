#include "base/text.h"
#include "cases/verbs.h"

namespace truefill::cases {
namespace {

std::string because(const std::string& reason) { return reason.empty() ? "" : ": " + reason; }

std::string who(const std::string& person) { return person.empty() ? "Truefill" : person; }

std::string say_time(Time time) {
    std::string text;
    append_time(text, time);
    return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

std::string say_order(const Facts& facts, OrderId id) {
    if (!id) return {};
    const auto* order = facts.ledger.find(id);
    return " of " + (order ? order->number : std::string{"an archived order"});
}

std::string tell_one(const Facts& facts, const CaseOpened& event) {
    auto text = say(event.case_id) + say_order(facts, event.order) + " (" + event.category +
                ") is opened for " + say(event.owner) + ", due " + say_time(event.due) +
                because(event.sentence) + ".";
    if (!event.joined.empty()) {
        text += " It has one cause with";
        for (const auto id : event.joined) text += " " + say(id);
        text += ".";
    }
    return text;
}

std::string tell_one(const Facts& facts, const CaseRepeated& event) {
    return say(event.case_id) + say_order(facts, event.order) + " has happened again" +
           because(event.sentence) + ".";
}

std::string tell_one(const Facts& facts, const CaseAssigned& event) {
    auto text = who(event.by) + " gave " + say(event.case_id) + say_order(facts, event.order) + " to ";
    text += event.person.empty() ? say(event.owner) : event.person + " (" + say(event.owner) + ")";
    return text + ".";
}

std::string tell_one(const Facts& facts, const CaseStarted& event) {
    auto text = event.person + " works on " + say(event.case_id) + say_order(facts, event.order);
    if (event.due) text += "; it is due " + say_time(event.due);
    return text + ".";
}

std::string tell_one(const Facts& facts, const CasePaused& event) {
    return say(event.case_id) + say_order(facts, event.order) + " waits for an approval" +
           because(event.reason) + ".";
}

std::string tell_one(const Facts& facts, const CaseResolved& event) {
    return who(event.by) + " resolved " + say(event.case_id) + say_order(facts, event.order) + " as " +
           event.resolution + because(event.note) + ".";
}

std::string tell_one(const Facts& facts, const CaseClosed& event) {
    return who(event.by) + " closed " + say(event.case_id) + say_order(facts, event.order) + ".";
}

std::string tell_one(const Facts& facts, const CaseReopened& event) {
    return who(event.by) + " opened " + say(event.case_id) + say_order(facts, event.order) + " again" +
           because(event.reason) + ". It is due " + say_time(event.due) + ".";
}

std::string tell_one(const Facts& facts, const CaseOverdue& event) {
    return say(event.case_id) + say_order(facts, event.order) + " is overdue and of class " +
           std::to_string(event.severity) + " now.";
}

std::string tell_one(const Facts&, const IncidentResolved& event) {
    return who(event.by) + " resolved " + std::to_string(event.cases.size()) + " cases with one cause as " +
           event.resolution + because(event.note) + (event.more ? "; more follow." : ".");
}

} // namespace

std::string tell(const Facts& facts, const Event& event) {
    return visit([&](const auto& what) { return tell_one(facts, what); }, event);
}

} // namespace truefill::cases
