#include "returns/verbs.h"

namespace truefill::returns {
namespace {

std::string because(const std::string& reason) { return reason.empty() ? "" : ": " + reason; }

std::string day(Time time) {
    std::string text;
    append_date(text, date_of(time));
    return text;
}

std::string with_cases(std::string text, const std::vector<ledger::Deviation>& deviations) {
    for (const auto& one : deviations) text += " " + one.sentence + ".";
    return text;
}

std::string tell_one(const Facts& facts, const ReturnAuthorized& event) {
    return say(event.rma) + " allows " + say(event.quantity) + " of " + say_item(facts, event.item) +
           " from " + say_line(facts, event.order, event.line) + " to come back until " + day(event.due) +
           because(event.reason) + ".";
}

std::string tell_one(const Facts& facts, const ReturnReceived& event) {
    return with_cases(say(event.quantity) + " of " + say_item(facts, event.item) + " from " +
                          say_line(facts, event.order, event.line) + " came back to " +
                          say_site(facts, event.site) + " on " + say(event.rma) + because(event.reason) + ".",
                      event.deviations);
}

std::string tell_one(const Facts&, const BlindReceived& event) {
    return with_cases("A blind receipt, " + say(event.rma) + ".", event.deviations);
}

std::string tell_one(const Facts& facts, const ReturnMatched& event) {
    auto text = say(event.quantity) + " of " + say_item(facts, event.item) + " on " + say(event.rma) +
                " came from " + say_line(facts, event.order, event.line) + ".";
    if (event.rest) text += " The others stand on " + say(event.rest) + ".";
    return text;
}

std::string tell_one(const Facts& facts, const ReturnInspected& event) {
    const char* what = event.disposition == Disposition::restock ? " can be sold again"
                       : event.disposition == Disposition::hold  ? " are on hold"
                       : event.disposition == Disposition::scrap ? " are scrap"
                                                                 : " go back to the customer";
    return event.inspected_by + " inspected " + say(event.rma) + ": " + say(event.quantity) + " of " +
           say_item(facts, event.item) + what + because(event.note) + ".";
}

std::string tell_one(const Facts& facts, const ReturnRejected& event) {
    return event.rejected_by + " took " + say(event.rma) + " of " + say_line(facts, event.order, 0) +
           " back" + because(event.reason) + ".";
}

std::string tell_one(const Facts& facts, const ReturnExpired& event) {
    return say(event.rma) + " of " + say_line(facts, event.order, 0) + " has expired; " +
           say(event.quantity) + " never came.";
}

std::string tell_one(const Facts& facts, const ReturnsTrimmed& event) {
    std::string text = say_line(facts, event.order, 0) + " has fewer units with the customer:";
    for (const auto& one : event.taken)
        text += " " + say(one.rma) + " allows " + say(one.quantity) + " less;";
    text.back() = '.';
    return text;
}

std::string tell_one(const Facts&, const InspectionOverdue& event) {
    return with_cases("The inspection of " + say(event.rma) + " is late.", event.deviations);
}

} // namespace

std::string tell(const Facts& facts, const Event& event) {
    return visit([&](const auto& what) { return tell_one(facts, what); }, event);
}

} // namespace truefill::returns
