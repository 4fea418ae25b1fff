#include "http/request_parser.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

using namespace truefill::http;
using Step = RequestParser::Step;

namespace {

constexpr ParserLimits limits{.head_bytes = 600, .headers = 10, .body_bytes = 200};

/// What came out of the bytes, as text: one line for each request, and one for the error.
std::string parsed(std::string_view bytes, std::mt19937_64* cutter) {
    RequestParser parser{limits};
    std::string out;
    std::string body;
    std::string waiting;
    while (!bytes.empty()) {
        const std::size_t piece = cutter ? 1 + (*cutter)() % 5 : bytes.size();
        waiting += bytes.substr(0, piece);
        bytes.remove_prefix(std::min(piece, bytes.size()));
        std::string_view input = waiting;
        for (bool goes_on = true; goes_on;) {
            switch (parser.feed(input)) {
            case Step::more: goes_on = false; break;
            case Step::failed: return out + "error " + std::to_string(parser.error().status);
            case Step::head:
                out += parser.head().request.path;
                for (const auto& [name, value] : parser.head().request.headers)
                    out += "|" + name + ":" + value;
                body.clear();
                parser.body_to(&body);
                break;
            case Step::whole:
                out += "|" + body + "\n";
                parser.restart();
                break;
            }
        }
        CHECK(input.size() <= limits.head_bytes + 5); // what waits for more bytes is bounded
        waiting.erase(0, waiting.size() - input.size());
    }
    return out;
}

const std::array<std::string, 4> samples{
    "GET /v1/orders/A%2F1?limit=10&q=a+b HTTP/1.1\r\nHost: here\r\nAccept: */*\r\n\r\n",
    "POST /v1/commands/a HTTP/1.1\r\nHost: here\r\nContent-Length: 11\r\nExpect: "
    "100-continue\r\n\r\n{\"a\":[1,2]}",
    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
    "chunked\r\n\r\n5;x=\"y\"\r\nhello\r\n0a\r\n0123456789\r\n"
    "0\r\nTrailer: t\r\n\r\n",
    "PUT /b HTTP/1.0\r\nContent-Length: 3\r\nConnection: keep-alive\r\nX-Long:   folded\r\n line\r\n\r\nabc"};

/// Changes, drops, doubles and inserts bytes, mostly those that mean something.
std::string spoiled(std::string text, std::mt19937_64& random) {
    constexpr std::string_view meaning{"\r\n: ;,0aF%/\t\"=\x00\xff", 16};
    for (std::uint64_t left = random() % 4; left > 0; --left) {
        const std::size_t at = random() % text.size();
        const char c = meaning[random() % meaning.size()];
        switch (random() % 4) {
        case 0: text[at] = c; break;
        case 1: text.erase(at, 1 + random() % 3); break;
        case 2: text.insert(at, text.substr(at, random() % 40)); break;
        default: text.insert(at, 1, c); break;
        }
        if (text.empty()) text = "\r";
    }
    return text;
}

} // namespace

TEST_CASE("it makes no difference in which pieces the bytes come") {
    std::mt19937_64 random{20260302};
    int refused = 0;
    int taken = 0;
    for (int round = 0; round < 20'000; ++round) {
        const std::string bytes = spoiled(samples[random() % samples.size()], random) +
                                  spoiled(samples[random() % samples.size()], random);
        const std::string whole = parsed(bytes, nullptr);
        const std::string pieces = parsed(bytes, &random);
        CAPTURE(round);
        CAPTURE(bytes);
        // A head in pieces is judged when all of it is there, so an error may be still to come.
        const bool is_undecided = whole.starts_with(pieces + "error");
        REQUIRE((whole == pieces || is_undecided));
        ++(whole.contains("error") ? refused : taken);
    }
    CHECK(refused > 1000);
    CHECK(taken > 1000);
}

TEST_CASE("a head says what is to come") {
    RequestParser parser{limits};
    std::string_view bytes = samples[1];
    REQUIRE(parser.feed(bytes) == Step::head);
    CHECK(parser.head().expects_continue);
    CHECK(parser.head().has_body);
    CHECK(parser.head().keep_alive);
    std::string body;
    parser.body_to(&body);
    REQUIRE(parser.feed(bytes) == Step::whole);
    CHECK(body == "{\"a\":[1,2]}");
    CHECK(bytes.empty());
    parser.restart();
    CHECK_FALSE(parser.has_begun());
    bytes = "\r\n\r\n";
    CHECK(parser.feed(bytes) == Step::more);
    CHECK_FALSE(parser.has_begun());
    bytes = "G";
    CHECK(parser.feed(bytes) == Step::more);
    CHECK(parser.has_begun());
}
