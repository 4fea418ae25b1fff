#include "api/billing/billing_lag.h"

#include "api/query.h"
#include "api/rows.h"
#include "api/say.h"
#include "api/scan.h"
#include "api/scope.h"
#include "api/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace truefill::api {
namespace {

using billing::InvoiceStatus;

constexpr auto lag_ages = std::to_array<std::pair<Duration, std::string_view>>(
    {{hours(4), "0-4h"}, {hours(24), "4-24h"}, {hours(72), "1-3d"}, {hours(168), "3-7d"}, {{}, ">7d"}});

std::string_view lag_age(Duration age) {
    for (const auto& [end, name] : lag_ages)
        if (end == Duration{} || age < end) return name;
    return lag_ages.back().second;
}

const ledger::Hold* billing_hold(const engine::State& state, const ledger::Order& order) {
    for (const auto* hold : holds_of(state, order))
        if (std::ranges::find(hold->blocks, ledger::Trigger::invoice) != hold->blocks.end()) return hold;
    return nullptr;
}

void explain(LagRow& row, const engine::State& state, const ledger::Order& order, ShipmentId shipment) {
    std::optional<InvoiceId> found;
    billing::each_invoice(state.billing, order.id, [&](InvoiceId id, const billing::Invoice& one) {
        const bool waits = !one.is_posted() && one.status != InvoiceStatus::voided;
        if (one.shipment == shipment && waits && !found) found = id;
    });
    if (found) {
        const auto& invoice = state.billing.invoices.at(*found);
        row.invoice = coded("INV-", *found);
        if (invoice.status == InvoiceStatus::match_failed) {
            row.blocked = true;
            row.why = invoice.sent
                          ? fmt::format("Finance has booked {} otherwise than we have it.", row.invoice)
                          : fmt::format("{} is not with finance; the case about it says why.", row.invoice);
        } else if (invoice.sent) {
            const bool late = invoice.check_at && invoice.check_at <= state.flow.now;
            row.why = fmt::format("{} is with finance, {} {}.", row.invoice,
                                  late ? "and should have been posted by" : "to be posted by",
                                  say(invoice.check_at));
        } else row.why = fmt::format("{} waits to be sent to finance.", row.invoice);
        return;
    }
    row.blocked = true;
    const auto* hold = billing_hold(state, order);
    row.why = hold ? fmt::format("A hold blocks its billing: {}.", hold->reason)
                   : "No invoice was prepared; a case of its order says why.";
}

std::optional<LagRow> lag_of(const engine::State& state, const Reach& reach, ShipmentId id) {
    const auto* shipment = state.shipping.shipments.find(id);
    if (!shipment || !shipment->is_issued()) return std::nullopt;
    const auto* order = state.ledger.find(shipment->order);
    if (!order || !covers(reach, state, *order)) return std::nullopt;
    LagRow row;
    Amount value{};
    order->each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.shipment != id || parcel.billing != ledger::Billing::billable) return;
        row.units += parcel.quantity;
        value = limited_sum(value, limited_product(parcel.unit_price, parcel.quantity));
    });
    if (row.units == 0) return std::nullopt;
    row.shipment = coded("SH-", id);
    row.order = order->number;
    if (order->customer) {
        const auto& customer = state.master.customer(order->customer);
        row.customer = {customer.code, customer.name};
    }
    row.site = site_code(state, shipment->site);
    row.issued_at = shipment->issued_at;
    row.age = lag_age(state.flow.now - shipment->issued_at);
    row.value = {value, order->currency};
    explain(row, state, *order, id);
    return row;
}

struct LagAsked {
    Page page;
    std::vector<std::string> sites;
    Reach reach;
};

/// A bounded number of shipments for each look, as in the lists of documents.
class LagRun : public std::enable_shared_from_this<LagRun> {
public:
    LagRun(Service& service, http::ExchangePtr exchange, LagAsked asked)
        : service_{service}, exchange_{std::move(exchange)}, asked_{std::move(asked)} {
        for (const auto& [end, name] : lag_ages) list_.ages.push_back({std::string{name}, 0, 0, 0, {}});
    }

    void go() {
        service_.loop.look([self = shared_from_this()](const engine::State& state) { self->look(state); },
                           [self = shared_from_this()](std::optional<loop::Fault> fault) {
                               if (fault) return respond(self->exchange_, closed(*fault));
                               if (!self->done_) return self->go();
                               self->service_.clerks.give(
                                   [self] { respond_with(self->exchange_, self->list_); });
                           });
    }

private:
    void look(const engine::State& state) {
        const std::uint64_t last = state.shipping.shipments.issued();
        if (next_ == 0) {
            next_ = last > ids_max ? last - ids_max + 1 : 1;
            list_.position = state.flow.position;
            list_.now = state.flow.now;
        }
        for (std::uint64_t seen = 0; next_ <= last && seen < ids_per_look; ++seen, ++next_)
            if (auto row = lag_of(state, asked_.reach, ShipmentId{static_cast<std::uint32_t>(next_)}))
                add(std::move(*row));
        done_ = next_ > last;
    }
    void add(LagRow row) {
        if (!asked_.sites.empty() && std::ranges::find(asked_.sites, row.site) == asked_.sites.end()) return;
        auto& age = *std::ranges::find(list_.ages, row.age, &LagAge::age);
        ++age.shipments;
        age.blocked += row.blocked ? 1 : 0;
        age.units += row.units;
        auto sum = std::ranges::find(age.values, row.value.currency, &Money::currency);
        if (sum == age.values.end()) age.values.push_back(row.value);
        else sum->amount = limited_sum(sum->amount, row.value.amount);
        ++list_.total;
        if (list_.items.size() < asked_.page.limit) list_.items.push_back(std::move(row));
        else list_.more = true;
    }

    Service& service_;
    http::ExchangePtr exchange_;
    LagAsked asked_;
    LagList list_;
    std::uint64_t next_ = 0;
    bool done_ = false;
};

} // namespace

void get_billing_lag(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"site"});
    if (!page) return respond(exchange, page.error());
    std::vector<std::string> sites;
    for (const auto word : words_of(exchange->request(), "site")) sites.emplace_back(word);
    auto reach = reach_of(service, exchange, "invoices");
    if (reach.refusal) return respond(exchange, std::move(*reach.refusal));
    LagAsked asked{*page, std::move(sites), std::move(reach)};
    std::make_shared<LagRun>(service, exchange, std::move(asked))->go();
}

} // namespace truefill::api
