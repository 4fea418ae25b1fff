#include "http/problem.h"

#include "http/deadlines.h"
#include "http/response_head.h"
#include "http/traceparent.h"

#include <doctest/doctest.h>

#include <vector>

using namespace truefill::http;

TEST_CASE("a problem is written as RFC 9457 wants it, and says nothing of what is empty") {
    const Response response =
        answer({.status = 404, .detail = "There is no order \"SO-1\".", .code = "unknown_order"});
    CHECK(response.status == 404);
    CHECK(response.content_type == "application/problem+json");
    CHECK(response.body == R"({"type":"about:blank","title":"Not Found","status":404,)"
                           R"("detail":"There is no order \"SO-1\".","code":"unknown_order"})");
}

TEST_CASE("a problem names the places, and the trace of the request") {
    const Request request{.traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"};
    const Response response =
        answer({.title = "Bad body",
                .status = 400,
                .code = "bad_json",
                .errors = {{.pointer = "/lines/0", .code = "missing", .detail = "No item."}}},
               request);
    CHECK(response.body == R"({"type":"about:blank","title":"Bad body","status":400,"code":"bad_json",)"
                           R"("errors":[{"pointer":"/lines/0","code":"missing","detail":"No item."}],)"
                           R"("trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"})");
}

TEST_CASE("a traceparent is checked, and a new one passes") {
    const std::string good = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    CHECK(is_traceparent(good));
    CHECK(is_traceparent("cc" + good.substr(2) + "-what-comes-later"));
    CHECK_FALSE(is_traceparent(good + "-more"));
    CHECK_FALSE(is_traceparent("cc" + good.substr(2) + "."));
    CHECK_FALSE(is_traceparent("ff" + good.substr(2)));
    CHECK_FALSE(is_traceparent("00-4BF92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    CHECK_FALSE(is_traceparent("00-00000000000000000000000000000000-00f067aa0ba902b7-01"));
    CHECK_FALSE(is_traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"));
    CHECK_FALSE(is_traceparent(good.substr(1)));
    CHECK_FALSE(is_traceparent(""));
    CHECK(is_traceparent(new_traceparent()));
    CHECK(new_traceparent() != new_traceparent());
}

TEST_CASE("dates are written as HTTP wants them") {
    CHECK(http_date(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
    CHECK(http_date(784'111'777) == "Sun, 06 Nov 1994 08:49:37 GMT"); // RFC 9110, 5.6.7
    CHECK(http_date_now().size() == 29);
}

TEST_CASE("deadlines pass in the order in which the phases were entered") {
    struct Noted final : Deadlines::Entry {
        explicit Noted(std::vector<int>& into, int name) : log{into}, number{name} {}
        void expire(Phase) override { log.push_back(number); }
        std::vector<int>& log;
        int number;
    };
    using std::chrono::seconds;
    Deadlines deadlines;
    deadlines.set_limit(Phase::idle, seconds{10});
    deadlines.set_limit(Phase::head, seconds{3});
    std::vector<int> log;
    const Deadlines::Clock::time_point start{};
    Noted one{log, 1};
    Noted three{log, 3};
    {
        Noted gone{log, 9};
        deadlines.enter(one, Phase::idle, start);
        deadlines.enter(gone, Phase::idle, start);
    }
    Noted two{log, 2};
    deadlines.enter(two, Phase::idle, start + seconds{1});
    deadlines.enter(three, Phase::head, start + seconds{2});
    CHECK(deadlines.next() == start + seconds{5});
    CHECK(deadlines.longest_in(Phase::idle) == &one);
    deadlines.enter(one, Phase::idle, start + seconds{4}); // anew
    CHECK(deadlines.longest_in(Phase::idle) == &two);
    deadlines.expire(start + seconds{4});
    CHECK(log.empty());
    deadlines.expire(start + seconds{11});
    CHECK(log == std::vector<int>{2, 3});
    CHECK(two.phase() == Phase::none);
    CHECK(deadlines.next() == start + seconds{14});
    deadlines.enter(one, Phase::none, start);
    CHECK_FALSE(deadlines.next());
}
