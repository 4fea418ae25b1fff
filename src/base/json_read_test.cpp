#include "base/json_read.h"

#include "base/json.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::read_test {

enum class Channel : std::uint8_t { phone, edi, shop };
TF_DESCRIBE_ENUM(Channel, phone, edi, shop)

struct Line {
    LineNumber line{};
    ItemId item;
    Quantity quantity{};
    std::optional<Money> price;
    bool operator==(const Line&) const = default;
};
TF_DESCRIBE(Line, (line, item, quantity, price))

struct Order {
    static constexpr auto required = std::to_array<std::string_view>({"number", "lines"});
    std::string number;
    Channel channel{};
    SiteId site;
    Time placed;
    Date due;
    Duration lead;
    Amount freight;
    Ratio pack;
    Digest digest;
    Hash128 hash;
    bool complete{};
    std::int32_t days{30};
    std::vector<Line> lines;
    std::array<std::int16_t, 2> window{};
    std::optional<std::string> note;
    bool operator==(const Order&) const = default;
};
TF_DESCRIBE(Order, (number, channel, site, placed, due, lead, freight, pack, digest, hash, complete, days,
                    lines, window, note))

struct Narrow {
    std::uint8_t u8{};
    std::int8_t i8{};
    std::uint64_t u64{};
    std::int64_t i64{};
    SiteId site;
    JobId job;
};
TF_DESCRIBE(Narrow, (u8, i8, u64, i64, site, job))

/// A temperature as a leaf of its own.
struct Celsius {
    std::int64_t tenths{};
    bool operator==(const Celsius&) const = default;
};
struct Reading {
    Celsius temperature;
};
TF_DESCRIBE(Reading, (temperature))

/// Decodes, and gives the pointer and the sentence of the problem in one line; empty when all went well.
template <class T>
std::string problem_of(std::string_view text, T out = {}) {
    json::Document document;
    const auto value = document.parse(text);
    if (!value) return "syntax: " + value.error().detail;
    const auto done = json::decode(*value, out);
    return done ? "" : done.error().pointer + ": " + done.error().detail;
}

template <class T>
T decoded(std::string_view text) {
    json::Document document;
    T out;
    const auto value = document.parse(text);
    REQUIRE_MESSAGE(value.has_value(), text);
    const auto done = json::decode(*value, out);
    REQUIRE_MESSAGE(done.has_value(), text);
    return out;
}

Order full_order() {
    Order order;
    order.number = "SO-1 \"x\"\n\xc3\xa4";
    order.channel = Channel::shop;
    order.site = {65'535};
    order.placed = *parse_time("2026-03-02T10:00:00.5Z");
    order.due = *parse_date("2026-03-05");
    order.lead = -hours(3);
    order.freight = {-1};
    order.pack = {2, 3};
    order.digest = sha256("x");
    order.hash = hash128("x");
    order.complete = true;
    order.days = 0;
    order.lines = {{1, {7}, -3, Money{{5}, {{'E', 'U', 'R'}}}}, {}, {3, {}, INT64_MAX, std::nullopt}};
    order.window = {-5, 5};
    order.note = "";
    return order;
}

} // namespace truefill::read_test

