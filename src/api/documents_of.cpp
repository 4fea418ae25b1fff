#include "api/documents_of.h"

#include <algorithm>

namespace truefill::api {
namespace {

template <class Id> void settle(std::vector<Id>& ids) {
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    if (!ids.empty() && !ids.front()) ids.erase(ids.begin());
}

void find_moves(const engine::State& state, const ledger::Order& order, Documents& found) {
    order.each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        found.releases.push_back(parcel.release);
        found.shipments.push_back(parcel.shipment);
    });
    for (const auto id : found.invoices) found.shipments.push_back(state.billing.invoices.at(id).shipment);
    settle(found.releases);
    for (const auto id : found.releases)
        if (const auto at = state.shipping.by_release.find(id); at != state.shipping.by_release.end())
            found.shipments.push_back(at->second);
    settle(found.shipments);
    std::erase_if(found.shipments, [&](ShipmentId id) { return !state.shipping.shipments.find(id); });
    for (const auto id : found.shipments) found.releases.push_back(state.shipping.shipments.at(id).release);
    settle(found.releases);
    std::erase_if(found.releases, [&](ReleaseId id) { return !state.warehouse.releases.find(id); });
}

void find_jobs(const engine::State& state, Documents& found) {
    using engine::JobKind;
    const auto add = [&](JobKind kind, std::uint32_t subject) {
        if (const auto id = state.flow.jobs.find_open(kind, subject)) found.jobs.push_back(id);
    };
    for (const auto id : found.releases)
        for (const auto kind : {JobKind::send_release, JobKind::send_recall}) add(kind, id.value);
    for (const auto id : found.shipments)
        for (const auto kind : {JobKind::tender, JobKind::send_asn}) add(kind, id.value);
    for (const auto id : found.invoices) add(JobKind::post_invoice, id.value);
    for (const auto id : found.credits) add(JobKind::post_credit, id.value);
    settle(found.jobs);
}

} // namespace

Documents documents_of(const engine::State& state, const ledger::Order& order) {
    Documents found;
    billing::each_invoice(state.billing, order.id, [&](InvoiceId id, const billing::Invoice& invoice) {
        found.invoices.push_back(id);
        billing::each_credit(state.billing, invoice, [&](CreditId credit, const billing::Credit&) {
            found.credits.push_back(credit);
        });
    });
    returns::each_return(state.returns, order.id,
                         [&](ReturnId id, const returns::Return&) { found.returns.push_back(id); });
    cases::each_case(state.cases, order.id,
                     [&](CaseId id, const cases::Case&) { found.cases.push_back(id); });
    settle(found.invoices);
    settle(found.credits);
    settle(found.returns);
    settle(found.cases);
    find_moves(state, order, found);
    find_jobs(state, found);
    return found;
}

} // namespace truefill::api
