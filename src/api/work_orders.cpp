#include "api/work_orders.h"

#include "api/rows.h"

#include <utility>

namespace truefill::api {
namespace {

using engine::State;

/// A line of an order that may have left memory.
WorkLine line_of(const State& state, const ledger::Order* order, LineNumber number) {
    WorkLine line;
    line.line = number;
    const auto* account = order ? order->line(number) : nullptr;
    if (!account) return line;
    const auto& item = state.master.item(account->item);
    line.item = item.code;
    line.description = item.description;
    line.unit_price = account->unit_price;
    return line;
}

ShipTo ship_to(const State& state, OrderId id) {
    ShipTo to;
    const auto* order = state.ledger.find(id);
    if (order && order->customer) {
        const auto& customer = state.master.customer(order->customer);
        to = {customer.code, customer.name, customer.address, customer.country};
    } else if (order && order->target) {
        to.name = state.master.site(order->target).name;
    }
    if (const auto* document = state.orders.documents.find(id); document && !document->address.empty())
        to.address = document->address;
    return to;
}

std::optional<ReleaseWork> release_work(const State& state, ReleaseId id) {
    const auto* release = state.warehouse.releases.find(id);
    if (!release) return std::nullopt;
    const auto* order = state.ledger.find(release->order);
    ReleaseWork work{id,
                     number_of(state, release->order),
                     site_code(state, release->site),
                     ship_to(state, release->order),
                     {}};
    for (const auto& sent : release->lines) {
        auto line = line_of(state, order, sent.line);
        if (sent.lot) line.lot = state.master.lot(sent.lot).code;
        line.quantity = sent.quantity;
        work.lines.push_back(std::move(line));
    }
    return work;
}

std::optional<ReleaseWork> recall_work(const State& state, ReleaseId id) {
    auto work = release_work(state, id);
    if (!work) return work;
    work->lines.clear();
    const auto& release = state.warehouse.releases.at(id);
    for (const auto& recall : release.recalls) {
        auto line = line_of(state, state.ledger.find(release.order), recall.line);
        line.quantity = recall.quantity;
        work->lines.push_back(std::move(line));
    }
    return work;
}

std::optional<CountWork> count_work(const State& state, CountId id) {
    const auto* count = state.inventory.counts.find(id);
    if (!count) return std::nullopt;
    return CountWork{id, site_code(state, count->site), state.master.item(count->item).code,
                     count->lot ? state.master.lot(count->lot).code : ""};
}

std::optional<ShipmentWork> shipment_work(const State& state, ShipmentId id) {
    const auto* shipment = state.shipping.shipments.find(id);
    if (!shipment) return std::nullopt;
    ShipmentWork work;
    work.shipment = id;
    work.release = shipment->release;
    work.order = number_of(state, shipment->order);
    work.site = site_code(state, shipment->site);
    if (shipment->carrier) work.carrier = state.master.carrier(shipment->carrier).code;
    work.tracking = shipment->tracking;
    work.ship_to = ship_to(state, shipment->order);
    work.weight_grams = shipment->weight_grams;
    for (const auto unit : shipment->handling_units) {
        const auto* known = state.warehouse.handling_units.find(unit);
        auto sscc = known ? warehouse::sscc_text(known->sscc) : std::string{};
        work.handling_units.push_back(sscc.empty() ? coded("HU-", unit) : std::move(sscc));
    }
    if (const auto* order = state.ledger.find(shipment->order))
        order->each_parcel([&](const ledger::Line& at, std::uint32_t, const ledger::Parcel& parcel) {
            const bool on_it =
                parcel.shipment == id || (!parcel.shipment && parcel.release == shipment->release &&
                                          parcel.pipeline == ledger::Pipeline::packed);
            if (!on_it) return;
            auto line = line_of(state, order, at.number);
            if (parcel.lot) line.lot = state.master.lot(parcel.lot).code;
            line.quantity = parcel.quantity;
            work.lines.push_back(std::move(line));
        });
    return work;
}

std::optional<InvoiceWork> invoice_work(const State& state, InvoiceId id) {
    const auto* invoice = state.billing.invoices.find(id);
    if (!invoice) return std::nullopt;
    const auto& customer = state.master.customer(invoice->customer);
    const auto* document = state.orders.documents.find(invoice->order);
    InvoiceWork work{id,
                     number_of(state, invoice->order),
                     document ? document->purchase_order : "",
                     customer.code,
                     {invoice->net, invoice->currency},
                     customer.payment_days,
                     {}};
    for (const auto& billed : invoice->lines) {
        auto line = line_of(state, state.ledger.find(invoice->order), billed.line);
        line.quantity = billed.quantity;
        line.unit_price = billed.unit_price;
        work.lines.push_back(std::move(line));
    }
    return work;
}

std::optional<CreditWork> credit_work(const State& state, CreditId id) {
    const auto* credit = state.billing.credits.find(id);
    if (!credit) return std::nullopt;
    CreditWork work;
    work.credit = id;
    work.invoice = credit->invoice;
    if (const auto* invoice = state.billing.invoices.find(credit->invoice)) {
        work.invoice_number = invoice->number;
        work.customer = state.master.customer(invoice->customer).code;
    }
    work.order = number_of(state, credit->order);
    work.reason = credit->reason;
    work.net = {credit->net, credit->currency};
    work.tax = {credit->tax, credit->currency};
    for (const auto& one : credit->lines) {
        auto line = line_of(state, state.ledger.find(credit->order), one.line);
        line.quantity = one.quantity;
        line.unit_price = one.unit_price;
        work.lines.push_back(std::move(line));
    }
    return work;
}

} // namespace

WorkOrder work_order_of(const State& state, const engine::Job& job) {
    using engine::JobKind;
    WorkOrder order;
    switch (job.kind) {
    case JobKind::send_release: order.release = release_work(state, ReleaseId{job.subject}); break;
    case JobKind::send_recall: order.recall = recall_work(state, ReleaseId{job.subject}); break;
    case JobKind::request_count: order.count = count_work(state, CountId{job.subject}); break;
    case JobKind::tender:
    case JobKind::send_asn: order.shipment = shipment_work(state, ShipmentId{job.subject}); break;
    case JobKind::post_invoice: order.invoice = invoice_work(state, InvoiceId{job.subject}); break;
    case JobKind::post_credit: order.credit = credit_work(state, CreditId{job.subject}); break;
    default: break;
    }
    return order;
}

} // namespace truefill::api
