#include "connectors/shop/retail_fixture.h"
#include "connectors/shop/retail_import.h"
#include "connectors/shop/retail_rows.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

// The whole of examples/online-retail/online-retail.csv.gz: 49,978 real rows.

using namespace truefill;
using namespace truefill::connectors::shop;

namespace {

const std::string& shipped_file() {
    static const std::string bytes = read_file("examples/online-retail/online-retail.csv.gz").value();
    return bytes;
}

const Import& shipped_import() {
    static const Import import = import_retail(shipped_file(), shipped_codes()).value();
    return import;
}

/// The first rows of the file, up to a document's end.
std::string beginning(std::size_t size) {
    const std::string& bytes = shipped_file();
    std::size_t end = bytes.find('\n', size) + 1;
    const auto number = [&](std::size_t line) { return bytes.substr(line, bytes.find(',', line) - line); };
    const std::string cut = number(bytes.rfind('\n', end - 2) + 1);
    while (end < bytes.size() && number(end) == cut) end = bytes.find('\n', end) + 1;
    return bytes.substr(0, end);
}

template <class Document> void check_begins_with(const std::vector<Document>& all,
                                                 const std::vector<Document>& some) {
    REQUIRE(some.size() <= all.size());
    for (std::size_t i = 0; i < some.size(); ++i) CHECK(some[i] == all[i]);
}

} // namespace

