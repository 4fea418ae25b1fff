#include "api/lists/document_lists.h"

#include "api/lists/clusters.h"
#include "api/outlook.h"
#include "api/scan_export.h"
#include "api/scope.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace truefill::api {
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
    std::string_view area; ///< of access
};

/// A scan over a table: `fit` says whether a document is wanted. What the parameters mean is looked up anew
/// in each look, as ids are the state's.
template <class Row, class Id, class T, class Get, class Fit>
void list_table(const Asked& asked, Get table, Fit fit) {
    auto reach = std::make_shared<Reach>(reach_of(asked.service, asked.exchange, asked.area));
    if (reach->refusal) return respond(asked.exchange, *reach->refusal);
    Scan<Row> scan;
    scan.page = asked.page;
    scan.last = [table](const State& state) { return static_cast<std::uint64_t>(table(state).issued()); };
    scan.matches = [table, fit, reach](const State& state, std::uint64_t id) {
        const T* found = table(state).find(id_from<Id>(id));
        return found != nullptr && fit(state, id_from<Id>(id), *found) && covers(*reach, state, *found);
    };
    scan.row = [table](const State& state, std::uint64_t id) {
        return row_of(state, id_from<Id>(id), table(state).at(id_from<Id>(id)));
    };
    list_or_export<Row>(asked.service, asked.exchange, std::move(scan));
}

bool is_in_clusters(const State& state, const http::Request& request, const cases::Case& one) {
    for (const auto by : {ClusterBy::family, ClusterBy::carrier}) {
        const auto wanted = words_of(request, name_of(by));
        if (!wanted.empty() && !fits(wanted, std::string_view{cluster_key(state, one, by)})) return false;
    }
    return true;
}

bool is_wanted(const State& state, const http::Request& request, const cases::Case& one) {
    const auto status = request.parameter("status").value_or("open");
    if (status == "open" && !one.is_open()) return false;
    if (status == "closed" && one.is_open()) return false;
    if (request.parameter("overdue") == "true" && !is_overdue(state, one)) return false;
    if (const auto owner = words_of(request, "owner"); !owner.empty() && !fits(owner, name_of(one.owner)))
        return false;
    if (const auto who = words_of(request, "assignee"); !fits(who, std::string_view{one.person}))
        return false;
    if (const auto what = words_of(request, "category"); !fits(what, std::string_view{one.category}))
        return false;
    if (const auto incidents = words_of(request, "incident");
        !incidents.empty() && !fits(incidents, std::string_view{coded("INC-", one.incident)}))
        return false;
    return fits(sites_in(state, request), one.site) && fits(orders_in(state, request), one.order) &&
           is_in_clusters(state, request, one);
}

enum class CaseSort : std::uint8_t { newest, due, sla, value };

std::optional<CaseSort> sort_named(std::string_view name) {
    constexpr auto names = std::to_array<std::string_view>({"newest", "due", "sla", "value"});
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<CaseSort>(found - names.begin());
}

/// How, and for whom.
struct Sorted {
    CaseSort by{};
    Reach reach;
};

/// The work inbox: open cases that are wanted, sorted. There are thousands at most.
std::vector<CaseId> inbox(const State& state, const http::Request& request, const Sorted& sorted) {
    auto ids = cases::inbox(state.cases, std::nullopt, {}); // the gravest first
    std::erase_if(ids, [&](CaseId id) {
        const auto& one = state.cases.cases.at(id);
        return !is_wanted(state, request, one) || !covers(sorted.reach, state, one);
    });
    const auto key = [&](CaseId id) {
        const auto& one = state.cases.cases.at(id);
        if (sorted.by == CaseSort::value) return -one.value.amount.micros;
        const bool runs = !one.paused_at && one.due_at; // a clock that stands comes last
        return runs ? one.due_at.micros : std::numeric_limits<std::int64_t>::max();
    };
    if (sorted.by != CaseSort::due) std::ranges::stable_sort(ids, {}, key);
    return ids;
}

