#include "connectors/shop/mapping.h"

#include "connectors/shop/file.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace truefill;
using namespace truefill::connectors::shop;

namespace {

constexpr std::string_view complete = "kind = stock\nsite = constant LYON\nitem = SKU\nquantity = Qty\n";

void check_problem(std::string_view text, std::string_view code, Place place) {
    CAPTURE(text);
    const auto mapping = parse_mapping(text);
    REQUIRE_FALSE(mapping.has_value());
    CHECK(mapping.error().code == code);
    CHECK(mapping.error().line == place.line);
    CHECK(mapping.error().column == place.column);
}

} // namespace

TEST_CASE("reads the shipped mappings") {
    const auto orders = parse_mapping(read_file("examples/own-csv/orders.map").value());
    REQUIRE(orders.has_value());
    CHECK(orders->kind == MappingKind::orders);
    CHECK(orders->source(Field::order_number)->text == "Order No");
    CHECK(orders->source(Field::currency)->constant);
    CHECK(orders->source(Field::currency)->text == "EUR");
    CHECK(orders->time_form.pattern == "DD/MM/YYYY hh:mm");
    CHECK(orders->time_form.ahead_of_utc == hours(1));
    CHECK_FALSE(orders->source(Field::lot).has_value());
    const auto stock = parse_mapping(read_file("examples/own-csv/stock.map").value());
    REQUIRE(stock.has_value());
    CHECK(stock->delimiter == ';');
}

TEST_CASE("reads remarks, quotes, constants, Windows line ends and a byte order mark") {
    const auto mapping =
        parse_mapping("\xEF\xBB\xBF# remark\r\n\r\n  kind=stock\r\ndelimiter = tab\r\ndecimal = ,\r\n"
                      "site = constant \" L 1\"\r\nitem = \"constant SKU\"\r\nquantity = On hand\r\n");
    REQUIRE(mapping.has_value());
    CHECK(mapping->delimiter == '\t');
    CHECK(mapping->decimal == ',');
    CHECK(mapping->source(Field::site)->text == " L 1");
    CHECK(mapping->source(Field::site)->constant);
    CHECK(mapping->source(Field::item)->text == "constant SKU");
    CHECK_FALSE(mapping->source(Field::item)->constant);
}

TEST_CASE("says what is wrong with a mapping and where") {
    check_problem("", "empty_file", {1, 1});
    check_problem("# nothing\n", "empty_file", {1, 1});
    check_problem("site = X\n", "missing_key", {1, 1});
    check_problem("kind = sales\n", "bad_value", {1, 8});
    check_problem("kind = stock\n  hello\n", "bad_line", {2, 3});
    check_problem("kind = stock\nsite =\n", "bad_line", {2, 1});
    check_problem("kind = stock\n= X\n", "bad_line", {2, 1});
    check_problem("kind = stock\nsite = X\nsite = Y\n", "repeated_key", {3, 1});
    check_problem("kind = stock\n order_number = X\n", "unknown_key", {2, 2});
    check_problem("kind = stock\ntime_format = YYYY-MM-DD\n", "unknown_key", {2, 1});
    check_problem("kind = stock\ndelimiter = x\n", "bad_value", {2, 13});
    check_problem("kind = stock\ndecimal = ;\n", "bad_value", {2, 11});
    check_problem("kind = stock\nsite = \"X\n", "bad_value", {2, 8});
    check_problem("kind = stock\nsite = \"\"\n", "bad_value", {2, 8});
    check_problem("kind = stock\nsite = X\nitem = Y", "missing_key", {3, 9});
    check_problem("kind = orders\ntime_format = hh:mm\n", "bad_value", {2, 15});
    check_problem("kind = orders\ntime_format = YYYY-MM-DD\n", "missing_key", {2, 1});
    check_problem("kind = orders\nutc_offset = +01:00\n", "missing_key", {2, 1});
    check_problem("kind = orders\ntime_format = YYYY-MM-DD\nutc_offset = CET\n", "bad_value", {3, 14});
    check_problem("kind = stock\nsite = M\xFC"
                  "nchen\n",
                  "wrong_encoding", {2, 9});
}

TEST_CASE("a table read through a mapping lacks no column that the mapping names") {
    const Mapping mapping = parse_mapping(complete).value();
    const auto file = MappedTable::open("Bin,SKU,Qty\nA1, HD-1 ,5\n", mapping);
    REQUIRE(file.has_value());
    CHECK(file->field(0, Field::site) == "LYON");
    CHECK(file->field(0, Field::item) == "HD-1");
    CHECK(file->field(0, Field::lot).empty());
    CHECK(file->name_of(Field::quantity) == "quantity (column `Qty`)");
    const auto missing = MappedTable::open("SKU,qty\nHD-1,5\n", mapping);
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == "missing_column");
    CHECK(missing.error().sentence.find("`Qty`") != std::string::npos);
    CHECK(missing.error().sentence.find("`SKU` and `qty`") != std::string::npos);
}
