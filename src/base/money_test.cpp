#include "base/money.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

using namespace truefill;

namespace {

constexpr Currency eur{{'E', 'U', 'R'}};
constexpr Currency jpy{{'J', 'P', 'Y'}};

std::string text_of(Amount amount) {
    std::string text;
    append_amount(text, amount);
    return text;
}

Amount amount(std::string_view text) {
    const auto parsed = parse_amount(text);
    REQUIRE_MESSAGE(parsed.has_value(), text);
    return *parsed;
}

} // namespace

TEST_CASE("an amount reads its decimals exactly") {
    CHECK(amount("12.5").micros == 12'500'000);
    CHECK(amount("-3").micros == -3'000'000);
    CHECK(amount("0.000001").micros == 1);
    CHECK(amount("-0").micros == 0);
    CHECK(amount("0.10").micros == 100'000);
    CHECK(amount("9223372036854.775807").micros == INT64_MAX);
    CHECK(amount("-9223372036854.775807").micros == -INT64_MAX);
}

TEST_CASE("an amount refuses what is not exactly a decimal") {
    for (const std::string_view text : {"",
                                        "-",
                                        "+1",
                                        ".5",
                                        "1.",
                                        "1,5",
                                        "1.2345678",
                                        "0.0000001",
                                        "1e3",
                                        "1E3",
                                        " 1",
                                        "1 ",
                                        "007",
                                        "00",
                                        "-01",
                                        "--1",
                                        "1.2.3",
                                        "0x10",
                                        "NaN",
                                        "1_000",
                                        "9223372036854.775808",
                                        "9223372036855",
                                        "99999999999999999999999999"}) {
        CHECK_MESSAGE(!parse_amount(text), text);
    }
    CHECK_FALSE(parse_amount(std::string_view{"1\0", 2}));
    CHECK(parse_amount("1.2345678").error() == "an amount has at most six decimals");
}

TEST_CASE("an amount is written with two decimals and no more than it needs") {
    CHECK(text_of(amount("12.5")) == "12.50");
    CHECK(text_of(amount("-3")) == "-3.00");
    CHECK(text_of(amount("0")) == "0.00");
    CHECK(text_of(amount("0.004375")) == "0.004375");
    CHECK(text_of(amount("0.100")) == "0.10");
    CHECK(text_of(amount("1.230")) == "1.23");
    CHECK(text_of(amount("1.2304")) == "1.2304");
    CHECK(text_of({INT64_MAX}) == "9223372036854.775807");
    CHECK(text_of({INT64_MIN}) == "-9223372036854.775808");
}

TEST_CASE("every amount survives being written and read") {
    CHECK(rc::check("write then read", [](std::int64_t micros) {
        if (micros == INT64_MIN) return true; // has no positive twin; the text form stops one short of it
        return parse_amount(text_of({micros})) == Amount{micros};
    }));
    CHECK(rc::check("small ones too", [] {
        const auto micros = *rc::gen::inRange<std::int64_t>(-3'000'000, 3'000'000);
        return parse_amount(text_of({micros})) == Amount{micros};
    }));
}

TEST_CASE("rounding takes halves away from zero") {
    CHECK(rounded(amount("0.125"), 2) == amount("0.13"));
    CHECK(rounded(amount("-0.125"), 2) == amount("-0.13"));
    CHECK(rounded(amount("0.124999"), 2) == amount("0.12"));
    CHECK(rounded(amount("-0.124999"), 2) == amount("-0.12"));
    CHECK(rounded(amount("0.5"), 0) == amount("1"));
    CHECK(rounded(amount("-0.5"), 0) == amount("-1"));
    CHECK(rounded(amount("0.499999"), 0) == amount("0"));
    CHECK(rounded(amount("1.234567"), 6) == amount("1.234567"));
}

TEST_CASE("a price times a quantity is exact") {
    CHECK(times(amount("0.004375"), 1'000) == amount("4.375"));
    CHECK(times(amount("19.99"), -3) == amount("-59.97"));
    CHECK(times(Amount{}, INT64_MAX) == Amount{});
}

TEST_CASE("a ratio of an amount is rounded once, at the end") {
    CHECK(times(amount("100"), {19, 100}, 2) == amount("19"));
    CHECK(times(amount("0.05"), {1, 2}, 2) == amount("0.03"));
    CHECK(times(amount("-0.05"), {1, 2}, 2) == amount("-0.03"));
    CHECK(times(amount("10"), {1, 3}, 6) == amount("3.333333"));
    CHECK(times(amount("10"), {2, 3}, 0) == amount("7"));
    // The product needs 117 bits on the way and is exact all the same.
    CHECK(times(Amount{INT64_MAX}, {1'000'000'007, 1'000'000'007}, 6) == Amount{INT64_MAX});
}

TEST_CASE("parts in sixths add up within a coin of the whole") {
    CHECK(rc::check("shares", [] {
        const Amount whole{*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000) * 10'000};
        Amount sum;
        for (int i = 0; i < 6; ++i) sum += times(whole, {1, 6}, 2);
        const std::int64_t off = (sum - whole).micros;
        return off <= 30'000 && off >= -30'000;
    }));
}

TEST_CASE("currencies know their smallest coin") {
    const auto digits = [](std::string_view code) { return minor_digits(*parse_currency(code)); };
    CHECK(digits("EUR") == 2);
    CHECK(digits("GBP") == 2);
    CHECK(digits("JPY") == 0);
    CHECK(digits("KRW") == 0);
    CHECK(digits("KWD") == 3);
    CHECK(digits("BHD") == 3);
    CHECK(digits("CLF") == 4);
    CHECK(minor_digits(Currency{}) == 2);
}

TEST_CASE("a currency is three capital letters") {
    CHECK(parse_currency("EUR")->text() == "EUR");
    for (const std::string_view text : {"", "EU", "EURO", "eur", "E R", "E1R"})
        CHECK_FALSE(parse_currency(text));
    CHECK_FALSE(Currency{});
    CHECK(Currency{}.text().empty());
}

TEST_CASE("money keeps its currency and the empty sum takes one") {
    const Money five{amount("5"), eur};
    CHECK(five + five == Money{amount("10"), eur});
    CHECK(Money{} + five == five);
    CHECK(five - Money{} == five);
    CHECK(Money{} - five == -five);
    Money sum;
    for (int i = 0; i < 3; ++i) sum += five;
    CHECK(sum == times(five, 3));
    CHECK(rounded_to_coin({amount("10.555"), eur}).amount == amount("10.56"));
    CHECK(rounded_to_coin({amount("10.555"), jpy}).amount == amount("11"));
    CHECK(times(Money{amount("80"), eur}, {1, 3}, 2) == Money{amount("26.67"), eur});
}
