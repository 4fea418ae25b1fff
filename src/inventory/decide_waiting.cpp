#include "inventory/decide.h"
#include "inventory/plan.h"
#include "inventory/say.h"
#include "inventory/shelf.h"
#include "inventory/supply.h"
#include "ledger/draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

using journal::refuse;
using ledger::Pipeline;
using ledger::Trigger;

/// What is free of one item while its queue is walked: what an order in front would take is gone for those
/// behind.
class FreeStock {
public:
    FreeStock(const Facts& facts, const State& state, ItemId item, Date today)
        : facts_{facts}, state_{state}, today_{today} {
        facts.ledger.each_stock(item, [&](const ledger::StockBalance& row) {
            if (row[ledger::Stock::available] > 0)
                rows_.push_back({row.site, row.lot, row[ledger::Stock::available]});
        });
        if (item.value >= state.supplies_of_item.size()) return;
        for (const auto id : state.supplies_of_item[item.value]) {
            const auto& supply = state.supplies.at(id);
            const auto quantity = supply.due < today ? 0 : free_to_promise(facts.ledger, id, supply);
            if (quantity > 0) supplies_.push_back({supply.site, {}, quantity});
        }
    }

    bool empty() const { return rows_.empty() && supplies_.empty(); }

    /// Takes up to `wanted` units that the order may have; answers how many there were.
    Quantity take(const ledger::Order& order, Quantity wanted) {
        SiteId only;
        if (const auto found = state_.transfer_of_order.find(order.id);
            found != state_.transfer_of_order.end())
            only = state_.transfers.at(found->second).from;
        const auto days = shelf_life_days(facts_, order);
        Quantity taken = 0;
        for (auto* places : {&rows_, &supplies_}) {
            for (auto& place : *places) {
                if (only && place.site != only) continue;
                if (!is_fit(expiry_of(facts_, place.lot), days, today_)) continue;
                const auto part = std::min(place.quantity, wanted - taken);
                place.quantity -= part;
                taken += part;
            }
            std::erase_if(*places, [](const Row& row) { return row.quantity == 0; });
        }
        return taken;
    }

private:
    struct Row {
        SiteId site;
        LotId lot;
        Quantity quantity;
    };
    const Facts& facts_;
    const State& state_;
    Date today_;
    std::vector<Row> rows_, supplies_;
};

constexpr std::size_t lines_per_call = 500;

/// Units of a line that can be given back, and from which parcels.
struct Wanted {
    const Unreserve& command;
    Pipeline from{}, to{};
    Trigger trigger{};
    Quantity left{};
};

void give_back(const ledger::Line& line, ledger::Draft& draft, Wanted& wanted) {
    draft.order().each_parcel(line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
        const auto& command = wanted.command;
        if (parcel.pipeline != wanted.from || wanted.left == 0) return;
        if (command.site && (parcel.site != command.site || parcel.lot != command.lot)) return;
        const auto part = std::min(parcel.quantity, wanted.left);
        if (draft.move(slot, part, wanted.trigger, wanted.to)) wanted.left -= part;
    });
}

Wanted wanted_by(const Unreserve& command) {
    const bool to_queue = command.backorder || command.hold || command.count;
    Wanted wanted{command, command.promised ? Pipeline::promised : Pipeline::reserved,
                  to_queue ? Pipeline::backordered : Pipeline::open, Trigger::unreserve, command.quantity};
    if (command.promised) wanted.trigger = Trigger::unpromise;
    else if (command.count) wanted.trigger = Trigger::unreserve_counted;
    else if (command.hold) wanted.trigger = Trigger::unreserve_held;
    if (wanted.left == 0) wanted.left = quantity_max;
    return wanted;
}

