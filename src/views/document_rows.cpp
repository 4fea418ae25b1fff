// Everything but orders and master data.
#include "base/enum_names.h"
#include "views/documents.h"

#include <algorithm>
#include <string>

namespace truefill::views {
namespace {

using engine::State;

/// 0 is "none" for lines.
void add_line(Rows& rows, LineNumber line) {
    if (line != 0) rows.integer(line);
    else rows.null();
}

std::string held_code(const State& state, const ledger::Hold& hold) {
    using enum ledger::HoldScope;
    switch (hold.scope) {
    case order:
    case line: {
        const auto* found = state.ledger.find(OrderId{hold.key});
        return found ? found->number : std::string{};
    }
    case customer: return std::string{customer_code(state, CustomerId{hold.key})};
    case item: return std::string{item_code(state, ItemId{hold.key})};
    case lot: return state.master.lot(LotId{hold.key}).code;
    case site: return std::string{site_code(state, SiteId{static_cast<std::uint16_t>(hold.key)})};
    }
    return {};
}

} // namespace

void add_shipment(Rows& rows, const State& state, ShipmentId id) {
    const auto* one = state.shipping.shipments.find(id);
    if (one == nullptr) return;
    rows.begin(TableId::shipments).id(id).id(one->order).code(site_code(state, one->site));
    rows.code(carrier_code(state, one->carrier)).text(name_of(one->status)).code(one->tracking);
    rows.integer(one->weight_grams).integer(one->attempts).time(one->issued_at);
    rows.time(one->is_issued() ? one->due : Time{}).time(one->delivered_at).code(one->last_word);
    rows.time(one->last_word_at).end();
}

void add_invoice(Rows& rows, const State& state, InvoiceId id) {
    const auto* one = state.billing.invoices.find(id);
    if (one == nullptr) return;
    const auto currency = one->currency;
    rows.invoices.push_back(id.value);
    rows.begin(TableId::invoices).id(id).code(one->number).id(one->order).id(one->shipment);
    rows.code(customer_code(state, one->customer)).code(currency.text()).text(name_of(one->status));
    rows.money(one->net, currency).money(one->tax, currency).money(one->credited, currency);
    rows.money(one->paid, currency).money(one->written_off, currency).money(one->open(), currency);
    rows.date(one->due).end();
    std::int64_t part = 0;
    for (const auto& line : one->lines) {
        rows.begin(TableId::invoice_lines).id(id).integer(++part).integer(line.line).null();
        rows.integer(line.quantity).price(line.unit_price).money(line.amount, currency).end();
    }
    for (const auto& charge : one->charges) {
        rows.begin(TableId::invoice_lines).id(id).integer(++part).null().integer(charge.charge);
        rows.null().null().money(charge.amount, currency).end();
    }
}

void add_payment(Rows& rows, const State& state, std::string_view reference) {
    const auto found = state.billing.payments.find(reference);
    if (found == state.billing.payments.end()) return;
    const auto& one = found->second;
    rows.begin(TableId::payments).text(reference).code(customer_code(state, one.customer));
    rows.id(one.invoice).code(one.currency.text()).money(one.amount, one.currency);
    rows.money(one.prepaid, one.currency).flag(one.reversed).end();
}

void add_credit(Rows& rows, const State& state, CreditId id) {
    const auto* one = state.billing.credits.find(id);
    if (one == nullptr) return;
    rows.begin(TableId::credits).id(id).code(one->number).id(one->invoice).id(one->order);
    rows.text(name_of(one->kind)).text(name_of(one->status)).code(one->currency.text());
    rows.money(one->net, one->currency).money(one->tax, one->currency).code(one->reason).end();
}

void add_return(Rows& rows, const State& state, ReturnId id) {
    const auto* one = state.returns.returns.find(id);
    if (one == nullptr) return;
    rows.begin(TableId::returns).id(id).id(one->order);
    add_line(rows, one->line);
    rows.code(item_code(state, one->item)).text(name_of(one->status)).integer(one->authorized);
    rows.integer(one->open).integer(one->received).integer(one->inspected).time(one->expires_at);
    rows.time(one->inspect_by).code(one->reason).end();
}

void add_case(Rows& rows, const State& state, CaseId id) {
    const auto* one = state.cases.cases.find(id);
    if (one == nullptr) return;
    rows.begin(TableId::cases).id(id).text(one->category).text(name_of(one->status)).flag(one->is_open());
    rows.integer(one->severity).text(name_of(one->owner)).id(one->order);
    add_line(rows, one->line);
    rows.code(item_code(state, one->item)).code(site_code(state, one->site)).id(one->incident);
    rows.integer(one->quantity).money(one->value.amount, one->value.currency);
    rows.code(one->value.currency.text()).time(one->opened_at).time(one->due_at).flag(one->overdue);
    rows.time(one->assigned_at).time(one->resolved_at).integer(one->times).integer(one->reopened);
    rows.text(one->sentence).end();
}

void add_hold(Rows& rows, const State& state, HoldId id) {
    const auto& holds = state.ledger.holds();
    const auto found = std::ranges::find(holds, id, &ledger::Hold::id);
    if (found == holds.end()) return rows.holds.push_back(id.value);
    const bool of_order = found->scope == ledger::HoldScope::order || found->scope == ledger::HoldScope::line;
    std::string blocks;
    for (const auto trigger : found->blocks) {
        if (!blocks.empty()) blocks += ' ';
        blocks += name_of(trigger);
    }
    rows.begin(TableId::holds).id(id).text(name_of(found->scope)).text(held_code(state, *found));
    rows.id(of_order ? OrderId{found->key} : OrderId{});
    add_line(rows, found->line);
    rows.code(site_code(state, found->site)).text(found->reason).text(blocks).time(found->placed_at);
    rows.time(found->expires_at).end();
}

void add_stock(Rows& rows, const State& state, const ledger::StockBalance& balance) {
    using enum ledger::Stock;
    const auto* lot = balance.lot ? &state.master.lot(balance.lot) : nullptr;
    rows.begin(TableId::stock).text(item_code(state, balance.item)).text(site_code(state, balance.site));
    rows.text(lot ? std::string_view{lot->code} : std::string_view{}).date(lot ? lot->expires : Date{});
    for (const auto bucket : {inbound, inbound_alloc, available, held, allocated, staged, return_quarantine})
        rows.integer(balance[bucket]);
    rows.end();
}

} // namespace truefill::views
