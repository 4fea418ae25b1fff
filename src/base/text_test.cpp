#include "base/text.h"

#include "base/digits.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <string>

using namespace truefill;

TEST_CASE("trim takes blanks from both ends only") {
    CHECK(trim("  a b\t\r\n") == "a b");
    CHECK(trim("") == "");
    CHECK(trim(" \t\n") == "");
    CHECK(trim("a") == "a");
}

TEST_CASE("a text splits at the first separator") {
    const auto parts = split_once("key=value=more", '=');
    REQUIRE(parts.has_value());
    CHECK(parts->first == "key");
    CHECK(parts->second == "value=more");
    CHECK(split_once("=", '=')->first.empty());
    CHECK_FALSE(split_once("nothing", '='));
    CHECK_FALSE(split_once("", '='));
}

TEST_CASE("lower case changes ASCII letters only") {
    CHECK(to_lower_ascii("SO-42 [Zz@`{] \xc3\x84") == "so-42 [zz@`{] \xc3\x84");
}

TEST_CASE("integers are written as the standard library writes them") {
    const auto agrees = [](std::int64_t value) {
        std::string text;
        append_int(text, value);
        std::string unsigned_text;
        append_uint(unsigned_text, static_cast<std::uint64_t>(value));
        return text == std::to_string(value) &&
               unsigned_text == std::to_string(static_cast<std::uint64_t>(value));
    };
    std::int64_t power = 1;
    for (int digits = 1; digits <= 18; ++digits, power *= 10) {
        for (const std::int64_t near : {power - 1, power, power + 1, 5 * power, -power}) CHECK(agrees(near));
    }
    CHECK(agrees(INT64_MAX));
    CHECK(agrees(INT64_MIN));
    CHECK(agrees(-1));
    CHECK(rc::check("any", agrees));
}

TEST_CASE("an identifier is printable, unquoted and not too long") {
    CHECK(is_printable_identifier("SO-2026/000123", 20));
    CHECK(is_printable_identifier("a", 1));
    CHECK_FALSE(is_printable_identifier("", 20));
    CHECK_FALSE(is_printable_identifier("ab", 1));
    for (const char* text : {"a b", "a\"", "a'", "a\\", "a<", "a>", "a&", "a\n", "\xc3\xa4", "\x7f"}) {
        CHECK_MESSAGE(!is_printable_identifier(text, 20), text);
    }
}
