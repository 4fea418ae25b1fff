#include "inventory/decide.h"
#include "inventory/plan.h"
#include "inventory/say.h"
#include "ledger/draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

using journal::refuse;
using ledger::Draft;
using ledger::Pipeline;
using ledger::Trigger;

/// Adds a posting that the plan has made sure of.
ledger::UnitPosting& post(Draft& draft, const Demand& demand, Quantity quantity, Trigger trigger) {
    const auto to = trigger == Trigger::reserve   ? Pipeline::reserved
                    : trigger == Trigger::promise ? Pipeline::promised
                                                  : Pipeline::backordered;
    auto* posting = draft.move(demand.slot, quantity, trigger, to);
    TF_ASSERT(posting, "the plan stays within its parcels");
    return *posting;
}

/// Units that go to the queue now.
struct Short {
    LineNumber line{};
    ItemId item;
    Quantity quantity{};
    Amount value;
};

/// One case an order, with its first short lines.
ledger::Deviation backordered(const Facts& facts, const ledger::Order& order,
                              const std::vector<Short>& lines) {
    constexpr std::size_t told = 3;
    auto deviation = off_plan("backordered", order.number + " waits for ", {}, lines.front().item);
    Amount value;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // A thousand dear lines would leave the range of an amount; a case needs no more than "very much".
        value = std::min(value + lines[i].value, ledger::value_max);
        deviation.quantity += lines[i].quantity;
        if (i < told)
            deviation.sentence +=
                fmt::format("{}{} (line {})", i > 0 ? ", " : "",
                            say_units(facts, lines[i].quantity, lines[i].item), lines[i].line);
    }
    if (lines.size() > told) deviation.sentence += fmt::format(" and {} more lines", lines.size() - told);
    deviation.sentence += order.ship_complete
                              ? ": it ships complete, and not all of it is there or on its way"
                              : ": no site has it and no supply is due";
    deviation.order = order.id;
    deviation.line = lines.front().line;
    if (order.currency) deviation.value = {value, order.currency};
    return deviation;
}

void post_plan(const State& state, const Plan& plan, Draft& draft, OrderReserved& event) {
    draft.entry().units.reserve(plan.stock.size() + plan.promises.size());
    for (const auto& part : plan.stock) {
        auto& posting = post(draft, plan.demands[part.demand], part.quantity, Trigger::reserve);
        posting.site = part.site;
        posting.lot = part.lot;
    }
    for (const auto& part : plan.promises) {
        const auto& supply = state.supplies.at(part.supply);
        auto& posting = post(draft, plan.demands[part.demand], part.quantity, Trigger::promise);
        posting.site = supply.site;
        posting.lot = {};
        posting.supply = part.supply;
        event.promised.push_back({posting.line, part.supply, part.quantity, supply.due});
    }
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ReserveOrder& command,
                    const Envelope& envelope) {
    const auto id = command.order ? command.order : facts.ledger.find_number(command.number);
    const auto* found = facts.ledger.find(id);
    if (!found)
        return refuse("order_unknown",
                      "order '" + command.number + "' is not open here; place or recall it first");
    const auto& order = *found;
    auto plan = make_plan(facts, state, {order, date_of(envelope.record_time), command.declined});

    OrderReserved event;
    event.order = id;
    event.fully = plan.on_hand;
    event.rule = std::move(plan.rule);
    event.rule_version = plan.rule_version;
    Draft draft{order};
    post_plan(state, plan, draft, event);
    std::vector<Short> shorts;
    for (std::size_t d = 0; d < plan.demands.size(); ++d) {
        const auto& demand = plan.demands[d];
        if (plan.missing[d] == 0 || !demand.open) continue;
        const auto& line = order.lines[demand.line_index];
        post(draft, demand, plan.missing[d], Trigger::backorder);
        shorts.push_back({line.number, line.item, plan.missing[d], times(line.unit_price, plan.missing[d])});
    }
    if (!shorts.empty()) event.deviations.push_back(backordered(facts, order, shorts));
    event.entry = std::move(draft).take();
    return std::vector<Event>{std::move(event)};
}

} // namespace truefill::inventory
