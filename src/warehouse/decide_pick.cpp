// Picks, shorts, lots exchanged for a pick, and units put back.
#include "warehouse/decide.h"
#include "warehouse/sentences.h"
#include "warehouse/spoken_lot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace truefill::warehouse {
namespace {

using ledger::Pipeline;
using ledger::Stock;
using ledger::Trigger;

std::uint32_t narrow(Quantity quantity) {
    return static_cast<std::uint32_t>(
        std::clamp<Quantity>(quantity, 0, std::numeric_limits<std::uint32_t>::max()));
}

/// One pick as it is decided: what it is about, and the event that grows.
struct Pick {
    const Facts& facts;
    const Found& found;
    const ledger::Line& line;
    const ConfirmPick& command;
    std::optional<LotId> lot{}; ///< the lot that the site names; nothing when it does not matter
    Quantity reported{};
    Quantity right{}; ///< released units of that lot, or of no known lot
    Quantity other{}; ///< released units of other lots

    const ledger::Order& order() const { return *found.order; }
    std::string said() const {
        return fmt::format("{} line {} on {}", order().number, line.number, name_of_release(found.id));
    }
};

const PickSeen* seen(const Release& release, const ConfirmPick& command) {
    if (command.sequence == 0) return nullptr;
    for (const auto& pick : release.picks)
        if (pick.sequence == command.sequence && pick.line == command.line) return &pick;
    return nullptr;
}

/// The same pick again changes nothing; the same number with another quantity is somebody's to clear.
Decision repeated(const Pick& pick, const PickSeen& before) {
    const auto& command = pick.command;
    if (before.quantity == narrow(pick.reported))
        return journal::refuse("already_picked", fmt::format("pick {} of {} was taken in already",
                                                             command.sequence, pick.said()));
    auto event = about<PickConfirmed>(pick.found);
    event.line = pick.line.number;
    auto other = deviation(pick.found, &pick.line, pick.reported);
    other.category = "contradiction";
    other.sentence = fmt::format("pick {} of {} was reported with {} and now with {}; the first counts",
                                 command.sequence, pick.said(), before.quantity, pick.reported);
    event.deviations.push_back(std::move(other));
    return one(std::move(event));
}

/// What of the wrong lot may be exchanged for what was reserved, and what not.
struct Exchange {
    Quantity allowed{};
    Quantity refused{};
    std::string why;
};

Exchange weigh_exchange(const Pick& pick, Time now) {
    const auto& facts = pick.facts;
    const auto wanted = std::min(pick.command.quantity - pick.right, pick.other);
    const auto& lot = facts.master.lot(*pick.lot);
    const bool sale = pick.order().kind == ledger::LineKind::sale;
    const auto days_wanted = sale ? facts.master.customer(pick.order().customer).shelf_life_days : 0;
    if (sale && lot.expires && lot.expires - date_of(now) < days_wanted)
        return {0, wanted, "it is too old for the customer"};
    const auto& stock = facts.ledger.stock(pick.line.item, pick.found.release->site, *pick.lot);
    // What the book lacks was proven by the pick; what it has on hold may not be taken.
    const auto refused = std::clamp<Quantity>(wanted - stock[Stock::available], 0, stock[Stock::held]);
    return {wanted - refused, refused, refused ? "it is on hold" : ""};
}

template <class Event> void suspend_refused(const Pick& pick, Event& event, const Exchange& exchange) {
    if (exchange.refused == 0) return;
    const auto site = pick.found.release->site;
    suspend(pick.facts.ledger, event.entry, {pick.line.item, site, *pick.lot, exchange.refused},
            event.counts);
    auto wrong = deviation(pick.found, &pick.line, exchange.refused);
    wrong.category = "lot_not_allowed";
    wrong.sentence =
        fmt::format("{} picked {} of lot {} for {}, but {}: they are in suspense; have them put back",
                    code_of(pick.facts, site), units(exchange.refused), code_of(pick.facts, *pick.lot),
                    pick.said(), exchange.why);
    event.deviations.push_back(std::move(wrong));
}

LotSwapped swap(const Pick& pick, const Exchange& exchange) {
    auto event = about<LotSwapped>(pick.found);
    event.line = pick.line.number;
    event.quantity = exchange.allowed;
    event.lot = *pick.lot;
    event.pick = pick.command;
    event.pick.quantity -= exchange.refused;
    event.pick.reported = pick.reported;
    const Goods goods{pick.line.item, event.site, *pick.lot, exchange.allowed};
    event.entry.order = pick.order().id;
    prove(pick.facts.ledger, event.entry, goods, event.counts);

    ledger::Draft draft{pick.order()};
    Quantity left = exchange.allowed;
    pick.order().each_parcel(pick.line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
        const bool wrong = parcel.pipeline == Pipeline::released && parcel.release == pick.found.id &&
                           parcel.lot && parcel.lot != *pick.lot;
        if (!wrong || left == 0) return;
        const auto part = std::min(left, parcel.quantity);
        auto* posting = draft.move(slot, part, Trigger::swap_lot, Pipeline::released);
        TF_ASSERT(posting, "a released parcel can change its lot");
        posting->lot_to = *pick.lot;
        ledger::StockPosting back;
        back.item = pick.line.item;
        back.quantity = part;
        back.from = back.to = Stock::available;
        back.site = parcel.site;
        back.lot = *pick.lot;
        back.lot_to = parcel.lot;
        event.entry.stock.push_back(back);
        left -= part;
    });
    TF_ASSERT(left == 0, "no more is exchanged than is released");
    event.entry.units = std::move(draft.entry().units);
    suspend_refused(pick, event, exchange);
    return event;
}

