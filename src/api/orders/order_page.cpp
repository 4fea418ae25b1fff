#include "api/orders/order_page.h"

#include "api/documents_of.h"
#include "api/outlook.h"
#include "api/say.h"
#include "api/scope.h"
#include "api/stored_record.h"
#include "api/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

OrderLine line_of(const engine::State& state, const ledger::Order& order, const ledger::Line& line) {
    const auto& item = state.master.item(line.item);
    OrderLine made;
    made.number = line.number;
    made.item = item.code;
    made.description = item.description;
    made.ordered = line.demanded;
    made.total = line.total;
    made.unit_price = line.unit_price;
    made.requested = line.requested;
    made.parent = line.parent;
    order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        PlacedUnits units;
        units.bucket = parcel.pipeline;
        units.billing = parcel.billing;
        units.quantity = parcel.quantity;
        units.site = site_code(state, parcel.site);
        if (parcel.lot) units.lot = state.master.lot(parcel.lot).code;
        if (const auto* supply = state.inventory.supplies.find(parcel.supply))
            units.supply = supply->reference;
        units.release = coded("R-", parcel.release);
        units.shipment = coded("SH-", parcel.shipment);
        units.unit_price = parcel.pipeline >= ledger::Pipeline::shipped ? parcel.unit_price : line.unit_price;
        made.quantities.push_back(std::move(units));
    });
    std::ranges::stable_sort(made.quantities, {}, &PlacedUnits::bucket);
    return made;
}

OrderMoney money_of(const OrderPage& page, const ledger::Order& order, Money value) {
    const auto money = [&](Amount amount) { return Money{amount, order.currency}; };
    OrderMoney sums;
    sums.value = value;
    Amount earned{}, billed{}, paid{}, credited{}, open{};
    for (const auto& line : order.lines) {
        earned = limited_sum(earned, line.issued.amount);
        billed = limited_sum(billed, line.billed.amount);
    }
    for (const auto& charge : order.charges) {
        earned = limited_sum(earned, charge.issued.amount);
        billed = limited_sum(billed, charge.billed.amount);
        sums.charges.push_back({charge.kind, charge.amount, charge.issued.amount, charge.billed.amount});
    }
    for (const auto& invoice : page.invoices) {
        paid = limited_sum(paid, invoice.paid.amount);
        credited = limited_sum(credited, invoice.credited.amount);
        open = limited_sum(open, invoice.open.amount);
    }
    sums.earned = money(earned);
    sums.billed = money(billed);
    sums.paid = money(paid);
    sums.credited = money(credited);
    sums.open = money(open);
    return sums;
}

OrderSight sight_of(Service& service, const Caller& caller) {
    return {caller, reach_of(service, caller, "orders"), reach_of(service, caller, "invoices"),
            reach_of(service, caller, "mirrors"), reach_of(service, caller, "cases")};
}

/// An order is seen by who sees one of its sites; what is of another site stays there.
void add_documents(OrderPage& page, const engine::State& state, const ledger::Order& order,
                   const OrderSight& sight) {
    const auto found = documents_of(state, order);
    const auto& [unused, orders, invoices, mirrors, cases] = sight;
    for (const auto id : found.releases)
        if (const auto& one = state.warehouse.releases.at(id); covers(orders, state, one))
            page.releases.push_back(row_of(state, id, one));
    for (const auto id : found.shipments)
        if (const auto& one = state.shipping.shipments.at(id); covers(orders, state, one))
            page.shipments.push_back(row_of(state, id, one));
    for (const auto id : found.returns)
        if (const auto& one = state.returns.returns.at(id); covers(orders, state, one))
            page.returns.push_back(row_of(state, id, one));
    for (const bool open : {true, false})
        for (const auto id : found.cases)
            if (const auto& one = state.cases.cases.at(id);
                one.is_open() == open && covers(cases, state, one))
                page.cases.push_back(row_of(state, id, one));
    for (const auto* hold : holds_of(state, order)) page.holds.push_back(row_of(state, *hold));
}

/// What /v1/invoices shows of the order. Its value stands in the lists of orders, too.
void add_billing(OrderPage& page, const engine::State& state, const ledger::Order& order) {
    const auto found = documents_of(state, order);
    for (const auto id : found.invoices)
        page.invoices.push_back(row_of(state, id, state.billing.invoices.at(id)));
    for (const auto id : found.credits)
        page.credits.push_back(row_of(state, id, state.billing.credits.at(id)));
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        page.lines[i].earned = order.lines[i].issued.amount;
        page.lines[i].billed = order.lines[i].billed.amount;
    }
    page.money = money_of(page, order, page.money.value);
}

