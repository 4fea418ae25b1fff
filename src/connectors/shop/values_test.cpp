#include "connectors/shop/values.h"

#include <doctest/doctest.h>

#include <string>

using namespace truefill;
using namespace truefill::connectors::shop;

namespace {

std::string utc(Time time) {
    std::string text;
    append_time(text, time);
    return text.substr(0, 16);
}

Time at(const char* text) { return parse_time(text).value(); }

} // namespace

TEST_CASE("reads whole units, also when a system writes decimals") {
    CHECK(parse_units("6").value() == 6);
    CHECK(parse_units(" -9360 ").value() == -9360);
    CHECK(parse_units("6.000").value() == 6);
    CHECK(parse_units("6,00", ',').value() == 6);
    for (const char* text :
         {"", "six", "6.5", "1e3", "6 pcs", "0x10", "+6", "100000001", "99999999999999999999"}) {
        CHECK_FALSE(parse_units(text).has_value());
    }
    CHECK_FALSE(parse_units("1.000,00", ',').has_value());
    CHECK_FALSE(parse_units("6.5", ',').has_value());
}

TEST_CASE("reads prices exactly and refuses signs of money") {
    CHECK(parse_price("2.55").value() == Amount{2'550'000});
    CHECK(parse_price("2,55", ',').value() == Amount{2'550'000});
    CHECK(parse_price("-11062.06").value() == Amount{-11'062'060'000});
    for (const char* text : {"", "2.55 GBP", "1,250.00", "2.5500001", "."}) {
        CHECK_FALSE(parse_price(text).has_value());
    }
}

TEST_CASE("bounds the amount of a line") {
    CHECK(line_amount(-2, Amount{2'550'000}).value() == Amount{-5'100'000});
    CHECK_FALSE(line_amount(quantity_max, Amount{11'000'000}).has_value());
    CHECK_FALSE(line_amount(-quantity_max, Amount{9'000'000'000'000'000'000}).has_value());
}

TEST_CASE("reads local times by a pattern and an offset") {
    const TimeForm lyon{"DD/MM/YYYY hh:mm", hours(1)};
    CHECK(utc(parse_time_as("02/03/2026 09:15", lyon).value()) == "2026-03-02T08:15");
    CHECK(utc(parse_time_as("20260302", {"YYYYMMDD", {}}).value()) == "2026-03-02T00:00");
    CHECK(utc(parse_time_as("2026-03-02T10:00:00+02:00", {}).value()) == "2026-03-02T08:00");
    for (const char* text :
         {"", "2/3/2026 09:15", "02/03/2026", "02-03-2026 09:15", "31/02/2026 09:15", "02/03/2026 24:15",
          "02/03/2026 09:15 ", "02/03/2026 09:15x", "02/03/-026 09:15"}) {
        CAPTURE(text);
        CHECK(parse_time_as(text, lyon).has_value() ==
              std::string(text).ends_with("15 ")); // blanks at the ends go
    }
}

TEST_CASE("refuses time patterns that leave the date open or say it twice") {
    CHECK(check_time_pattern("DD/MM/YYYY hh:mm:ss").has_value());
    CHECK(check_time_pattern("YYYY-MM-DD").has_value());
    for (const char* text : {"", "hh:mm", "MM/YYYY", "DD/MM/YYYY DD", "DD/MM/YY", "DD.MM.YYYY hh:mm hh"}) {
        CHECK_FALSE(check_time_pattern(text).has_value());
    }
}

TEST_CASE("takes an hour off British times in summer only") {
    CHECK(utc(from_british_time(at("2010-12-01T08:26:00Z"))) == "2010-12-01T08:26");
    CHECK(utc(from_british_time(at("2011-06-01T08:26:00Z"))) == "2011-06-01T07:26");
    CHECK(utc(from_british_time(at("2011-03-27T00:59:00Z"))) == "2011-03-27T00:59");
    CHECK(utc(from_british_time(at("2011-03-27T02:00:00Z"))) == "2011-03-27T01:00");
    CHECK(utc(from_british_time(at("2011-10-30T01:59:00Z"))) == "2011-10-30T00:59");
    CHECK(utc(from_british_time(at("2011-10-30T02:00:00Z"))) == "2011-10-30T02:00");
}
