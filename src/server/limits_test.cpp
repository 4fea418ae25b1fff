#include "api/limits.h"

#include "server/server_fixture.h"

#include <future>

using namespace truefill;
using namespace truefill::server;
using namespace truefill::api;
using namespace std::chrono_literals;
using Of = Limits::Of;

namespace {
const Limits::Now start{};
std::string field(const http::Response& response, std::string_view name) {
    for (const auto& [one, value] : response.headers)
        if (one == name) return value;
    return {};
}
} // namespace

TEST_CASE("a caller has a burst, and then a steady rate, whatever others do") {
    Limits limits{{10, 30}, {1, 5}};
    for (int i = 0; i < 30; ++i) CHECK(limits.take(Of::caller, "shop", 1, start).granted);
    const auto refused = limits.take(Of::caller, "shop", 1, start);
    CHECK_FALSE(refused.granted);
    CHECK(refused.retry_after_seconds == 1);
    CHECK(refused.full_after_seconds == 3);
    CHECK(limits.take(Of::caller, "erp", 1, start).granted);
    CHECK(limits.take(Of::caller, "shop", 1, start + 100ms).granted);
    CHECK_FALSE(limits.take(Of::caller, "shop", 1, start + 100ms).granted);
    CHECK(limits.take(Of::caller, "shop", 0, start + 1h).left == 30); // never more than the burst
}

TEST_CASE("a name and an address are counted apart, and what costs more waits longer") {
    Limits limits{{1, 2}, {1, 12}};
    CHECK(limits.take(Of::address, "192.0.2.7", Limits::failed_cost, start).left == 2);
    const auto refused = limits.take(Of::address, "192.0.2.7", Limits::failed_cost, start);
    CHECK_FALSE(refused.granted);
    CHECK(refused.retry_after_seconds == 8);
    CHECK(limits.take(Of::address, "192.0.2.7", 1, start).granted);
    CHECK(limits.take(Of::caller, "192.0.2.7", 1, start).left == 1);
}

TEST_CASE("without a rule nothing is counted or told") {
    Limits limits{{0, 0}, {0, 0}};
    const auto taken = limits.take(Of::caller, "shop", 1, start);
    CHECK(taken.granted);
    CHECK(limits.headers(Of::caller, taken).empty());
    CHECK(limits.size() == 0);
}

TEST_CASE("the header fields are those of the draft") {
    Limits limits{{2, 4}, {1, 5}};
    const auto fields = limits.headers(Of::caller, limits.take(Of::caller, "shop", 1, start));
    REQUIRE(fields.size() == 2);
    CHECK(fields[0] == std::pair<std::string, std::string>{"RateLimit-Policy", R"("caller";q=4;w=2)"});
    CHECK(fields[1] == std::pair<std::string, std::string>{"RateLimit", R"("caller";r=3;t=1)"});
}

TEST_CASE("when too many answers wait to be written, the next request is asked to come again") {
    Desk desk;
    std::promise<void> go_on;
    const auto wait = go_on.get_future().share();
    const auto asked = [&](std::string_view route) {
        auto made = Desk::request(http::Method::get, std::string{route});
        made.route = route;
        const auto exchange = std::make_shared<TestExchange>(std::move(made));
        return has_clerk(*desk.service, exchange) ? http::Response{} : exchange->wait();
    };
    CHECK(asked("/v1/orders").status == 200);
    for (int i = 0; i < 4'200; ++i) desk.clerks.give([wait] { wait.wait(); });
    CHECK(asked("/v1/orders").status == 503);
    CHECK(field(asked("/v1/orders"), "Retry-After") == "1");
    CHECK(asked("/healthz").status == 200);
    go_on.set_value();
}

TEST_CASE("memory is bounded, and who has asked most is not forgotten for others") {
    Limits limits{{1, 100}, {1, 100}};
    for (int i = 0; i < 100; ++i) limits.take(Of::address, "bad", 1, start);
    for (int i = 0; i < 30'000; ++i) limits.take(Of::address, "one-" + std::to_string(i), 1, start);
    CHECK(limits.size() <= Limits::shards * Limits::buckets_max);
    CHECK_FALSE(limits.take(Of::address, "bad", 1, start).granted);
    limits.take(Of::address, "later", 1, start + 1h);
}

TEST_CASE("an address of IPv6 counts by its network, one of IPv4 by itself") {
    CHECK(network_of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2");
    CHECK(network_of("2001:db8:1:2::9") == "2001:db8:1:2");
    CHECK(network_of("192.0.2.7") == "192.0.2.7");
    CHECK(network_of("::ffff:192.0.2.7") == "::ffff:192.0.2.7");
    CHECK(network_of("::1") == "::1");
}

TEST_CASE("who asks too much is told when to ask again; the operator token and health are never limited") {
    Desk desk;
    Limits limits{{1, 1}, {1, 12}};
    desk.service->limits = &limits;
    const auto ask = [&](http::Request request) {
        const auto exchange = std::make_shared<TestExchange>(std::move(request));
        return within_limits(*desk.service, exchange) ? http::Response{} : exchange->wait();
    };
    for (int i = 0; i < 50; ++i) CHECK(ask(Desk::request(http::Method::get, "/v1/orders")).status == 200);
    auto nobody = Desk::request(http::Method::get, "/v1/orders");
    nobody.peer = "192.0.2.7";
    nobody.headers = {{"authorization", "Bearer tf_wrong"}};
    CHECK(ask(nobody).status == 200); // it goes on to the door, which says 401
    const auto refused = ask(nobody);
    CHECK(refused.status == 429);
    CHECK(field(refused, "Retry-After") == "8");
    CHECK(field(refused, "RateLimit-Policy") == R"("address";q=12;w=12)");
    CHECK(has(refused.body, R"("code":"too_many_requests")"));
    nobody.route = "/healthz";
    CHECK(ask(nobody).status == 200);
}