/// More than the release has: the goods are gone from the shelf, and nobody knows for whom.
void over_pick(const Pick& pick, PickConfirmed& event, Quantity over) {
    if (over <= 0) return;
    event.suspended += over;
    suspend(pick.facts.ledger, event.entry, {pick.line.item, event.site, pick.lot.value_or(LotId{}), over},
            event.counts);
    auto more = deviation(pick.found, &pick.line, over);
    more.category = "over_pick";
    more.sentence = fmt::format("{} picked {} more of {} than were released; they are in suspense",
                                code_of(pick.facts, event.site), units(over), pick.said());
    event.deviations.push_back(std::move(more));
}

void short_pick(const Pick& pick, PickConfirmed& event, ledger::Draft& draft) {
    const auto wanted = pick.command.short_quantity;
    if (wanted <= 0) return;
    const auto before = draft.entry().units.size();
    event.short_quantity = move_units(draft, {.line = pick.line,
                                              .release = pick.found.id,
                                              .quantity = wanted,
                                              .trigger = Trigger::short_pick,
                                              .from = Pipeline::released,
                                              .to = Pipeline::backordered});
    event.short_reason = pick.command.short_reason;
    event.close_short = pick.command.close_short && event.short_quantity > 0;
    for (auto at = before; at < draft.entry().units.size(); ++at)
        event.counts.push_back(
            {event.site, pick.line.item, draft.entry().units[at].lot, draft.entry().units[at].quantity});
    auto miss = deviation(pick.found, &pick.line, wanted);
    miss.category = "short_pick";
    miss.sentence = fmt::format("{} did not find {} of {} for {}{}{}", code_of(pick.facts, event.site),
                                units(wanted), pick.facts.master.item(pick.line.item).code, pick.said(),
                                event.short_reason.empty() ? "" : ": ", event.short_reason);
    if (event.short_quantity < wanted) {
        miss.category = "contradiction";
        miss.sentence += fmt::format("; only {} were still to be picked", units(event.short_quantity));
    }
    event.deviations.push_back(std::move(miss));
}

/// The lot as the book knows it. A lot that nobody has seen is picked as reserved, and somebody looks at it.
void find_the_lot(Pick& pick, std::vector<ledger::Deviation>& deviations) {
    const auto& item = pick.facts.master.item(pick.line.item);
    if (pick.command.lot.empty() || !item.lot_controlled) return;
    const auto lot = pick.facts.master.find_lot(pick.line.item, pick.command.lot);
    if (lot) {
        pick.lot = lot;
        return;
    }
    auto unknown = deviation(pick.found, &pick.line, pick.command.quantity);
    unknown.category = "lot_unknown";
    unknown.sentence =
        fmt::format("{} picked {} of {} for {} from lot {}, which nobody has received; they are booked "
                    "from the reserved lot until somebody has looked",
                    code_of(pick.facts, pick.found.release->site), units(pick.command.quantity), item.code,
                    pick.said(), pick.command.lot);
    deviations.push_back(std::move(unknown));
}

void sum_up(Pick& pick) {
    pick.order().each_parcel(pick.line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.pipeline != Pipeline::released || parcel.release != pick.found.id) return;
        const bool fits = !pick.lot || !parcel.lot || parcel.lot == *pick.lot;
        (fits ? pick.right : pick.other) += parcel.quantity;
    });
}

