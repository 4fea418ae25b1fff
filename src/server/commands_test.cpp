#include "api/access/session.h"
#include "api/commands/post_commands.h"
#include "api/post_command.h"
#include "server/server_fixture.h"

namespace truefill::server {

using namespace api;
namespace {

constexpr auto order_body = R"({"order":"SO-1","customer":"ACME","currency":"EUR",)"
                            R"("lines":[{"line":1,"item":"SKU-1","quantity":2,"unit_price":"2.50"}]})";

std::string csrf_of(const http::Response& response) {
    const auto at = response.body.find("\"csrf_token\":\"") + 14;
    return response.body.substr(at, response.body.find('"', at) - at);
}

std::string cookie_of(const http::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Set-Cookie") return value.substr(0, value.find(';'));
    return {};
}

http::Request with_cookie(http::Method method, const std::string& cookie) {
    auto made = Desk::request(method, "/v1/commands/orders.place_order");
    made.headers = {{"cookie", "other=1; " + cookie}};
    made.route = "/v1/commands/{name}";
    return made;
}

bool admitted(Desk& desk, http::Request request, int* status = nullptr) {
    const auto exchange = std::make_shared<TestExchange>(std::move(request));
    const bool passes = admits(*desk.service, exchange);
    if (!passes && status) *status = exchange->wait().status;
    return passes;
}

} // namespace

TEST_CASE("a command is committed once; a retry with its key is a duplicate of the same position") {
    Desk desk;
    const auto first = desk.ask(post_command, desk.command("orders.place_order", "m-1", order_body));
    CHECK(first.status == 200);
    CHECK(first.body == R"({"outcome":"committed","position":2})");
    const auto again = desk.ask(post_command, desk.command("orders.place_order", "\"m-1\"", order_body));
    CHECK(again.body == R"({"outcome":"duplicate","position":2})");
    const std::string spaced = std::string{" "} + order_body;
    CHECK(desk.ask(post_command, desk.command("orders.place_order", "m-1", spaced)).body == again.body);
}

TEST_CASE("other content under a known key is reported, not done") {
    Desk desk;
    desk.ask(post_command, desk.command("orders.place_order", "m-1", order_body));
    auto other = std::string{order_body};
    other.replace(other.find("\"quantity\":2"), 12, "\"quantity\":3");
    CHECK(has(desk.ask(post_command, desk.command("orders.place_order", "m-1", other)).body, "\"reported\""));
}

TEST_CASE("a refusal is a problem with its own code, and so is every retry of it") {
    Desk desk;
    desk.ask(post_command, desk.command("orders.place_order", "m-1", order_body));
    for (int i = 0; i < 2; ++i) {
        const auto no = desk.ask(post_command,
                                 desk.command("orders.cancel_lines", "m-2", R"({"order":"SO-1","line":9})"));
        CHECK(no.status == 422);
        CHECK(no.content_type == "application/problem+json");
        CHECK(has(no.body, "\"code\":\"line_unknown\""));
        CHECK(has(no.body, "\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\""));
    }
}

TEST_CASE("what cannot be read never reaches the journal, and says where") {
    Desk desk;
    const auto end = desk.loop->durable();
    const auto wrong = desk.ask(post_command, desk.command("orders.place_order", "m-1",
                                                           R"({"order":"SO-1","lines":[{"line":"x"}]})"));
    CHECK(wrong.status == 400);
    CHECK(has(wrong.body, "\"pointer\":\"/lines/0/line\""));
    CHECK(desk.ask(post_command, desk.command("orders.place_order", "m-1", "{")).status == 400);
    auto late = std::string{order_body};
    late.insert(late.size() - 1, R"(,"requested":"9999-12-31")");
    CHECK(has(desk.ask(post_command, desk.command("orders.place_order", "m-1", late)).body,
              "\"pointer\":\"/requested\""));
    const auto own = desk.ask(
        post_command, desk.command("warehouse.release_order", "m-1", R"({"order":"SO-1","order_id":1})"));
    CHECK(has(own.body, "\"pointer\":\"/order_id\""));
    auto dear = std::string{order_body};
    dear.replace(dear.find("2.50"), 4, "100000000000.01");
    CHECK(has(desk.ask(post_command, desk.command("orders.place_order", "m-1", dear)).body,
              "\"pointer\":\"/lines/0/unit_price\""));
    auto event_time = desk.command("orders.place_order", "m-1", order_body);
    event_time.headers.emplace_back("truefill-event-time", "1000-01-01T00:00:00Z");
    CHECK(desk.ask(post_command, event_time).status == 400);
    CHECK(desk.ask(post_command, desk.command("orders.fly", "m-1", "{}")).status == 404);
    CHECK(desk.ask(post_command, desk.command("engine.advance_time", "m-1", "{}")).status == 404);
    CHECK(desk.ask(post_command, desk.command("orders.place_order", "", order_body)).status == 400);
    CHECK(desk.ask(post_command, desk.command("orders.place_order", std::string(129, 'k'), order_body))
              .status == 400);
    CHECK(desk.loop->durable() == end);
}

TEST_CASE("many commands are answered line by line in their order") {
    Desk desk;
    auto request = Desk::request(http::Method::post, "/v1/commands");
    request.headers.emplace_back("content-type", "application/x-ndjson");
    const std::string placed =
        std::string{R"({"command":"orders.place_order","message_id":"b-1","body":)"} + order_body + "}";
    request.body =
        placed + "\n\n{\"command\":\"orders.fly\",\"message_id\":\"b-2\",\"body\":{}}\r\n" + "nonsense\n" +
        R"({"command":"orders.place_order","message_id":"b-3","body":{"order":"SO-2"}})" + "\n" + placed;
    const auto answer = desk.ask(post_commands, request);
    CHECK(answer.status == 200);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < answer.body.size();) {
        const auto end = answer.body.find('\n', at);
        lines.push_back(answer.body.substr(at, end - at));
        at = end + 1;
    }
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == R"({"line":1,"outcome":"committed","position":2})");
    CHECK(has(lines[1], "command_unknown"));
    CHECK(has(lines[2], "body_invalid"));
    CHECK(has(lines[3], "\"pointer\":\"/body"));
    CHECK(lines[4] == R"({"line":6,"outcome":"duplicate","position":2})"); // the second line is blank
}

