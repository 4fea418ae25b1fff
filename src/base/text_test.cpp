#include "base/text.h"

#include "base/digits.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <string>
#include <string_view>

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

TEST_CASE("UTF-8 is well-formed or it is not") {
    for (const std::string_view good :
         {"", "plain", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80", "\xef\xbf\xbf",
          "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf",
          "Gr\xc3\xb6\xc3\x9f"
          "e \xe2\x82\xac \xf0\x9f\x93\xa6!"}) {
        CHECK_MESSAGE(is_utf8(good), good);
    }
    CHECK(is_utf8(std::string_view{"\0", 1}));
    for (const std::string_view bad : {"\x80",
                                       "\xbf",
                                       "\xc0\xaf",
                                       "\xc1\xbf",
                                       "\xc3",
                                       "\xc3(",
                                       "\xe0\x9f\xbf",
                                       "\xe2\x82",
                                       "\xe2(\xa1",
                                       "\xe2\x82(",
                                       "\xed\xa0\x80",
                                       "\xed\xbf\xbf",
                                       "\xf0\x8f\xbf\xbf",
                                       "\xf0\x9f\x93",
                                       "\xf0\x9f\x93(",
                                       "\xf4\x90\x80\x80",
                                       "\xf5\x80\x80\x80",
                                       "\xf8\x88\x80\x80\x80",
                                       "\xff",
                                       "ok \xfe",
                                       "M\xfcller"}) {
        CHECK_FALSE(is_utf8(bad));
    }
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
