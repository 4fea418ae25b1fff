#include "api/commands/if_match.h"

#include "api/lists/document_lists.h"
#include "api/orders/order_page.h"
#include "api/post_command.h"
#include "server/deprecation.h"
#include "server/server_fixture.h"

#include <memory>
#include <vector>

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
    return desk.ask(post_command_when_it_matches, std::move(request));
}

/// Sends several before any of them is answered.
std::vector<http::Response> race(Desk& desk, std::vector<http::Request> requests, const std::string& match) {
    std::vector<std::shared_ptr<TestExchange>> exchanges;
    for (auto& request : requests) {
        request.headers.emplace_back("if-match", match);
        exchanges.push_back(std::make_shared<TestExchange>(std::move(request)));
    }
    for (const auto& one : exchanges) post_command_when_it_matches(*desk.service, one);
    std::vector<http::Response> answers;
    for (const auto& one : exchanges) answers.push_back(one->wait());
    return answers;
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

TEST_CASE("of two who write at the same moment one is told that the order has changed") {
    Desk desk;
    for (int round = 1; round <= 10; ++round) {
        const auto number = "SO-" + std::to_string(round);
        CHECK(desk.loop->call(loop::order(round)).has_value());
        desk.settle();
        auto read = Desk::request(http::Method::get, "/v1/orders/" + number);
        read.parts.emplace_back("number", number);
        const auto seen = value_of(desk.ask(get_order, read), "ETag");
        const auto body =
            R"({"scope":"order","order":")" + number + R"(","reason":"a look","blocks":["issue"]})";
        const auto said = race(desk,
                               {desk.command("orders.place_hold", "a" + number, body),
                                desk.command("orders.place_hold", "b" + number, body)},
                               seen);
        CHECK(said[0].status + said[1].status == 200 + 412);
        const auto& late = said[0].status == 412 ? said[0] : said[1];
        CHECK(has(late.body, R"("code":"changed_since")"));
        CHECK(value_of(late, "ETag") == '"' + std::to_string(desk.loop->durable()) + '"');
        CHECK(desk.loop->read([](const engine::State& state) { return state.ledger.holds().size(); }) ==
              static_cast<std::size_t>(round));
    }
}

TEST_CASE("a case is taken over by one of two, and by nobody who has not seen what became of it") {
    Desk desk;
    cases::OpenCase open;
    open.category = "unmapped";
    open.sentence = "nobody knows this code";
    REQUIRE(desk.loop->call(loop::message("case", cases::Command{open})).has_value());
    desk.settle();
    const auto read = [&] {
        auto request = Desk::request(http::Method::get, "/v1/cases/1");
        request.parts.emplace_back("id", "1");
        return value_of(desk.ask(get_case, request), "ETag");
    };
    const auto assign = [&](const std::string& person) {
        return desk.command("cases.assign_case", "to-" + person,
                            R"({"case_id":1,"person":")" + person + R"("})");
    };
    const auto seen = read();
    CHECK(seen == "\"2\"");
    REQUIRE(desk.loop->call(loop::order(1)).has_value()); // another record is no change of the case
    const auto said = race(desk, {assign("ann"), assign("bob")}, seen);
    CHECK(said[0].status + said[1].status == 200 + 412);
    const auto& late = said[0].status == 412 ? said[0] : said[1];
    CHECK(has(late.body, "The case has changed"));
    CHECK(send(desk, assign("cleo"), seen).status == 412);
    CHECK(send(desk, assign("cleo"), read()).status == 200);
}

TEST_CASE("an If-Match counts for who may write an order and not read it; he is told no position") {
    Desk desk;
    CHECK(send(desk, desk.command("orders.place_order", "m-1", placed), "").status == 200);
    CHECK(send(desk,
               desk.command("masterdata.load_catalogue", "m-2",
                            R"({"catalogue":{"sites":[{"code":"LILLE"}]}})"),
               "")
              .status == 200);
    access::CreateKey key{"key00001", sha256("key00001secret"), "key00001", "shop"};
    key.roles = {access::Role::customer_service};
    key.scope = {{"LILLE"}, {}};
    key.expires_at = loop::morning + days(9);
    const auto made = desk.loop->call(loop::message("make-key", access::Command{std::move(key)}));
    REQUIRE(made.has_value());
    REQUIRE_MESSAGE(!made->refusal, made->refusal->sentence);
    REQUIRE(desk.door.mirror().wait_for(made->position, loop::long_enough));
    desk.settle();
    auto read = Desk::request(http::Method::get, "/v1/orders/SO-1");
    read.parts.emplace_back("number", "SO-1");
    const auto seen = value_of(desk.ask(get_order, read), "ETag");
    const auto by_shop = [](http::Request request) {
        request.headers.front().second = "Bearer tf_key00001_key00001secret";
        return request;
    };
    CHECK(desk.ask(get_order, by_shop(read)).status == 404);
    const auto cancel = [&](const std::string& id, const std::string& match) {
        return send(
            desk,
            by_shop(desk.command("orders.cancel_lines", id, R"({"order":"SO-1","reason":"asked for"})")),
            match);
    };
    const auto stale = cancel("c-1", "\"1\"");
    CHECK(stale.status == 412);
    CHECK(has(stale.body, R"("code":"changed_since")"));
    CHECK(value_of(stale, "ETag").empty());
    CHECK_FALSE(has(stale.body, "record"));
    const auto fresh = cancel("c-2", seen);
    CHECK_MESSAGE(fresh.status == 200, fresh.body);
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