TEST_CASE("each of the 49,978 rows has exactly one outcome, and they sum to the file") {
    CsvOptions options;
    options.header = retail_header();
    const Table table = parse_csv(shipped_file(), options).value();
    Quantity units = 0;
    Amount value;
    const auto rows = read_retail_rows(table);
    REQUIRE(rows.has_value());
    for (const RetailRow& row : *rows) {
        units += row.quantity;
        value += row.amount;
    }
    CHECK(table.row_count() == 49'978);
    CHECK(units == 414'485);
    CHECK(value == pence(84'030'028));

    const Import& import = shipped_import();
    REQUIRE(import.outcomes.size() == 49'978);
    for (std::size_t i = 0; i < import.outcomes.size(); ++i) REQUIRE(import.outcomes[i].row == i + 1);
    Sum total;
    for (const Sum& sum : sums(import.outcomes)) {
        total.rows += sum.rows;
        total.units += sum.units;
        total.value += sum.value;
    }
    CHECK(total.rows == 49'978);
    CHECK(total.units == units);
    CHECK(total.value == value);
}

TEST_CASE("the outcomes of the file are these") {
    const std::vector<Sum> expected{
        {Outcome::accepted, "charge", 181, 524, pence(3'460'052)},
        {Outcome::accepted, "free_line", 137, 322, {}},
        {Outcome::accepted, "order_line", 48'566, 434'350, pence(90'619'122)},
        {Outcome::accepted, "stock_adjustment", 147, -2'781, {}},
        {Outcome::accepted, "withdrawal", 393, -4'195, pence(-1'081'194)},
        {Outcome::refused, "marketplace_fee", 9, -7, pence(-7'258'481)},
        {Outcome::case_, "cancellation_without_customer", 24, -163, pence(-44'796)},
        {Outcome::case_, "charge_without_goods", 6, 26, pence(57'445)},
        {Outcome::case_, "money_credit", 32, -38, pence(-622'710)},
        {Outcome::case_, "other_channel", 7, -85, {}},
        {Outcome::case_, "partly_matched_cancellation", 2, -71, pence(-6'995)},
        {Outcome::case_, "price_differs", 18, -52, pence(-21'620)},
        {Outcome::case_, "stock_in_doubt", 6, -162, {}},
        {Outcome::case_, "unmatched_cancellation", 446, -13'187, pence(-1'082'709)},
        {Outcome::case_, "voucher_sold", 4, 4, pence(11'914)},
    };
    const auto found = sums(shipped_import().outcomes);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(found[i].code);
        CHECK(found[i] == expected[i]);
    }
}

TEST_CASE("the documents hold what the outcomes say") {
    const Import& import = shipped_import();
    std::map<std::string, Quantity> units;
    std::map<std::string, Amount> value;
    for (const ImportedOrder& order : import.orders) {
        CHECK_FALSE(order.lines.empty());
        for (const ImportedLine& line : order.lines) {
            const char* code = line.unit_price == Amount{} ? "free_line" : "order_line";
            units[code] += line.quantity;
            value[code] += times(line.unit_price, line.quantity);
        }
        for (const ImportedCharge& charge : order.charges) value["charge"] += charge.amount;
    }
    for (const StockAdjustment& adjustment : import.adjustments)
        units["stock_adjustment"] += adjustment.quantity;
    for (const Sum& sum : sums(import.outcomes)) {
        if (sum.outcome != Outcome::accepted || sum.code == "withdrawal") continue;
        CAPTURE(sum.code);
        if (sum.code != "charge") CHECK(units[sum.code] == sum.units);
        CHECK(value[sum.code] == sum.value);
    }
    CHECK(import.orders.size() == 1'786);
    CHECK(import.cases.size() == 545);
    CHECK(import.items.size() == 2'803);
    CHECK(import.customers.size() == 1'041);
}

TEST_CASE("no unit of a sale is withdrawn twice, and withdrawals name a line of that customer and item") {
    const Import& import = shipped_import();
    std::map<std::string, const ImportedOrder*> orders;
    for (const ImportedOrder& order : import.orders) orders[order.number] = &order;
    std::map<std::pair<std::string, LineNumber>, Quantity> taken;
    for (const ImportedCancellation& document : import.cancellations) {
        for (const Withdrawal& withdrawal : document.withdrawals) {
            REQUIRE(orders.contains(withdrawal.order));
            const ImportedOrder& order = *orders[withdrawal.order];
            REQUIRE(withdrawal.line <= order.lines.size());
            const ImportedLine& line = order.lines[withdrawal.line - 1];
            CHECK(order.customer == document.customer);
            CHECK(order.ordered_at <= document.at);
            CHECK(line.item == withdrawal.item);
            CHECK(withdrawal.quantity > 0);
            CHECK((taken[{withdrawal.order, withdrawal.line}] += withdrawal.quantity) <= line.quantity);
        }
    }
}

TEST_CASE("every key is used once") {
    const Import& import = shipped_import();
    std::set<std::string> keys;
    for (const auto& order : import.orders) CHECK(keys.insert(order.number).second);
    for (const auto& document : import.cancellations) CHECK(keys.insert(document.number).second);
    for (const auto& adjustment : import.adjustments) CHECK(keys.insert(adjustment.key).second);
    for (const auto& opened : import.cases) CHECK(keys.insert(opened.key).second);
    CHECK(import.in_order.size() == keys.size());
}

TEST_CASE("importing twice gives the same, to the byte") {
    const Import again = import_retail(shipped_file(), shipped_codes()).value();
    CHECK(again == shipped_import());
    CHECK(report(again) == report(shipped_import()));
}

TEST_CASE("a longer file gives the documents of a shorter one again") {
    for (const std::size_t size : {std::size_t{50'000}, std::size_t{1'000'000}, std::size_t{3'000'000}}) {
        const Import some = import_retail(beginning(size), shipped_codes()).value();
        const Import& all = shipped_import();
        check_begins_with(all.orders, some.orders);
        check_begins_with(all.cancellations, some.cancellations);
        check_begins_with(all.adjustments, some.adjustments);
        check_begins_with(all.cases, some.cases);
        check_begins_with(all.outcomes, some.outcomes);
        check_begins_with(all.in_order, some.in_order);
    }
}

TEST_CASE("damaged files are imported whole or refused with a place") {
    const std::string good = beginning(8'000);
    std::uint64_t seed = 20'260'302;
    const auto next = [&](std::size_t below) {
        seed = seed * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::size_t>((seed >> 33) % below);
    };
    constexpr std::string_view spice("\",\n\r\0\xA3;C-0", 10);
    std::size_t refused = 0;
    for (int round = 0; round < 2'000; ++round) {
        std::string bad = good;
        if (round % 10 == 0) bad.resize(next(bad.size()));
        for (std::size_t hits = next(3); hits > 0 && !bad.empty(); --hits)
            bad[next(bad.size())] = spice[next(spice.size())];
        const auto import = import_retail(bad, shipped_codes());
        if (import) {
            for (const RowOutcome& row : import->outcomes) REQUIRE_FALSE(row.code.empty());
        } else {
            ++refused;
            REQUIRE(import.error().line >= 1);
            REQUIRE(import.error().column >= 1);
            REQUIRE_FALSE(import.error().sentence.empty());
        }
    }
    CHECK(refused > 500);
}
