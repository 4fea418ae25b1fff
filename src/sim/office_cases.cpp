#include "sim/office.h"
#include "sim/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace truefill::sim {
namespace {

using ledger::Pipeline;

bool is_in_work(const ledger::Order& order) {
    return order.quantity(Pipeline::released) + order.quantity(Pipeline::picked) +
               order.quantity(Pipeline::packed) >
           0;
}

std::set<ShipmentId> unbilled_shipments(const ledger::Order& order) {
    std::set<ShipmentId> shipments;
    order.each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.billing == ledger::Billing::billable) shipments.insert(parcel.shipment);
    });
    return shipments;
}

bool is_counted(const engine::State& state, const cases::Case& one) {
    bool open = false;
    state.inventory.counts.each([&](CountId, const inventory::Count& count) {
        open = open || (count.state != inventory::CountState::posted && count.site == one.site &&
                        (!one.item || count.item == one.item));
    });
    return !open;
}

bool is_inspected(const engine::State& state, const cases::Case& one) {
    bool open = false;
    returns::each_return(state.returns, one.order, [&](ReturnId, const returns::Return& rma) {
        open = open || rma.inspected < rma.received;
    });
    return !open;
}

bool is_supplied(const engine::State& state, ItemId item) {
    if (item.value >= state.inventory.supplies_of_item.size()) return true;
    return std::ranges::none_of(state.inventory.supplies_of_item[item.value], [&](SupplyId id) {
        return state.inventory.supplies.at(id).due < date_of(state.flow.now);
    });
}

/// Categories that are settled when the other lists have done their work.
enum class Settles : std::uint8_t { accepted, counted, inspected, arrived, supplied, billed, job, slowly };
struct Custom {
    std::string_view category;
    Settles settles;
};
constexpr Custom customs[] = {
    {"credit_exceeded", Settles::accepted},   {"duplicate_purchase_order", Settles::accepted},
    {"address_invalid", Settles::accepted},   {"overpayment", Settles::accepted},
    {"supply_short", Settles::accepted},      {"short_pick", Settles::counted},
    {"stock_short", Settles::counted},        {"damaged_before_issue", Settles::counted},
    {"count_difference", Settles::counted},   {"return_unauthorised", Settles::inspected},
    {"over_return", Settles::inspected},      {"carrier_exception", Settles::arrived},
    {"release_overdue", Settles::arrived},    {"no_carrier", Settles::arrived},
    {"recall_refused", Settles::arrived},     {"supply_overdue", Settles::supplied},
    {"issued_after_cancel", Settles::billed}, {"job_failed", Settles::job},
    {"job_unknown_outcome", Settles::job},    {"unmatched_cancellation", Settles::slowly},
    {"credit_mismatch", Settles::slowly},     {"price_mismatch", Settles::slowly},
    {"stock_mismatch", Settles::slowly},
};

} // namespace

std::string_view Office::settled(const engine::State& state, const cases::Case& one) {
    const auto found = std::ranges::find(customs, one.category, &Custom::category);
    if (found == std::end(customs)) return {};
    const auto* order = state.ledger.find(one.order);
    switch (found->settles) {
    case Settles::accepted: return "accepted";
    case Settles::job: return "resent";
    case Settles::counted: return is_counted(state, one) ? "counted" : "";
    case Settles::inspected: return is_inspected(state, one) ? "inspected" : "";
    case Settles::arrived:
        return order && !is_in_work(*order) && order->quantity(Pipeline::shipped) == 0 ? "arrived" : "";
    case Settles::supplied: return is_supplied(state, one.item) ? "supplied" : "";
    case Settles::billed: return order && unbilled_shipments(*order).empty() ? "accepted" : "";
    case Settles::slowly: // the papers of the past, one after the other
        return one.destination.starts_with("shop:") && random_.chance(20) ? "corrected" : "";
    }
    return {};
}

void Office::act(const engine::State& state, const cases::Case& one) {
    if (!one.order || !state.ledger.find(one.order)) return;
    if (one.category == "invoice_mismatch") approve_bill(state, one.order);
    if (one.category == "no_carrier") find_carrier(state, one.order);
}

/// More went out than the customer wants by now. He keeps it, so he pays it.
void Office::approve_bill(const engine::State& state, OrderId order) {
    for (const auto shipment : unbilled_shipments(state.ledger.order(order))) {
        if (!decide_once("bill", shipment.value, 0)) continue;
        billing::PrepareInvoice command;
        command.shipment = shipment;
        command.order_id = order;
        command.approved_by = "billing-lead";
        send(billing::Command{command});
    }
}

/// Calls a carrier until it takes what everybody had declined.
void Office::find_carrier(const engine::State& state, OrderId order) {
    std::set<ReleaseId> releases;
    state.ledger.order(order).each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& one) {
        if (one.pipeline == Pipeline::packed) releases.insert(one.release);
    });
    for (const auto release : releases) {
        const auto found = state.shipping.by_release.find(release);
        if (found == state.shipping.by_release.end()) continue;
        const auto& shipment = state.shipping.shipments.at(found->second);
        if (shipment.status != shipping::ShipmentStatus::planned) continue;
        if (!decide_once("book", found->second.value, 0)) continue;
        auto& carrier = *carriers_[random_.below(2)];
        carrier.book({found->second, release, state.master.site(shipment.site).code, 2});
    }
}

/// Everything gets a name beside it, somebody acts, and what is settled is resolved.
void Office::look_at_cases(const engine::State& state) {
    for (const auto id : state.cases.open) {
        const auto& one = state.cases.cases.at(id);
        if (one.person.empty()) {
            if (!decide_once("case", id.value, one.reopened)) continue;
            cases::AssignCase command;
            command.case_id = id;
            command.person = fmt::format("{}-{}", truefill::name_of(one.owner), 1 + id.value % 3);
            send(cases::Command{command});
            continue;
        }
        act(state, one);
        if (now() < one.last_at + hours(20)) continue;
        const auto resolution = settled(state, one);
        if (resolution.empty() || !decide_once("resolve", id.value, one.reopened)) continue;
        cases::ResolveCase command;
        command.case_id = id;
        command.resolution = resolution;
        send(cases::Command{command});
    }
}

} // namespace truefill::sim
