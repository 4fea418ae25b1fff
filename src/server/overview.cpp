#include "server/overview.h"

#include "server/order_list.h"
#include "server/query.h"
#include "server/rows.h"
#include "server/say.h"
#include "server/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace truefill::server {
namespace {

constexpr auto ages = std::to_array<std::pair<Duration, std::string_view>>(
    {{hours(4), "0-4h"}, {hours(24), "4-24h"}, {days(3), "1-3d"}, {days(7), "3-7d"}});

std::size_t age_of(Duration age) {
    std::size_t i = 0;
    while (i < ages.size() && age >= ages[i].first) ++i;
    return i;
}
std::string_view name_of_age(std::size_t age) { return age < ages.size() ? ages[age].second : ">7d"; }

bool is_open(orders::Status status) {
    return status != orders::Status::completed && status != orders::Status::cancelled;
}

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
    std::uint64_t all = 0, open = 0, held = 0, archived = 0, late = 0, done = 0, done_whole = 0;

    void add(const Board::Row& row, Time now) {
        if (row.archived) return void(++archived);
        ++all;
        const auto& shown = row.shown;
        if (shown.status == orders::Status::held) ++held;
        if (!is_open(shown.status)) return;
        ++open;
        if (shown.requested && start_of(shown.requested + 1) <= now && shown.status < orders::Status::shipped)
            ++late;
        const auto age = age_of(shown.ordered_at ? now - shown.ordered_at : Duration{});
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
        auto list = fmt::format("/v1/orders?status={}", name_of(status));
        if (!site.empty()) list += "&site=" + site;
        overview.matrix.push_back(
            {site, status, std::string{name_of_age(age)}, sums.first, sums.second, std::move(list)});
    }
    overview.counts.orders = orders.all;
    overview.counts.orders_open = orders.open;
    overview.counts.orders_held = orders.held;
    overview.counts.orders_archived = orders.archived;
}

void add_cases(Overview& overview, const engine::State& state) {
    std::map<std::pair<std::string, cases::Role>, CaseCell> cells;
    for (const auto id : state.cases.open) {
        const auto& one = state.cases.cases.at(id);
        auto& cell = cells[{one.category, one.owner}];
        ++cell.open;
        const bool overdue = one.overdue || (!one.paused_at && one.due_at <= state.flow.now);
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
        cell.list = fmt::format("/v1/cases?category={}&owner={}", key.first, name_of(key.second));
        overview.cases.push_back(std::move(cell));
    }
    std::ranges::stable_sort(overview.cases, std::greater{}, &CaseCell::open);
    state.cases.incidents.each([&](IncidentId id, const cases::Incident& one) {
        if (one.open > 0)
            overview.incidents.push_back({coded("INC-", id), one.category, site_code(state, one.site),
                                          one.destination, one.open, one.opened_at, one.last_at});
    });
}

void add_cut_offs(Overview& overview, const engine::State& state) {
    for (const auto& [site, queue] : state.warehouse.queues) {
        CutOff cut_off{site_code(state, site), queue.cut_off, queue.orders.size(), 0};
        for (const auto& queued : queue.orders)
            if (const auto* order = state.ledger.find(queued.order))
                cut_off.waiting_lines += order->lines.size();
        overview.cutoffs.push_back(std::move(cut_off));
    }
}

void add_counts(Overview& overview, const engine::State& state) {
    auto& counts = overview.counts;
    counts.cases_open = state.cases.open.size();
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
            kpi({"unbilled", "Shipped and not billed", unit, "/v1/invoices"}, say(sum.first)));
        overview.kpis.push_back(
            kpi({"receivable", "Billed and not paid", unit, "/v1/invoices?status=posted"}, say(sum.second)));
    }
}

void add_kpis(Overview& overview, const Orders& orders, const engine::State& state) {
    const auto& counts = overview.counts;
    const auto add = [&](const KpiText& text, std::uint64_t count) {
        overview.kpis.push_back(kpi(text, std::to_string(count)));
    };
    const auto none_wanted = [&](const KpiText& text, std::uint64_t count) {
        add(text, count);
        overview.kpis.back().target = "0";
        overview.kpis.back().good = count == 0;
    };
    add({"orders_open", "Orders open", "orders", "/v1/orders"}, orders.open);
    add({"orders_held", "Orders on hold", "orders", "/v1/orders?status=held"}, orders.held);
    none_wanted({"orders_late", "Past their date and not shipped", "orders", "/v1/orders?sort=requested"},
                orders.late);
    add({"cases_open", "Cases open", "cases", "/v1/cases"}, counts.cases_open);
    none_wanted({"cases_overdue", "Cases overdue", "cases", "/v1/cases?sort=due"}, counts.cases_overdue);
    add({"waiting_facts", "Reports that came early", "reports", "/v1/cases"}, counts.waiting_facts);
    add_money(overview, state);
}

} // namespace

void get_overview(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {});
    if (!page) return respond(exchange, page.error());
    with_board(service, exchange, page->min_position, [&service, exchange] {
        const auto now = service.clock.now();
        auto counted = std::make_shared<Orders>();
        service.board.each([&](const Board::Row& row) {
            counted->add(row, now);
            return true;
        });
        read(service, exchange,
             [counted, now](const engine::State& state) -> std::expected<Overview, Problem> {
                 Overview overview;
                 add_orders(overview, *counted);
                 add_cases(overview, state);
                 add_cut_offs(overview, state);
                 add_counts(overview, state);
                 add_kpis(overview, *counted, state);
                 overview.position = state.flow.position;
                 overview.now = now;
                 return overview;
             });
    });
}

} // namespace truefill::server
