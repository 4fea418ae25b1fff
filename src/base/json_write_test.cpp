#include "base/json_write.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::write_test {

enum class Channel : std::uint8_t { phone, edi };
TF_DESCRIBE_ENUM(Channel, phone, edi)

enum class FromOne : std::uint8_t { one = 1, two = 2 };
TF_DESCRIBE_ENUM(FromOne, one, two)

struct Line {
    LineNumber line{};
    ItemId item;
    Quantity quantity{};
    Money price;
};
TF_DESCRIBE(Line, (line, item, quantity, price))

struct Everything {
    OrderId order;
    bool complete{};
    std::int8_t small{};
    std::uint64_t large{};
    std::string note;
    Channel channel{};
    Amount amount;
    Money money;
    Time placed;
    Date due;
    Duration lead;
    Ratio pack;
    Digest digest;
    Hash128 hash;
    std::optional<Quantity> counted;
    std::vector<Line> lines;
    std::array<std::int32_t, 2> pair{};
    Currency currency;
};
TF_DESCRIBE(Everything, (order, complete, small, large, note, channel, amount, money, placed, due, lead, pack,
                         digest, hash, counted, lines, pair, currency))

struct Nothing {};
TF_DESCRIBE(Nothing, ())

struct Outer {
    Nothing inner;
    std::vector<Nothing> many;
};
TF_DESCRIBE(Outer, (inner, many))

// Defaults that say something, and required members.
struct Terms {
    static constexpr auto required = std::to_array<std::string_view>({"customer", "lines"});
    CustomerId customer;
    std::int32_t days{30};
    bool partial{true};
    std::vector<std::int32_t> lines;
    FromOne from_one{FromOne::one};
    std::string mode{"sea"};
};
TF_DESCRIBE(Terms, (customer, days, partial, lines, from_one, mode))

struct Tree {
    std::string name;
    std::vector<Tree> children;
};
TF_DESCRIBE(Tree, (name, children))

template <class T>
std::string encoded(const T& value) {
    std::string out;
    json::encode(out, value);
    return out;
}

} // namespace truefill::write_test

using namespace truefill;
using namespace truefill::write_test;

TEST_CASE("members that say nothing are left out") {
    CHECK(encoded(Line{}) == "{}");
    CHECK(encoded(Nothing{}) == "{}");
    // Amounts, ratios, fixed arrays and nested structs are statements even when zero.
    CHECK(encoded(Everything{}) ==
          R"({"amount":"0.00","pack":{"numerator":1,"denominator":1},"pair":[0,0]})");
    CHECK(encoded(Outer{}) == R"({"inner":{}})");
}

