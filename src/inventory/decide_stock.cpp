#include "inventory/decide.h"
#include "inventory/questions.h"
#include "inventory/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {

using journal::refuse;
using ledger::Stock;

namespace {

template <class E> Decision one(E event) {
    std::vector<Event> events;
    events.emplace_back(std::move(event));
    return events;
}

ledger::StockPosting posting(const Place& place, Quantity quantity, Stock from, Stock to) {
    return {.item = place.item,
            .quantity = quantity,
            .from = from,
            .to = to,
            .site = place.site,
            .lot = place.lot};
}

bool may_open(Stock bucket) {
    return bucket == Stock::available || bucket == Stock::held || bucket == Stock::return_quarantine;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const OpenStock& command,
                    const Envelope& envelope) {
    const auto site = find_site(facts, command.site, envelope);
    if (!site) return std::unexpected(site.error());
    if (state.openings.contains(fmt::format("{}|{}", command.reference, site->value)))
        return refuse("already_opened",
                      "stock " + command.reference + " of " + command.site + " was opened before");
    if (command.lines.empty())
        return refuse("no_lines", "opening stock " + command.reference + " has no lines");
    StockOpened event;
    event.site = *site;
    event.reference = command.reference;
    Lots lots{facts, event.lots};
    for (const auto& line : command.lines) {
        const auto item = find_item(facts, line.item, envelope);
        if (!item) return std::unexpected(item.error());
        if (line.quantity <= 0 || line.quantity > quantity_max)
            return refuse("quantity_invalid", "opening stock of " + line.item + " must be above 0");
        if (!may_open(line.bucket))
            return refuse("bucket_invalid", "stock opens available, held or in quarantine");
        const auto lot = lots.find_or_add(*item, line.lot, line.expires);
        if (!lot) return std::unexpected(lot.error());
        event.entry.stock.push_back(
            posting({*site, *item, *lot}, line.quantity, Stock::opening, line.bucket));
        if (line.bucket == Stock::available) note_free(facts, *item, event.freed);
    }
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const HoldStock& command,
                    const Envelope& envelope) {
    const auto place = find_place(facts, command, envelope);
    if (!place) return std::unexpected(place.error());
    if (command.reason.empty()) return refuse("reason_missing", "a hold on stock says why");
    const auto from = command.lift ? Stock::held : Stock::available;
    const auto there = facts.ledger.stock(place->item, place->site, place->lot)[from];
    const auto wanted = command.quantity > 0 ? command.quantity : quantity_max;
    StockHeld event;
    event.site = place->site;
    event.item = place->item;
    event.lot = place->lot;
    event.lift = command.lift;
    event.reason = command.reason;
    const auto free_units = std::min(there, wanted);
    if (free_units > 0)
        event.entry.stock.push_back(
            posting(*place, free_units, from, command.lift ? Stock::available : Stock::held));
    event.quantity = free_units;
    if (command.reserved && !command.lift) {
        auto taking = take_reserved(facts, state, *place, wanted - free_units);
        event.quantity += taking.quantity + taking.further;
        event.taken_back = std::move(taking.taken);
        event.left = taking.further;
    }
    if (event.quantity == 0)
        return refuse("nothing_there", say_item(facts, place->item) + " has nothing to hold or lift there");
    if (command.lift) note_free(facts, place->item, event.freed);
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State&, const ExplainSuspense& command,
                    const Envelope& envelope) {
    const auto place = find_place(facts, command, envelope);
    if (!place) return std::unexpected(place.error());
    if (command.quantity <= 0) return refuse("quantity_invalid", "an explanation is about more than nothing");
    if (command.write_off && (command.approved_by.empty() || command.approved_by == envelope.actor))
        return refuse("approval_missing",
                      "a write-off is approved by somebody else than the one who asks for it");
    const auto there = facts.ledger.stock(place->item, place->site, place->lot)[Stock::suspense];
    if (there < command.quantity)
        return refuse("not_in_suspense",
                      fmt::format("only {} in suspense there", say_units(facts, there, place->item)));
    if (auto limit =
            check_limit(facts, command.limit, {place->item, command.quantity, date_of(envelope.record_time)});
        !limit)
        return std::unexpected(limit.error());
    SuspenseExplained event;
    event.site = place->site;
    event.item = place->item;
    event.lot = place->lot;
    event.quantity = command.quantity;
    event.write_off = command.write_off;
    event.approved_by = command.approved_by;
    event.reason = command.reason;
    event.entry.stock.push_back(posting(*place, command.quantity, Stock::suspense,
                                        command.write_off ? Stock::adjustment : Stock::available));
    if (!command.write_off) note_free(facts, place->item, event.freed);
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const RequestCount& command,
                    const Envelope& envelope) {
    const auto place = find_place(facts, command, envelope);
    if (!place) return std::unexpected(place.error());
    CountRequested event;
    const auto open = state.open_counts.find(place_key(*place));
    event.joined = open != state.open_counts.end();
    event.count = event.joined ? open->second : state.counts.next_id();
    event.site = place->site;
    event.item = place->item;
    event.lot = place->lot;
    event.doubt = command.doubt;
    event.reason = command.reason;
    event.due = event.joined ? state.counts.at(event.count).due : envelope.record_time + hours(24);
    return one(std::move(event));
}

namespace {

/// Units that stand in the building by the book, whoever they are for, without returns.
Quantity book_of(const ledger::StockBalance& stock) {
    return stock[Stock::available] + stock[Stock::held] + stock[Stock::allocated] + stock[Stock::staged];
}

/// Posts a count: what was missing comes out of doubt first, then out of free stock, then out of
/// reservations.
StockCounted post_count(const Facts& facts, const State& state, const Place& place, Quantity difference) {
    StockCounted event;
    event.site = place.site;
    event.item = place.item;
    event.lot = place.lot;
    event.difference = difference;
    const auto& stock = facts.ledger.stock(place.item, place.site, place.lot);
    auto& entry = event.entry;
    if (difference >= 0) {
        if (difference > 0)
            entry.stock.push_back(posting(place, difference, Stock::adjustment, Stock::available));
        if (stock[Stock::held] > 0)
            entry.stock.push_back(posting(place, stock[Stock::held], Stock::held, Stock::available));
        if (difference > 0 || stock[Stock::held] > 0) note_free(facts, place.item, event.freed);
        return event;
    }
    Quantity gone = -difference;
    const auto from_held = std::min(gone, stock[Stock::held]);
    if (from_held > 0) entry.stock.push_back(posting(place, from_held, Stock::held, Stock::adjustment));
    gone -= from_held;
    if (stock[Stock::held] > from_held) {
        entry.stock.push_back(posting(place, stock[Stock::held] - from_held, Stock::held, Stock::available));
        note_free(facts, place.item, event.freed);
    }
    const auto from_free = std::min(gone, stock[Stock::available]);
    if (from_free > 0) entry.stock.push_back(posting(place, from_free, Stock::available, Stock::adjustment));
    gone -= from_free;
    if (gone == 0) return event;
    auto taking = take_reserved(facts, state, place, gone);
    event.taken_back = std::move(taking.taken);
    event.missing = gone;
    if (taking.quantity < gone) {
        auto deviation = off_plan("count_difference",
                                  fmt::format("{} counted less than sites hold for orders on the way: {}",
                                              say_item(facts, place.item),
                                              say_units(facts, gone - taking.quantity, place.item)),
                                  place.site, place.item);
        deviation.quantity = gone - taking.quantity;
        event.deviations.push_back(std::move(deviation));
    }
    return event;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const CountStock& command,
                    const Envelope& envelope) {
    Place place;
    const auto* request = state.counts.find(command.count);
    if (request) {
        if (request->state == CountState::posted)
            return refuse("already_counted", say_count(command.count) + " is posted");
        place = {request->site, request->item, request->lot};
    } else {
        const auto found = find_place(facts, command, envelope);
        if (!found) return std::unexpected(found.error());
        place = *found;
    }
    if (command.counted < 0 || command.counted > quantity_max)
        return refuse("quantity_invalid", "a count is not negative");
    const auto open = state.open_counts.find(place_key(place));
    const auto id = request ? command.count : open != state.open_counts.end() ? open->second : CountId{};
    const auto* document = state.counts.find(id);
    const auto& stock = facts.ledger.stock(place.item, place.site, place.lot);
    const auto book = book_of(stock);
    const bool repeated = document && !document->counted_by.empty();
    if (repeated && document->state == CountState::recount &&
        document->counted_by.back() == command.counted_by)
        return refuse("same_counter", "the recount is for somebody else than " + command.counted_by);
    const auto verdict = answer(CountQuestion{.book = book,
                                              .counted = command.counted,
                                              .doubt = stock[Stock::held],
                                              .repeated = repeated,
                                              .agrees = repeated && document->counted == command.counted});
    if (!command.approved_by.empty() && !verdict.recount) {
        auto event = post_count(facts, state, place, command.counted - book);
        event.count = id;
        event.counted = command.counted;
        event.counted_by = command.counted_by;
        event.approved_by = command.approved_by;
        return one(std::move(event));
    }
    CountRecorded event;
    event.count = id ? id : state.counts.next_id();
    event.site = place.site;
    event.item = place.item;
    event.lot = place.lot;
    event.counted = command.counted;
    event.difference = command.counted - book;
    event.counted_by = command.counted_by;
    event.recount = verdict.recount;
    event.rule = verdict.rule;
    event.rule_version = verdict.version;
    event.due = envelope.record_time + hours(24);
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ApproveCount& command,
                    const Envelope& envelope) {
    const auto* count = state.counts.find(command.count);
    if (!count) return refuse("count_unknown", "there is no " + say_count(command.count));
    if (count->state == CountState::posted)
        return refuse("already_posted", say_count(command.count) + " is posted");
    if (count->state != CountState::counted)
        return refuse("not_counted", say_count(command.count) + " waits to be counted");
    const auto approver = command.approved_by.empty() ? envelope.actor : command.approved_by;
    if (!count->counted_by.empty() && approver == count->counted_by.back())
        return refuse("same_person", "who counted does not approve");
    const auto units = count->difference < 0 ? -count->difference : count->difference;
    if (auto limit = check_limit(facts, command.limit, {count->item, units, date_of(envelope.record_time)});
        !limit)
        return std::unexpected(limit.error());
    auto event = post_count(facts, state, {count->site, count->item, count->lot}, count->difference);
    event.count = command.count;
    event.counted = count->counted;
    event.counted_by = count->counted_by.empty() ? std::string{} : count->counted_by.back();
    event.approved_by = approver;
    return one(std::move(event));
}

} // namespace truefill::inventory
