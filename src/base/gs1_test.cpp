#include "base/gs1.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <string>

using namespace truefill;

TEST_CASE("the check digit lifts the weighted sum to a multiple of ten") {
    CHECK(gs1_check_digit("629104150021") == '3');
    CHECK(gs1_check_digit("9638507") == '4');
    CHECK(gs1_check_digit("03600029145") == '2');
    CHECK(gs1_check_digit("37610425002123456") == '9');
    CHECK(gs1_check_digit("000000000000") == '0');
}

TEST_CASE("a number proves itself by its last digit") {
    CHECK(has_gs1_check_digit("6291041500213"));
    CHECK(has_gs1_check_digit("96385074"));
    CHECK_FALSE(has_gs1_check_digit("6291041500214"));
    CHECK_FALSE(has_gs1_check_digit("629104150021"));
    CHECK_FALSE(has_gs1_check_digit("62910415002a3"));
    CHECK_FALSE(has_gs1_check_digit(""));
    CHECK_FALSE(has_gs1_check_digit("6291041500213629104150021362910415002136291041500213"));
}

TEST_CASE("one wrong digit or two swapped neighbours are found") {
    CHECK(rc::check("one wrong digit", [] {
        std::string number =
            std::to_string(*rc::gen::inRange<std::uint64_t>(100'000'000'000, 999'999'999'999));
        number += gs1_check_digit(number);
        const auto place = *rc::gen::inRange<std::size_t>(0, number.size());
        const auto shift = *rc::gen::inRange(1, 10);
        number[place] = static_cast<char>('0' + (number[place] - '0' + shift) % 10);
        return !has_gs1_check_digit(number);
    }));
}

TEST_CASE("an SSCC has eighteen digits and a good check digit") {
    CHECK(make_sscc18(3, "7610425", 2'123'456) == "376104250021234569");
    CHECK(make_sscc18(0, "4012", 999'999'999'999)->substr(0, 17) == "04012999999999999");
    const auto sscc = make_sscc18(1, "401234567890", 7);
    REQUIRE(sscc.has_value());
    CHECK(sscc->size() == 18);
    CHECK(sscc->substr(0, 17) == "14012345678900007");
    CHECK(has_gs1_check_digit(*sscc));
}

TEST_CASE("an SSCC is refused rather than repeated") {
    CHECK_FALSE(make_sscc18(1, "401234567890", 10'000));
    CHECK(make_sscc18(1, "401234567890", 9'999));
    CHECK_FALSE(make_sscc18(10, "4012345", 1));
    CHECK_FALSE(make_sscc18(-1, "4012345", 1));
    CHECK_FALSE(make_sscc18(1, "401", 1));
    CHECK_FALSE(make_sscc18(1, "4012345678901", 1));
    CHECK_FALSE(make_sscc18(1, "40x2345", 1));
}