template <>
struct truefill::json::Encoder<truefill::read_test::Celsius> {
    static constexpr bool is_bounded = true;
    static constexpr std::size_t bound = 22;
    static constexpr bool is_empty(truefill::read_test::Celsius) { return false; }
    static void write(Writer& writer, truefill::read_test::Celsius value) {
        Encoder<std::int64_t>::write(writer, value.tenths);
    }
};
template <>
struct truefill::json::Decoder<truefill::read_test::Celsius> {
    static bool read(Value value, truefill::read_test::Celsius& out, Problem& problem) {
        return Decoder<std::int64_t>::read(value, out.tenths, problem) &&
               (out.tenths >= -2'731 || fail(value, "colder than cold", problem));
    }
};

using namespace truefill;
using namespace truefill::read_test;

TEST_CASE("what was encoded is decoded to the same, and encodes to the same bytes") {
    const Order order = full_order();
    std::string text;
    json::encode(text, order);
    const auto again = decoded<Order>(text);
    CHECK(again == order);
    std::string second;
    json::encode(second, again);
    CHECK(second == text);
}

TEST_CASE("a default of the struct that says something survives both ways") {
    Order order;
    std::string text;
    json::encode(text, order);
    CHECK(decoded<Order>(text) == order);
    order.days = 0;
    text.clear();
    json::encode(text, order);
    CHECK(decoded<Order>(text).days == 0);
}

TEST_CASE("orders made at random survive both ways") {
    CHECK(rc::check("round trip", [](std::string number, std::vector<std::int64_t> numbers,
                                     std::uint16_t site, bool flag) {
        // Strings are valid UTF-8 by the time they are in a struct.
        for (char& c : number) c = static_cast<char>(c & 0x7f);
        Order order;
        order.number = number;
        order.site = {site};
        order.complete = flag;
        order.days = static_cast<std::int32_t>(numbers.size());
        order.channel = enumerators<Channel>[numbers.size() % 3].value;
        for (const std::int64_t n : numbers) {
            order.lines.push_back(
                {static_cast<LineNumber>(n), {static_cast<std::uint32_t>(n >> 7)}, n, std::nullopt});
            if (n % 2 == 0) order.lines.back().price = Money{{n / 2}, {{'G', 'B', 'P'}}};
        }
        if (flag) order.note = number;
        std::string text;
        json::encode(text, order);
        return decoded<Order>(text) == order;
    }));
}

TEST_CASE("members may come in any order, with white space, and missing ones keep their default") {
    const auto order =
        decoded<Order>(R"( { "lines" : [ { "quantity" : 2 , "line" : 1 } ] , "number" : "A" } )");
    CHECK(order.number == "A");
    CHECK(order.days == 30);
    REQUIRE(order.lines.size() == 1);
    CHECK(order.lines[0] == Line{1, {}, 2, std::nullopt});

    std::vector<std::string> members{R"("number":"A")", R"("channel":"edi")", R"("lines":[])", R"("days":1)"};
    std::ranges::sort(members);
    do {
        const auto shuffled =
            decoded<Order>("{" + members[0] + "," + members[1] + "," + members[2] + "," + members[3] + "}");
        CHECK(shuffled.channel == Channel::edi);
        CHECK(shuffled.days == 1);
    } while (std::ranges::next_permutation(members).found);
}

TEST_CASE("a member that is not known is refused with its pointer") {
    CHECK(problem_of<Order>(R"({"number":"A","lines":[],"colour":1})") ==
          "/colour: this member is not known here");
    CHECK(problem_of<Order>(R"({"number":"A","lines":[{"line":1},{"line":2,"a/b~c":1}]})") ==
          "/lines/1/a~1b~0c: this member is not known here");
    CHECK(problem_of<Order>(R"({"Number":"A","lines":[]})") == "/Number: this member is not known here");
    CHECK(problem_of<Order>(R"({"number":"A","lines":[],"pack":{"numerator":1,"denominator":2,"x":3}})") ==
          "/pack/x: this member is not known here");
}

TEST_CASE("a required member must be there") {
    CHECK(problem_of<Order>(R"({"number":"A"})") == "/lines: this member is required");
    CHECK(problem_of<Order>("{}") == "/number: this member is required");
    CHECK(problem_of<Order>(R"({"number":"","lines":[]})").empty());
    CHECK(problem_of<Order>(R"({"number":"A","lines":[{"price":{"amount":"1"}}]})") ==
          "/lines/0/price/currency: this member is required");
}

TEST_CASE("a problem points at the value and tells where it stands in the text") {
    json::Document document;
    Order order;
    const auto done =
        json::decode(*document.parse(R"({"number":"A","lines":[{"line":1},{"line":"2"}]})"), order);
    REQUIRE_FALSE(done);
    CHECK(done.error().pointer == "/lines/1/line");
    CHECK(done.error().detail == "expected a whole number, found a string");
    CHECK(done.error().offset == 42);
}

TEST_CASE("values of another kind are refused") {
    CHECK(problem_of<Order>("[]") == ": expected an object, found an array");
    CHECK(problem_of<Order>("null") == ": expected an object, found null");
    CHECK(problem_of<Order>(R"({"number":1})") == "/number: expected a string, found a number");
    CHECK(problem_of<Order>(R"({"number":null})") == "/number: expected a string, found null");
    CHECK(problem_of<Order>(R"({"complete":1})") == "/complete: expected true or false, found a number");
    CHECK(problem_of<Order>(R"({"lines":{}})") == "/lines: expected an array, found an object");
    CHECK(problem_of<Order>(R"({"lines":[[]]})") == "/lines/0: expected an object, found an array");
    CHECK(problem_of<Order>(R"({"channel":"fax"})") ==
          R"(/channel: expected one of the known words, from "phone" to "shop")");
    CHECK(problem_of<Order>(R"({"channel":1})") == "/channel: expected a string, found a number");
    CHECK(problem_of<Order>(R"({"placed":0})") == "/placed: expected a string, found a number");
    CHECK(problem_of<Order>(R"({"placed":"yesterday"})").starts_with("/placed: a time is written like"));
    CHECK(problem_of<Order>(R"({"due":"2026-02-30"})") == "/due: there is no such date");
    CHECK(problem_of<Order>(R"({"digest":"abc"})") == "/digest: expected 64 lower-case hex digits");
    CHECK(problem_of<Order>(R"({"hash":1})") == "/hash: expected 32 lower-case hex digits");
    CHECK(problem_of<Order>(R"({"pack":{"numerator":1,"denominator":0}})") ==
          "/pack: the denominator must be above zero");
    CHECK(problem_of<Order>(R"({"window":[1]})") == "/window: expected 2 elements");
    CHECK(problem_of<Order>(R"({"window":[1,"2"]})") == "/window/1: expected a whole number, found a string");
}

TEST_CASE("numbers must fit their type, whole") {
    const auto narrow =
        decoded<Narrow>(R"({"u8":255,"i8":-128,"u64":18446744073709551615,"i64":-9223372036854775808,)"
                        R"("site":65535,"job":18446744073709551615})");
    CHECK(narrow.u8 == 255);
    CHECK(narrow.u64 == UINT64_MAX);
    CHECK(narrow.i64 == INT64_MIN);
    CHECK(narrow.job.value == UINT64_MAX);
    CHECK(problem_of<Narrow>(R"({"u8":256})") == "/u8: expected a whole number from 0 to 255");
    CHECK(problem_of<Narrow>(R"({"u8":-1})") == "/u8: expected a whole number from 0 to 255");
    CHECK(problem_of<Narrow>(R"({"i8":128})") == "/i8: expected a whole number from -128 to 127");
    CHECK(problem_of<Narrow>(R"({"i8":1.0})") == "/i8: expected a whole number from -128 to 127");
    CHECK(problem_of<Narrow>(R"({"i8":1e1})") == "/i8: expected a whole number from -128 to 127");
    CHECK_FALSE(problem_of<Narrow>(R"({"u64":18446744073709551616})").empty());
    CHECK_FALSE(problem_of<Narrow>(R"({"i64":9223372036854775808})").empty());
    CHECK_FALSE(problem_of<Narrow>(R"({"i64":1234567890123456789012345678901234567890})").empty());
    CHECK_FALSE(problem_of<Narrow>(R"({"site":65536})").empty());
}

TEST_CASE("an amount is read from its text, as a string or as a number, and never through a double") {
    CHECK(decoded<Order>(R"({"number":"","lines":[],"freight":"12.50"})").freight.micros == 12'500'000);
    CHECK(decoded<Order>(R"({"number":"","lines":[],"freight":12.5})").freight.micros == 12'500'000);
    CHECK(decoded<Order>(R"({"number":"","lines":[],"freight":9007199254740.993001})").freight.micros ==
          9'007'199'254'740'993'001);
    CHECK(problem_of<Order>(R"({"freight":0.1234567})") == "/freight: an amount has at most six decimals");
    CHECK_FALSE(problem_of<Order>(R"({"freight":1e2})").empty());
    CHECK(problem_of<Order>(R"({"freight":true})") == "/freight: expected a string, found true or false");
}

TEST_CASE("money without currency is the empty sum or refused") {
    CHECK(decoded<std::vector<Money>>(R"([{"amount":"0.00","currency":""}])") == std::vector<Money>{{}});
    CHECK(problem_of<Money>(R"({"amount":"1","currency":""})") == ": an amount needs its currency");
    CHECK(problem_of<Money>(R"({"amount":"1","currency":"eur"})")
              .starts_with("/currency: a currency is three"));
    CHECK(problem_of<Money>(R"({"amount":"1"})") == "/currency: this member is required");
}

TEST_CASE("null is an empty optional and nothing else") {
    Order order;
    order.note = "before";
    json::Document document;
    CHECK(json::decode(*document.parse(R"({"number":"","lines":[],"note":null})"), order).has_value());
    CHECK_FALSE(order.note);
    CHECK(decoded<std::vector<std::optional<std::int32_t>>>("[1,null]") ==
          std::vector<std::optional<std::int32_t>>{1, std::nullopt});
}

TEST_CASE("a type of its own reads and writes itself") {
    CHECK(decoded<Reading>(R"({"temperature":-55})").temperature == Celsius{-55});
    CHECK(problem_of<Reading>(R"({"temperature":-3000})") == "/temperature: colder than cold");
    std::string text;
    json::encode(text, Reading{{215}});
    CHECK(text == R"({"temperature":215})");
}
