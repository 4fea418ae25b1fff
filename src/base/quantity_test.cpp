#include "base/quantity.h"

#include <doctest/doctest.h>

#include <cstdint>

using namespace truefill;

TEST_CASE("a conversion that comes out even is exact") {
    CHECK(convert_exactly(5, {12, 1}) == 60);
    CHECK(convert_exactly(60, {1, 12}) == 5);
    CHECK(convert_exactly(-24, {1, 12}) == -2);
    CHECK(convert_exactly(9, {2, 3}) == 6);
    CHECK(convert_exactly(0, {7, 9}) == 0);
    CHECK(convert_exactly(3, {-1, 1}) == -3);
}

TEST_CASE("a conversion never rounds") {
    const auto half_case = convert_exactly(7, {1, 6});
    REQUIRE_FALSE(half_case);
    CHECK(half_case.error() == "7 times 1 is not a multiple of 6");
}

TEST_CASE("a conversion goes through 128 bits and refuses what leaves 64") {
    CHECK(convert_exactly(INT64_MAX, {INT64_MAX, INT64_MAX}) == INT64_MAX);
    CHECK(convert_exactly(INT64_MIN, {1, 1}) == INT64_MIN);
    CHECK_FALSE(convert_exactly(INT64_MAX, {2, 1}));
    CHECK_FALSE(convert_exactly(INT64_MIN, {-1, 1}));
}

TEST_CASE("a conversion refuses a denominator that is not positive") {
    CHECK_FALSE(convert_exactly(6, {1, 0}));
    CHECK_FALSE(convert_exactly(6, {1, -2}));
    CHECK_FALSE(convert_exactly(6, {1, INT64_MIN}));
}