void list_inbox(Service& service, const http::ExchangePtr& exchange, const Page& page, Sorted sorted) {
    read(
        service, exchange,
        [page, exchange, sorted = std::move(sorted)](const State& state) -> std::expected<CaseList, Problem> {
            CaseList list;
            const std::size_t skip = page.after.value_or(0);
            const auto ids = inbox(state, exchange->request(), sorted);
            for (std::size_t at = skip; at < std::min(skip + page.limit, ids.size()); ++at)
                list.items.push_back(row_of(state, ids[at], state.cases.cases.at(ids[at])));
            list.total = ids.size();
            if (list.total > skip + page.limit) list.next_cursor = cursor_of(skip + page.limit);
            list.position = state.flow.position;
            return list;
        });
}

/// Which cases, and in which order, is settled by the first look.
class InboxExport : public std::enable_shared_from_this<InboxExport> {
public:
    InboxExport(Service& service, http::ExchangePtr exchange, Sorted sorted)
        : service_{service}, exchange_{std::move(exchange)}, sorted_{std::move(sorted)} {}

    void piece(Export::Tell tell) {
        service_.loop.look([self = shared_from_this()](const State& state) { self->look(state); },
                           [self = shared_from_this(), tell](std::optional<loop::Fault> fault) {
                               if (fault) return tell({}, Export::Then::broken);
                               self->service_.clerks.give([self, tell] { self->write(tell); });
                           });
    }

private:
    void look(const State& state) {
        if (!ids_) ids_ = inbox(state, exchange_->request(), sorted_);
        rows_.clear();
        for (; at_ < ids_->size() && rows_.size() < Export::rows_per_piece; ++at_)
            if (const auto* one = state.cases.cases.find((*ids_)[at_]))
                rows_.push_back(row_of(state, (*ids_)[at_], *one));
    }
    void write(const Export::Tell& tell) {
        std::string text;
        for (const auto& row : rows_) csv::append_row(text, row);
        tell(std::move(text), at_ == ids_->size() ? Export::Then::end : Export::Then::more);
    }

    Service& service_;
    http::ExchangePtr exchange_;
    Sorted sorted_;
    std::optional<std::vector<CaseId>> ids_;
    std::vector<CaseRow> rows_;
    std::size_t at_ = 0;
};

void export_inbox(Service& service, const http::ExchangePtr& exchange, Sorted sorted) {
    const auto run = std::make_shared<InboxExport>(service, exchange, std::move(sorted));
    Export::begin(exchange, "cases", csv::titles<CaseRow>(),
                  [run](Export::Tell tell) { run->piece(std::move(tell)); });
}

} // namespace

void get_releases(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"site", "status", "order", "format"});
    if (!page) return respond(exchange, page.error());
    const auto stages = names_in<warehouse::Stage>(exchange->request(), "status");
    if (!stages) return respond(exchange, stages.error());
    list_table<ReleaseRow, ReleaseId, warehouse::Release>(
        {service, exchange, *page, "releases"},
        [](const State& state) -> const auto& { return state.warehouse.releases; },
        [exchange, stages = *stages](const State& state, ReleaseId id, const warehouse::Release& one) {
            return fits(sites_in(state, exchange->request()), one.site) &&
                   fits(orders_in(state, exchange->request()), one.order) &&
                   (stages.empty() || fits(stages, warehouse::stage_of(state.facts(), state.warehouse, id)));
        });
}

