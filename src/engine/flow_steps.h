/// The steps from which the rows of the flow are made: each appends one follow-up. Read by the flow_*.h files
/// only.
#pragma once

#include "base/assert.h"
#include "engine/reactions.h"
#include "engine/record.h"

#include <algorithm>
#include <string>
#include <vector>

namespace truefill::engine {

/// `declined`: the site that said no, when that is why.
inline void reserve(OrderId order, FollowUps& then, SiteId declined = {}) {
    inventory::ReserveOrder command;
    command.order = order;
    command.declined = declined;
    then.push_back(inventory::Command{command});
}

inline void release(OrderId order, FollowUps& then) {
    warehouse::ReleaseOrder command;
    command.order_id = order;
    then.push_back(warehouse::Command{command});
}

/// Commands that were stored as text go on as they were.
inline void go_on(const std::string& name, const std::string& body, FollowUps& then) {
    auto command = decode_command(name, std::string_view{body});
    TF_ASSERT(command.has_value(), "what was stored can be read");
    then.push_back(std::move(*command));
}

inline void complete_job(const State& state, JobKind kind, std::uint32_t subject, FollowUps& then) {
    if (const auto job = state.flow.jobs.find_open(kind, subject))
        then.push_back(FlowCommand{CompleteJob{job, {}}});
}

inline void want(CreateJob job, FollowUps& then) { then.push_back(FlowCommand{std::move(job)}); }

inline std::string wms_of(const State& state, SiteId site) { return "wms:" + state.master.site(site).code; }

/// True when units of the order have neither stock nor a promise.
inline bool has_unsourced(const State& state, OrderId id) {
    const auto* order = state.ledger.find(id);
    return order &&
           order->quantity(ledger::Pipeline::open) + order->quantity(ledger::Pipeline::backordered) > 0;
}
inline bool has_reserved(const State& state, OrderId id) {
    const auto* order = state.ledger.find(id);
    return order && order->quantity(ledger::Pipeline::reserved) > 0;
}
inline bool has_pending_cancel(const State& state, OrderId id) {
    const auto* document = state.orders.documents.find(id);
    return document && !document->cancel_pending.empty();
}
/// The units of an order came back from a site, or left: what was to be cancelled is, or cannot be any more.
inline void continue_cancel(const State& state, OrderId order, FollowUps& then) {
    if (has_pending_cancel(state, order)) then.push_back(orders::Command{orders::ContinueCancel{order}});
}

/// Sites are asked to stop the lines of an order that stand under a hold.
inline void stop_at_sites(const State& state, OrderId id, const ResumeOrders& hold, FollowUps& then) {
    const auto* order = state.ledger.find(id);
    if (!order) return;
    for (const auto& line : order->lines) {
        bool held = false;
        order->each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
            held = held || (is_at_site(parcel) && is_held_by(hold, *order, parcel));
        });
        if (!held) continue;
        warehouse::RequestRecall recall;
        recall.order_id = id;
        recall.line = line.number;
        recall.reason = "on hold";
        then.push_back(warehouse::Command{std::move(recall)});
    }
}

/// Sites are asked to count where book and shelf do not agree.
template <class Place>
void count(const std::vector<Place>& places, std::string_view reason, FollowUps& then) {
    for (const auto& place : places) {
        inventory::RequestCount command;
        command.site_id = place.site;
        command.item_id = place.item;
        command.lot_id = place.lot;
        if constexpr (requires { place.doubt; }) command.doubt = place.doubt;
        command.reason = reason;
        then.push_back(inventory::Command{command});
    }
}

inline void bill(OrderId order, ShipmentId shipment, FollowUps& then) {
    billing::PrepareInvoice command;
    command.order_id = order;
    command.shipment = shipment;
    then.push_back(billing::Command{command});
}

/// Bills what stands billable: the shipments of an order of which something is on no invoice yet.
inline void bill_what_is_due(const State& state, OrderId id, FollowUps& then) {
    const auto* order = state.ledger.find(id);
    if (!order) return;
    std::vector<ShipmentId> due;
    for (const auto& parcel : order->parcels)
        if (parcel.quantity > 0 && parcel.billing == ledger::Billing::billable && parcel.shipment &&
            std::ranges::find(due, parcel.shipment) == due.end())
            due.push_back(parcel.shipment);
    billing::each_invoice(state.billing, id, [&](InvoiceId, const billing::Invoice& invoice) {
        if (invoice.is_pending()) std::erase(due, invoice.shipment);
    });
    for (const auto shipment : due) bill(id, shipment, then);
}

/// What a hold kept back: what was to be cancelled is, units without stock are sourced, reserved ones
/// released, units that left are billed.
inline void go_on_after_hold(const State& state, OrderId order, FollowUps& then) {
    continue_cancel(state, order, then);
    if (has_unsourced(state, order)) reserve(order, then);
    if (has_reserved(state, order)) release(order, then);
    bill_what_is_due(state, order, then);
}

} // namespace truefill::engine
