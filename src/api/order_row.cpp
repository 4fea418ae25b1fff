#include "api/order_row.h"

#include "api/rows.h"
#include "api/sums.h"

#include <algorithm>

namespace truefill::api {
namespace {

bool is_gone(ledger::Pipeline bucket) {
    return bucket == ledger::Pipeline::cancelled || bucket == ledger::Pipeline::substituted;
}

void read_parcels(OrderRow& row, const engine::State& state, const ledger::Order& order) {
    Amount value{};
    std::vector<SiteId> sites;
    order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.site && std::ranges::find(sites, parcel.site) == sites.end()) sites.push_back(parcel.site);
        if (parcel.pipeline == ledger::Pipeline::promised)
            if (const auto* supply = state.inventory.supplies.find(parcel.supply))
                row.promised = std::max(row.promised, supply->due);
        if (is_gone(parcel.pipeline)) return;
        const bool fixed = parcel.pipeline >= ledger::Pipeline::shipped;
        row.units += parcel.quantity;
        value =
            limited_sum(value, limited_product(fixed ? parcel.unit_price : line.unit_price, parcel.quantity));
    });
    for (const auto& charge : order.charges) value = limited_sum(value, charge.amount);
    row.value = rounded_to_coin({value, order.currency});
    std::ranges::sort(sites);
    for (const auto site : sites) row.sites.push_back(site_code(state, site));
}

void read_waves(OrderRow& row, const engine::State& state, const ledger::Order& order) {
    if (state.warehouse.queues.empty()) return;
    warehouse::Queued place{order.priority, {}, order.id};
    for (const auto& line : order.lines)
        if (line.requested && (!place.requested || line.requested < place.requested))
            place.requested = line.requested;
    for (const auto& [site, queue] : state.warehouse.queues)
        if (queue.orders.contains(place)) row.waves.push_back(site_code(state, site));
}

void read_billing(OrderRow& row, const ledger::Order& order) {
    Amount open{};
    for (const auto& line : order.lines)
        open = limited_sum(open, {line.issued.amount.micros - line.billed.amount.micros});
    for (const auto& charge : order.charges)
        open = limited_sum(open, {charge.issued.amount.micros - charge.billed.amount.micros});
    if (open.micros > 0) row.unbilled = {open, order.currency};
}

} // namespace

OrderRow row_of(const engine::State& state, const ledger::Order& order) {
    OrderRow row;
    row.number = order.number;
    row.transfer = order.kind == ledger::LineKind::transfer;
    if (order.customer) {
        const auto& customer = state.master.customer(order.customer);
        row.customer = {customer.code, customer.name};
    } else if (order.target) {
        const auto& site = state.master.site(order.target);
        row.customer = {site.code, site.name};
    }
    row.status = orders::status(state.ledger, order);
    row.lines = static_cast<std::uint32_t>(order.lines.size());
    read_parcels(row, state, order);
    const bool closed = row.status == orders::Status::completed || row.status == orders::Status::cancelled;
    if (!closed) // nothing is left that a hold could stop
        for (const auto* hold : holds_of(state, order)) row.holds.push_back(hold->reason);
    if (const auto* document = state.orders.documents.find(order.id)) {
        row.ordered_at = document->ordered_at;
        row.requested = document->requested;
    }
    if (!closed) read_waves(row, state, order);
    read_billing(row, order);
    cases::each_case(state.cases, order.id, [&](CaseId, const cases::Case& one) {
        ++row.cases;
        if (!one.is_open()) return;
        ++row.open_cases;
        row.overdue_cases = row.overdue_cases || one.overdue;
    });
    return row;
}

} // namespace truefill::api
