#include "inventory/decide.h"
#include "inventory/post_count.h"
#include "inventory/questions.h"
#include "inventory/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

using journal::refuse;
using journal::refuse_with_case;
using ledger::Stock;

constexpr Duration count_within = hours(24);
constexpr std::size_t lots_per_request = 20;

/// Units that stand in the building by the book, whoever they are for, without returns in quarantine.
Quantity book_of(const Facts& facts, const Place& place) {
    const auto& stock = facts.ledger.stock(place.item, place.site, place.lot);
    return stock[Stock::available] + stock[Stock::held] + stock[Stock::allocated] + stock[Stock::staged];
}

/// What a count is about: a document that waits for it, or a place that nobody asked about.
struct Subject {
    Place place;
    CountId id;
    const Count* open{}; ///< none when nobody asked
    std::vector<masterdata::Lot> lots;
};

Found<Subject> find_subject(const Facts& facts, const State& state, const CountStock& command,
                            const Envelope& envelope) {
    Subject subject;
    if (command.count) {
        subject.id = command.count;
        subject.open = state.counts.find(command.count);
        if (!subject.open)
            return refuse_with_case("unmapped", "count_unknown",
                                    say_count(command.count) + " was never asked for");
        if (subject.open->state == CountState::posting || subject.open->state == CountState::posted)
            return refuse("already_counted",
                          say_count(command.count) + " is posted; a new count is a new request");
        subject.place = {subject.open->site, subject.open->item, subject.open->lot};
        return subject;
    }
    const auto site = find_site(facts, command.site, envelope);
    if (!site) return std::unexpected(site.error());
    const auto item = find_item(facts, command.item, envelope);
    if (!item) return std::unexpected(item.error());
    const auto lot = Lots{facts, subject.lots}.find_or_add(*item, command.lot, {});
    if (!lot) return std::unexpected(lot.error());
    subject.place = {*site, *item, *lot};
    const auto open = state.open_counts.find(place_key(subject.place));
    subject.id = open == state.open_counts.end() ? state.counts.next_id() : open->second;
    if (open != state.open_counts.end()) subject.open = &state.counts.at(subject.id);
    return subject;
}

bool has_counted(const Count& count, const std::string& person) {
    return std::ranges::find(count.counted_by, person) != count.counted_by.end();
}

/// Who counted is what the sender says; that he sent it is known.
bool has_entered(const Count& count, const std::string& person) {
    return std::ranges::find(count.entered_by, person) != count.entered_by.end();
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const RequestCount& command,
                    const Envelope& envelope) {
    const auto place = find_place(facts, command, envelope);
    if (!place) return std::unexpected(place.error());
    if (command.doubt < 0 || command.doubt > quantity_max)
        return refuse("quantity_invalid", "units in doubt are not negative");
    auto lots = lots_at(facts, *place);
    if (lots.empty())
        return refuse("nothing_to_count",
                      fmt::format("{} has no lot of {}: name the lot", say_site(facts, place->site),
                                  say_item(facts, place->item)));
    lots.resize(std::min(lots.size(), lots_per_request));
    std::vector<Event> events;
    auto next = state.counts.next_id();
    for (const auto lot : lots) {
        const Place here{place->site, place->item, lot};
        const auto open = state.open_counts.find(place_key(here));
        CountRequested event;
        event.joined = open != state.open_counts.end();
        event.count = event.joined ? open->second : next;
        event.site = here.site;
        event.item = here.item;
        event.lot = here.lot;
        event.doubt = lots.size() == 1 ? command.doubt : 0;
        event.reason = command.reason;
        event.due = envelope.record_time + count_within;
        if (!event.joined) ++next.value;
        events.emplace_back(std::move(event));
    }
    return events;
}

Decision decide_one(const Facts& facts, const State& state, const CountStock& command,
                    const Envelope& envelope) {
    auto subject = find_subject(facts, state, command, envelope);
    if (!subject) return std::unexpected(std::move(subject.error()));
    if (command.counted < 0 || command.counted > quantity_max)
        return refuse("quantity_invalid", "a count is not negative and no slip of a finger");
    if (command.counted_by.empty()) return refuse("counter_missing", "a count says who counted");
    const auto* open = subject->open;
    const auto book = book_of(facts, subject->place);
    const auto difference = command.counted - book;
    const bool approved = !command.approved_by.empty() && command.approved_by != command.counted_by &&
                          command.approved_by != envelope.actor;
    if (approved || difference == 0) {
        CountPosting posting{subject->id, subject->place, difference, doubt_at(facts, state, subject->place)};
        auto event = post_count(facts, state, posting);
        event.counted = command.counted;
        event.counted_by = command.counted_by;
        event.approved_by = command.approved_by;
        event.lots = std::move(subject->lots);
        return one(std::move(event));
    }
    CountRecorded event;
    event.count = subject->id;
    event.site = subject->place.site;
    event.item = subject->place.item;
    event.lot = subject->place.lot;
    event.counted = command.counted;
    event.difference = difference;
    event.counted_by = command.counted_by;
    if (envelope.actor != command.counted_by) event.entered_by = envelope.actor;
    event.lots = std::move(subject->lots);
    event.due = envelope.record_time + count_within;
    CountQuestion question;
    question.book = book;
    question.counted = command.counted;
    question.doubt = doubt_at(facts, state, subject->place);
    question.repeated = open && open->state == CountState::recount;
    question.agrees = question.repeated && open->difference == difference;
    auto answered = answer(question);
    event.rule = std::move(answered.rule);
    event.rule_version = answered.version;
    // A recount by the same person proves nothing: it is kept, and somebody else is still asked.
    event.recount = answered.recount || (question.repeated && has_counted(*open, command.counted_by));
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ApproveCount& command,
                    const Envelope& envelope) {
    const auto* count = state.counts.find(command.count);
    if (!count) return refuse("count_unknown", say_count(command.count) + " was never asked for");
    const auto name = say_count(command.count);
    if (count->state == CountState::posted) return refuse("already_posted", name + " is posted");
    if (count->state == CountState::posting) return one(post_missing(facts, state, command.count));
    if (count->state == CountState::requested) return refuse("not_counted", name + " waits to be counted");
    if (count->state == CountState::recount)
        return refuse("not_recounted", fmt::format("{} waits for a recount by somebody else than {}", name,
                                                   count->counted_by.back()));
    const auto& approver = command.approved_by.empty() ? envelope.actor : command.approved_by;
    if (approver.empty()) return refuse("approver_missing", "an approval says who approves");
    if (has_counted(*count, approver))
        return refuse("same_person",
                      fmt::format("{} counted for {}; somebody else approves it", approver, name));
    if (has_entered(*count, approver))
        return refuse("same_person", fmt::format("{} sent what was counted for {}; somebody else approves it",
                                                 approver, name));
    const auto units = count->difference < 0 ? -count->difference : count->difference;
    const Stake stake{count->item, units, date_of(envelope.record_time)};
    if (auto limit = check_limit(facts, command.limit, stake); !limit) return std::unexpected(limit.error());
    const Place place{count->site, count->item, count->lot};
    auto event =
        post_count(facts, state, {command.count, place, count->difference, doubt_at(facts, state, place)});
    event.counted = count->counted;
    event.counted_by = count->counted_by.back();
    event.approved_by = approver;
    return one(std::move(event));
}

} // namespace truefill::inventory
