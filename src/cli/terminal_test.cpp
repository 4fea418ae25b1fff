#include "cli/terminal.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace truefill::cli {

TEST_CASE("groups digits by three, also of the smallest number") {
    CHECK(grouped(std::int64_t{0}) == "0");
    CHECK(grouped(std::int64_t{-999}) == "-999");
    CHECK(grouped(std::int64_t{49978}) == "49,978");
    CHECK(grouped(std::int64_t{-1234567}) == "-1,234,567");
    CHECK(grouped(std::numeric_limits<std::int64_t>::min()) == "-9,223,372,036,854,775,808");
    CHECK(grouped(std::numeric_limits<std::uint64_t>::max()) == "18,446,744,073,709,551,615");
}

TEST_CASE("says times to the minute and money with its currency") {
    CHECK(say(Time{}) == "-");
    CHECK(say(*parse_time("2026-03-02T09:15:59Z")) == "2026-03-02 09:15");
    CHECK(say(Money{Amount{12'500'000}, *parse_currency("EUR")}) == "12.50 EUR");
    CHECK(plural(1, "order") == "1 order");
    CHECK(plural(1200, "order") == "1,200 orders");
    CHECK(words("partially_shipped") == "partially shipped");
}

TEST_CASE("a table is as wide as its widest cell, counted in characters, and numbers stand right") {
    TextTable table{{"name", ">units"}};
    table.add({"Müller", "7"});
    table.add({"X", "1,200"});
    CHECK(table.text("  ") == "  name    units\n"
                              "  Müller      7\n"
                              "  X       1,200\n");
}

} // namespace truefill::cli
