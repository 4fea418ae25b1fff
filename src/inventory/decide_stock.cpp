#include "inventory/decide.h"
#include "inventory/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

using journal::refuse;
using ledger::Stock;

bool may_open(Stock bucket) {
    return bucket == Stock::available || bucket == Stock::held || bucket == Stock::return_quarantine;
}

std::unexpected<journal::Refusal> too_little(const Facts& facts, const Place& place, Quantity there,
                                             std::string_view what) {
    return refuse("too_little", fmt::format("{} has only {} {}", say_site(facts, place.site),
                                            say_units(facts, there, place.item, place.lot), what));
}

/// Moves up to `wanted` units, lot by lot; answers how many.
Quantity hold_free(const Facts& facts, const Place& place, Quantity wanted, StockHeld& event) {
    Quantity moved = 0;
    for (const auto lot : lots_at(facts, place)) {
        const Place here{place.site, place.item, lot};
        const auto there = facts.ledger.stock(here.item, here.site, here.lot)[Stock::available];
        const auto part = std::min(there, wanted - moved);
        if (part > 0) event.entry.stock.push_back(move_stock(here, part, Stock::available, Stock::held));
        moved += part;
    }
    return moved;
}

/// Names the orders that lose what they have reserved; answers how many units, now and later.
Quantity hold_reserved(const Facts& facts, const State& state, const Place& place, StockHeld& event) {
    Quantity found = 0;
    const auto wanted = event.quantity;
    for (const auto lot : lots_at(facts, place)) {
        auto taking = take_reserved(facts, state, {place.site, place.item, lot}, wanted - found);
        found += taking.quantity + taking.further;
        event.left += taking.further;
        for (const auto& part : taking.taken) {
            if (event.taken_back.size() < taken_back_per_call) event.taken_back.push_back(part);
            else event.left += part.quantity;
        }
    }
    return found;
}