void add_claims(OrderPage& page, const engine::State& state, OrderId order) {
    const auto* mirror = mirrors::claims_of(state.mirrors, order);
    if (!mirror) return;
    for (const auto& claim : mirror->claims) {
        SystemClaim said;
        said.system = state.mirrors.systems[claim.system.value - 1U].name;
        said.says =
            fmt::format("line {}: {} {}", claim.line,
                        plural(static_cast<std::uint64_t>(claim.quantity), "unit"), name_of(claim.state));
        said.agrees = claim.verdict == mirrors::Verdict::agrees;
        said.verdict = claim.verdict;
        said.line = claim.line;
        said.state = claim.state;
        said.quantity = claim.quantity;
        said.as_of = claim.as_of;
        said.since = claim.since;
        page.systems.push_back(std::move(said));
    }
}

Problem order_unknown(const http::ExchangePtr& exchange) {
    return make_problem(404, "order_unknown",
                        fmt::format("There is no order {}; numbers are compared letter by letter",
                                    exchange->request().part("number")));
}

/// What a look at an order finds: its page, or where it is archived.
struct Found {
    OrderSight sight;
    std::optional<OrderPage> page{};
    OrderId id{};
    Position archived{};
};

void get_archived(Service& service, const http::ExchangePtr& exchange,
                  const std::shared_ptr<const Found>& found) {
    const auto record = service.records.record(found->archived);
    auto account = record ? archived_account(*record, found->id) : std::unexpected(record.error());
    if (!account)
        return respond(exchange, make_problem(500, "journal_unreadable", std::move(account.error())));
    read(service, exchange,
         [account = std::move(*account), exchange,
          found](const engine::State& state) -> std::expected<OrderPage, Problem> {
             const auto* live = state.ledger.find(account.id); // it may have come back meanwhile
             if (!covers(found->sight.orders, state, live ? *live : account))
                 return std::unexpected(order_unknown(exchange));
             return page_of(state, live ? *live : account, found->sight);
         });
}

} // namespace

OrderPage page_of(const engine::State& state, const ledger::Order& order, const OrderSight& sight) {
    auto row = row_of(state, order);
    OrderPage page;
    page.number = std::move(row.number);
    page.customer = std::move(row.customer);
    page.status = row.status;
    page.archived = state.ledger.find(order.id) == nullptr;
    page.transfer = row.transfer;
    page.ship_complete = order.ship_complete;
    page.priority = order.priority;
    if (const auto* document = state.orders.documents.find(order.id)) {
        page.purchase_order = document->purchase_order;
        page.address = document->address;
    }
    page.ordered_at = row.ordered_at;
    page.requested = row.requested;
    page.promised = row.promised;
    page.sites = std::move(row.sites);
    const auto place = place_of(state, order);
    const bool sees_invoices = covers(sight.invoices, place);
    auto outlook = outlook_of(state, order, sees_invoices);
    page.why = std::move(outlook.why);
    page.next = std::move(outlook.next);
    for (const auto& line : order.lines) page.lines.push_back(line_of(state, order, line));
    page.money.value = row.value;
    add_documents(page, state, order, sight);
    if (sees_invoices) add_billing(page, state, order);
    if (covers(sight.mirrors, place)) add_claims(page, state, order.id);
    if (page.archived) page.why += " It is archived.";
    else page.acts = acts_of(state, order, &sight.caller);
    page.position = state.flow.position;
    page.as_of = state.flow.now;
    return page;
}

void get_order(Service& service, const http::ExchangePtr& exchange) {
    const auto caller = service.door.ask(exchange->request());
    if (!caller) return respond(exchange, caller.error());
    const auto found = std::make_shared<Found>(sight_of(service, *caller));
    if (const auto& no = found->sight.orders.refusal) return respond(exchange, *no);
    service.loop.look(
        [found, exchange](const engine::State& state) {
            found->id = state.ledger.find_number(exchange->request().part("number"));
            if (const auto* order = state.ledger.find(found->id)) {
                if (covers(found->sight.orders, state, *order))
                    found->page = page_of(state, *order, found->sight);
            } else if (const auto at = state.orders.archived.find(found->id);
                       at != state.orders.archived.end())
                found->archived = at->second.position;
        },
        [&service, exchange, found](std::optional<loop::Fault> fault) {
            if (fault) return respond(exchange, closed(*fault));
            service.clerks.give([&service, exchange, found] {
                if (found->page) return respond_with(exchange, *found->page);
                if (found->archived > 0) return get_archived(service, exchange, found);
                respond(exchange, order_unknown(exchange));
            });
        });
}

} // namespace truefill::api
