#include "server/document_lists.h"

#include "server/outlook.h"
#include "server/scan.h"

#include <algorithm>
#include <charconv>

namespace truefill::server {
namespace {

using engine::State;

/// True when nothing is asked or the value is among what is asked.
template <class T> bool fits(const std::vector<T>& wanted, const T& value) {
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

/// Codes in a parameter as ids; those that nobody knows match nothing.
template <class Id, class F>
std::vector<Id> ids_in(const http::Request& request, std::string_view parameter, F find) {
    std::vector<Id> ids;
    for (const auto word : words_of(request, parameter)) {
        const Id id = find(word);
        ids.push_back(id ? id : Id{static_cast<decltype(Id::value)>(-1)});
    }
    return ids;
}

std::vector<SiteId> sites_in(const State& state, const http::Request& request) {
    return ids_in<SiteId>(request, "site", [&](auto code) { return state.master.find_site(code); });
}

std::vector<OrderId> orders_in(const State& state, const http::Request& request) {
    return ids_in<OrderId>(request, "order", [&](auto number) { return state.ledger.find_number(number); });
}

template <class Id> Id id_from(std::uint64_t value) { return Id{static_cast<decltype(Id::value)>(value)}; }

/// Who asks for which page.
struct Asked {
    Service& service;
    const http::ExchangePtr& exchange;
    const Page& page;
};

/// A scan over a table: `fit` says whether a document is wanted. What the parameters mean is looked up anew
/// in each look, as ids are the state's.
template <class Row, class Id, class T, class Get, class Fit>
void list_table(const Asked& asked, Get table, Fit fit) {
    Scan<Row> scan;
    scan.page = asked.page;
    scan.last = [table](const State& state) { return static_cast<std::uint64_t>(table(state).issued()); };
    scan.matches = [table, fit](const State& state, std::uint64_t id) {
        const T* found = table(state).find(id_from<Id>(id));
        return found != nullptr && fit(state, id_from<Id>(id), *found);
    };
    scan.row = [table](const State& state, std::uint64_t id) {
        return row_of(state, id_from<Id>(id), table(state).at(id_from<Id>(id)));
    };
    list<Row>(asked.service, asked.exchange, std::move(scan));
}

bool is_wanted(const State& state, const http::Request& request, const cases::Case& one) {
    const auto status = request.parameter("status").value_or("open");
    if (status == "open" && !one.is_open()) return false;
    if (status == "closed" && one.is_open()) return false;
    if (const auto owner = words_of(request, "owner"); !owner.empty() && !fits(owner, name_of(one.owner)))
        return false;
    if (const auto who = words_of(request, "assignee"); !fits(who, std::string_view{one.person}))
        return false;
    if (const auto what = words_of(request, "category"); !fits(what, std::string_view{one.category}))
        return false;
    return fits(sites_in(state, request), one.site) && fits(orders_in(state, request), one.order);
}

/// The work inbox: open cases, the gravest first. There are thousands at most.
void list_inbox(Service& service, const http::ExchangePtr& exchange, const Page& page) {
    read(service, exchange, [page, exchange](const State& state) -> std::expected<CaseList, Problem> {
        CaseList list;
        const std::size_t skip = page.after.value_or(0);
        for (const auto id : cases::inbox(state.cases, std::nullopt, {})) {
            const auto& one = state.cases.cases.at(id);
            if (!is_wanted(state, exchange->request(), one)) continue;
            const auto place = list.total++;
            if (place >= skip && list.items.size() < page.limit) list.items.push_back(row_of(state, id, one));
        }
        if (list.total > skip + page.limit) list.next_cursor = cursor_of(skip + page.limit);
        list.position = state.flow.position;
        return list;
    });
}

} // namespace

void get_releases(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"site", "status", "order"});
    if (!page) return respond(exchange, page.error());
    const auto stages = names_in<warehouse::Stage>(exchange->request(), "status");
    if (!stages) return respond(exchange, stages.error());
    list_table<ReleaseRow, ReleaseId, warehouse::Release>(
        {service, exchange, *page},
        [](const State& state) -> const auto& { return state.warehouse.releases; },
        [exchange, stages = *stages](const State& state, ReleaseId id, const warehouse::Release& one) {
            return fits(sites_in(state, exchange->request()), one.site) &&
                   fits(orders_in(state, exchange->request()), one.order) &&
                   (stages.empty() || fits(stages, warehouse::stage_of(state.facts(), state.warehouse, id)));
        });
}

