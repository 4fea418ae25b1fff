#include "ledger/transitions.h"

#include <algorithm>
#include <array>

namespace truefill::ledger {
namespace {

using T = Trigger;
using P = Pipeline;
using F = Billing;
using S = Stock;

constexpr auto rows = std::to_array<UnitRow>({
    {T::accept, P::none, P::open, F::none, F::not_due, S::none, S::none},
    {T::promise, P::open, P::promised, F::not_due, F::not_due, S::inbound, S::inbound_alloc},
    {T::promise, P::backordered, P::promised, F::not_due, F::not_due, S::inbound, S::inbound_alloc},
    {T::reserve, P::open, P::reserved, F::not_due, F::not_due, S::available, S::allocated},
    {T::reserve, P::backordered, P::reserved, F::not_due, F::not_due, S::available, S::allocated},
    {T::backorder, P::open, P::backordered, F::not_due, F::not_due, S::none, S::none},
    {T::receive_promised, P::promised, P::reserved, F::not_due, F::not_due, S::inbound_alloc, S::allocated},
    {T::unpromise, P::promised, P::open, F::not_due, F::not_due, S::inbound_alloc, S::inbound},
    {T::unpromise, P::promised, P::backordered, F::not_due, F::not_due, S::inbound_alloc, S::inbound},
    {T::cut_supply, P::promised, P::open, F::not_due, F::not_due, S::inbound_alloc, S::supplier},
    {T::cut_supply, P::promised, P::backordered, F::not_due, F::not_due, S::inbound_alloc, S::supplier},
    {T::unreserve, P::reserved, P::open, F::not_due, F::not_due, S::allocated, S::available},
    {T::unreserve, P::reserved, P::backordered, F::not_due, F::not_due, S::allocated, S::available},
    {T::unreserve_counted, P::reserved, P::open, F::not_due, F::not_due, S::allocated, S::adjustment},
    {T::unreserve_counted, P::reserved, P::backordered, F::not_due, F::not_due, S::allocated, S::adjustment},
    {T::unreserve_held, P::reserved, P::open, F::not_due, F::not_due, S::allocated, S::held},
    {T::unreserve_held, P::reserved, P::backordered, F::not_due, F::not_due, S::allocated, S::held},
    {T::release, P::reserved, P::released, F::not_due, F::not_due, S::none, S::none},
    {T::recall, P::released, P::reserved, F::not_due, F::not_due, S::none, S::none},
    {T::short_pick, P::released, P::backordered, F::not_due, F::not_due, S::allocated, S::held},
    {T::reject, P::released, P::open, F::not_due, F::not_due, S::allocated, S::available},
    {T::reject_held, P::released, P::open, F::not_due, F::not_due, S::allocated, S::held},
    {T::pick, P::released, P::picked, F::not_due, F::not_due, S::allocated, S::staged},
    {T::put_back, P::picked, P::released, F::not_due, F::not_due, S::staged, S::allocated},
    {T::swap_lot, P::released, P::released, F::not_due, F::not_due, S::allocated, S::allocated},
    {T::pack, P::picked, P::packed, F::not_due, F::not_due, S::none, S::none},
    {T::unpack, P::packed, P::picked, F::not_due, F::not_due, S::none, S::none},
    {T::damage, P::picked, P::backordered, F::not_due, F::not_due, S::staged, S::held},
    {T::damage, P::packed, P::backordered, F::not_due, F::not_due, S::staged, S::held},
    {T::lose_before_issue, P::picked, P::backordered, F::not_due, F::not_due, S::staged, S::adjustment},
    {T::lose_before_issue, P::packed, P::backordered, F::not_due, F::not_due, S::staged, S::adjustment},
    {T::issue, P::packed, P::shipped, F::not_due, F::billable, S::staged, S::customer},
    {T::reverse_issue, P::shipped, P::packed, F::billable, F::not_due, S::customer, S::staged},
    {T::deliver, P::shipped, P::delivered, F::billable, F::billable, S::none, S::none},
    {T::deliver, P::shipped, P::delivered, F::invoiced, F::invoiced, S::none, S::none},
    {T::retract_delivery, P::delivered, P::shipped, F::billable, F::billable, S::none, S::none},
    {T::retract_delivery, P::delivered, P::shipped, F::invoiced, F::invoiced, S::none, S::none},
    {T::lose, P::shipped, P::lost, F::billable, F::waived, S::none, S::none},
    {T::lose, P::shipped, P::lost, F::invoiced, F::credit_due, S::none, S::none},
    {T::find, P::lost, P::delivered, F::waived, F::billable, S::none, S::none},
    {T::find, P::lost, P::delivered, F::credit_due, F::invoiced, S::none, S::none},
    {T::find, P::lost, P::delivered, F::credited, F::billable, S::none, S::none},
    {T::carrier_return, P::lost, P::returned, F::waived, F::waived, S::customer, S::return_quarantine},
    {T::carrier_return, P::lost, P::returned, F::credit_due, F::credit_due, S::customer,
     S::return_quarantine},
    {T::carrier_return, P::lost, P::returned, F::credited, F::credited, S::customer, S::return_quarantine},
    {T::receive_return, P::shipped, P::returned, F::billable, F::waived, S::customer, S::return_quarantine},
    {T::receive_return, P::shipped, P::returned, F::invoiced, F::credit_due, S::customer,
     S::return_quarantine},
    {T::receive_return, P::delivered, P::returned, F::billable, F::waived, S::customer, S::return_quarantine},
    {T::receive_return, P::delivered, P::returned, F::invoiced, F::credit_due, S::customer,
     S::return_quarantine},
    {T::match_return, P::shipped, P::returned, F::billable, F::waived, S::customer, S::suspense},
    {T::match_return, P::shipped, P::returned, F::invoiced, F::credit_due, S::customer, S::suspense},
    {T::match_return, P::delivered, P::returned, F::billable, F::waived, S::customer, S::suspense},
    {T::match_return, P::delivered, P::returned, F::invoiced, F::credit_due, S::customer, S::suspense},
    {T::deny_return, P::returned, P::delivered, F::credit_due, F::invoiced, S::return_quarantine,
     S::customer},
    {T::deny_return, P::returned, P::delivered, F::credited, F::billable, S::return_quarantine, S::customer},
    {T::deny_return, P::returned, P::delivered, F::waived, F::billable, S::return_quarantine, S::customer},
    {T::cancel, P::open, P::cancelled, F::not_due, F::voided, S::none, S::none},
    {T::cancel, P::backordered, P::cancelled, F::not_due, F::voided, S::none, S::none},
    {T::cancel, P::promised, P::cancelled, F::not_due, F::voided, S::inbound_alloc, S::inbound},
    {T::cancel, P::reserved, P::cancelled, F::not_due, F::voided, S::allocated, S::available},
    {T::substitute, P::open, P::substituted, F::not_due, F::voided, S::none, S::none},
    {T::substitute, P::backordered, P::substituted, F::not_due, F::voided, S::none, S::none},
    {T::unsubstitute, P::substituted, P::open, F::voided, F::not_due, S::none, S::none},
    {T::invoice, P::shipped, P::shipped, F::billable, F::invoiced, S::none, S::none},
    {T::invoice, P::delivered, P::delivered, F::billable, F::invoiced, S::none, S::none},
    {T::credit, P::lost, P::lost, F::credit_due, F::credited, S::none, S::none},
    {T::credit, P::returned, P::returned, F::credit_due, F::credited, S::none, S::none},
    {T::reverse_invoice, P::shipped, P::shipped, F::invoiced, F::billable, S::none, S::none},
    {T::reverse_invoice, P::delivered, P::delivered, F::invoiced, F::billable, S::none, S::none},
});

constexpr auto stock_only = std::to_array<StockRow>({
    {"supply announced", S::supplier, S::inbound},
    {"supply cut", S::inbound, S::supplier},
    {"supply received", S::inbound, S::available},
    {"supply received, on hold", S::inbound, S::held},
    {"received beyond what was announced", S::supplier, S::available},
    {"put on hold", S::available, S::held},
    {"hold lifted", S::held, S::available},
    {"count or pick found more", S::adjustment, S::available},
    {"count found less", S::available, S::adjustment},
    {"count of held stock found less", S::held, S::adjustment},
    {"count of held stock found more", S::adjustment, S::held},
    {"transit loss written off", S::inbound, S::adjustment},
    {"lots exchanged for a pick", S::available, S::available},
    {"return restocked", S::return_quarantine, S::available},
    {"return kept on hold", S::return_quarantine, S::held},
    {"return scrapped", S::return_quarantine, S::scrap},
    {"held stock scrapped", S::held, S::scrap},
    {"issue without explanation", S::available, S::suspense},
    {"issue of held stock without explanation", S::held, S::suspense},
    {"blind receipt", S::suspense, S::return_quarantine},
    {"explained: it was here", S::suspense, S::available},
    {"explained: written off", S::suspense, S::adjustment},
    {"opening", S::opening, S::inbound},
    {"opening", S::opening, S::available},
    {"opening", S::opening, S::held},
    {"opening", S::opening, S::return_quarantine},
    {"relabel or assembly takes", S::available, S::conversion},
    {"relabel or assembly makes", S::conversion, S::available},
});

constexpr std::size_t slot(Trigger trigger, Pipeline from, Billing billing, Pipeline to) {
    std::size_t index = static_cast<std::size_t>(trigger);
    index = index * pipeline_count + static_cast<std::size_t>(from);
    index = index * billing_count + static_cast<std::size_t>(billing);
    return index * pipeline_count + static_cast<std::size_t>(to);
}

/// Row number + 1 for every (trigger, from, billing, to); 61,152 bytes, of which a running system touches a
/// few lines.
constexpr auto row_index = [] {
    std::array<std::uint8_t, slot(Trigger::reverse_invoice, P::substituted, F::voided, P::substituted) + 1>
        index{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        index[slot(rows[i].trigger, rows[i].from, rows[i].billing_from, rows[i].to)] =
            static_cast<std::uint8_t>(i + 1);
    return index;
}();

static_assert(rows.size() < 256, "a row number fits a byte");
static_assert(rows.size() ==
                  static_cast<std::size_t>(std::ranges::count_if(row_index,
                                                                 [](auto row) { return row != 0; })),
              "trigger, from, billing and to settle a row");

} // namespace

std::span<const UnitRow> unit_rows() { return rows; }
std::span<const StockRow> stock_rows() { return stock_only; }

// tidy: allow parameters, because the five are the key of a row
std::optional<UnitRow> find_unit(LineKind kind, Trigger trigger, Pipeline from, Billing billing,
                                 Pipeline to) {
    if (kind == LineKind::sale) {
        const auto found = row_index[slot(trigger, from, billing, to)];
        if (found == 0) return std::nullopt;
        return rows[found - 1u];
    }
    // A transfer's unit has no billing; up to the issue every row stands at not_due for a sale.
    if (billing != Billing::none) return std::nullopt;
    if (trigger == T::deliver && from == P::shipped && to == P::delivered)
        return UnitRow{trigger, from, to, F::none, F::none, S::inbound, S::available};
    if (trigger == T::lose && from == P::shipped && to == P::lost)
        return UnitRow{trigger, from, to, F::none, F::none, S::inbound, S::adjustment};
    const auto as_sale = from == P::none ? F::none : from == P::substituted ? F::voided : F::not_due;
    const auto found = row_index[slot(trigger, from, as_sale, to)];
    if (found == 0) return std::nullopt;
    auto row = rows[found - 1u];
    row.billing_from = row.billing_to = Billing::none;
    if (trigger == Trigger::issue) row.stock_to = Stock::inbound;
    return row;
}

bool find_stock(Stock from, Stock to) {
    for (const auto& row : stock_only)
        if (row.from == from && row.to == to) return true;
    return false;
}

} // namespace truefill::ledger
