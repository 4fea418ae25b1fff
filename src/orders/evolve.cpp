#include "base/assert.h"
#include "base/one_of_impl.h"
#include "orders/decide.h"

#include <algorithm>

namespace truefill::orders {
namespace {

void add_pending(Document& document, const std::vector<AskedBack>& asked_back) {
    for (const auto& asked : asked_back) {
        auto found = std::find_if(document.cancel_pending.begin(), document.cancel_pending.end(),
                                  [&](const AskedBack& other) { return other.line == asked.line; });
        if (found == document.cancel_pending.end()) document.cancel_pending.push_back(asked);
        else found->quantity += asked.quantity;
    }
}

void settle(Document& document, const std::vector<AskedBack>& done) {
    for (const auto& part : done)
        for (auto& asked : document.cancel_pending)
            if (asked.line == part.line) asked.quantity -= part.quantity;
    std::erase_if(document.cancel_pending, [](const AskedBack& asked) { return asked.quantity <= 0; });
}

/// The document of an order. Transfers open accounts of their own and get an empty one, so that ids stay the
/// same.
Document& document_of(State& state, OrderId order) {
    while (state.documents.next_id() <= order) state.documents.add(state.documents.next_id(), {});
    return state.documents.at(order);
}

void evolve(State& state, const OrderAccepted& event, const Facts& facts) {
    auto& document = document_of(state, event.order);
    document.purchase_order = event.purchase_order;
    document.address = event.address;
    document.ordered_at = event.ordered_at;
    document.requested = event.requested;
    if (event.purchase_order.empty()) return;
    const auto customer = facts.ledger.order(event.order).customer;
    state.purchase_orders.try_emplace(purchase_order_key(customer, event.purchase_order), event.order);
}

void evolve(State&, const LineAdded&, const Facts&) {}
void evolve(State&, const LineRaised&, const Facts&) {}

void evolve(State& state, const LinesCancelled& event, const Facts&) {
    add_pending(document_of(state, event.order), event.asked_back);
}

void evolve(State& state, const LineWithdrawn& event, const Facts&) {
    add_pending(document_of(state, event.order), event.asked_back);
    state.withdrawals.try_emplace(withdrawal_key(event.document, event.row), event.order);
}

void evolve(State& state, const CancelSettled& event, const Facts&) {
    auto& document = document_of(state, event.order);
    settle(document, event.cancelled);
    settle(document, event.too_late);
}

void evolve(State&, const HoldPlaced&, const Facts&) {}
void evolve(State&, const HoldLifted&, const Facts&) {}

void evolve(State& state, const OrderArchived& event, const Facts&) {
    state.archived.try_emplace(event.order, Archived{event.position, event.digest});
}

void evolve(State& state, const OrderRecalled& event, const Facts&) { state.archived.erase(event.order); }

} // namespace

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope) {
    return visit([&](const auto& one) { return decide_one(facts, state, one, envelope); }, command);
}

void apply(State& state, const Event& event, const Facts& facts) {
    visit([&](const auto& one) { evolve(state, one, facts); }, event);
}

Status status(const ledger::Ledger& ledger, const ledger::Order& order) {
    using ledger::Pipeline;
    Quantity live = 0, before = 0, shipped = 0, delivered = 0, waiting = 0, unsettled = 0;
    order.each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.pipeline == Pipeline::cancelled || parcel.pipeline == Pipeline::substituted) return;
        live += parcel.quantity;
        if (parcel.pipeline < Pipeline::shipped) before += parcel.quantity;
        if (parcel.pipeline <= Pipeline::reserved) waiting += parcel.quantity;
        if (parcel.pipeline == Pipeline::shipped) shipped += parcel.quantity;
        if (parcel.pipeline >= Pipeline::delivered) delivered += parcel.quantity;
        if (parcel.billing == ledger::Billing::billable || parcel.billing == ledger::Billing::credit_due)
            unsettled += parcel.quantity;
    });
    if (live == 0) return Status::cancelled;
    if (delivered == live) return unsettled == 0 ? Status::completed : Status::delivered;
    if (delivered > 0) return Status::partially_delivered;
    if (shipped == live) return Status::shipped;
    if (shipped > 0) return Status::partially_shipped;
    for (const auto& hold : ledger.holds())
        if (hold.scope == ledger::HoldScope::order && hold.key == order.id.value) return Status::held;
    return waiting == before ? Status::accepted : Status::in_fulfilment;
}

} // namespace truefill::orders

template struct truefill::KindsOf<truefill::orders::Command>;
template struct truefill::KindsOf<truefill::orders::Event>;
