#include "base/json_document.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace truefill::json;

namespace {

/// The problem that parsing ends in; an empty detail when there is none.
Problem problem_of(std::string_view text, std::size_t size_max = 1'000'000) {
    Document document{size_max};
    auto value = document.parse(text);
    return value ? Problem{} : value.error();
}

std::string nested(std::size_t depth, std::string_view open, std::string_view close,
                   std::string_view inside) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += inside;
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
}

} // namespace

TEST_CASE("a value tells its kind and gives nothing for what it is not") {
    Document document;
    const Value all =
        *document.parse(R"({"n":null,"t":true,"f":false,"i":-12,"d":1.50,"s":"x","a":[1],"o":{}})");
    CHECK(all.kind() == Kind::object);
    CHECK(all.size() == 8);
    CHECK(all.find("n").kind() == Kind::null);
    CHECK(all.find("t").as_bool() == true);
    CHECK(all.find("f").as_bool() == false);
    CHECK(all.find("i").as_int() == -12);
    CHECK(all.find("i").kind() == Kind::number);
    CHECK_FALSE(all.find("i").as_uint());
    CHECK_FALSE(all.find("d").as_int());
    CHECK(all.find("d").kind() == Kind::number);
    CHECK(all.find("d").raw() == "1.50");
    CHECK(all.find("s").as_string() == "x");
    CHECK_FALSE(all.find("s").as_int());
    CHECK_FALSE(all.find("s").as_bool());
    CHECK(all.find("a").kind() == Kind::array);
    CHECK(all.find("o").kind() == Kind::object);
    CHECK(all.find("a").size() == 1);
    CHECK_FALSE(all.find("a").as_string());
}

TEST_CASE("a missing value answers every question with nothing") {
    Document document;
    const Value missing = document.parse("[]")->find("ship_to").find("city");
    CHECK_FALSE(missing);
    CHECK(missing.kind() == Kind::missing);
    CHECK_FALSE(missing.as_string());
    CHECK_FALSE(missing.as_int());
    CHECK_FALSE(missing.as_uint());
    CHECK_FALSE(missing.as_bool());
    CHECK(missing.raw().empty());
    CHECK(missing.offset() == 0);
    CHECK(missing.size() == 0);
    CHECK(missing.elements().begin() == missing.elements().end());
    CHECK(missing.members().begin() == missing.members().end());
}

TEST_CASE("children are walked in order and containers are skipped whole") {
    Document document;
    const Value value =
        *document.parse(R"( { "a" : [ [ 1 , {"x":2} ] , 3 ] , "b" : {"c":{"d":[]}} , "e" : 4 } )");
    std::string keys;
    for (const auto& [key, child] : value.members())
        keys += std::string{key} + "@" + std::to_string(child.offset()) + " ";
    CHECK(keys == "a@9 b@41 e@64 ");
    std::vector<std::string_view> raws;
    for (const Value element : value.find("a").elements()) raws.push_back(element.raw());
    REQUIRE(raws.size() == 2);
    CHECK(raws[0] == R"([ 1 , {"x":2} ])");
    CHECK(raws[1] == "3");
    CHECK(value.find("b").raw() == R"({"c":{"d":[]}})");
    CHECK(value.raw().size() == 66);
    CHECK(value.offset() == 1);
}

TEST_CASE("members are found in any order by one handle") {
    Document document;
    const Value value = *document.parse(R"({"a":1,"b":[2],"c":3,"d":4})");
    for (const std::string_view order : {"abcd", "dcba", "bdac", "aabbccdd", "ddaa"}) {
        for (const char key : order) {
            const Value found = value.find({&key, 1});
            REQUIRE(found);
            CHECK(found.raw() ==
                  (key == 'b' ? std::string{"[2]"} : std::string(1, static_cast<char>('1' + key - 'a'))));
        }
        CHECK_FALSE(value.find("e"));
        CHECK_FALSE(value.find(""));
    }
    CHECK_FALSE(document.parse("{}")->find("a"));
}

TEST_CASE("strings come out unescaped, and their source stays") {
    Document document;
    const Value value =
        *document.parse(R"(["plain","","\"\\\/\b\f\n\r\t","\u00e4\u20AC\ud83d\udce6 end","a\\",)"
                        R"("\u0000x",{"k\u0065y":"v","":1}])");
    std::vector<Value> all;
    for (const Value element : value.elements()) all.push_back(element);
    REQUIRE(all.size() == 7);
    CHECK(all[0].as_string() == "plain");
    CHECK(all[1].as_string() == "");
    CHECK(all[2].as_string() == "\"\\/\b\f\n\r\t");
    CHECK(all[3].as_string() == "\xc3\xa4\xe2\x82\xac\xf0\x9f\x93\xa6 end");
    CHECK(all[3].raw() == R"("\u00e4\u20AC\ud83d\udce6 end")");
    CHECK(all[4].as_string() == "a\\");
    CHECK(all[5].as_string() == std::string_view("\0x", 2));
    CHECK(all[6].find("key").as_string() == "v");
    CHECK(all[6].find("").as_int() == 1);
    CHECK(all[6].raw() == R"({"k\u0065y":"v","":1})");
}

