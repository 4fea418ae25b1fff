#include "engine/reactions.h"

#include "engine/flow_billing.h"
#include "engine/flow_mirrors.h"
#include "engine/flow_orders.h"
#include "engine/flow_shipping.h"
#include "engine/flow_site.h"
#include "engine/flow_stock.h"
#include "engine/flow_time.h"

namespace truefill::engine {
namespace {

/// The whole default flow, one row an event and consequence. Rows of one event run in the order in which they
/// stand.
constexpr auto table = std::tuple_cat(order_rows, stock_rows, warehouse_rows, shipping_rows, billing_rows,
                                      return_rows, mirror_rows, engine_rows);

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

/// Units that are to be credited are credited, whatever brought them there.
template <class E> void credit_what_is_due(const E& event, FollowUps& then) {
    if constexpr (requires { event.entry; }) {
        const auto is_due = [](const ledger::UnitPosting& posting) {
            return posting.billing_to == ledger::Billing::credit_due &&
                   posting.billing_from != ledger::Billing::credit_due;
        };
        if (std::ranges::none_of(event.entry.units, is_due)) return;
        billing::RequestCredit command;
        command.order_id = event.entry.order;
        if constexpr (requires { event.reason; }) command.reason = event.reason;
        then.push_back(billing::Command{std::move(command)});
    }
}

/// Units moved such that another system's word about the order, which contradicted, is right now.
template <class E> void review_claims(const State& state, const E& event, FollowUps& then) {
    if constexpr (requires { event.entry; }) {
        if (event.entry.units.empty() ||
            !mirrors::agrees_again(state.facts(), state.mirrors, event.entry.order))
            return;
        then.push_back(mirrors::Command{mirrors::ReviewClaims{event.entry.order}});
    }
}

/// The names under which messages may wait besides that of the order.
struct Keys {
    std::vector<std::string>& keys;
    void operator()(const auto&) const {}
    void operator()(const billing::InvoicePosted& e) const {
        keys.push_back(billing::key_of(e.invoice));
        keys.push_back(billing::key_of_number(e.number));
    }
    void operator()(const billing::PaymentReceived& e) const { keys.push_back("payment:" + e.reference); }
    void operator()(const shipping::TenderAccepted& e) const { tracking(e.tracking); }
    void operator()(const shipping::GoodsIssued& e) const { tracking(e.tracking); }
    void operator()(const inventory::SupplyAnnounced& e) const { keys.push_back("supply:" + e.reference); }
    void tracking(const std::string& number) const {
        if (!number.empty()) keys.push_back("tracking:" + number);
    }
};

} // namespace

template <class ModuleEvent> void react(const State& state, const ModuleEvent& event, FollowUps& then) {
    run_rows(table, event, state, then);
    visit(
        [&](const auto& one) {
            credit_what_is_due(one, then);
            offer_freed(state, one, then);
            review_claims(state, one, then);
        },
        event);
}

template <class ModuleEvent> void keys_of(const State& state, const ModuleEvent& event,
                                          std::vector<std::string>& keys) {
    visit(
        [&](const auto& one) {
            OrderId id;
            if constexpr (requires { one.entry; }) id = one.entry.order;
            if constexpr (requires { one.order; })
                if (!id) id = one.order;
            if (const auto* order = id ? state.ledger.find(id) : nullptr)
                keys.push_back("order:" + order->number);
        },
        event);
    visit(Keys{keys}, event);
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
TF_REACT(mirrors::Event)
TF_REACT(access::Event)
TF_REACT(FlowEvent)
#undef TF_REACT

} // namespace truefill::engine
