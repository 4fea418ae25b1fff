#include "api/demo/score.h"

#include "api/demo/unnoticed.h"
#include "api/rows.h"
#include "api/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::api {
namespace {

using engine::State;

/// What the case says, or else what its order is worth.
Money value_of(const State& state, const cases::Case& one) {
    if (one.value.amount > Amount{}) return one.value;
    const auto* order = state.ledger.find(one.order);
    if (!order) return one.value;
    Amount sum;
    for (const auto& line : order->lines) sum += times(line.unit_price, line.total);
    return {sum, order->currency};
}

bool fits(const State& state, const PlantedFault& fault, const cases::Case& one) {
    if (one.category != fault.category || one.opened_at < fault.planted_at) return false;
    if (!fault.site.empty() && site_code(state, one.site) != fault.site) return false;
    return fault.order.empty() || number_of(state, one.order) == fault.order;
}

void add(Money& sum, const Money& value) {
    if (value.amount <= Amount{} || (sum.currency && sum.currency != value.currency)) return;
    sum = {sum.amount + value.amount, value.currency};
}

ScoredCase scored(const State& state, CaseId id, const cases::Case& one) {
    ScoredCase told;
    told.code = coded("CASE-", id);
    told.category = one.category;
    told.sentence = one.sentence;
    told.happened_at = told.noticed_at = one.opened_at;
    told.owner = name_of(one.owner);
    told.person = one.person;
    told.solved = !one.is_open();
    told.value = value_of(state, one);
    told.unnoticed = unnoticed(one.category);
    if (one.order) told.order = number_of(state, one.order);
    return told;
}

/// The earliest answer that a site owes for a release it was sent.
Time answer_due(const State& state, const PlantedFault& fault) {
    Time due;
    state.warehouse.releases.each([&](ReleaseId, const warehouse::Release& one) {
        if (one.acknowledged_at || one.told_unacknowledged || one.due < fault.planted_at) return;
        if (!fault.site.empty() && site_code(state, one.site) != fault.site) return;
        if (!due || one.due < due) due = one.due;
    });
    return due;
}

/// The end of the patience with a system that says something else about the order.
Time review_due(const State& state, const PlantedFault& fault) {
    Time due;
    const auto order = state.ledger.find_number(fault.order);
    const auto mirror = state.mirrors.orders.find(order);
    if (!order || mirror == state.mirrors.orders.end()) return due;
    for (const auto& claim : mirror->second.claims) {
        if (claim.verdict != mirrors::Verdict::in_flight) continue;
        const auto until = claim.since + mirrors::claim_patience;
        if (!due || until < due) due = until;
    }
    return due;
}

/// Until when it may go unnoticed; none: it is noticed at once, or not known.
Time due_of(const State& state, const PlantedFault& fault) {
    if (fault.category == "release_unacknowledged") return answer_due(state, fault);
    if (fault.category == "contradiction") return review_due(state, fault);
    return {};
}

FoundFault found_of(const State& state, const PlantedFault& fault) {
    FoundFault told;
    told.fault = fault.fault;
    told.title = fault.title;
    told.planted = fault.is_planted();
    told.planted_at = fault.planted_at;
    told.order = fault.order;
    told.site = fault.site;
    told.category = fault.category;
    told.unnoticed = unnoticed(fault.category);
    const auto id = case_of(state, fault);
    if (!id) {
        if (told.planted) told.due = due_of(state, fault);
        return told;
    }
    const auto& one = state.cases.cases.at(id);
    told.found = true;
    told.code = coded("CASE-", id);
    told.noticed_at = one.opened_at;
    told.minutes = (one.opened_at - fault.planted_at).micros / minutes(1).micros;
    told.owner = name_of(one.owner);
    told.person = one.person;
    told.solved = !one.is_open();
    told.value = value_of(state, one);
    if (one.order) told.order = number_of(state, one.order);
    return told;
}

std::string say_value(const Money& value) { return value.amount > Amount{} ? say(value) : "no money"; }

/// Of a fault: its order, else its site.
std::string_view place_of(const FoundFault& one) { return one.order.empty() ? one.site : one.order; }

/// "14:30", with its day when that is another than today.
std::string say_until(Time at, Time now) {
    const auto text = say(at);
    const auto day_end = text.find(' ');
    return day_end != std::string::npos && say(now).starts_with(text.substr(0, day_end + 1))
               ? text.substr(day_end + 1)
               : text;
}

} // namespace

std::string line_of(const FoundFault& one, Time now) {
    if (!one.planted) return fmt::format("    not yet   {}\n", one.title);
    const auto place = place_of(one);
    if (!one.found) {
        const auto since = fmt::format("{}{}since {}", place, place.empty() ? "" : ", ", say(one.planted_at));
        if (one.due && now < one.due)
            return fmt::format("    waiting   {} ({}): not due yet, until {}\n", one.title, since,
                               say_until(one.due, now));
        return fmt::format("    MISSED    {} ({})\n", one.title, since);
    }
    return fmt::format(
        "    found     {}\n              {}{}{}, after {} minutes; {}{}; {}; {} at risk\n              "
        "unnoticed: {}\n",
        one.title, one.code, place.empty() ? "" : " on ", place, one.minutes, words(one.owner),
        one.person.empty() ? ", nobody took it" : ", " + one.person, one.solved ? "solved" : "open",
        say_value(one.value), one.unnoticed);
}

CaseId case_of(const State& state, const PlantedFault& fault) {
    CaseId found;
    if (!fault.is_planted()) return found;
    state.cases.cases.each([&](CaseId id, const cases::Case& one) {
        if (!found && fits(state, fault, one)) found = id;
    });
    return found;
}

Score score_of(const State& state, DemoDesk& desk) {
    const auto status = desk.status();
    Score score;
    score.from = status.from;
    score.now = status.now;
    score.ended = status.ended;
    for (const auto& fault : desk.faults()) score.planted.push_back(found_of(state, fault));
    state.cases.cases.each([&](CaseId id, const cases::Case& one) {
        if (one.opened_at < status.from) return;
        auto told = scored(state, id, one);
        for (const auto& fault : score.planted)
            if (fault.code == told.code) told.happened_at = fault.planted_at;
        ++score.cases;
        if (!told.person.empty()) ++score.owned;
        if (told.solved) ++score.solved;
        add(score.value_at_risk, told.value);
        if (!told.solved) add(score.value_open, told.value);
        score.deviations.push_back(std::move(told));
    });
    score.position = state.flow.position;
    return score;
}

std::string to_text(const Score& score) {
    constexpr std::size_t shown_max = 20;
    auto text = fmt::format("The day from {} to {}\n\n  What was wrong on purpose\n", say(score.from),
                            say(score.now));
    for (const auto& one : score.planted) text += line_of(one, score.now);
    text += fmt::format(
        "\n  Every deviation that was noticed: {}; {} with a person, {} solved; {} at risk, {} still\n",
        score.cases, score.owned, score.solved, say_value(score.value_at_risk), say_value(score.value_open));
    std::size_t shown = 0;
    for (const auto& one : score.deviations) {
        if (++shown > shown_max) break;
        text += fmt::format("    {}  {:<10} {:<26} {:<18} {:<7} {:>14}  {}\n", say(one.noticed_at), one.code,
                            words(one.category), one.person.empty() ? words(one.owner) : one.person,
                            one.solved ? "solved" : "open", say_value(one.value), one.order);
    }
    if (score.deviations.size() > shown_max)
        text += fmt::format("    and {} more: GET /v1/demo/score\n", score.deviations.size() - shown_max);
    return text;
}

} // namespace truefill::api