TEST_CASE("a long string with escapes everywhere comes out whole") {
    Document document;
    for (const std::size_t length : {1U, 100U, 1'000U, 5'000U, 20'000U}) {
        std::string text = "[\"";
        std::string expected;
        for (std::size_t i = 0; i < length; ++i) {
            text += i % 7 == 0 ? "\\n" : "\xc3\xa4";
            expected += i % 7 == 0 ? "\n" : "\xc3\xa4";
        }
        text += "\",\"next\"]";
        const Value value = *document.parse(text);
        auto element = value.elements().begin();
        CHECK((*element).as_string() == expected);
        ++element;
        CHECK((*element).as_string() == "next");
    }
}

TEST_CASE("integers are exact to the edge of 64 bits, and everything else keeps its text") {
    Document document;
    const auto number = [&](std::string_view text) {
        auto value = document.parse(text);
        REQUIRE_MESSAGE(value.has_value(), text);
        CHECK(value->raw() == text);
        return *value;
    };
    CHECK(number("0").as_int() == 0);
    CHECK(number("-0").as_int() == 0);
    CHECK(number("9223372036854775807").as_int() == INT64_MAX);
    CHECK(number("-9223372036854775808").as_int() == INT64_MIN);
    CHECK_FALSE(number("9223372036854775808").as_int());
    CHECK(number("9223372036854775808").as_uint() == std::uint64_t{1} << 63);
    CHECK(number("18446744073709551615").as_uint() == UINT64_MAX);
    for (const std::string_view text :
         {"18446744073709551616", "-9223372036854775809", "1.0", "1e2", "-1.5E-3", "0.1",
          "123456789012345678901234567890.123456789012345678901234567890", "1e300", "0.30000000000000004"}) {
        CHECK_MESSAGE(!number(text).as_int(), text);
        CHECK_MESSAGE(!number(text).as_uint(), text);
    }
}

TEST_CASE("texts that are not JSON are refused with a sentence and a place") {
    for (const std::string_view text : {"",
                                        " ",
                                        "{",
                                        "[",
                                        "[1",
                                        "[1,",
                                        "[1,]",
                                        "{\"a\"",
                                        "{\"a\":",
                                        "{\"a\":1",
                                        "{\"a\":1,}",
                                        "{a:1}",
                                        "{'a':1}",
                                        "\"",
                                        "\"abc",
                                        "tru",
                                        "nul",
                                        "True",
                                        "01",
                                        "-",
                                        "1.",
                                        ".5",
                                        "+1",
                                        "1e",
                                        "1e+",
                                        "0x10",
                                        "NaN",
                                        "Infinity",
                                        "[1 2]",
                                        "{\"a\" 1}",
                                        "{\"a\":1 \"b\":2}",
                                        "[1]]",
                                        "{}{}",
                                        "1 2",
                                        "// x\n1",
                                        "/* x */1",
                                        "\"\\x\"",
                                        "\"\\u12\"",
                                        "\"\\\"",
                                        "\"tab\there\"",
                                        "\"line\nbreak\"",
                                        "\xef\xbb\xbf{}",
                                        "]",
                                        "}",
                                        ",",
                                        ":",
                                        "[,1]",
                                        "{,}",
                                        "{1:2}"}) {
        const Problem problem = problem_of(text);
        CHECK_MESSAGE(!problem.detail.empty(), text);
        CHECK_MESSAGE(problem.offset <= text.size(), text);
        CHECK(problem.pointer.empty());
    }
    CHECK(problem_of(std::string_view{"\"a\0b\"", 5}).detail == "this is not valid JSON in UTF-8");
    CHECK(problem_of("[1,").detail == "the text ends in the middle of a value");
    CHECK(problem_of("[1] x").detail == "something follows the JSON value");
    CHECK(problem_of("[true, fasle]").offset >= 7);
    CHECK(problem_of(" [1] \n\t").detail.empty());
}

TEST_CASE("text that is not UTF-8 is refused") {
    for (const std::string_view bytes :
         {"\xff", "\x80", "\xc3", "\xc3\x28", "\xe2\x82", "\xe2\x28\xa1", "\xf0\x9f\x93", "\xc0\xaf",
          "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80"}) {
        CHECK_FALSE(problem_of("\"" + std::string{bytes} + "\"").detail.empty());
        CHECK_FALSE(problem_of("{\"" + std::string{bytes} + "\":1}").detail.empty());
        CHECK_FALSE(problem_of("\"\\n" + std::string{bytes} + "\"").detail.empty());
    }
    for (const std::string_view half : {R"("\ud800")", R"("\udc00")", R"("\ud800x")", R"("\ud800\u0041")"}) {
        CHECK_MESSAGE(!problem_of(half).detail.empty(), half);
    }
}

TEST_CASE("nesting stops at 32") {
    CHECK(problem_of(nested(32, "[", "]", "")).detail.empty());
    CHECK(problem_of(nested(33, "[", "]", "")).detail == "arrays and objects are nested deeper than 32");
    CHECK(problem_of(nested(32, R"({"a":)", "}", "1")).detail.empty());
    CHECK(problem_of(nested(33, R"({"a":)", "}", "1")).detail ==
          "arrays and objects are nested deeper than 32");
    CHECK(problem_of(nested(100'000, "[", "", "")).detail == "arrays and objects are nested deeper than 32");
    CHECK(problem_of(nested(100'000, R"([{"a":)", "", "")).detail ==
          "arrays and objects are nested deeper than 32");
}

TEST_CASE("a key that stands twice in one object is refused") {
    CHECK(problem_of(R"({"a":1,"b":2,"a":3})").detail == R"(the member "a" stands twice in one object)");
    CHECK(problem_of(R"({"a":1,"b":2,"a":3})").offset == 13);
    CHECK_FALSE(problem_of(R"({"a":1,"\u0061":3})").detail.empty());
    CHECK_FALSE(problem_of(R"([{"x":{"":[],"":{}}}])").detail.empty());
    CHECK(problem_of(R"({"a":{"a":1},"b":{"a":{"b":1}}})").detail.empty());
    CHECK(problem_of(R"([{"a":1},{"a":1}])").detail.empty());
}

TEST_CASE("a repeated key is found at every place of objects of every size") {
    for (const std::size_t size : {2U, 3U, 10U, 31U, 32U, 33U, 34U, 100U}) {
        std::string good = "{";
        for (std::size_t i = 0; i < size; ++i) good += "\"key" + std::to_string(i) + "\":[{}],";
        good.back() = '}';
        CHECK(problem_of(good).detail.empty());
        for (std::size_t twin = 0; twin < size; ++twin) {
            std::string bad = good;
            bad.back() = ',';
            bad += "\"key" + std::to_string(twin) + "\":1}";
            CHECK_FALSE(problem_of(bad).detail.empty());
        }
    }
}

TEST_CASE("a hundred thousand keys are checked in a moment") {
    std::string text = "{";
    for (int i = 0; i < 100'000; ++i) text += "\"" + std::to_string(i) + "\":0,";
    CHECK(problem_of(text + "\"x\":0}", 10'000'000).detail.empty());
    CHECK(problem_of(text + "\"777\":0}", 10'000'000).detail ==
          R"(the member "777" stands twice in one object)");
}

TEST_CASE("a text longer than allowed is refused unread") {
    CHECK(problem_of("[1,2,3]", 7).detail.empty());
    CHECK(problem_of("[1,2,3]", 6).detail == "the text is longer than 6 bytes");
}

TEST_CASE("a document is as good as new after a refused text") {
    Document document;
    for (const std::string_view bad :
         {R"({"a":[{"b":"\n)", R"({"a":1,"a":2})", "[[[[", "\"\xff", "[1] 2", "{\"a\\n\":1,\"b"}) {
        CHECK_FALSE(document.parse(bad));
        const auto good = document.parse(R"({"k":"v\n"})");
        REQUIRE(good.has_value());
        CHECK(good->find("k").as_string() == "v\n");
    }
}

TEST_CASE("a text cut or changed anywhere is refused or read, and never crashes") {
    const std::string text = R"({"order":4711,"note":"a\u00e4\n\"b","deep":[[{"x":-1.5e3}],null,true,false],)"
                             R"("big":18446744073709551616})";
    Document document;
    for (std::size_t cut = 0; cut < text.size(); ++cut) {
        const std::string torn =
            text.substr(0, cut); // its own allocation, so that a sanitizer sees every overrun
        CHECK_FALSE(document.parse(torn));
    }
    CHECK(rc::check("changed bytes", [&](std::vector<std::pair<std::uint8_t, char>> changes) {
        std::string changed = text;
        for (const auto& [place, byte] : changes) changed[place % changed.size()] = byte;
        auto value = document.parse(changed);
        if (!value) return !value.error().detail.empty();
        std::size_t sum = 0;
        for (const auto& [key, child] : value->members()) sum += key.size() + child.raw().size();
        return sum <= changed.size();
    }));
}