TEST_CASE("every kind of member has its one form, in the order of the description") {
    Everything all;
    all.order = {4711};
    all.complete = true;
    all.small = -128;
    all.large = UINT64_MAX;
    all.note = "10 \"boxes\"";
    all.channel = Channel::edi;
    all.amount = {12'500'000};
    all.money = {{-3'000'000}, {{'G', 'B', 'P'}}};
    all.placed = *parse_time("2026-03-02T10:00:00Z");
    all.due = *parse_date("2026-03-05");
    all.lead = hours(2);
    all.pack = {1, 6};
    all.digest = sha256("abc");
    all.hash = hash128("abc");
    all.counted = 0;
    all.lines = {{1, {7}, 10, {{4'375}, {{'E', 'U', 'R'}}}}, {2, {8}, -1, {}}};
    all.pair = {-1, 1};
    all.currency = {{'E', 'U', 'R'}};
    CHECK(encoded(all) ==
          R"({"order":4711,"complete":true,"small":-128,"large":18446744073709551615,"note":"10 \"boxes\"",)"
          R"("channel":"edi","amount":"12.50","money":{"amount":"-3.00","currency":"GBP"},)"
          R"("placed":"2026-03-02T10:00:00.000000Z","due":"2026-03-05","lead":7200000000,)"
          R"("pack":{"numerator":1,"denominator":6},)"
          R"("digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",)"
          R"("hash":"ba7816bf8f01cfea414140de5dae2223","counted":0,)"
          R"("lines":[{"line":1,"item":7,"quantity":10,"price":{"amount":"0.004375","currency":"EUR"}},)"
          R"({"line":2,"item":8,"quantity":-1}],"pair":[-1,1],"currency":"EUR"})");
}

TEST_CASE("members whose default says something and required ones are written even when empty") {
    Terms terms;
    CHECK(encoded(terms) ==
          R"({"customer":0,"days":30,"partial":true,"lines":[],"from_one":"one","mode":"sea"})");
    terms.days = 0;
    terms.partial = false;
    terms.mode.clear();
    CHECK(encoded(terms) ==
          R"({"customer":0,"days":0,"partial":false,"lines":[],"from_one":"one","mode":""})");
}

TEST_CASE("a zero money with a currency is a statement") {
    CHECK(encoded(Line{{}, {}, {}, {{}, {{'E', 'U', 'R'}}}}) ==
          R"({"price":{"amount":"0.00","currency":"EUR"}})");
    CHECK(encoded(std::vector<Money>{{}}) == R"([{"amount":"0.00","currency":""}])");
}

TEST_CASE("strings are escaped where JSON demands it and nowhere else") {
    CHECK(encoded(std::string{"a\"b\\c/d"}) == R"("a\"b\\c/d")");
    CHECK(encoded(std::string{"\b\f\n\r\t"}) == R"("\b\f\n\r\t")");
    CHECK(encoded(std::string{"\x01\x1f", 2}) == "\"\\u0001\\u001f\"");
    CHECK(encoded(std::string{"\0", 1}) == "\"\\u0000\"");
    CHECK(encoded(std::string{"\x7f\xc3\xa4\xe2\x82\xac\xf0\x9f\x93\xa6"}) ==
          "\"\x7f\xc3\xa4\xe2\x82\xac\xf0\x9f\x93\xa6\"");
    CHECK(encoded(std::string_view{}) == "\"\"");
}

TEST_CASE("an escape is found at every place of a string of every length") {
    for (std::size_t length = 1; length <= 40; ++length) {
        for (std::size_t place = 0; place < length; ++place) {
            for (const auto& [raw, escaped] :
                 {std::pair{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\x1f', "\\u001f"}}) {
                std::string text(length,
                                 '!'); // 0x21, one above the quote's neighbour and the control characters
                text[place] = raw;
                const std::string expected =
                    '"' + std::string(place, '!') + escaped + std::string(length - place - 1, '!') + '"';
                CHECK(encoded(text) == expected);
            }
        }
    }
}

TEST_CASE("encode appends, whatever room the string has") {
    const Line line{1, {7}, 10, {{4'375}, {{'E', 'U', 'R'}}}};
    const std::vector<std::string> notes(50, std::string(50, '\n'));
    std::string expected_notes;
    for (int note = 0; note < 50; ++note) {
        expected_notes += note == 0 ? "[\"" : ",\"";
        for (int i = 0; i < 50; ++i) expected_notes += "\\n";
        expected_notes += '"';
    }
    expected_notes += ']';
    for (const std::size_t spare : {0U, 1U, 15U, 16U, 100U, 5'000U, 20'000U}) {
        std::string out = "before:";
        out.reserve(out.size() + spare);
        json::encode(out, line);
        json::encode(out, notes);
        CHECK(out == "before:" + encoded(line) + expected_notes);
    }
}

TEST_CASE("elements of arrays are written even when empty, and types may contain themselves") {
    CHECK(encoded(std::vector<std::optional<std::int32_t>>{1, std::nullopt, 0}) == "[1,null,0]");
    CHECK(encoded(std::vector<OrderId>{{}, {2}}) == "[0,2]");
    CHECK(encoded(std::vector<std::vector<bool>::value_type>{}) == "[]");
    CHECK(encoded(Outer{{}, {{}, {}}}) == R"({"inner":{},"many":[{},{}]})");
    CHECK(encoded(Tree{"root", {{"left", {}}, {"right", {{"leaf", {}}}}}}) ==
          R"({"name":"root","children":[{"name":"left"},{"name":"right","children":[{"name":"leaf"}]}]})");
}