/// Lifts a hold; what is in doubt stays until it is counted.
Found<Quantity> lift(const Facts& facts, const State& state, const Place& place, StockHeld& event) {
    Quantity lifted = 0, doubt = 0;
    const auto wanted = event.quantity;
    for (const auto lot : lots_at(facts, place)) {
        const Place here{place.site, place.item, lot};
        const auto doubted = doubt_at(facts, state, here);
        const auto there = facts.ledger.stock(here.item, here.site, here.lot)[Stock::held] - doubted;
        const auto part = std::min(there, wanted - lifted);
        if (part > 0) event.entry.stock.push_back(move_stock(here, part, Stock::held, Stock::available));
        lifted += part;
        doubt += doubted;
    }
    if (doubt > 0 && (lifted == 0 || (wanted < quantity_max && lifted < wanted)))
        return refuse("in_doubt",
                      fmt::format("{} at {} was not found and waits to be counted; post the count first",
                                  say_units(facts, doubt, place.item, place.lot),
                                  say_site(facts, place.site)));
    return lifted;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const OpenStock& command,
                    const Envelope& envelope) {
    const auto site = find_site(facts, command.site, envelope);
    if (!site) return std::unexpected(site.error());
    if (command.reference.empty())
        return refuse("reference_missing", "opening stock has a reference: it opens once");
    if (state.openings.contains(opening_key(command.reference, *site)))
        return refuse("already_opened",
                      fmt::format("stock {} of {} was opened before", command.reference, command.site));
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
            return refuse("quantity_invalid",
                          "opening stock of " + line.item + " is no quantity that can be");
        if (!may_open(line.bucket))
            return refuse("bucket_invalid",
                          "stock opens available, held or return_quarantine; what is on its way is "
                          "announced as supply with `opening`");
        const auto lot = lots.find_or_add(*item, line.lot, line.expires);
        if (!lot) return std::unexpected(lot.error());
        event.entry.stock.push_back(
            move_stock({*site, *item, *lot}, line.quantity, Stock::opening, line.bucket));
        if (line.bucket == Stock::available) note_free(facts, *item, event.freed);
    }
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const HoldStock& command,
                    const Envelope& envelope) {
    const auto place = find_place(facts, command, envelope);
    if (!place) return std::unexpected(place.error());
    if (command.reason.empty()) return refuse("reason_missing", "a hold on stock, or its end, says why");
    if (command.quantity < 0 || command.quantity > quantity_max)
        return refuse("quantity_invalid", "a quantity to hold is not negative; 0 is all of it");
    StockHeld event;
    event.site = place->site;
    event.item = place->item;
    event.lot = place->lot;
    event.lift = command.lift;
    event.reason = command.reason;
    event.quantity = command.quantity > 0 ? command.quantity : quantity_max;
    Quantity moved = 0;
    if (command.lift) {
        const auto lifted = lift(facts, state, *place, event);
        if (!lifted) return std::unexpected(lifted.error());
        moved = *lifted;
        if (moved > 0) note_free(facts, place->item, event.freed);
    } else {
        moved = hold_free(facts, *place, event.quantity, event);
        event.quantity -= moved;
        if (command.reserved) moved += hold_reserved(facts, state, *place, event);
    }
    if (moved == 0 || moved < command.quantity)
        return too_little(facts, *place, moved,
                          command.lift       ? "on hold"
                          : command.reserved ? "free or reserved"
                                             : "that nobody has reserved");
    event.quantity = moved;
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State&, const ExplainSuspense& command,
                    const Envelope& envelope) {
    const auto place = find_place(facts, command, envelope);
    if (!place) return std::unexpected(place.error());
    if (command.quantity <= 0 || command.quantity > quantity_max)
        return refuse("quantity_invalid", "an explanation is about a quantity that can be");
    if (command.reason.empty()) return refuse("reason_missing", "an explanation says what happened");
    const auto there = facts.ledger.stock(place->item, place->site, place->lot)[Stock::suspense];
    if (there < command.quantity)
        return too_little(facts, *place, std::max<Quantity>(there, 0), "in suspense");
    if (command.write_off) {
        if (command.approved_by.empty() || command.approved_by == envelope.actor)
            return refuse("approval_missing",
                          "a write-off is approved by somebody else than the one who asks for it");
        const Stake stake{place->item, command.quantity, date_of(envelope.record_time)};
        if (auto limit = check_limit(facts, command.limit, stake); !limit)
            return std::unexpected(limit.error());
    }
    SuspenseExplained event;
    event.site = place->site;
    event.item = place->item;
    event.lot = place->lot;
    event.quantity = command.quantity;
    event.write_off = command.write_off;
    event.approved_by = command.approved_by;
    event.reason = command.reason;
    const auto to = command.write_off ? Stock::adjustment : Stock::available;
    event.entry.stock.push_back(move_stock(*place, command.quantity, Stock::suspense, to));
    if (!command.write_off) note_free(facts, place->item, event.freed);
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State&, const RelabelStock& command, const Envelope& envelope) {
    const auto site = find_site(facts, command.site, envelope);
    if (!site) return std::unexpected(site.error());
    if (command.takes.empty() || command.makes.empty())
        return refuse("no_lines", "relabelling takes something and makes something of it");
    if (command.reason.empty()) return refuse("reason_missing", "relabelling says why");
    StockRelabelled event;
    event.site = *site;
    event.reason = command.reason;
    Lots lots{facts, event.lots};
    const auto add = [&](const RelabelPart& part, bool takes) -> Found<void> {
        const auto item = find_item(facts, part.item, envelope);
        if (!item) return std::unexpected(item.error());
        if (part.quantity <= 0 || part.quantity > quantity_max)
            return refuse("quantity_invalid", "a part of " + part.item + " is no quantity that can be");
        const auto lot = takes && !part.lot.empty() ? find_lot(facts, *item, part.lot)
                                                    : lots.find_or_add(*item, part.lot, part.expires);
        if (!lot) return std::unexpected(lot.error());
        const Place place{*site, *item, *lot};
        // The same stock may be named twice: what earlier parts take is gone.
        auto there = facts.ledger.stock(*item, *site, *lot)[Stock::available];
        for (const auto& earlier : event.entry.stock)
            if (earlier.item == *item && earlier.lot == *lot) there -= earlier.quantity;
        if (takes && there < part.quantity)
            return too_little(facts, place, std::max<Quantity>(there, 0), "that nobody has reserved");
        event.entry.stock.push_back(
            takes ? move_stock(place, part.quantity, Stock::available, Stock::conversion)
                  : move_stock(place, part.quantity, Stock::conversion, Stock::available));
        if (!takes) note_free(facts, *item, event.freed);
        return {};
    };
    for (const auto& part : command.takes)
        if (auto added = add(part, true); !added) return std::unexpected(added.error());
    for (const auto& part : command.makes)
        if (auto added = add(part, false); !added) return std::unexpected(added.error());
    return one(std::move(event));
}

} // namespace truefill::inventory