void get_shipments(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"site", "carrier", "status", "order", "format"});
    if (!page) return respond(exchange, page.error());
    const auto statuses = names_in<shipping::ShipmentStatus>(exchange->request(), "status");
    if (!statuses) return respond(exchange, statuses.error());
    list_table<ShipmentRow, ShipmentId, shipping::Shipment>(
        {service, exchange, *page, "shipments"},
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
    const auto page = page_of(exchange->request(), {"customer", "status", "order", "format"});
    if (!page) return respond(exchange, page.error());
    const auto statuses = names_in<billing::InvoiceStatus>(exchange->request(), "status");
    if (!statuses) return respond(exchange, statuses.error());
    list_table<InvoiceRow, InvoiceId, billing::Invoice>(
        {service, exchange, *page, "invoices"},
        [](const State& state) -> const auto& { return state.billing.invoices; },
        [exchange, statuses = *statuses](const State& state, InvoiceId, const billing::Invoice& one) {
            const auto& request = exchange->request();
            const auto customers = ids_in<CustomerId>(
                request, "customer", [&](auto code) { return state.master.find_customer(code); });
            return fits(statuses, one.status) && fits(customers, one.customer) &&
                   fits(orders_in(state, request), one.order);
        });
}

void get_returns(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"status", "order", "format"});
    if (!page) return respond(exchange, page.error());
    const auto statuses = names_in<returns::Status>(exchange->request(), "status");
    if (!statuses) return respond(exchange, statuses.error());
    list_table<ReturnRow, ReturnId, returns::Return>(
        {service, exchange, *page, "returns"},
        [](const State& state) -> const auto& { return state.returns.returns; },
        [exchange, statuses = *statuses](const State& state, ReturnId, const returns::Return& one) {
            return fits(statuses, one.status) && fits(orders_in(state, exchange->request()), one.order);
        });
}

void get_cases(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto page = page_of(request, {"status", "owner", "assignee", "category", "site", "order", "family",
                                        "carrier", "incident", "overdue", "sort", "format"});
    if (!page) return respond(exchange, page.error());
    if (const auto status = request.parameter("status").value_or("open");
        status != "open" && status != "closed" && status != "all")
        return respond(exchange, bad_parameter("status", "it is open, closed or all"));
    if (const auto owners = names_in<cases::Role>(request, "owner"); !owners)
        return respond(exchange, owners.error());
    const auto sort = sort_named(request.parameter("sort").value_or("newest"));
    if (!sort) return respond(exchange, bad_parameter("sort", "it is due, sla, value or newest"));
    if (*sort != CaseSort::newest) {
        Sorted sorted{*sort, reach_of(service, exchange, "cases")};
        if (sorted.reach.refusal) return respond(exchange, *sorted.reach.refusal);
        return wants_csv(request) ? export_inbox(service, exchange, std::move(sorted))
                                  : list_inbox(service, exchange, *page, std::move(sorted));
    }
    list_table<CaseRow, CaseId, cases::Case>(
        {service, exchange, *page, "cases"},
        [](const State& state) -> const auto& { return state.cases.cases; },
        [exchange](const State& state, CaseId, const cases::Case& one) {
            return is_wanted(state, exchange->request(), one);
        });
}

void get_case(Service& service, const http::ExchangePtr& exchange) {
    auto part = exchange->request().part("id");
    if (part.starts_with("CASE-")) part.remove_prefix(5);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc{} || end != part.data() + part.size() || number == 0)
        return respond(exchange, not_found("A case has a number, as in CASE-12"));
    const auto reach = reach_of(service, exchange, "cases");
    if (reach.refusal) return respond(exchange, *reach.refusal);
    read(service, exchange,
         [id = CaseId{number}, reach, bills = reach_of(service, exchange, "invoices"),
          caller = service.door.caller(exchange->request())](
             const State& state) -> std::expected<CaseRow, Problem> {
             const auto* one = state.cases.cases.find(id);
             if (!one || !covers(reach, state, *one))
                 return std::unexpected(not_found("There is no " + coded("CASE-", id)));
             auto row = row_of(state, id, *one);
             row.acts = acts_of(state, id, caller ? &*caller : nullptr);
             if (const auto* order = state.ledger.find(one->order))
                 row.order_why = outlook_of(state, *order, covers(bills, place_of(state, *order))).why;
             row.position = state.flow.position;
             return row;
         });
}

} // namespace truefill::api
