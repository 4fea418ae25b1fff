#include "cli/terminal.h"

#include <doctest/doctest.h>

namespace truefill::cli {

TEST_CASE("says times to the minute and money with its currency") {
    CHECK(say(Time{}) == "-");
    CHECK(say(*parse_time("2026-03-02T09:15:59Z")) == "2026-03-02 09:15");
    CHECK(say(Money{Amount{12'500'000}, *parse_currency("EUR")}) == "12.50 EUR");
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
