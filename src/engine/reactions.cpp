#include "engine/reactions.h"

#include "engine/flow_orders.h"
#include "engine/flow_shipping.h"

namespace truefill::engine {
namespace {

/// The whole default flow, one row an event and consequence. Rows of one event run in the order in which they
/// stand.
constexpr auto table = std::tuple_cat(order_rows, stock_rows, warehouse_rows, shipping_rows, billing_rows,
                                      return_rows, engine_rows);

/// Stock that became free is offered to those who wait for it. Inventory's own events say so in `freed`.
template <class E> void offer_freed(const State& state, const E& event, FollowUps& then) {
    std::vector<ItemId> items;
    const auto add = [&](ItemId item) {
        if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
    };
    if constexpr (requires { event.freed; }) {
        for (const auto item : event.freed) add(item);
    } else if constexpr (requires { event.entry; }) {
        if (state.ledger.waiting().empty()) return;
        for (const auto& posting : event.entry.stock)
            if (posting.to == ledger::Stock::available) add(posting.item);
        if (!event.entry.units.empty()) {
            const auto* order = state.ledger.find(event.entry.order);
            for (const auto& posting : event.entry.units)
                if (order && posting.stock_to == ledger::Stock::available)
                    add(order->line(posting.line)->item);
        }
    }
    for (const auto item : items) {
        const auto next = state.ledger.waiting().lower_bound(ledger::Waiting{item, 0, {}});
        if (next == state.ledger.waiting().end() || next->item != item) continue;
        inventory::ReserveWaiting command;
        command.item = item;
        then.push_back(inventory::Command{command});
    }
}

} // namespace

template <class ModuleEvent> void react(const State& state, const ModuleEvent& event, FollowUps& then) {
    run_rows(table, event, state, then);
    std::visit([&](const auto& one) { offer_freed(state, one, then); }, event);
}

template <class ModuleEvent> void keys_of(const State& state, const ModuleEvent& event,
                                          std::vector<std::string>& keys) {
    std::visit(
        [&](const auto& one) {
            OrderId id;
            if constexpr (requires { one.entry; }) id = one.entry.order;
            if constexpr (requires { one.order; })
                if (!id) id = one.order;
            if (const auto* order = state.ledger.find(id)) keys.push_back("order:" + order->number);
            using E = std::remove_cvref_t<decltype(one)>;
            if constexpr (std::is_same_v<E, billing::InvoicePosted>) keys.push_back("invoice:" + one.number);
        },
        event);
}

std::vector<FlowRow> flow_rows() {
    std::vector<FlowRow> rows;
    std::apply(
        [&](const auto&... row) {
            (rows.push_back({std::remove_cvref_t<decltype(row)>::event_type::name, row.what}), ...);
        },
        table);
    return rows;
}

#define TF_REACT(Event)                                                                                      \
    template void react(const State&, const Event&, FollowUps&);                                             \
    template void keys_of(const State&, const Event&, std::vector<std::string>&);
TF_REACT(masterdata::Event)
TF_REACT(orders::Event)
TF_REACT(inventory::Event)
TF_REACT(warehouse::Event)
TF_REACT(shipping::Event)
TF_REACT(billing::Event)
TF_REACT(returns::Event)
TF_REACT(cases::Event)
TF_REACT(FlowEvent)
#undef TF_REACT

} // namespace truefill::engine