Decision confirm(Pick& pick, const State& state, const Envelope& envelope) {
    const auto& command = pick.command;
    auto event = about<PickConfirmed>(pick.found);
    find_the_lot(pick, event.deviations);
    sum_up(pick);
    if (pick.lot && command.quantity > pick.right && pick.other > 0) {
        const auto exchange = weigh_exchange(pick, envelope.record_time);
        if (exchange.allowed > 0) return one(swap(pick, exchange));
        suspend_refused(pick, event, exchange);
        event.suspended = exchange.refused;
    }
    event.line = command.line;
    event.sequence = command.sequence;
    event.reported = pick.reported;
    event.inferred = command.inferred;
    event.at = happened(envelope);
    event.lot = pick.lot.value_or(LotId{});
    ledger::Draft draft{pick.order()};
    event.quantity = move_units(draft, {.line = pick.line,
                                        .release = pick.found.id,
                                        .quantity = command.quantity - event.suspended,
                                        .trigger = Trigger::pick,
                                        .from = Pipeline::released,
                                        .to = Pipeline::picked,
                                        .lot = pick.lot});
    over_pick(pick, event, command.quantity - event.suspended - event.quantity);
    short_pick(pick, event, draft);
    if (!pick.found.release->acknowledged_at)
        event.due = ship_due(pick.facts.master.site(event.site), envelope.record_time);
    if (event.quantity == 0) set_completion(event, completion(state, draft, pick.found.id));
    event.entry.order = pick.order().id;
    event.entry.units = std::move(draft.entry().units);
    return one(std::move(event));
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ConfirmPick& command,
                    const Envelope& envelope) {
    const auto found = find_release(facts, state, command.release);
    if (!found) return std::unexpected(found.error());
    const auto line = find_line(*found, command.line);
    if (!line) return std::unexpected(line.error());
    const bool nothing = command.quantity == 0 && command.short_quantity == 0;
    if (nothing || !is_amount(command.quantity) || !is_amount(command.short_quantity))
        return journal::refuse("quantity_invalid",
                               "a pick has units that were found, or units that were not");
    Pick pick{.facts = facts, .found = *found, .line = **line, .command = command};
    pick.reported = command.reported ? command.reported : command.quantity;
    if (const auto* before = seen(*found->release, command)) return repeated(pick, *before);
    return confirm(pick, state, envelope);
}

Decision decide_one(const Facts& facts, const State& state, const PutBack& command, const Envelope&) {
    const auto found = find_release(facts, state, command.release);
    if (!found) return std::unexpected(found.error());
    const auto line = find_line(*found, command.line);
    if (!line) return std::unexpected(line.error());
    if (command.quantity == 0 || !is_amount(command.quantity))
        return journal::refuse("quantity_invalid", "at least one unit is put back");
    auto event = about<PickPutBack>(*found);
    constexpr std::array where{Pipeline::picked};
    const auto lot =
        lot_of({facts, *found, **line, command.lot, command.quantity, where, "puts back"}, event.deviations);
    const auto sum = progress(*found->order, **line, found->id, lot);
    const auto lacking = command.quantity - sum.picked;
    if (lacking > 0 && sum.packed + sum.released >= lacking)
        return wait_for(
            *found, "not_picked",
            fmt::format("only {} of line {} on {} are picked and not packed; the rest is put back when "
                        "its pick or unpacking is told",
                        units(sum.picked), command.line, name_of_release(found->id)));
    event.line = command.line;
    event.lot = lot.value_or(LotId{});
    ledger::Draft draft{*found->order};
    event.quantity = move_units(draft, {.line = **line,
                                        .release = found->id,
                                        .quantity = command.quantity,
                                        .trigger = Trigger::put_back,
                                        .from = Pipeline::picked,
                                        .to = Pipeline::released,
                                        .lot = lot});
    if (lacking > 0) {
        auto more = deviation(*found, *line, lacking);
        more.category = "contradiction";
        more.sentence =
            fmt::format("{} puts back {}{} of {} line {} on {}, but only {} are there",
                        code_of(facts, event.site), units(command.quantity), of_lot(facts, event.lot),
                        found->order->number, command.line, name_of_release(found->id), units(sum.picked));
        event.deviations.push_back(std::move(more));
    }
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

} // namespace truefill::warehouse
