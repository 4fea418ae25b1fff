/// Cases that heal by themselves when what they were about has happened after all. A case is of an order, and
/// an order may have several releases, shipments and invoices: it heals when none of them is in that state
/// any more. Read by the flow_*.h files only.
#pragma once

#include "engine/flow_steps.h"

#include <algorithm>

namespace truefill::engine {

inline bool has_open_case(const State& s, OrderId order, std::string_view category) {
    bool open = false;
    cases::each_case(s.cases, order, [&](CaseId, const cases::Case& one) {
        open = open || (one.is_open() && one.category == category);
    });
    return open;
}

struct Ailment {
    OrderId order;
    std::string_view category;
};

/// Resolves the order's cases of a category unless `still` says that something of the order is still so.
/// Nearly always the order has no such case, and nothing else is asked.
template <class F>
void heal(const State& s, const Ailment& what, FollowUps& then, F&& still) {
    if (!has_open_case(s, what.order, what.category) || still()) return;
    cases::AutoResolve command;
    command.category = what.category;
    command.order_id = what.order;
    command.note = "what it was about has happened since";
    then.push_back(cases::Command{std::move(command)});
}

/// True when f(parcel) is true for one of the order's parcels.
template <class F> bool any_parcel(const State& s, OrderId id, F&& f) {
    const auto* order = s.ledger.find(id);
    return order && std::ranges::any_of(order->parcels, [&](const ledger::Parcel& parcel) {
               return parcel.quantity > 0 && f(parcel);
           });
}
template <class F> bool any_release(const State& s, OrderId order, F&& f) {
    return any_parcel(s, order, [&](const ledger::Parcel& parcel) {
        const auto* release = parcel.release ? s.warehouse.releases.find(parcel.release) : nullptr;
        return release && f(*release);
    });
}
template <class F> bool any_shipment(const State& s, OrderId order, F&& f) {
    return any_parcel(s, order, [&](const ledger::Parcel& parcel) {
        auto id = parcel.shipment;
        if (const auto planned = s.shipping.by_release.find(parcel.release);
            !id && planned != s.shipping.by_release.end())
            id = planned->second;
        const auto* shipment = id ? s.shipping.shipments.find(id) : nullptr;
        return shipment && f(*shipment);
    });
}
template <class F> bool any_invoice(const State& s, OrderId order, F&& f) {
    bool any = false;
    billing::each_invoice(s.billing, order,
                          [&](InvoiceId, const billing::Invoice& invoice) { any = any || f(invoice); });
    return any;
}
template <class F> bool any_credit(const State& s, OrderId order, F&& f) {
    return any_invoice(s, order, [&](const billing::Invoice& invoice) {
        bool any = false;
        billing::each_credit(s.billing, invoice,
                             [&](CreditId, const billing::Credit& credit) { any = any || f(credit); });
        return any;
    });
}

inline void heal_release(const State& s, OrderId order, FollowUps& then) {
    heal(s, {order, "release_unacknowledged"}, then, [&] {
        return any_release(s, order, [](auto& r) { return r.told_unacknowledged && !r.acknowledged_at; });
    });
}
inline void heal_recall(const State& s, OrderId order, FollowUps& then) {
    heal(s, {order, "recall_unanswered"}, then,
         [&] { return any_release(s, order, [](auto& r) { return r.told_recall && !r.recalls.empty(); }); });
}
inline void heal_tender(const State& s, OrderId order, FollowUps& then) {
    heal(s, {order, "tender_unanswered"}, then, [&] {
        return any_shipment(s, order, [](auto& shipment) {
            return shipment.told_unanswered && shipment.status == shipping::ShipmentStatus::tendered;
        });
    });
}
/// True when f(shipment) is true for a shipment of which units are still on their way.
template <class F> bool any_on_the_way(const State& s, OrderId order, F&& f) {
    return any_parcel(s, order, [&](const ledger::Parcel& parcel) {
        const auto* shipment = parcel.pipeline == ledger::Pipeline::shipped
                                   ? s.shipping.shipments.find(parcel.shipment)
                                   : nullptr;
        return shipment && f(*shipment);
    });
}
/// Nothing that is late or in trouble is on its way any more: it arrived, came back, or is known to be lost.
inline void heal_delivery(const State& s, OrderId order, FollowUps& then) {
    heal(s, {order, "delivery_late"}, then,
         [&] { return any_on_the_way(s, order, [](auto& shipment) { return shipment.told_late; }); });
    heal(s, {order, "carrier_exception"}, then, [&] {
        return any_on_the_way(
            s, order, [](auto& shipment) { return shipment.status == shipping::ShipmentStatus::exception; });
    });
}
/// The goods have left: they are not late at the site any more, and somebody has taken them.
inline void heal_departure(const State& s, OrderId order, FollowUps& then) {
    heal(s, {order, "release_overdue"}, then, [&] {
        return any_parcel(s, order, [&](auto& parcel) {
            const auto* release = parcel.release ? s.warehouse.releases.find(parcel.release) : nullptr;
            return is_at_site(parcel) && release && release->told_overdue;
        });
    });
    heal(s, {order, "no_carrier"}, then, [&] {
        return any_shipment(
            s, order, [](auto& shipment) { return shipment.status == shipping::ShipmentStatus::planned; });
    });
}
inline void heal_invoice(const State& s, OrderId order, FollowUps& then) {
    heal(s, {order, "invoice_mismatch"}, then, [&] {
        return any_parcel(s, order, [](auto& p) { return p.billing == ledger::Billing::billable; });
    });
    heal(s, {order, "invoice_unposted"}, then, [&] {
        return any_invoice(s, order, [](auto& invoice) { return invoice.is_pending() && invoice.reminded; });
    });
}
inline void heal_credit(const State& s, OrderId order, FollowUps& then) {
    heal(s, {order, "credit_mismatch"}, then, [&] {
        return any_credit(s, order,
                          [](auto& credit) { return credit.status == billing::CreditStatus::mismatched; });
    });
    heal(s, {order, "credit_unposted"}, then, [&] {
        return any_credit(s, order, [](auto& credit) { return credit.is_pending() && credit.reminded; });
    });
}
inline void heal_payment(const State& s, OrderId order, FollowUps& then) {
    heal(s, {order, "payment_overdue"}, then, [&] {
        return any_invoice(s, order,
                           [](auto& invoice) { return invoice.reminded && invoice.open() > Amount{}; });
    });
}
inline void heal_backorder(const State& s, OrderId order, FollowUps& then) {
    heal(s, {order, "backordered"}, then, [&] { return has_unsourced(s, order); });
}
} // namespace truefill::engine
