#include "connectors/shop/own_import.h"

#include "connectors/shop/file.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace truefill;
using namespace truefill::connectors::shop;

namespace {

constexpr std::string_view order_mapping =
    "kind = orders\norder_number = No\nitem = SKU\nquantity = Qty\n"
    "unit_price = Price\nordered_at = At\ncustomer = Who\ncurrency = Cur\n"
    "requested_on = Wanted\n";
constexpr std::string_view stock_mapping =
    "kind = stock\nsite = Site\nitem = SKU\nquantity = Qty\nlot = Lot\n";

Mapping mapping_of(std::string_view text) { return parse_mapping(text).value(); }

Import orders_of(const std::string& rows) {
    auto import = import_orders("No,SKU,Qty,Price,At,Who,Cur,Wanted\n" + rows, mapping_of(order_mapping));
    REQUIRE(import.has_value());
    return std::move(*import);
}

StockStatement stock_of(const std::string& rows) {
    auto statement = import_stock("Site,SKU,Qty,Lot\n" + rows, mapping_of(stock_mapping));
    REQUIRE(statement.has_value());
    return std::move(*statement);
}

std::string codes_of(const std::vector<RowOutcome>& outcomes) {
    std::string text;
    for (const RowOutcome& row : outcomes) text += row.code + " ";
    return text;
}

constexpr Amount cents(std::int64_t n) { return {n * 10'000}; }

} // namespace

TEST_CASE("imports the shipped example of a user's own orders") {
    const auto import = import_orders(read_file("examples/own-csv/orders.csv").value(),
                                      mapping_of(read_file("examples/own-csv/orders.map").value()));
    REQUIRE(import.has_value());
    CHECK(codes_of(import->outcomes) == "order_line order_line order_line free_line order_line ");
    REQUIRE(import->orders.size() == 3);
    const ImportedOrder& first = import->orders[0];
    CHECK(first.ordered_at == parse_time("2026-03-02T08:15:00Z").value());
    CHECK(first.requested_on == parse_date("2026-03-05").value());
    CHECK(first.currency.text() == "EUR");
    CHECK(first.lines[1].description == "Bit set 1/4\", 12 pieces");
    CHECK(first.lines[1].unit_price == cents(995));
    CHECK_FALSE(import->orders[1].requested_on);
    CHECK(import->items.size() == 3);
    CHECK(import->customers.size() == 2);
}

TEST_CASE("imports the shipped example of a user's own stock and adds up the bins") {
    const auto statement = import_stock(read_file("examples/own-csv/stock.csv").value(),
                                        mapping_of(read_file("examples/own-csv/stock.map").value()));
    REQUIRE(statement.has_value());
    REQUIRE(statement->balances.size() == 5);
    CHECK(statement->balances[0] == StockBalance{1, "LYON", "HD-4410", "", 9});
    CHECK(statement->balances[1] == StockBalance{3, "LYON", "HD-4411", "B2602", 30});
    CHECK(statement->outcomes.size() == 6);
}

TEST_CASE("an order is taken whole or not at all") {
    const Import import = orders_of("SO-1,A,1,1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-2,A,1,1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-1,B,0,1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-1,A,2,1.00,2026-03-02T10:00:00Z,C1,EUR,\n");
    CHECK(codes_of(import.outcomes) == "order_refused order_line quantity_not_positive order_refused ");
    CHECK(import.orders.size() == 1);
    CHECK(import.outcomes[0].sentence.find("row 3") != std::string::npos);
}

TEST_CASE("each field of an order row is checked, with the name of its column") {
    const Import import = orders_of("S 1,A,1,1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-2,,1,1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-3,A,1.5,1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-4,A,1,-1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-5,A,1,1.00,2026-03-02 10:00,C1,EUR,\n"
                                    "SO-6,A,1,1.00,2026-03-02T10:00:00Z,,EUR,\n"
                                    "SO-7,A,1,1.00,2026-03-02T10:00:00Z,C1,euro,\n"
                                    "SO-8,A,1,1.00,2026-03-02T10:00:00Z,C1,EUR,soon\n"
                                    "SO-9,A,100000000,100.00,2026-03-02T10:00:00Z,C1,EUR,\n");
    CHECK(codes_of(import.outcomes) ==
          "bad_order_number bad_item bad_quantity bad_price bad_time bad_customer "
          "bad_currency bad_date amount_out_of_range ");
    CHECK(refusals("orders.csv", import.outcomes, 9)
              .find("orders.csv:4: quantity (column `Qty`): `1.5` is no whole number (bad_quantity)\n") !=
          std::string::npos);
    CHECK(refusals("orders.csv", import.outcomes, 2).ends_with("and 7 more refused rows\n"));
    CHECK(refusals("orders.csv", {}, 2).empty());
    CHECK(import.orders.empty());
}

TEST_CASE("rows of an order that disagree refuse it") {
    const Import import = orders_of("SO-1,A,1,1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-1,B,1,1.00,2026-03-02T10:00:00Z,C2,EUR,\n"
                                    "SO-2,A,1,1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-2,B,1,1.00,2026-03-02T10:00:00Z,C1,GBP,\n");
    CHECK(codes_of(import.outcomes) == "order_refused contradicts_order order_refused contradicts_order ");
}

TEST_CASE("a repeated item stays a line of its own") {
    const Import import = orders_of("SO-1,A,1,1.00,2026-03-02T10:00:00Z,C1,EUR,\n"
                                    "SO-1,A,1,1.00,2026-03-02T10:00:00Z,C1,EUR,\n");
    REQUIRE(import.orders.size() == 1);
    REQUIRE(import.orders[0].lines.size() == 2);
    CHECK_FALSE(import.orders[0].lines[0].repeats_item);
    CHECK(import.orders[0].lines[1].repeats_item);
}

TEST_CASE("each field of a stock row is checked") {
    const StockStatement statement =
        stock_of("LYON,A,5,\n,A,5,\nLYON,A B,5,\nLYON,A,-1,\nLYON,A,x,\nLYON,A,1,L 1\n"
                 "LYON,B,0,\nLYON,A,2,\n");
    CHECK(codes_of(statement.outcomes) ==
          "stock_balance bad_site bad_item negative_stock bad_quantity bad_lot stock_balance stock_balance ");
    REQUIRE(statement.balances.size() == 2);
    CHECK(statement.balances[0].quantity == 7);
    CHECK(statement.balances[1].quantity == 0);
}

TEST_CASE("a mapping of the other kind is refused, as is a bad file") {
    CHECK(import_orders("SKU\n1\n", mapping_of(stock_mapping)).error().code == "wrong_mapping");
    CHECK(import_stock("SKU\n1\n", mapping_of(order_mapping)).error().code == "wrong_mapping");
    const auto broken = import_stock("Site,SKU,Qty,Lot\nLYON,A,\"5,\n", mapping_of(stock_mapping));
    REQUIRE_FALSE(broken.has_value());
    CHECK(to_text("stock.csv", broken.error()) ==
          "stock.csv:2:8: the quote that opens here is never closed: close it (unterminated_quote)");
}
