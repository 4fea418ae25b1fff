#include "api/lists/overview.h"

#include "api/list_of.h"
#include "api/order_watch.h"
#include "api/query.h"
#include "api/rows.h"
#include "api/say.h"
#include "api/scope.h"
#include "api/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace truefill::api {
namespace {

struct KpiText {
    std::string_view name, title, unit, list;
};
Kpi kpi(const KpiText& text, std::string value) {
    return {
        std::string{text.name}, std::string{text.title}, std::move(value), std::string{text.unit}, {}, true,
        std::string{text.list}};
}

/// Counts over all rows of the board.
struct Orders {
    std::map<std::tuple<std::string, orders::Status, std::size_t>, std::pair<std::uint64_t, std::uint64_t>>
        cells;
    std::uint64_t all = 0, open = 0, held = 0, archived = 0, late = 0, at_risk = 0, done = 0, perfect = 0;

    void add(const Board::Row& row, Time now) {
        if (row.archived) return void(++archived);
        const auto& shown = row.shown;
        if (shown.number.empty()) return; // not asked for yet
        ++all;
        if (shown.status == orders::Status::held) ++held;
        if (is_done(shown)) ++done;
        if (is_perfect(shown)) ++perfect;
        if (!is_open(shown)) return;
        ++open;
        if (is_late(shown, now)) ++late;
        if (is_at_risk(shown, now)) ++at_risk;
        const auto age = age_of(shown, now);
        const auto count = [&](const std::string& site) {
            auto& cell = cells[{site, shown.status, age}];
            ++cell.first;
            cell.second += shown.lines;
        };
        if (shown.sites.empty()) count("");
        for (const auto& site : shown.sites) count(site);
    }
};

void add_orders(Overview& overview, const Orders& orders) {
    for (const auto& [key, sums] : orders.cells) {
        const auto& [site, status, age] = key;
        const auto named = name_of_age(age);
        auto list = fmt::format("/v1/orders?status={}&age={}&site={}", truefill::name_of(status),
                                named.starts_with('>') ? "%3E7d" : named, site.empty() ? "-" : site);
        overview.matrix.push_back(
            {site, status, std::string{named}, sums.first, sums.second, std::move(list)});
    }
    overview.counts.orders = orders.all;
    overview.counts.orders_open = orders.open;
    overview.counts.orders_held = orders.held;
    overview.counts.orders_archived = orders.archived;
}

/// Open cases that somebody sees.
std::vector<CaseId> open_cases(const engine::State& state, const Reach& reach) {
    std::vector<CaseId> seen;
    for (const auto id : state.cases.open)
        if (covers(reach, state, state.cases.cases.at(id))) seen.push_back(id);
    return seen;
}

/// Whether somebody sees a site; a place that is no site is seen by those who see everything.
bool sees(const Reach& reach, const std::string& site) {
    return reach.everything || (!site.empty() && covers(reach, {site}, {}));
}

void add_cases(Overview& overview, const engine::State& state, const std::vector<CaseId>& open) {
    std::map<std::pair<std::string, cases::Role>, CaseCell> cells;
    for (const auto id : open) {
        const auto& one = state.cases.cases.at(id);
        auto& cell = cells[{one.category, one.owner}];
        ++cell.open;
        const bool overdue = is_overdue(state, one);
        if (overdue) ++cell.overdue;
        if (overdue) ++overview.counts.cases_overdue;
        if (one.person.empty()) ++cell.unassigned;
        if (!cell.oldest || one.opened_at < cell.oldest) cell.oldest = one.opened_at;
        if (!one.value.currency) continue;
        if (!cell.value.currency || cell.value.currency == one.value.currency) {
            cell.value = {limited_sum(cell.value.amount, one.value.amount), one.value.currency};
            continue;
        }
        const auto sum = std::ranges::find(cell.others, one.value.currency, &Money::currency);
        if (sum == cell.others.end()) cell.others.push_back(one.value);
        else sum->amount = limited_sum(sum->amount, one.value.amount);
    }
    for (auto& [key, cell] : cells) {
        cell.category = key.first;
        cell.owner = key.second;
        cell.list = fmt::format("/v1/cases?category={}&owner={}", key.first, truefill::name_of(key.second));
        overview.cases.push_back(std::move(cell));
    }
    std::ranges::stable_sort(overview.cases, std::greater{}, &CaseCell::open);
    overview.counts.cases_open = open.size();
}

void add_incidents(Overview& overview, const engine::State& state, const Reach& reach) {
    state.cases.incidents.each([&](IncidentId id, const cases::Incident& one) {
        if (one.open > 0 && sees(reach, site_code(state, one.site)))
            overview.incidents.push_back({coded("INC-", id), one.category, site_code(state, one.site),
                                          one.destination, one.open, one.opened_at, one.last_at,
                                          "/v1/cases?incident=" + coded("INC-", id)});
    });
}

CutOff& cut_off_of(Overview& overview, const engine::State& state, SiteId site) {
    auto code = site_code(state, site);
    const auto found = std::ranges::find(overview.cutoffs, code, &CutOff::site);
    if (found != overview.cutoffs.end()) return *found;
    auto& made = overview.cutoffs.emplace_back();
    made.list = "/v1/orders?wave=" + code;
    made.site = std::move(code);
    return made;
}

void add_cut_offs(Overview& overview, const engine::State& state, const Reach& reach) {
    for (const auto& [site, queue] : state.warehouse.queues) {
        auto& cut_off = cut_off_of(overview, state, site);
        cut_off.at = queue.cut_off;
        cut_off.waiting_orders = queue.orders.size();
        for (const auto& queued : queue.orders)
            if (const auto* order = state.ledger.find(queued.order))
                cut_off.waiting_lines += order->lines.size();
    }
    for (auto& [site, burn] : burn_downs(state, overview.now)) {
        auto& cut_off = cut_off_of(overview, state, site);
        if (cut_off.at <= overview.now)
            if (const auto next = next_cut_off(state.master.site(site), overview.now)) cut_off.at = next;
        cut_off.open_releases = burn.open;
        cut_off.left_lately = burn.left_lately;
        if (cut_off.at) cut_off.expected_left = expected_at(burn, overview.now, cut_off.at);
        cut_off.points = std::move(burn.points);
    }
    std::erase_if(overview.cutoffs, [&](const CutOff& one) { return !sees(reach, one.site); });
}

void add_counts(Overview& overview, const engine::State& state) {
    auto& counts = overview.counts;
    counts.jobs_open = state.flow.jobs.open();
    counts.waiting_facts = state.flow.waiting.size();
    counts.holds = state.ledger.holds().size();
}

/// The accounts of all customers, by currency.
void add_money(Overview& overview, const engine::State& state) {
    std::map<Currency, std::pair<Amount, Amount>> sums;
    for (const auto& row : state.ledger.money()) {
        auto& [unbilled, receivable] = sums[row.currency];
        unbilled = limited_sum(unbilled, row[ledger::Account::unbilled]);
        receivable = limited_sum(receivable, row[ledger::Account::receivable]);
    }
    for (const auto& [currency, sum] : sums) {
        const auto unit = currency.text();
        overview.kpis.push_back(
            kpi({"unbilled", "Shipped and not billed", unit, "/v1/orders?unbilled=true"}, say(sum.first)));
        overview.kpis.push_back(
            kpi({"receivable", "Billed and not paid", unit, "/v1/invoices?status=posted"}, say(sum.second)));
    }
}

/// Hours from order to goods issue of the shipments that left last, sorted.
std::vector<std::int64_t> hours_to_ship(const engine::State& state) {
    constexpr std::uint32_t looked_at = 500;
    std::vector<std::int64_t> hours;
    const auto last = static_cast<std::uint32_t>(state.shipping.shipments.issued());
    for (auto id = last; id > 0 && id + looked_at > last; --id) {
        const auto* shipment = state.shipping.shipments.find(ShipmentId{id});
        if (!shipment || !shipment->issued_at) continue;
        const auto* document = state.orders.documents.find(shipment->order);
        if (!document || !document->ordered_at || shipment->issued_at < document->ordered_at) continue;
        hours.push_back((shipment->issued_at - document->ordered_at).micros / 3'600'000'000);
    }
    std::ranges::sort(hours);
    return hours;
}

struct Target {
    std::int64_t value{};
    bool at_most{};
};

/// What most distributors promise: nothing late, 95 perfect orders of 100, half of them out in a day.
void add_target(Kpi& kpi, std::int64_t value, Target target) {
    kpi.target = std::to_string(target.value);
    kpi.good = target.at_most ? value <= target.value : value >= target.value;
}

void add_speeds(Overview& overview, const Orders& orders, const engine::State& state) {
    if (orders.done > 0) {
        const auto percent = static_cast<std::int64_t>(100 * orders.perfect / orders.done);
        overview.kpis.push_back(
            kpi({"perfect_orders", "Completed without a case", "percent", "/v1/orders?perfect=false"},
                std::to_string(percent)));
        add_target(overview.kpis.back(), percent, {95, false});
    }
    const auto hours = hours_to_ship(state);
    if (hours.empty()) return;
    constexpr std::string_view waiting = "/v1/orders?status=accepted,held,in_fulfilment&sort=oldest";
    const auto add = [&](const KpiText& text, std::size_t percent, std::int64_t target) {
        const auto value = hours[(hours.size() - 1) * percent / 100];
        overview.kpis.push_back(kpi(text, std::to_string(value)));
        add_target(overview.kpis.back(), value, {target, true});
    };
    add({"order_to_ship_p50", "Order to ship, half within", "hours", waiting}, 50, 24);
    add({"order_to_ship_p90", "Order to ship, 9 of 10 within", "hours", waiting}, 90, 72);
}

void add_kpis(Overview& overview, const Orders& orders) {
    const auto& counts = overview.counts;
    const auto add = [&](const KpiText& text, std::uint64_t count) {
        overview.kpis.push_back(kpi(text, std::to_string(count)));
    };
    const auto none_wanted = [&](const KpiText& text, std::uint64_t count) {
        add(text, count);
        add_target(overview.kpis.back(), static_cast<std::int64_t>(count), {0, true});
    };
    add({"orders_open", "Orders open", "orders",
         "/v1/orders?status=accepted,held,in_fulfilment,partially_shipped,shipped,partially_delivered,"
         "delivered"},
        orders.open);
    add({"orders_held", "Orders on hold", "orders", "/v1/orders?status=held"}, orders.held);
    none_wanted({"orders_late", "Past their date and not shipped", "orders", "/v1/orders?late=true"},
                orders.late);
    add({"orders_at_risk", "Will be late unless somebody acts", "orders", "/v1/orders?late=risk"},
        orders.at_risk);
    add({"cases_open", "Cases open", "cases", "/v1/cases"}, counts.cases_open);
    none_wanted({"cases_overdue", "Cases overdue", "cases", "/v1/cases?overdue=true"}, counts.cases_overdue);
}

Overview overview_of(const engine::State& state, const Orders& orders, const Reach& reach, Time now) {
    Overview overview;
    overview.position = state.flow.position;
    overview.now = now;
    const auto open = open_cases(state, reach);
    add_orders(overview, orders);
    add_cases(overview, state, open);
    add_incidents(overview, state, reach);
    overview.clusters = clusters_of(state, open, 5);
    add_cut_offs(overview, state, reach);
    add_counts(overview, state);
    add_kpis(overview, orders);
    add_speeds(overview, orders, state);
    if (reach.everything) add_money(overview, state); // sums over all customers
    return overview;
}

} // namespace

void get_overview(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {});
    if (!page) return respond(exchange, page.error());
    with_board(service, exchange, page->min_position, [&service, exchange] {
        auto reach = reach_of(service, exchange, "overview");
        if (reach.refusal) return respond(exchange, *reach.refusal);
        const auto orders = reach_of(service, exchange, "orders");
        const auto now = service.clock.now();
        auto counted = std::make_shared<Orders>();
        service.board.each([&](const Board::Row& row) {
            if (orders.everything || covers(orders, row.shown.sites, row.shown.customer.code))
                counted->add(row, now);
            return true;
        });
        read(service, exchange,
             [counted, now, reach = std::move(reach)](const engine::State& state)
                 -> std::expected<Overview, Problem> { return overview_of(state, *counted, reach, now); });
    });
}

} // namespace truefill::api