Found<void> check_unreserve(const State& state, const Unreserve& command) {
    if (command.promised && (command.hold || command.count))
        return refuse("contradictory", "a promise has no stock that could go on hold or be counted away");
    if (!command.count) return {};
    // Only what an approved count still misses may be adjusted away.
    const auto* count = state.counts.find(command.count);
    if (count && count->state == CountState::posting && command.quantity > 0 &&
        command.quantity <= count->missing)
        return {};
    return refuse("not_counted",
                  say_count(command.count) + " is not an approved count that misses so many units");
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ReserveWaiting& command,
                    const Envelope& envelope) {
    if (auto checked = check_ids(facts, {{}, command.item, {}}); !checked || !command.item)
        return refuse("item_unknown", "the item whose queue is to be called is not known");
    const auto today = date_of(envelope.record_time);
    WaitingCalled event;
    event.item = command.item;
    ledger::Waiting from;
    from.item = command.item;
    if (command.after) from = {command.item, command.after->priority, command.after->line};
    const auto& queue = facts.ledger.waiting();
    const bool holds = may_be_held(facts.ledger, Trigger::reserve);
    FreeStock free{facts, state, command.item, today};
    std::size_t touched = 0;
    auto place = command.after ? queue.upper_bound(from) : queue.lower_bound(from);
    for (; place != queue.end() && place->item == command.item && !free.empty(); ++place) {
        const auto& order = facts.ledger.order(place->line.order);
        const bool named = !event.orders.empty() && event.orders.back() == order.id;
        event.more = (event.orders.size() == orders_per_call && !named) || touched > lines_per_call;
        if (event.more) break;
        event.after = {place->priority, place->line};
        const auto& line = *order.line(place->line.line);
        touched += order.ship_complete ? order.lines.size() : 1;
        if (holds && facts.ledger.blocking(Trigger::reserve, order, line, nullptr)) continue;
        if (order.ship_complete) {
            // Whether it really takes anything is known only when those in front of it have: so nothing of
            // what is free is counted as gone.
            if (!named && make_plan(facts, state, {order, today}).complete) event.orders.push_back(order.id);
            continue;
        }
        const auto taken = free.take(order, order.quantity(line, Pipeline::backordered));
        if (taken > 0 && !named) event.orders.push_back(order.id);
    }
    if (!event.more) event.after = {};
    return std::vector<Event>{std::move(event)};
}

Decision decide_one(const Facts& facts, const State& state, const Unreserve& command,
                    const Envelope& envelope) {
    const auto id = command.order_id ? command.order_id : facts.ledger.find_number(command.order);
    const auto* order = facts.ledger.find(id);
    if (!order) return refuse("order_unknown", "order '" + command.order + "' is not open here");
    if (command.quantity < 0) return refuse("quantity_invalid", "a quantity to give back is not negative");
    if (auto checked = check_unreserve(state, command); !checked)
        return std::unexpected(std::move(checked.error()));
    if (command.line != 0 && !order->line(command.line))
        return refuse("line_unknown", fmt::format("{} has no line {}", order->number, command.line));

    auto wanted = wanted_by(command);
    const auto asked = wanted.left;
    const bool is_intent = !command.hold && !command.count;
    ReservationReturned event;
    ledger::Draft draft{*order};
    for (const auto& line : order->lines) {
        if (command.line != 0 && line.number != command.line) continue;
        if (is_intent)
            if (const auto* hold = facts.ledger.blocking(wanted.trigger, *order, line, nullptr))
                return refuse("on_hold", fmt::format("{} line {} is on hold ({}); lift it first",
                                                     order->number, line.number, hold->reason));
        const auto before = wanted.left;
        give_back(line, draft, wanted);
        if (wanted.left == before) continue;
        // A line that loses its stock to a hold or a count looks elsewhere at once: another site may have
        // some.
        if (is_intent) note_free(facts, line.item, event.freed);
        else if (!FreeStock{facts, state, line.item, date_of(envelope.record_time)}.empty())
            event.freed.push_back(line.item);
    }
    if (command.quantity > 0 ? wanted.left > 0 : wanted.left == asked)
        return refuse("not_reserved",
                      fmt::format("{}{} has only {} units {} that could be given back", order->number,
                                  command.line ? fmt::format(" line {}", command.line) : "",
                                  asked - wanted.left, name_of(wanted.from)));
    event.order = id;
    event.quantity = asked - wanted.left;
    event.count = command.count;
    event.reason = command.reason;
    event.entry = std::move(draft).take();
    return std::vector<Event>{std::move(event)};
}

} // namespace truefill::inventory
