/// GET /v1/overview: the control tower in one answer. Every number names the list that it counts.
///
/// Orders come from the board, the rest from one look. Money is shown by currency, never summed across.
#pragma once

#include "api/lists/burn_down.h"
#include "api/lists/clusters.h"
#include "api/service.h"

#include <string>
#include <vector>

namespace truefill::api {

/// Orders of a site in a status, by their age since they were placed.
struct MatrixCell {
    static constexpr auto required =
        std::to_array<std::string_view>({"site", "status", "age", "orders", "lines", "list"});
    std::string site; ///< empty: nothing of it stands at a site yet
    orders::Status status{};
    std::string age; ///< 0-4h, 4-24h, 1-3d, 3-7d, >7d
    std::uint64_t orders{}, lines{};
    std::string list; ///< the path of the list
};
TF_DESCRIBE(MatrixCell, (site, status, age, orders, lines, list))

struct Kpi {
    static constexpr auto required =
        std::to_array<std::string_view>({"name", "title", "value", "unit", "list"});
    std::string name, title;
    std::string value; ///< a whole number, or an exact decimal of money
    std::string unit;  ///< orders, units, cases, percent, hours, a currency
    std::string target;
    bool good{}; ///< on target
    std::string list;
};
TF_DESCRIBE(Kpi, (name, title, value, unit, target, good, list))

struct CaseCell {
    static constexpr auto required =
        std::to_array<std::string_view>({"category", "owner", "open", "overdue", "list"});
    std::string category;
    cases::Role owner{};
    std::uint64_t open{}, overdue{}, unassigned{};
    Money value;               ///< at risk, in the first currency
    std::vector<Money> others; ///< in other currencies
    Time oldest;
    std::string list;
};
TF_DESCRIBE(CaseCell, (category, owner, open, overdue, unassigned, value, others, oldest, list))

/// A site, its next cut-off, what waits for it, and how its work goes down towards it.
struct CutOff {
    static constexpr auto required = std::to_array<std::string_view>({"site", "waiting_lines"});
    std::string site;
    Time at; ///< none: its carriers come all day
    std::uint64_t waiting_orders{}, waiting_lines{};
    std::uint64_t open_releases{}, left_lately{}; ///< here now; left within the last two hours
    std::uint64_t expected_left{};                ///< open at the cut-off at the pace of these two hours
    std::vector<BurnPoint> points;
    std::string list; ///< the orders that wait
};
TF_DESCRIBE(CutOff, (site, at, waiting_orders, waiting_lines, open_releases, left_lately, expected_left,
                     points, list))

struct IncidentCell {
    static constexpr auto required = std::to_array<std::string_view>({"code", "category", "open"});
    std::string code, category, site, destination;
    std::uint64_t open{};
    Time opened_at, last_at;
    std::string list;
};
TF_DESCRIBE(IncidentCell, (code, category, site, destination, open, opened_at, last_at, list))

struct Counts {
    static constexpr auto required = std::to_array<std::string_view>(
        {"orders", "orders_open", "cases_open", "jobs_open", "waiting_facts"});
    std::uint64_t orders{}, orders_open{}, orders_held{}, orders_archived{};
    std::uint64_t cases_open{}, cases_overdue{}, jobs_open{}, waiting_facts{}, holds{};
};
TF_DESCRIBE(Counts, (orders, orders_open, orders_held, orders_archived, cases_open, cases_overdue, jobs_open,
                     waiting_facts, holds))

struct Overview {
    static constexpr auto required = std::to_array<std::string_view>(
        {"matrix", "kpis", "cases", "cutoffs", "incidents", "counts", "position", "now"});
    std::vector<MatrixCell> matrix;
    std::vector<Kpi> kpis;
    std::vector<CaseCell> cases;
    std::vector<Cluster> clusters;
    std::vector<CutOff> cutoffs;
    std::vector<IncidentCell> incidents;
    Counts counts;
    Position position{};
    Time now;
};
TF_DESCRIBE(Overview, (matrix, kpis, cases, clusters, cutoffs, incidents, counts, position, now))

void get_overview(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
