#include "sim/render.h"

#include "base/assert.h"

#include <algorithm>

namespace truefill::sim {
namespace {

std::string lot_code(const engine::State& state, LotId lot) {
    return lot ? state.master.lot(lot).code : std::string{};
}

Work render_release(const engine::State& state, ReleaseId id) {
    const auto& release = state.warehouse.releases.at(id);
    const auto& order = state.ledger.order(release.order);
    ReleaseWork work{id, order.number, {}};
    for (const auto& line : release.lines)
        work.lines.push_back({line.line, state.master.item(order.line(line.line)->item).code,
                              lot_code(state, line.lot), line.quantity});
    return work;
}

Work render_recall(const engine::State& state, ReleaseId id) {
    RecallWork work{id, {}};
    for (const auto& recall : state.warehouse.releases.at(id).recalls) {
        const auto known = std::ranges::find(work.lines, recall.line, &WorkLine::line);
        if (known != work.lines.end()) known->quantity += recall.quantity;
        else work.lines.push_back({recall.line, {}, {}, recall.quantity});
    }
    return work;
}

Work render_count(const engine::State& state, CountId id) {
    const auto& count = state.inventory.counts.at(id);
    return CountWork{id, state.master.item(count.item).code, lot_code(state, count.lot), !count.lot};
}

Work render_invoice(const engine::State& state, InvoiceId id) {
    const auto& invoice = state.billing.invoices.at(id);
    const auto& customer = state.master.customer(invoice.customer);
    return InvoiceWork{id, customer.code, {invoice.net, invoice.currency}, customer.payment_days};
}

Work render_credit(const engine::State& state, CreditId id) {
    const auto& credit = state.billing.credits.at(id);
    return CreditWork{id, credit.invoice, {credit.net, credit.currency}, credit.tax};
}

Work render_tender(const engine::State& state, ShipmentId id) {
    const auto& shipment = state.shipping.shipments.at(id);
    const auto transit = shipment.carrier ? state.master.carrier(shipment.carrier).transit_days : 2;
    return TenderWork{id, shipment.release, state.master.site(shipment.site).code, transit};
}

} // namespace

Work render(const engine::State& state, const engine::Job& job) {
    switch (job.kind) {
    case engine::JobKind::send_release: return render_release(state, ReleaseId{job.subject});
    case engine::JobKind::send_recall: return render_recall(state, ReleaseId{job.subject});
    case engine::JobKind::request_count: return render_count(state, CountId{job.subject});
    case engine::JobKind::post_invoice: return render_invoice(state, InvoiceId{job.subject});
    case engine::JobKind::post_credit: return render_credit(state, CreditId{job.subject});
    case engine::JobKind::tender: return render_tender(state, ShipmentId{job.subject});
    default: return NoticeWork{std::string{truefill::name_of(job.kind)}};
    }
}

} // namespace truefill::sim
