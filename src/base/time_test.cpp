#include "base/time.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <string>
#include <string_view>

using namespace truefill;

namespace {

std::string text_of(Time time) {
    std::string text;
    append_time(text, time);
    return text;
}

std::string text_of(Date date) {
    std::string text;
    append_date(text, date);
    return text;
}

} // namespace

TEST_CASE("a time is written in one form with six digits") {
    CHECK(text_of(Time{}) == "1970-01-01T00:00:00.000000Z");
    CHECK(text_of(Time{-1}) == "1969-12-31T23:59:59.999999Z");
    CHECK(text_of(Time{1'772'445'600'000'000}) == "2026-03-02T10:00:00.000000Z");
    CHECK(text_of(Time{951'782'400'000'001}) == "2000-02-29T00:00:00.000001Z");
}

TEST_CASE("a time reads zones and fractions") {
    const Time ten = *parse_time("2026-03-02T10:00:00Z");
    CHECK(ten.micros == 1'772'445'600'000'000);
    CHECK(parse_time("2026-03-02T12:00:00+02:00") == ten);
    CHECK(parse_time("2026-03-01T22:30:00-11:30") == ten);
    CHECK(parse_time("2026-03-02T10:00:00-00:00") == ten);
    CHECK(parse_time("2026-03-02t10:00:00z") == ten);
    CHECK(parse_time("2026-03-02T10:00:00.0Z") == ten);
    CHECK(parse_time("2026-03-02T10:00:00.25Z") == ten + milliseconds(250));
    CHECK(parse_time("2026-03-02T10:00:00.000001Z") == Time{ten.micros + 1});
    CHECK(text_of(*parse_time("0001-01-01T00:00:00Z")) == "0001-01-01T00:00:00.000000Z");
    CHECK(text_of(*parse_time("9999-12-31T23:59:59.999999Z")) == "9999-12-31T23:59:59.999999Z");
}

TEST_CASE("a time refuses every other form") {
    for (const std::string_view text : {"",
                                        "2026-03-02",
                                        "2026-03-02T10:00:00",
                                        "2026-03-02 10:00:00Z",
                                        "2026-03-02T10:00Z",
                                        "2026-03-02T10:00:00.Z",
                                        "2026-03-02T10:00:00.1234567Z",
                                        "2026-03-02T10:00:00,5Z",
                                        "2026-03-02T24:00:00Z",
                                        "2026-03-02T10:60:00Z",
                                        "2026-03-02T23:59:60Z",
                                        "2026-13-02T10:00:00Z",
                                        "2026-00-02T10:00:00Z",
                                        "2026-02-29T10:00:00Z",
                                        "2026-04-31T10:00:00Z",
                                        "2026-03-00T10:00:00Z",
                                        "0000-03-02T10:00:00Z",
                                        "2026-3-2T10:00:00Z",
                                        "2026-03-02T10:00:00+2:00",
                                        "2026-03-02T10:00:00+0200",
                                        "2026-03-02T10:00:00+24:00",
                                        "2026-03-02T10:00:00+02:60",
                                        "2026-03-02T10:00:00ZZ",
                                        "2026-03-02T10:00:00Z ",
                                        " 2026-03-02T10:00:00Z",
                                        "2026/03/02T10:00:00Z",
                                        "+026-03-02T10:00:00Z",
                                        "2026-03-02T1a:00:00Z",
                                        "2026-03-02T10:00:00+0a:00",
                                        "0001-01-01T00:00:00+00:01",
                                        "9999-12-31T23:59:59-00:01"}) {
        CHECK_MESSAGE(!parse_time(text), text);
    }
}

TEST_CASE("a refused time says why") {
    CHECK(parse_time("2026-03-02T23:59:60Z").error() ==
          "leap seconds are not kept: say second 59 or the next minute");
    CHECK(parse_time("2026-02-30T10:00:00Z").error() == "there is no such date");
    CHECK(parse_time("2026-03-02T10:00:00").error() ==
          "a time needs its zone: Z or an offset such as +02:00");
    CHECK(parse_time("2026-03-02T10:00:00.1234567Z").error() == "a time has at most six fraction digits");
}

TEST_CASE("every time from year 1 to 9999 survives being written and read") {
    CHECK(rc::check("write then read", [] {
        const Time time{*rc::gen::inRange<std::int64_t>(-62'135'596'800'000'000, 253'402'300'800'000'000)};
        return parse_time(text_of(time)) == time;
    }));
}

TEST_CASE("the calendar is right on every day of ten thousand years") {
    const Date first = *parse_date("0001-01-01");
    const Date last = *parse_date("9999-12-31");
    CivilDate expected{1, 1, 1};
    int wrong = 0;
    for (Date date = first; date <= last; date = date + 1) {
        const CivilDate found = civil(date);
        wrong += found.year != expected.year || found.month != expected.month || found.day != expected.day;
        wrong += date_from(found) != date;
        const bool leap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0);
        const int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        if (++expected.day <= lengths[expected.month - 1]) continue;
        expected.day = 1;
        if (++expected.month <= 12) continue;
        expected.month = 1;
        ++expected.year;
    }
    CHECK(wrong == 0);
    CHECK(expected.year == 10'000);
}

TEST_CASE("a date reads and writes one form") {
    CHECK(text_of(*parse_date("2026-03-02")) == "2026-03-02");
    CHECK(parse_date("1970-01-01")->days == 0);
    CHECK(parse_date("2000-02-29")->days == 11'016);
    for (const std::string_view text :
         {"", "2026-03-02 ", "2026-3-02", "20260302", "2026-02-29", "1900-02-29", "2026-03-32", "2026-03-02T",
          "x026-03-02", "0000-01-01"}) {
        CHECK_MESSAGE(!parse_date(text), text);
    }
}

TEST_CASE("a day begins at midnight UTC, before 1970 too") {
    const Time time = *parse_time("2026-03-02T23:59:59.999999Z");
    CHECK(text_of(date_of(time)) == "2026-03-02");
    CHECK(text_of(date_of(time + Duration{1})) == "2026-03-03");
    CHECK(text_of(date_of(Time{-1})) == "1969-12-31");
    CHECK(start_of(date_of(time)) == *parse_time("2026-03-02T00:00:00Z"));
    CHECK(start_of(*parse_date("1969-12-31")) == Time{} - days(1));
}

TEST_CASE("weekdays count from Monday") {
    CHECK(weekday(*parse_date("1970-01-01")) == 4);
    CHECK(weekday(*parse_date("2026-03-02")) == 1);
    CHECK(weekday(*parse_date("2026-03-08")) == 7);
    CHECK(weekday(*parse_date("1969-12-29")) == 1);
    CHECK(weekday(*parse_date("1969-12-28")) == 7);
}

TEST_CASE("durations add up") {
    CHECK(hours(1) == minutes(60));
    CHECK(days(1) - hours(23) == hours(1));
    CHECK(seconds(2) * 3 == milliseconds(6'000));
    const Time time = *parse_time("2026-02-28T12:00:00Z");
    CHECK(text_of(time + days(1)) == "2026-03-01T12:00:00.000000Z");
    CHECK((time + days(1)) - time == hours(24));
}
