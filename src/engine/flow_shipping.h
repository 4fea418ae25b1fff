/// The rows of the flow from the dock to the customer's door. Read by reactions.cpp only.
#pragma once

#include "engine/flow_heal.h"
#include "engine/table.h"

namespace truefill::engine {

inline void tender(const shipping::ShipmentTendered& e, const State& s, FollowUps& then) {
    complete_job(s, JobKind::tender, e.shipment.value, then); // the one to the carrier that said no
    want({JobKind::tender, "carrier:" + s.master.carrier(e.carrier).code, e.order, e.shipment.value}, then);
}

inline void after_issue(const shipping::GoodsIssued& e, const State& s, FollowUps& then) {
    continue_cancel(s, e.order, then); // first: what has left is wanted again, and billed
    const auto* order = s.ledger.find(e.order);
    if (order && order->kind == ledger::LineKind::sale) {
        bill(e.order, e.shipment, then);
        want({JobKind::send_asn, "customer:" + s.master.customer(order->customer).code, e.order,
              e.shipment.value},
             then);
    }
    heal_departure(s, e.order, then);
}

inline void trim_returns(OrderId order, FollowUps& then) {
    returns::TrimReturns command;
    command.order_id = order;
    then.push_back(returns::Command{command});
}

/// Units of a line that stand packed again after their goods issue was reversed are not there: others went.
inline void not_there(ReleaseId release, LineNumber line, Quantity quantity, FollowUps& then) {
    warehouse::ReportDamage damage;
    damage.release = release;
    damage.line = line;
    damage.quantity = quantity;
    damage.lost = true;
    damage.correction = true;
    damage.reason = "shipment corrected";
    then.push_back(warehouse::Command{std::move(damage)});
}

inline void reverse_issue(const shipping::ReverseIssue& command, ReleaseId release, FollowUps& then) {
    then.push_back(shipping::Command{command});
    not_there(release, command.line, command.quantity, then);
}

inline void correct(const shipping::CorrectionStarted& e, FollowUps& then) {
    if (e.delivered > 0) {
        shipping::RetractDelivery retract{e.shipment, e.line, e.delivered, "shipment corrected"};
        then.push_back(shipping::Command{std::move(retract)});
    }
    if (e.invoiced > 0) { // what was invoiced is reversed when the credit memo is posted
        billing::ReverseInvoice reverse;
        reverse.shipment = e.shipment;
        reverse.order_id = e.order;
        reverse.lines.push_back({e.line, e.invoiced});
        reverse.reason = "shipment corrected";
        reverse.approved_by = e.approved_by;
        reverse.after = billing::AfterReversal::reverse_issue;
        then.push_back(billing::Command{std::move(reverse)});
    }
    if (e.quantity > e.invoiced)
        reverse_issue({e.shipment, e.line, e.quantity - e.invoiced, e.approved_by}, e.release, then);
    std::vector<warehouse::CountWanted> places;
    places.push_back({.site = e.site, .item = e.item});
    if (e.wrong_item) places.push_back({.site = e.site, .item = e.wrong_item});
    count(places, "shipment corrected", then);
}

inline constexpr auto shipping_rows = std::tuple{
    on<shipping::ShipmentTendered>(
        "tender the shipment to the carrier",
        [](const shipping::ShipmentTendered& e, const State& s, FollowUps& then) { tender(e, s, then); }),
    on<shipping::TenderAccepted>("the carrier has the tender",
                                 [](const shipping::TenderAccepted& e, const State& s, FollowUps& then) {
                                     complete_job(s, JobKind::tender, e.shipment.value, then);
                                     heal_tender(s, e.order, then);
                                 }),
    on<shipping::TenderFailed>("the carrier has the tender",
                               [](const shipping::TenderFailed& e, const State& s, FollowUps& then) {
                                   complete_job(s, JobKind::tender, e.shipment.value, then);
                               }),
    on<shipping::GoodsIssued>(
        "bill it, announce it to the customer, settle what was to be cancelled",
        [](const shipping::GoodsIssued& e, const State& s, FollowUps& then) { after_issue(e, s, then); }),
    on<shipping::Delivered>("a late delivery is over",
                            [](const shipping::Delivered& e, const State& s, FollowUps& then) {
                                heal_delivery(s, e.order, then);
                            }),
    on<shipping::LossReported>(
        "returns shrink to what can still come back; a late delivery that is lost is over",
        [](const shipping::LossReported& e, const State& s, FollowUps& then) {
            trim_returns(e.order, then);
            heal_delivery(s, e.order, then);
        }),
    on<shipping::LossFound>("bill what turned up",
                            [](const shipping::LossFound& e, const State&, FollowUps& then) {
                                if (e.billable > 0) bill(e.order, e.shipment, then);
                            }),
    on<shipping::IssueReversed>("returns shrink to what can still come back; what never left is not late",
                                [](const shipping::IssueReversed& e, const State& s, FollowUps& then) {
                                    trim_returns(e.order, then);
                                    heal_delivery(s, e.order, then);
                                }),
    on<shipping::CorrectionStarted>(
        "retract the delivery, credit, reverse the goods issue, count the shelf",
        [](const shipping::CorrectionStarted& e, const State&, FollowUps& then) { correct(e, then); }),
};

} // namespace truefill::engine
