#include "api/commands/if_match.h"

#include "api/orders/order_page.h"
#include "api/post_command.h"
#include "server/deprecation.h"
#include "server/server_fixture.h"

namespace truefill::server {

using namespace api;
namespace {

constexpr auto placed = R"({"order":"SO-1","customer":"ACME","currency":"EUR",)"
                        R"("lines":[{"line":1,"item":"SKU-1","quantity":2,"unit_price":"2.50"}]})";
constexpr auto held = R"({"scope":"order","order":"SO-1","reason":"customer_asked","blocks":["release"]})";

std::string value_of(const http::Response& response, std::string_view name) {
    for (const auto& [one, value] : response.headers)
        if (one == name) return value;
    return {};
}

http::Response send(Desk& desk, http::Request request, std::string match) {
    if (!match.empty()) request.headers.emplace_back("if-match", std::move(match));
    return desk.ask(
        [](Service& service, const http::ExchangePtr& exchange) {
            when_it_matches(service, exchange, post_command);
        },
        std::move(request));
}

} // namespace

TEST_CASE("a command with If-Match is sent only when its order is as it was seen") {
    Desk desk;
    CHECK(send(desk, desk.command("orders.place_order", "m-1", placed), "").status == 200);
    desk.settle();
    auto read = Desk::request(http::Method::get, "/v1/orders/SO-1");
    read.parts.emplace_back("number", "SO-1");
    const auto seen = value_of(desk.ask(get_order, read), "ETag");
    CHECK(seen == "\"2\"");
    // Something else in the journal is no change of this order.
    CHECK(send(desk,
               desk.command("orders.place_order", "m-2",
                            R"({"order":"SO-2","customer":"ACME","currency":"EUR",)"
                            R"("lines":[{"line":1,"item":"SKU-1","quantity":2,"unit_price":"2.50"}]})"),
               "")
              .status == 200);
    const auto first = send(desk, desk.command("orders.place_hold", "h-1", held), seen);
    CHECK_MESSAGE(first.status == 200, first.body);

    const auto late = send(desk, desk.command("orders.place_hold", "h-2", held), seen);
    CHECK(late.status == 412);
    CHECK(has(late.body, R"("code":"changed_since")"));
    CHECK(value_of(late, "ETag") == "\"4\"");
    // A retry of what was taken is answered as before; any state will do for a star.
    CHECK(has(send(desk, desk.command("orders.place_hold", "h-1", held), seen).body,
              R"("outcome":"duplicate")"));
    CHECK(send(desk, desk.command("orders.place_hold", "h-3", held), "*").status == 200);
}

TEST_CASE("an If-Match that means nothing is refused") {
    Desk desk;
    CHECK(position_of_match("W/\"17\"").value() == 17);
    for (const char* value :
         {"17", "\"17", "\"\"", "\"x\"", "\"1\", \"2\"", "\"-1\"", "\"99999999999999999999999\""})
        CHECK(send(desk, desk.command("orders.place_hold", "h-1", held), value).status == 400);
    const auto none = send(desk, desk.command("cases.assign_case", "c-1", R"({"case":1})"), "\"1\"");
    CHECK(none.status == 400);
    CHECK(has(none.body, "if_match_unsupported"));
}

TEST_CASE("what will go says so on each answer, and nothing does today") {
    CHECK(deprecated().empty());
    const Deprecated going[] = {{http::Method::get, "/v1/old", date_from({2026, 2, 28}),
                                 date_from({2027, 2, 28}), "https://example.org/new"}};
    auto request = Desk::request(http::Method::get, "/v1/old");
    request.route = "/v1/old";
    const auto exchange = std::make_shared<TestExchange>(request);
    telling_deprecation(going, exchange)->reply({});
    const auto answer = exchange->wait();
    CHECK(value_of(answer, "Deprecation") == "@1772236800");
    CHECK(value_of(answer, "Sunset") == "Sun, 28 Feb 2027 00:00:00 GMT");
    CHECK(value_of(answer, "Link") == "<https://example.org/new>; rel=\"deprecation\"");
    request.route = "/v1/new";
    const auto stays = std::make_shared<TestExchange>(request);
    CHECK(telling_deprecation(going, stays) == stays);
}

} // namespace truefill::server
