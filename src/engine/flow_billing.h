/// The rows of the flow about money and about goods that come back. Read by reactions.cpp only.
#pragma once

#include "engine/flow_mirrors.h"
#include "engine/flow_shipping.h"

namespace truefill::engine {

inline constexpr std::string_view finance = "finance:ledger";

/// When a reversal is posted: bill anew, or go on with the correction of the shipment.
inline void after_credit(const billing::CreditPosted& e, const State& s, FollowUps& then) {
    complete_job(s, JobKind::post_credit, e.credit.value, then);
    heal_credit(s, e.order, then);
    if (e.after == billing::AfterReversal::bill_again) bill(e.order, e.shipment, then);
    if (e.after != billing::AfterReversal::reverse_issue) return;
    const auto* shipment = s.shipping.shipments.find(e.shipment);
    if (!shipment) return;
    for (const auto& line : e.lines)
        if (line.line > 0 && line.quantity > 0)
            reverse_issue({e.shipment, line.line, line.quantity, e.approved_by}, shipment->release, then);
}

inline void invoice_answered(const State& s, InvoiceId invoice, FollowUps& then) {
    complete_job(s, JobKind::post_invoice, invoice.value, then);
}

inline constexpr auto billing_rows = std::tuple{
    on<billing::InvoicePrepared>(
        "ask finance to post the invoice",
        [](const billing::InvoicePrepared& e, const State&, FollowUps& then) {
            want({JobKind::post_invoice, std::string{finance}, e.order, e.invoice.value}, then);
        }),
    on<billing::InvoicePosted>("finance has it",
                               [](const billing::InvoicePosted& e, const State& s, FollowUps& then) {
                                   invoice_answered(s, e.invoice, then);
                                   heal_invoice(s, e.order, then);
                               }),
    on<billing::InvoiceMismatched>("finance has answered",
                                   [](const billing::InvoiceMismatched& e, const State& s, FollowUps& then) {
                                       invoice_answered(s, e.invoice, then);
                                   }),
    on<billing::InvoiceVoided>("nothing is to be posted any more",
                               [](const billing::InvoiceVoided& e, const State& s, FollowUps& then) {
                                   invoice_answered(s, e.invoice, then);
                                   heal_invoice(s, e.order, then);
                               }),
    on<billing::CreditPrepared>(
        "ask finance to post the credit memo",
        [](const billing::CreditPrepared& e, const State&, FollowUps& then) {
            want({JobKind::post_credit, std::string{finance}, e.order, e.credit.value}, then);
        }),
    on<billing::CreditPosted>(
        "finance has it; what the reversal was for goes on",
        [](const billing::CreditPosted& e, const State& s, FollowUps& then) { after_credit(e, s, then); }),
    on<billing::CreditMismatched>("finance has answered",
                                  [](const billing::CreditMismatched& e, const State& s, FollowUps& then) {
                                      complete_job(s, JobKind::post_credit, e.credit.value, then);
                                  }),
    on<billing::PaymentReceived>("a reminder is over when all is paid",
                                 [](const billing::PaymentReceived& e, const State& s, FollowUps& then) {
                                     heal_payment(s, e.order, then);
                                 }),
};

inline void authorize(const orders::LineWithdrawn& e, FollowUps& then) {
    returns::AuthorizeReturn command;
    command.order_id = e.order;
    command.lines.push_back({e.line, e.to_return});
    command.reason = "withdrawn by " + e.document;
    then.push_back(returns::Command{std::move(command)});
}

/// True when goods of the item at the site are still without an order.
inline bool has_blind(const State& s, ItemId item, SiteId site) {
    bool any = false;
    s.returns.returns.each([&](ReturnId, const returns::Return& one) {
        any = any || (one.is_blind() && one.item == item && one.received > 0 &&
                      std::ranges::any_of(one.pieces, [&](auto& piece) { return piece.site == site; }));
    });
    return any;
}

inline constexpr auto return_rows = std::tuple{
    on<orders::LineWithdrawn>("what has left may come back",
                              [](const orders::LineWithdrawn& e, const State&, FollowUps& then) {
                                  if (e.to_return > 0) authorize(e, then);
                              }),
    on<returns::ReturnReceived>("a late delivery that came back is over",
                                [](const returns::ReturnReceived& e, const State& s, FollowUps& then) {
                                    heal_delivery(s, e.order, then);
                                }),
    on<returns::ReturnMatched>(
        "the blind receipt is explained",
        [](const returns::ReturnMatched& e, const State& s, FollowUps& then) {
            if (!has_blind(s, e.item, e.site))
                explained(e.item, e.site,
                          {.category = "blind_receipt", .note = "the receipt has found its order"}, then);
        }),
    on<returns::ReturnInspected>("bill again what was denied",
                                 [](const returns::ReturnInspected& e, const State&, FollowUps& then) {
                                     for (const auto shipment : e.rebill) bill(e.order, shipment, then);
                                 }),
    on<cases::IncidentResolved>("resolve its other cases",
                                [](const cases::IncidentResolved& e, const State&, FollowUps& then) {
                                    if (!e.more) return;
                                    cases::ResolveIncident next{e.incident, e.resolution, e.note};
                                    then.push_back(cases::Command{std::move(next)});
                                }),
};

} // namespace truefill::engine
