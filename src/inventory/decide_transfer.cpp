#include "inventory/decide.h"
#include "inventory/say.h"
#include "ledger/draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

using journal::refuse;
using ledger::Pipeline;
using ledger::Stock;
using ledger::Trigger;

/// Stock that the source site has of an item and that no earlier line of the transfer takes.
Quantity free_for(const Facts& facts, const ledger::OrderOpened& opened, const ledger::Entry& entry,
                  const Place& from) {
    auto free = facts.ledger.stock(from.item, from.site, Stock::available);
    for (const auto& unit : entry.units) {
        const auto at = std::ranges::lower_bound(opened.lines, unit.line, {}, &ledger::LineOpened::number);
        if (at->item == from.item) free -= unit.quantity;
    }
    return free;
}

Found<void> check_head(const Facts& facts, const PlaceTransfer& command, SiteId from, SiteId to) {
    if (command.transfer.empty() || command.transfer.size() > 64)
        return refuse("number_invalid", "a transfer number has 1 to 64 characters");
    if (facts.ledger.find_number(command.transfer))
        return refuse("already_placed", "an order or transfer " + command.transfer + " is here already");
    if (from == to) return refuse("same_site", "transfer " + command.transfer + " ends where it starts");
    if (command.lines.empty()) return refuse("no_lines", "transfer " + command.transfer + " has no lines");
    if (command.lines.size() > 1000)
        return refuse("too_many_lines",
                      "transfer " + command.transfer + " has more than 1,000 lines; split it");
    if (command.priority > 9) return refuse("priority_invalid", "a priority is 1 to 9");
    return {};
}

/// True when units of the transfer may still leave the source, so that a receipt may be ahead of its goods
/// issue.
bool may_still_ship(const ledger::Order& order) {
    return order.quantity(Pipeline::packed) + order.quantity(Pipeline::picked) +
               order.quantity(Pipeline::released) >
           0;
}

/// One message about what came in of a transfer, worked out line by line.
class TransferIntake {
public:
    TransferIntake(const Facts& facts, const ledger::Order& order, TransferReceived& event)
        : facts_{facts}, order_{order}, event_{event}, draft_{order} {}

    Found<void> run(const ReceiveTransfer& command, const Envelope& envelope) {
        for (const auto& part : command.lines)
            if (auto taken = take(part, envelope); !taken) return std::unexpected(std::move(taken.error()));
        if (command.last) say_short();
        for (const auto& posting : draft_.entry().units)
            note_free(facts_, item_of(posting.line), event_.freed);
        auto stock = std::move(event_.entry.stock);
        event_.entry = std::move(draft_).take();
        event_.entry.stock = std::move(stock);
        return {};
    }

private:
    ItemId item_of(LineNumber line) const { return order_.line(line)->item; }

    Found<void> take(const TransferReceipt& part, const Envelope& envelope) {
        if (part.quantity < 0 || part.damaged < 0 || part.quantity > quantity_max ||
            part.damaged > quantity_max)
            return refuse("quantity_invalid",
                          "a receipt of " + order_.number + " is of no quantity that can be");
        const auto* line = order_.line(part.line);
        ItemId item;
        if (line) {
            item = line->item;
        } else {
            const auto found = find_item(facts_, part.item, envelope);
            if (!found) return std::unexpected(found.error());
            item = *found;
        }
        const auto lot = Lots{facts_, event_.lots}.find_or_add(item, part.lot, {});
        if (!lot) return std::unexpected(lot.error());
        auto left = part.quantity + part.damaged;
        brought_.clear();
        // The lot that was shipped first; then other lots: they are what the site holds in hand under a wrong
        // name.
        left -= deliver(item, part.line, {*lot, true}, left);
        const auto misnamed = left;
        left -= deliver(item, part.line, {*lot, false}, left);
        if (left < misnamed)
            say("contradiction",
                fmt::format("{} of {} came in under lot {}, which was not shipped; relabel or correct it",
                            say_units(facts_, misnamed - left, item), order_.number, part.lot),
                item, misnamed - left);
        if (left > 0 && may_still_ship(order_))
            return journal::wait_for("order:" + order_.number, "not_shipped",
                                     fmt::format("{} of {} came in and have not left by the book",
                                                 say_units(facts_, left, item), order_.number));
        if (left > 0) surplus(item, *lot, left);
        note_damaged(item, part.damaged);
        return {};
    }

    /// Damaged units go on hold in the lots under which the book has them now.
    void note_damaged(ItemId item, Quantity damaged) {
        for (auto arrival = brought_.rbegin(); arrival != brought_.rend() && damaged > 0; ++arrival) {
            const auto part = std::min(arrival->quantity, damaged);
            event_.damaged.push_back({item, arrival->lot, part});
            damaged -= part;
        }
    }

    struct WantedLot {
        LotId lot;
        bool same{};
    };

