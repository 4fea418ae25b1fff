#include "inventory/post_count.h"

#include "inventory/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

using ledger::Stock;

/// Posts stock of one place and keeps what is left of each bucket.
class CountedShelf {
public:
    CountedShelf(const Facts& facts, const Place& place, ledger::Entry& entry)
        : row_{facts.ledger.stock(place.item, place.site, place.lot)}, place_{place}, entry_{entry} {}

    Quantity available() const { return row_[Stock::available] - adjusted_; }
    Quantity held() const { return row_[Stock::held] - taken_from_held_; }
    /// Units that left the book without explanation.
    Quantity suspended() const { return std::max<Quantity>(row_[Stock::suspense], 0); }

    /// Moves up to `wanted` units; answers how many.
    Quantity lose(Quantity wanted, Stock from) {
        const auto part = std::min(wanted, from == Stock::held ? held() : available());
        if (part > 0) move(part, from, Stock::adjustment);
        (from == Stock::held ? taken_from_held_ : adjusted_) += part;
        return part;
    }
    void find(Quantity quantity, Stock from) {
        if (quantity > 0) move(quantity, from, Stock::available);
        if (from == Stock::held) taken_from_held_ += quantity;
    }

private:
    /// A book may be bigger than one posting may be.
    void move(Quantity quantity, Stock from, Stock to) {
        for (; quantity > 0; quantity -= std::min(quantity, quantity_max))
            entry_.stock.push_back(move_stock(place_, std::min(quantity, quantity_max), from, to));
    }

    const ledger::StockBalance& row_;
    Place place_;
    ledger::Entry& entry_;
    Quantity adjusted_ = 0, taken_from_held_ = 0;
};

void take_back(const Facts& facts, const State& state, Quantity wanted, StockCounted& event) {
    auto taking = take_reserved(facts, state, {event.site, event.item, event.lot}, wanted);
    event.taken_back = std::move(taking.taken);
    event.missing = taking.quantity + taking.further;
    event.more = taking.further > 0;
}

ledger::Deviation unposted(const Facts& facts, const StockCounted& event, Quantity units) {
    auto deviation = off_plan(
        "count_difference",
        fmt::format(
            "{} at {} are missing by {}, and all that is left there stands on releases: the site will miss "
            "them when it picks",
            say_units(facts, units, event.item, event.lot), say_site(facts, event.site),
            say_count(event.count)),
        event.site, event.item);
    deviation.quantity = units;
    return deviation;
}

} // namespace

StockCounted post_count(const Facts& facts, const State& state, const CountPosting& posting) {
    StockCounted event;
    event.count = posting.count;
    event.site = posting.place.site;
    event.item = posting.place.item;
    event.lot = posting.place.lot;
    event.difference = posting.difference;
    CountedShelf shelf{facts, posting.place, event.entry};
    auto gone = std::max<Quantity>(-posting.difference, 0);
    const auto lost = shelf.lose(std::min(gone, posting.doubt), Stock::held);
    gone -= lost;
    shelf.find(posting.doubt - lost, Stock::held);
    if (posting.difference > 0) {
        event.explained = std::min(posting.difference, shelf.suspended());
        shelf.find(event.explained, Stock::suspense);
        shelf.find(posting.difference - event.explained, Stock::adjustment);
    }
    gone -= shelf.lose(gone, Stock::available);
    if (gone > 0) {
        take_back(facts, state, gone, event);
        gone -= event.missing;
    }
    gone -= shelf.lose(gone, Stock::held);
    if (gone > 0) event.deviations.push_back(unposted(facts, event, gone));
    if (posting.difference > 0 || posting.doubt > lost) note_free(facts, event.item, event.freed);
    return event;
}

StockCounted post_missing(const Facts& facts, const State& state, CountId id) {
    const auto& count = state.counts.at(id);
    StockCounted event;
    event.count = id;
    event.site = count.site;
    event.item = count.item;
    event.lot = count.lot;
    event.counted = count.counted;
    event.difference = count.difference;
    event.counted_by = count.counted_by.empty() ? std::string{} : count.counted_by.back();
    event.approved_by = count.approved_by;
    take_back(facts, state, count.missing, event);
    const auto gone = count.missing - event.missing;
    if (gone > 0) event.deviations.push_back(unposted(facts, event, gone));
    return event;
}

} // namespace truefill::inventory