void get_shipments(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"site", "carrier", "status", "order"});
    if (!page) return respond(exchange, page.error());
    const auto statuses = names_in<shipping::ShipmentStatus>(exchange->request(), "status");
    if (!statuses) return respond(exchange, statuses.error());
    list_table<ShipmentRow, ShipmentId, shipping::Shipment>(
        {service, exchange, *page},
        [](const State& state) -> const auto& { return state.shipping.shipments; },
        [exchange, statuses = *statuses](const State& state, ShipmentId, const shipping::Shipment& one) {
            const auto& request = exchange->request();
            const auto carriers = ids_in<CarrierId>(
                request, "carrier", [&](auto code) { return state.master.find_carrier(code); });
            return fits(statuses, one.status) && fits(sites_in(state, request), one.site) &&
                   fits(carriers, one.carrier) && fits(orders_in(state, request), one.order);
        });
}

void get_invoices(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"customer", "status", "order"});
    if (!page) return respond(exchange, page.error());
    const auto statuses = names_in<billing::InvoiceStatus>(exchange->request(), "status");
    if (!statuses) return respond(exchange, statuses.error());
    list_table<InvoiceRow, InvoiceId, billing::Invoice>(
        {service, exchange, *page}, [](const State& state) -> const auto& { return state.billing.invoices; },
        [exchange, statuses = *statuses](const State& state, InvoiceId, const billing::Invoice& one) {
            const auto& request = exchange->request();
            const auto customers = ids_in<CustomerId>(
                request, "customer", [&](auto code) { return state.master.find_customer(code); });
            return fits(statuses, one.status) && fits(customers, one.customer) &&
                   fits(orders_in(state, request), one.order);
        });
}

void get_returns(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"status", "order"});
    if (!page) return respond(exchange, page.error());
    const auto statuses = names_in<returns::Status>(exchange->request(), "status");
    if (!statuses) return respond(exchange, statuses.error());
    list_table<ReturnRow, ReturnId, returns::Return>(
        {service, exchange, *page}, [](const State& state) -> const auto& { return state.returns.returns; },
        [exchange, statuses = *statuses](const State& state, ReturnId, const returns::Return& one) {
            return fits(statuses, one.status) && fits(orders_in(state, exchange->request()), one.order);
        });
}

void get_cases(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto page = page_of(request, {"status", "owner", "assignee", "category", "site", "order", "sort"});
    if (!page) return respond(exchange, page.error());
    if (const auto status = request.parameter("status").value_or("open");
        status != "open" && status != "closed" && status != "all")
        return respond(exchange, bad_parameter("status", "it is open, closed or all"));
    if (const auto owners = names_in<cases::Role>(request, "owner"); !owners)
        return respond(exchange, owners.error());
    const auto sort = request.parameter("sort").value_or("newest");
    if (sort != "due" && sort != "newest")
        return respond(exchange, bad_parameter("sort", "it is due or newest"));
    if (sort == "due") return list_inbox(service, exchange, *page);
    list_table<CaseRow, CaseId, cases::Case>(
        {service, exchange, *page}, [](const State& state) -> const auto& { return state.cases.cases; },
        [exchange](const State& state, CaseId, const cases::Case& one) {
            return is_wanted(state, exchange->request(), one);
        });
}

void get_case(Service& service, const http::ExchangePtr& exchange) {
    auto part = exchange->request().part("id");
    if (part.starts_with("CASE-")) part.remove_prefix(5);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc{} || end != part.data() + part.size())
        return respond(exchange, not_found("A case has a number, as in CASE-12"));
    read(service, exchange, [id = CaseId{number}](const State& state) -> std::expected<CaseRow, Problem> {
        const auto* one = state.cases.cases.find(id);
        if (!one) return std::unexpected(not_found("There is no " + coded("CASE-", id)));
        auto row = row_of(state, id, *one);
        row.acts = acts_of(state, id);
        if (const auto* order = state.ledger.find(one->order)) row.order_why = outlook_of(state, *order).why;
        row.position = state.flow.position;
        return row;
    });
}

} // namespace truefill::server
