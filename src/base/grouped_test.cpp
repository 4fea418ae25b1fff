#include "base/grouped.h"

#include <doctest/doctest.h>

#include <limits>

using namespace truefill;

TEST_CASE("numbers have their thousands apart") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1000) == "1,000");
    CHECK(grouped(-999) == "-999");
    CHECK(grouped(-1234567) == "-1,234,567");
    CHECK(grouped(std::numeric_limits<std::uint64_t>::max()) == "18,446,744,073,709,551,615");
    CHECK(grouped(std::numeric_limits<std::int64_t>::min()) == "-9,223,372,036,854,775,808");
    CHECK(grouped_text("1041012.97") == "1,041,012.97");
    CHECK(grouped_text("-100.00") == "-100.00");
    CHECK(grouped_text("0.123456") == "0.123456");
}

TEST_CASE("nouns follow their number") {
    CHECK(plural(0, "world") == "0 worlds");
    CHECK(plural(1, "world") == "1 world");
    CHECK(plural(49978, "row") == "49,978 rows");
}
