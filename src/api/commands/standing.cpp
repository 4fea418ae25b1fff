#include "api/commands/standing.h"

#include "base/archive.h"

#include <set>

namespace truefill::api {
namespace {

bool is_on(const ledger::Hold& hold, OrderId id) {
    using ledger::HoldScope;
    return (hold.scope == HoldScope::order || hold.scope == HoldScope::line) && hold.key == id.value;
}

/// A document that parcels name, once.
template <class Id, class Table> void save_named(archive::Output& output, const std::set<Id>& ids,
                                                 const Table& table) {
    for (const auto id : ids)
        if (const auto* document = table.find(id)) archive::save(output, *document);
}

void save_documents(archive::Output& output, const engine::State& state, const ledger::Order& order) {
    std::set<ReleaseId> releases;
    std::set<ShipmentId> shipments;
    std::set<InvoiceId> invoices;
    order.each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.release) releases.insert(parcel.release);
        if (parcel.shipment) shipments.insert(parcel.shipment);
        if (parcel.invoice) invoices.insert(parcel.invoice);
    });
    save_named(output, releases, state.warehouse.releases);
    save_named(output, shipments, state.shipping.shipments);
    save_named(output, invoices, state.billing.invoices);
}

} // namespace

Digest standing_of(const engine::State& state, OrderId id) {
    archive::HashOutput output;
    if (!id) return output.finish();
    if (const auto* order = state.ledger.find(id)) {
        archive::save(output, *order);
        save_documents(output, state, *order);
    }
    if (const auto* document = state.orders.documents.find(id)) archive::save(output, *document);
    for (const auto& hold : state.ledger.holds())
        if (is_on(hold, id)) archive::save(output, hold);
    cases::each_case(state.cases, id, [&](CaseId, const cases::Case& one) { archive::save(output, one); });
    returns::each_return(state.returns, id,
                         [&](ReturnId, const returns::Return& one) { archive::save(output, one); });
    return output.finish();
}

Digest standing_of(const engine::State& state, CaseId id) {
    archive::HashOutput output;
    if (const auto* one = state.cases.cases.find(id)) archive::save(output, *one);
    return output.finish();
}

} // namespace truefill::api
