#include "api/rows.h"

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

std::string carrier_code(const engine::State& state, CarrierId id) {
    return id && id.value <= state.master.carriers() ? state.master.carrier(id).code : std::string{};
}

bool touches(const ledger::Hold& hold, const ledger::Order& order) {
    using ledger::HoldScope;
    switch (hold.scope) {
    case HoldScope::order:
    case HoldScope::line: return hold.key == order.id.value;
    case HoldScope::customer: return order.customer && hold.key == order.customer.value;
    case HoldScope::item:
        return std::ranges::any_of(order.lines,
                                   [&](const auto& line) { return line.item.value == hold.key; });
    case HoldScope::lot:
        return std::ranges::any_of(order.parcels, [&](const auto& parcel) {
            return parcel.quantity > 0 && parcel.lot.value == hold.key;
        });
    case HoldScope::site:
        return std::ranges::any_of(order.parcels, [&](const auto& parcel) {
            return parcel.quantity > 0 && parcel.site.value == hold.key;
        });
    }
    return false;
}

} // namespace

std::string item_code(const engine::State& state, ItemId id) {
    return id && id.value <= state.master.items() ? state.master.item(id).code : std::string{};
}

bool is_overdue(const engine::State& state, const cases::Case& one) {
    return one.overdue || (one.is_open() && !one.paused_at && one.due_at && one.due_at <= state.flow.now);
}

std::string number_of(const engine::State& state, OrderId id) {
    if (!id) return {};
    const auto* order = state.ledger.find(id);
    return order ? order->number : "order " + std::to_string(id.value);
}

std::string site_code(const engine::State& state, SiteId id) {
    return id && id.value <= state.master.sites() ? state.master.site(id).code : std::string{};
}

ReleaseRow row_of(const engine::State& state, ReleaseId id, const warehouse::Release& release) {
    ReleaseRow row;
    row.id = id;
    row.code = coded("R-", id);
    row.order = number_of(state, release.order);
    row.site = site_code(state, release.site);
    row.stage = warehouse::stage_of(state.facts(), state.warehouse, id);
    row.sent_at = release.sent_at;
    row.acknowledged_at = release.acknowledged_at;
    row.due = release.due;
    row.overdue = row.stage < warehouse::Stage::shipped && release.due <= state.flow.now;
    for (const auto& recall : release.recalls) row.asked_back += recall.quantity;
    const auto* order = state.ledger.find(release.order);
    for (const auto& line : release.lines) {
        const auto* account = order ? order->line(line.line) : nullptr;
        row.lines.push_back({line.line, account ? item_code(state, account->item) : "", line.quantity});
    }
    return row;
}

ShipmentRow row_of(const engine::State& state, ShipmentId id, const shipping::Shipment& shipment) {
    ShipmentRow row;
    row.id = id;
    row.code = coded("SH-", id);
    row.order = number_of(state, shipment.order);
    row.release = coded("R-", shipment.release);
    row.site = site_code(state, shipment.site);
    row.carrier = carrier_code(state, shipment.carrier);
    row.status = shipment.status;
    row.tracking = shipment.tracking;
    row.weight_grams = shipment.weight_grams;
    row.issued_at = shipment.issued_at;
    row.delivered_at = shipment.delivered_at;
    row.due = shipment.due;
    row.overdue = !shipment.delivered_at && shipment.due && shipment.due <= state.flow.now &&
                  shipment.status != shipping::ShipmentStatus::lost;
    row.last_word = shipment.last_word;
    row.last_word_at = shipment.last_word_at;
    return row;
}

InvoiceRow row_of(const engine::State& state, InvoiceId id, const billing::Invoice& invoice) {
    const auto money = [&](Amount amount) { return Money{amount, invoice.currency}; };
    InvoiceRow row;
    row.id = id;
    row.code = coded("INV-", id);
    row.number = invoice.number;
    row.order = number_of(state, invoice.order);
    row.customer = invoice.customer ? state.master.customer(invoice.customer).code : "";
    row.shipment = coded("SH-", invoice.shipment);
    row.status = invoice.status;
    row.total = invoice.total();
    row.net = money(invoice.net);
    row.tax = money(invoice.tax);
    row.paid = money(invoice.paid);
    row.credited = money(invoice.credited);
    row.open = money(invoice.open());
    row.due = invoice.due;
    row.check_at = invoice.is_posted() ? Time{} : invoice.check_at;
    return row;
}

CreditRow row_of(const engine::State& state, CreditId id, const billing::Credit& credit) {
    return {id,
            coded("CM-", id),
            credit.number,
            number_of(state, credit.order),
            coded("INV-", credit.invoice),
            credit.kind,
            credit.status,
            {credit.net + credit.tax, credit.currency},
            credit.reason};
}

ReturnRow row_of(const engine::State& state, ReturnId id, const returns::Return& rma) {
    return {id,
            coded("RMA-", id),
            number_of(state, rma.order),
            item_code(state, rma.item),
            rma.line,
            rma.status,
            rma.authorized,
            rma.open,
            rma.received,
            rma.inspected,
            rma.expires_at,
            rma.inspect_by,
            rma.reason};
}

CaseRow row_of(const engine::State& state, CaseId id, const cases::Case& one) {
    CaseRow row;
    row.id = id;
    row.code = coded("CASE-", id);
    row.category = one.category;
    row.sentence = one.sentence;
    row.action = cases::category_of(one.category).action;
    row.status = one.status;
    row.severity = one.severity;
    row.owner = one.owner;
    row.assignee = one.person;
    row.opened_at = one.opened_at;
    row.last_at = one.last_at;
    row.due = one.due_at;
    row.overdue = is_overdue(state, one);
    row.times = one.times;
    row.value = one.value;
    row.order = number_of(state, one.order);
    row.item = item_code(state, one.item);
    row.site = site_code(state, one.site);
    row.destination = one.destination;
    row.incident = coded("INC-", one.incident);
    row.line = one.line;
    row.quantity = one.quantity;
    row.resolution = one.resolution;
    row.resolved_at = one.resolved_at;
    return row;
}

HoldRow row_of(const engine::State& state, const ledger::Hold& hold) {
    return {hold.id,     hold.scope,  hold.line,      site_code(state, hold.site),
            hold.reason, hold.blocks, hold.placed_at, hold.expires_at};
}

std::vector<const ledger::Hold*> holds_of(const engine::State& state, const ledger::Order& order) {
    std::vector<const ledger::Hold*> found;
    for (const auto& hold : state.ledger.holds())
        if (touches(hold, order)) found.push_back(&hold);
    return found;
}

} // namespace truefill::api
