#include "ledger/transitions.h"

#include "ledger/test_desk.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>

namespace truefill::ledger {
namespace {

using P = Pipeline;
using F = Billing;
using T = Trigger;

/// Every row that a kind of line has.
std::vector<UnitRow> rows_of(LineKind kind) {
    if (kind == LineKind::sale) return {unit_rows().begin(), unit_rows().end()};
    std::vector<UnitRow> rows;
    for (std::size_t trigger = 1; trigger < trigger_count; ++trigger)
        for (std::size_t from = 0; from < pipeline_count; ++from)
            for (std::size_t to = 1; to < pipeline_count; ++to)
                if (const auto row = find_unit(kind, static_cast<T>(trigger), static_cast<P>(from), F::none,
                                               static_cast<P>(to)))
                    rows.push_back(*row);
    return rows;
}

std::string said(const UnitRow& row) {
    return std::string{name_of(row.trigger)} + ": " + std::string{name_of(row.from)} + "/" +
           std::string{name_of(row.billing_from)} + " -> " + std::string{name_of(row.to)} + "/" +
           std::string{name_of(row.billing_to)};
}

/// The shortest chain of rows that brings a new unit to where a row begins.
std::vector<UnitRow> way_to(LineKind kind, const UnitRow& goal) {
    struct Reached {
        P pipeline;
        F billing;
        std::vector<UnitRow> way;
    };
    std::deque<Reached> next{{P::none, F::none, {}}};
    std::set<std::pair<P, F>> seen{{P::none, F::none}};
    for (; !next.empty(); next.pop_front()) {
        const auto here = next.front();
        if (here.pipeline == goal.from && here.billing == goal.billing_from) return here.way;
        for (const auto& row : rows_of(kind)) {
            if (row.from != here.pipeline || row.billing_from != here.billing) continue;
            if (!seen.emplace(row.to, row.billing_to).second) continue;
            auto way = here.way;
            way.push_back(row);
            next.push_back({row.to, row.billing_to, std::move(way)});
        }
    }
    FAIL("no way to ", said(goal));
    return {};
}

/// Lots of the desk for this test: the reservation names the first, the exchange takes the second.
constexpr LotId first_lot{1}, second_lot{2};

void take(Desk& desk, OrderId id, const UnitRow& row) {
    Entry entry;
    entry.order = id;
    if (row.from == P::none) {
        entry.units.push_back(accepted(1, 3, desk.ledger.order(id).kind));
    } else {
        entry = desk.moving(id, 3, row.trigger, {row.from, row.to});
    }
    auto& posting = entry.units.front();
    const bool from_lot = row.stock_from == Stock::available || row.stock_from == Stock::inbound;
    if (from_lot && posting.from < P::reserved) posting.lot = first_lot;
    if (row.trigger == T::swap_lot) {
        posting.lot_to = second_lot;
        entry.stock.push_back(
            {bolts, 3, Stock::available, Stock::available, lyon, {}, second_lot, first_lot});
    }
    desk.post(entry);
}

/// Stock of bolts in a bucket, over sites and lots.
std::vector<Quantity> totals(const Desk& desk) {
    std::vector<Quantity> sums(stock_count, 0);
    for (const auto& row : desk.ledger.stock())
        for (std::size_t i = 0; i < stock_count; ++i) sums[i] += row.units[i];
    return sums;
}

void take_each_row(LineKind kind) {
    for (const auto& row : rows_of(kind)) {
        CAPTURE(said(row));
        Desk desk;
        for (const auto lot : {first_lot, second_lot}) {
            desk.stock(Stock::opening, Stock::available, 5, {lyon, lot});
            desk.stock(Stock::opening, Stock::inbound, 5, {lyon, lot});
        }
        const auto id = desk.open(kind, {});
        Entry line;
        line.order = id;
        line.lines.push_back({1, bolts, money(250), {}, 0});
        desk.post(line);
        for (const auto& step : way_to(kind, row)) take(desk, id, step);
        const auto before = totals(desk);
        take(desk, id, row);
        CHECK(desk.units(id, row.to) == 3);
        CHECK(desk.units(id, row.billing_to) == 3);
        auto expected = before;
        expected[static_cast<std::size_t>(row.stock_from)] -= 3;
        expected[static_cast<std::size_t>(row.stock_to)] += 3;
        expected[0] = 0;
        CHECK(totals(desk) == expected);
    }
}

} // namespace

TEST_CASE("takes every row of a sale and moves its units, its billing and its stock together") {
    take_each_row(LineKind::sale);
}

TEST_CASE("takes every row of a transfer, whose units are never billed") {
    take_each_row(LineKind::transfer);
}

TEST_CASE("has a row for each trigger") {
    for (std::size_t i = 1; i < trigger_count; ++i) {
        CAPTURE(name_of(static_cast<T>(i)));
        CHECK(std::ranges::count(unit_rows(), static_cast<T>(i), &UnitRow::trigger) > 0);
    }
}

TEST_CASE("moves stock by every row for stock alone, and by no other") {
    std::set<std::pair<Stock, Stock>> listed;
    for (const auto& row : stock_rows()) {
        CHECK(std::string_view{row.name} != "");
        CHECK(listed.emplace(row.from, row.to).second);
    }
    for (std::size_t from = 0; from < stock_count; ++from)
        for (std::size_t to = 0; to < stock_count; ++to) {
            const auto a = static_cast<Stock>(from), b = static_cast<Stock>(to);
            CAPTURE(name_of(a));
            CAPTURE(name_of(b));
            Desk desk;
            // What has no row from outside comes there by an opening.
            if (!is_contra(a) && find_stock(Stock::opening, a)) desk.stock(Stock::opening, a, 4);
            Entry entry;
            entry.stock.push_back({bolts, 3, a, b, lyon, {}, {}, {}});
            CHECK(find_stock(a, b) == listed.contains({a, b}));
            CHECK(desk.refusal(entry).empty() == listed.contains({a, b}));
            if (!listed.contains({a, b})) continue;
            desk.post(entry);
            CHECK(desk.units(b) == (a == b ? 4 : 3));
        }
}

TEST_CASE("lists no way back from cancelled, and none into reserved without stock") {
    for (const auto& row : unit_rows()) {
        CHECK(row.from != P::cancelled);
        if (row.to == P::reserved && row.from != P::released) CHECK(row.stock_to == Stock::allocated);
    }
}

TEST_CASE("refuses every move that the table does not list") {
    // One parcel in each place that a unit can reach; then every trigger to everywhere with every billing.
    std::size_t refused = 0, allowed = 0;
    std::set<std::pair<P, F>> done;
    for (const auto& row : unit_rows()) {
        if (row.from == P::none || !done.emplace(row.from, row.billing_from).second) continue;
        Desk desk;
        desk.stock(Stock::opening, Stock::available, 5, {lyon, first_lot});
        desk.stock(Stock::opening, Stock::inbound, 5, {lyon, first_lot});
        desk.stock(Stock::opening, Stock::return_quarantine, 5, {lyon, first_lot});
        const auto id = desk.open(LineKind::sale, {});
        Entry line;
        line.order = id;
        line.lines.push_back({1, bolts, money(250), {}, 0});
        desk.post(line);
        for (const auto& step : way_to(LineKind::sale, row)) take(desk, id, step);
        const auto& order = desk.ledger.order(id);
        const auto& parcel = order.parcels[order.lines[0].first];
        UnitPosting posting;
        posting.line = 1;
        posting.parcel = order.lines[0].first;
        posting.quantity = 3;
        posting.from = parcel.pipeline;
        posting.billing_from = parcel.billing;
        posting.site = lyon;
        posting.lot = first_lot;
        posting.unit_price = money(250);
        for (std::size_t t = 0; t < trigger_count; ++t)
            for (std::size_t to = 0; to < pipeline_count; ++to)
                for (std::size_t billing = 0; billing < billing_count; ++billing) {
                    posting.trigger = static_cast<T>(t);
                    posting.to = static_cast<P>(to);
                    posting.billing_to = static_cast<F>(billing);
                    const auto found = find_unit(LineKind::sale, posting.trigger, posting.from,
                                                 posting.billing_from, posting.to);
                    posting.stock_from = found ? found->stock_from : Stock::none;
                    posting.stock_to = found ? found->stock_to : Stock::none;
                    fill_keys(posting);
                    Entry entry;
                    entry.order = id;
                    entry.units.push_back(posting);
                    const bool listed = found && found->billing_to == posting.billing_to;
                    if (listed != desk.refusal(entry).empty()) {
                        FAIL_CHECK(said({posting.trigger,
                                         posting.from,
                                         posting.to,
                                         posting.billing_from,
                                         posting.billing_to,
                                         {},
                                         {}}),
                                   ": ", desk.refusal(entry));
                    }
                    ++(listed ? allowed : refused);
                    if (!listed || found->stock_from == Stock::none) continue;
                    // The same move without its stock is no row either.
                    entry.units.front().stock_from = entry.units.front().stock_to = Stock::none;
                    CHECK(!desk.refusal(entry).empty());
                }
    }
    CHECK(allowed == unit_rows().size() - 1);
    CHECK(refused == done.size() * trigger_count * pipeline_count * billing_count - allowed);
}

} // namespace truefill::ledger
