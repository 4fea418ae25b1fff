#include "engine/audit.h"

#include "base/gs1.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::engine {
namespace {

std::string text(Amount amount) {
    std::string out;
    append_amount(out, amount);
    return out;
}

bool is_boxed(ledger::Pipeline bucket) {
    return bucket == ledger::Pipeline::packed || bucket == ledger::Pipeline::shipped;
}

void audit_boxes(const State& state, const ledger::Order& order, std::vector<std::string>& wrong) {
    order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
        const auto* unit = state.warehouse.handling_units.find(parcel.handling_unit);
        if (!is_boxed(parcel.pipeline) || !unit || unit->order == order.id) return;
        wrong.push_back(
            fmt::format("order {} line {}: {} units are in HU-{}, which is of another order (I12)",
                        order.number, line.number, parcel.quantity, parcel.handling_unit.value));
    });
}

void audit_lots_of(const State& state, const ledger::Order& order, std::vector<std::string>& wrong) {
    order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
        if (!parcel.lot || state.master.lot(parcel.lot).item == line.item) return;
        wrong.push_back(
            fmt::format("order {} line {}: {} units are of lot {}, which is of another item (I13)",
                        order.number, line.number, parcel.quantity, state.master.lot(parcel.lot).code));
    });
}

} // namespace

std::vector<std::string> audit_labels(const State& state) {
    std::vector<std::string> wrong;
    boost::unordered_flat_map<std::uint64_t, HandlingUnitId> labels;
    state.warehouse.handling_units.each([&](HandlingUnitId id, const warehouse::HandlingUnit& unit) {
        if (unit.sscc == 0) return;
        const auto label = fmt::format("{:018}", unit.sscc);
        if (!has_gs1_check_digit(label))
            wrong.push_back(
                fmt::format("HU-{} has label {}, whose check digit is wrong (I12)", id.value, label));
        const auto [first, fresh] = labels.try_emplace(unit.sscc, id);
        if (!fresh)
            wrong.push_back(
                fmt::format("label {} is on HU-{} and on HU-{} (I12)", label, first->second.value, id.value));
    });
    state.ledger.orders().each(
        [&](OrderId, const ledger::Order& order) { audit_boxes(state, order, wrong); });
    return wrong;
}

std::vector<std::string> audit_notice(const State& before, const shipping::GoodsIssued& event) {
    std::vector<std::string> wrong;
    const auto* order = before.ledger.find(event.order);
    if (!order) return wrong;
    const auto name = fmt::format("SH-{} of {}", event.shipment.value, order->number);
    auto announced = event.lines;
    std::erase_if(announced, [](const shipping::IssuedLine& line) { return line.quantity == 0; });
    for (const auto& posting : event.entry.units) {
        if (posting.trigger != ledger::Trigger::issue) continue;
        const auto line = std::ranges::find(announced, posting.line,
                                            [](const shipping::IssuedLine& one) { return one.line; });
        if (line == announced.end())
            wrong.push_back(fmt::format("{}: line {} leaves and is not announced (I12)", name, posting.line));
        else line->quantity -= posting.quantity;
        if (posting.parcel >= order->parcels.size()) continue; // the ledger says so
        const auto unit = order->parcels[posting.parcel].handling_unit;
        if (std::ranges::find(event.handling_units, unit) == event.handling_units.end())
            wrong.push_back(fmt::format("{}: HU-{} leaves and is not announced (I12)", name, unit.value));
    }
    for (const auto& line : announced)
        if (line.quantity != 0)
            wrong.push_back(fmt::format("{}: line {} is announced with {} units more than leave (I12)", name,
                                        line.line, line.quantity));
    return wrong;
}

std::vector<std::string> audit_lots(const State& state) {
    std::vector<std::string> wrong;
    state.ledger.orders().each(
        [&](OrderId, const ledger::Order& order) { audit_lots_of(state, order, wrong); });
    for (const auto& row : state.ledger.stock()) {
        if (!row.lot || state.master.lot(row.lot).item == row.item) continue;
        wrong.push_back(fmt::format("{} has stock of lot {} under item {}, which is not the lot's (I13)",
                                    state.master.site(row.site).code, state.master.lot(row.lot).code,
                                    state.master.item(row.item).code));
    }
    return wrong;
}

std::vector<std::string> audit_statuses(const State& state) {
    std::vector<std::string> wrong;
    state.shipping.shipments.each([&](ShipmentId id, const shipping::Shipment& shipment) {
        const auto* order = state.ledger.find(shipment.order);
        if (!order) return;
        if (auto why = shipping::misfit(*order, id, shipment)) wrong.push_back(*why + " (I15)");
    });
    state.billing.invoices.each([&](InvoiceId id, const billing::Invoice& invoice) {
        const bool paid = invoice.status == billing::InvoiceStatus::paid;
        if (invoice.is_posted() && paid != (invoice.open() == Amount{}))
            wrong.push_back(fmt::format("INV-{} is {}, and {} {} of it are open (I15)", id.value,
                                        truefill::name_of(invoice.status), text(invoice.open()),
                                        invoice.currency.text()));
    });
    return wrong;
}

} // namespace truefill::engine