TEST_CASE("ten thousand commands in one request take effect once each") {
    Desk desk;
    auto request = Desk::request(http::Method::post, "/v1/commands");
    request.headers.emplace_back("content-type", "application/x-ndjson");
    for (int i = 0; i < 10'000; ++i) {
        const auto number = std::to_string(i);
        request.body += R"({"command":"orders.place_hold","message_id":"h-)" + number +
                        R"(","body":{"scope":"site","site":"LYON","reason":"r","blocks":["release"]}})" +
                        "\n";
    }
    const auto answer = desk.ask(post_commands, request);
    CHECK(std::ranges::count(answer.body, '\n') == 10'000);
    auto more = request;
    more.body.assign(100'000, '\n');
    CHECK(desk.ask(post_commands, more).status == 413);
    more.headers.back().second = "application/json";
    CHECK(desk.ask(post_commands, more).status == 415);
    CHECK(!has(answer.body, "problem"));
    CHECK(desk.loop->read([](const engine::State& state) { return state.ledger.holds().size(); }) == 10'000);
}

TEST_CASE("nobody passes without the token, and no write of a session without its own token") {
    Desk desk;
    int status = 0;
    auto request = Desk::request(http::Method::get, "/v1/orders");
    request.route = "/v1/orders";
    CHECK(admitted(desk, request));
    request.headers = {{"authorization", "Bearer tf_wrong"}};
    CHECK_FALSE(admitted(desk, request, &status));
    CHECK(status == 401);
    request.headers.clear();
    CHECK_FALSE(admitted(desk, request));
    request.route = "/healthz";
    CHECK(admitted(desk, request));

    auto log_in = Desk::request(http::Method::post, "/v1/session");
    log_in.body = R"({"token":"tf_wrong"})";
    CHECK(desk.ask(post_session, log_in).status == 401);
    log_in.body = R"({"token":")" + std::string{test_token} + R"("})";
    const auto opened = desk.ask(post_session, log_in);
    REQUIRE(opened.status == 200);
    const auto cookie = cookie_of(opened);
    CHECK(admitted(desk, with_cookie(http::Method::get, cookie)));
    CHECK_FALSE(admitted(desk, with_cookie(http::Method::post, cookie), &status));
    CHECK(status == 403);
    auto write = with_cookie(http::Method::post, cookie);
    write.headers.emplace_back("x-csrf-token", csrf_of(opened));
    CHECK(admitted(desk, write));

    SUBCASE("the session ends by itself") {
        desk.network.clock.advance(Door::session_time);
        CHECK_FALSE(admitted(desk, with_cookie(http::Method::get, cookie)));
    }
    SUBCASE("the session ends by logging out") {
        desk.ask(delete_session, with_cookie(http::Method::remove, cookie));
        CHECK_FALSE(admitted(desk, with_cookie(http::Method::get, cookie)));
    }
}

} // namespace truefill::server
