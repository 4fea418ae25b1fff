#include "connectors/shop/codes.h"

#include "connectors/shop/retail_fixture.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace truefill::connectors::shop;

namespace {

constexpr std::string_view header = "field,pattern,meaning,sale,credit,why\n";

void check_bad_rule(std::string_view rows, std::uint64_t line, std::uint64_t column) {
    CAPTURE(rows);
    const auto codes = parse_codes(std::string(header) + std::string(rows));
    REQUIRE_FALSE(codes.has_value());
    CHECK(codes.error().code == "bad_rule");
    CHECK(codes.error().line == line);
    CHECK(codes.error().column == column);
}

} // namespace

TEST_CASE("fits patterns without regard to case") {
    CHECK(fits("M", "m"));
    CHECK(fits("BANK CHARGES", "bank charges"));
    CHECK_FALSE(fits("M", "MM"));
    CHECK(fits("gift_0001_*", "GIFT_0001_20"));
    CHECK(fits("gift_0001_*", "gift_0001_"));
    CHECK_FALSE(fits("gift_0001_*", "gift_0001"));
    CHECK(fits("#####*", "85123A"));
    CHECK(fits("#####*", "21777"));
    CHECK_FALSE(fits("#####*", "2177"));
    CHECK_FALSE(fits("#####*", "POST12"));
    CHECK(fits("", ""));
    CHECK_FALSE(fits("", "x"));
    CHECK(fits("*", ""));
}

TEST_CASE("the shipped table knows the odd codes of the shipped data") {
    const CodeTable& codes = shipped_codes();
    for (const char* code : {"POST", "DOT", "C2"}) {
        REQUIRE(codes.item(code) != nullptr);
        CHECK(codes.item(code)->meaning == Meaning::charge_freight);
        CHECK(codes.item(code)->sale.verb == Verb::charge);
        CHECK(codes.item(code)->credit.code == "money_credit");
    }
    CHECK(codes.item("m")->meaning == Meaning::manual);
    CHECK(codes.item("AMAZONFEE")->sale.verb == Verb::refuse);
    CHECK(codes.item("D")->meaning == Meaning::discount);
    CHECK(codes.item("S")->meaning == Meaning::sample);
    CHECK(codes.item("gift_0001_30")->meaning == Meaning::voucher);
    CHECK(codes.item("DCGS0003")->sale.verb == Verb::line);
    CHECK(codes.item("85123a")->credit.verb == Verb::withdraw);
    CHECK(codes.item("XYZ") == nullptr);
    CHECK(codes.item("DCGSXYZ") == nullptr);
    CHECK(codes.note("")->sale.code == "count_correction");
    CHECK(codes.note(" found ")->sale.code == "found");
    CHECK(codes.note("reverse 21/5/10 adjustment")->sale.code == "correction_reversed");
    CHECK(codes.note("?")->sale.verb == Verb::case_);
    CHECK(codes.note("WHITE METAL LANTERN") == nullptr);
    CHECK(codes.country_code("EIRE") == "IE");
    CHECK(codes.country_code("Channel Islands").empty());
    CHECK(codes.country_code("Atlantis").empty());
}

TEST_CASE("refuses rules that it cannot follow, where they stand") {
    check_bad_rule("thing,X,goods,line,withdraw,why\n", 2, 1);
    check_bad_rule("item,,goods,line,withdraw,why\n", 2, 6);
    check_bad_rule("item,X*Y,goods,line,withdraw,why\n", 2, 6);
    check_bad_rule("item,X,god,line,withdraw,why\n", 2, 8);
    check_bad_rule("item,X,goods,ship,withdraw,why\n", 2, 14);
    check_bad_rule("item,X,goods,withdraw,withdraw,why\n", 2, 14);
    check_bad_rule("item,X,goods,charge,withdraw,why\n", 2, 14);
    check_bad_rule("item,X,goods,case,withdraw,why\n", 2, 14);
    check_bad_rule("item,X,goods,case:Not This,withdraw,why\n", 2, 14);
    check_bad_rule("item,X,goods,line:code,withdraw,why\n", 2, 14);
    check_bad_rule("item,X,goods,line,,why\n", 2, 19);
    check_bad_rule("item,X,goods,line,withdraw,\n", 2, 28);
    check_bad_rule("note,x,stock_adjustment,line,,why\n", 2, 25);
    check_bad_rule("note,x,stock_adjustment,adjust,,why\n", 2, 25);
    check_bad_rule("note,x,stock_adjustment,adjust:x,withdraw,why\n", 2, 34);
    check_bad_rule("country,X,XYZ,,,why\n", 2, 11);
    check_bad_rule("country,X,xy,,,why\n", 2, 11);
}

TEST_CASE("refuses a pattern that an earlier one hides") {
    check_bad_rule("item,X*,goods,line,withdraw,why\nitem,xy,goods,line,withdraw,why\n", 3, 6);
    check_bad_rule("item,X,goods,line,withdraw,why\nitem,X,goods,line,withdraw,why\n", 3, 6);
    check_bad_rule("item,#*,goods,line,withdraw,why\nitem,##,goods,line,withdraw,why\n", 3, 6);
    check_bad_rule("country,A*,AA,,,why\ncountry,AB*,AA,,,why\n", 3, 9);
    std::string rows(header);
    rows.append("item,1#,goods,line,withdraw,why\nitem,##,goods,line,withdraw,why\n"
                "item,#*,goods,line,withdraw,why\nnote,##,goods,case:x,,why\n");
    const auto specific_first = parse_codes(rows);
    CHECK(specific_first.has_value());
}

TEST_CASE("a table with another header is no table") {
    const auto codes = parse_codes("field,pattern\nitem,X\n");
    REQUIRE_FALSE(codes.has_value());
    CHECK(codes.error().code == "wrong_header");
}
