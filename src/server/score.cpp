#include "server/score.h"

#include "server/rows.h"
#include "server/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::server {
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
    if (one.order) told.order = number_of(state, one.order);
    return told;
}

FoundFault found_of(const State& state, const PlantedFault& fault) {
    FoundFault told;
    told.fault = fault.fault;
    told.title = fault.title;
    told.planted = fault.is_planted();
    told.planted_at = fault.planted_at;
    told.order = fault.order;
    told.category = fault.category;
    const auto id = case_of(state, fault);
    if (!id) return told;
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

std::string line_of(const FoundFault& one) {
    if (!one.planted) return fmt::format("    not yet   {}\n", one.title);
    if (!one.found)
        return fmt::format("    MISSED    {} ({}, since {})\n", one.title, one.order, say(one.planted_at));
    return fmt::format("    found     {}\n              {} on {}, after {} minutes; {}{}; {}; {} at risk\n",
                       one.title, one.code, one.order, one.minutes, words(one.owner),
                       one.person.empty() ? ", nobody took it" : ", " + one.person,
                       one.solved ? "solved" : "open", say_value(one.value));
}

} // namespace

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
    for (const auto& one : score.planted) text += line_of(one);
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

} // namespace truefill::server