    /// Delivers up to `wanted` shipped units of an item, of one line when it is named; answers how many.
    Quantity deliver(ItemId item, LineNumber only, WantedLot lot, Quantity wanted) {
        Quantity done = 0;
        for (const auto& line : order_.lines) {
            if (line.item != item || (order_.line(only) && line.number != only)) continue;
            order_.each_parcel(line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
                if (parcel.pipeline != Pipeline::shipped || (parcel.lot == lot.lot) != lot.same) return;
                const auto part = std::min(left_in(slot), wanted - done);
                if (part <= 0 || !draft_.move(slot, part, Trigger::deliver, Pipeline::delivered)) return;
                brought_.push_back({parcel.lot, part, {}});
                done += part;
            });
        }
        return done;
    }

    Quantity left_in(std::uint32_t slot) const {
        auto left = order_.parcels[slot].quantity;
        for (const auto& posting : draft_.entry().units)
            if (posting.parcel == slot) left -= posting.quantity;
        return left;
    }

    /// More came in than was shipped: it is here, whatever the source says.
    void surplus(ItemId item, LotId lot, Quantity quantity) {
        event_.entry.stock.push_back(
            move_stock({event_.site, item, lot}, quantity, Stock::adjustment, Stock::available));
        brought_.push_back({lot, quantity, {}});
        note_free(facts_, item, event_.freed);
        say("over_receipt",
            fmt::format("{} more came in at {} with {} than was shipped", say_units(facts_, quantity, item),
                        say_site(facts_, event_.site), order_.number),
            item, quantity);
    }

    void say_short() {
        for (const auto& line : order_.lines) {
            auto left = order_.quantity(line, Pipeline::shipped);
            for (const auto& posting : draft_.entry().units)
                if (posting.line == line.number) left -= posting.quantity;
            if (left > 0)
                say("transfer_short",
                    fmt::format("{} of {} line {} did not come in at {}", say_units(facts_, left, line.item),
                                order_.number, line.number, say_site(facts_, event_.site)),
                    line.item, left);
        }
    }

    // tidy: allow parameters, because they are what a deviation says
    void say(std::string_view category, std::string sentence, ItemId item, Quantity quantity) {
        auto deviation = off_plan(category, std::move(sentence), event_.site, item);
        deviation.order = order_.id;
        deviation.quantity = quantity;
        event_.deviations.push_back(std::move(deviation));
    }

    const Facts& facts_;
    const ledger::Order& order_;
    TransferReceived& event_;
    ledger::Draft draft_;
    std::vector<Arrival> brought_; ///< by the line that is being taken
};

} // namespace

Decision decide_one(const Facts& facts, const State& state, const PlaceTransfer& command,
                    const Envelope& envelope) {
    const auto from = find_site(facts, command.from, envelope);
    if (!from) return std::unexpected(from.error());
    const auto to = find_site(facts, command.to, envelope);
    if (!to) return std::unexpected(to.error());
    if (auto checked = check_head(facts, command, *from, *to); !checked)
        return std::unexpected(checked.error());
    TransferPlaced event;
    event.transfer = state.transfers.next_id();
    event.order = event.entry.order = facts.ledger.next_order();
    event.from = *from;
    event.to = *to;
    ledger::OrderOpened opened;
    opened.number = command.transfer;
    opened.kind = ledger::LineKind::transfer;
    opened.target = *to;
    opened.priority = command.priority;
    for (const auto& line : command.lines) {
        const auto item = find_item(facts, line.item, envelope);
        if (!item) return std::unexpected(item.error());
        if (line.quantity <= 0 || line.quantity > quantity_max)
            return refuse("quantity_invalid",
                          fmt::format("line {} moves no quantity that can be", line.line));
        if (line.line == 0 || (!opened.lines.empty() && line.line <= opened.lines.back().number))
            return refuse("lines_unordered", "line numbers count from 1 and rise");
        const auto free = free_for(facts, opened, event.entry, {*from, *item, {}});
        if (free < line.quantity)
            return refuse("too_little",
                          fmt::format("{} has only {} free for line {}", say_site(facts, *from),
                                      say_units(facts, std::max<Quantity>(free, 0), *item), line.line));
        auto& added = opened.lines.emplace_back();
        added.number = line.line;
        added.item = *item;
        added.requested = command.requested;
        event.entry.units.push_back(ledger::accepted(line.line, line.quantity, ledger::LineKind::transfer));
    }
    event.entry.opened.push_back(std::move(opened));
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ReceiveTransfer& command,
                    const Envelope& envelope) {
    const auto id = facts.ledger.find_number(command.transfer);
    const auto known = state.transfer_of_order.find(id);
    const auto* order = facts.ledger.find(id);
    if (!id)
        return journal::wait_for("order:" + command.transfer, "transfer_unknown",
                                 "transfer " + command.transfer + " was not placed here");
    if (known == state.transfer_of_order.end() || !order)
        return journal::refuse_with_case("contradiction", "not_a_transfer",
                                         command.transfer +
                                             " is not an open transfer, and goods came in for it");
    const auto& transfer = state.transfers.at(known->second);
    if (command.lines.empty() && !command.last)
        return refuse("no_lines", "the receipt of " + command.transfer + " names nothing that came in");
    if (!command.receipt.empty() &&
        std::ranges::find(transfer.receipts, command.receipt) != transfer.receipts.end())
        return refuse("already_received",
                      "receipt " + command.receipt + " of " + command.transfer + " counted before");
    TransferReceived event;
    event.transfer = known->second;
    event.order = id;
    event.site = transfer.to;
    event.receipt = command.receipt;
    event.last = command.last;
    if (auto done = TransferIntake{facts, *order, event}.run(command, envelope); !done)
        return std::unexpected(done.error());
    return one(std::move(event));
}

} // namespace truefill::inventory
