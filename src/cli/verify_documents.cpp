#include "cli/verify.h"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace truefill::cli {
namespace {

using ledger::Billing;
using ledger::Pipeline;

/// Units of an invoice by line: as billed less what was reversed, and as the parcels say.
struct InvoicedUnits {
    Quantity billed{};
    Quantity standing{};
};

void add_invoices(std::map<std::pair<InvoiceId, LineNumber>, InvoicedUnits>& units,
                  const engine::State& state, OrderId order) {
    billing::each_invoice(state.billing, order, [&](InvoiceId id, const billing::Invoice& invoice) {
        if (!invoice.is_posted()) return;
        for (const auto& line : invoice.lines) units[{id, line.line}].billed += line.quantity;
        billing::each_credit(state.billing, invoice, [&](CreditId, const billing::Credit& credit) {
            const bool posted =
                credit.kind == billing::CreditKind::reversal && !credit.is_pending() && credit.counts();
            if (!posted) return;
            for (const auto& line : credit.lines) units[{id, line.line}].billed -= line.quantity;
        });
    });
}

void audit_credits(std::vector<std::string>& wrong, const engine::State& state, InvoiceId id) {
    const auto& invoice = state.billing.invoices.at(id);
    for (const auto& line : invoice.lines) {
        const auto credited = billing::credited_of(state.billing, invoice, {line.line, 0, line.unit_price});
        if (credited.quantity <= line.quantity && credited.amount <= line.amount) continue;
        wrong.push_back(fmt::format("INV-{} line {} billed {} units, and its credit memos take back {} (I10)",
                                    id.value, line.line, line.quantity, credited.quantity));
    }
}

} // namespace

std::vector<std::string> audit_handling_units(const engine::State& state) {
    std::vector<std::string> wrong;
    std::map<HandlingUnitId, ShipmentId> left;
    state.shipping.shipments.each([&](ShipmentId id, const shipping::Shipment& shipment) {
        if (!shipment.is_issued()) return;
        for (const auto unit : shipment.handling_units) {
            const auto [first, fresh] = left.emplace(unit, id);
            if (!fresh)
                wrong.push_back(fmt::format("handling unit {} left on SH-{} and on SH-{} (I9)", unit.value,
                                            first->second.value, id.value));
        }
    });
    return wrong;
}

std::vector<std::string> audit_invoices(const engine::State& state) {
    std::vector<std::string> wrong;
    state.ledger.orders().each([&](OrderId id, const ledger::Order& order) {
        std::map<std::pair<InvoiceId, LineNumber>, InvoicedUnits> units;
        add_invoices(units, state, id);
        order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
            if (parcel.billing != Billing::invoiced) return;
            units[{parcel.invoice, line.number}].standing += parcel.quantity;
        });
        for (const auto& [key, sum] : units) {
            if (sum.standing > sum.billed)
                wrong.push_back(fmt::format("order {} line {}: {} units stand as invoiced on INV-{}, which "
                                            "bills {} (I10)",
                                            order.number, key.second, sum.standing, key.first.value,
                                            sum.billed));
        }
        billing::each_invoice(state.billing, id, [&](InvoiceId invoice, const billing::Invoice&) {
            audit_credits(wrong, state, invoice);
        });
    });
    return wrong;
}

std::vector<std::string> audit_returns(const engine::State& state) {
    std::vector<std::string> wrong;
    std::map<std::pair<OrderId, LineNumber>, Quantity> open;
    state.returns.returns.each([&](ReturnId, const returns::Return& rma) {
        if (rma.order && rma.open > 0) open[{rma.order, rma.line}] += rma.open;
    });
    for (const auto& [key, units] : open) {
        const auto* order = state.ledger.find(key.first);
        const auto* line = order ? order->line(key.second) : nullptr;
        if (!line) continue; // archived: at rest, so nothing of it may come back
        const auto there =
            order->quantity(*line, Pipeline::shipped) + order->quantity(*line, Pipeline::delivered);
        if (units > there)
            wrong.push_back(
                fmt::format("order {} line {}: {} units may come back, and only {} have gone (I11)",
                            order->number, key.second, units, there));
    }
    return wrong;
}

} // namespace truefill::cli
