#include "api/commands/post_commands.h"

#include "api/post_command.h"
#include "server/server_fixture.h"

#include <atomic>
#include <chrono>
#include <vector>

namespace truefill::server {

using namespace api;
namespace {

/// A desk with a customer service that may serve the customers of the group KEY, of which only ACME is.
struct BulkDesk : Desk {
    BulkDesk() {
        send("masterdata.load_catalogue",
             R"({"catalogue":{"customers":[{"code":"BETA","name":"Beta","currency":"EUR",)"
             R"("address":"Rue 2"}]}})");
        send("access.group_customers", R"({"group":"KEY","customers":["ACME"]})");
        send("orders.place_order", order("SO-1", "BETA"));
        auto made = loop->call(
            loop::message("make-key", access::Command{access::CreateKey{"key00001",
                                                                        sha256("key00001secret"),
                                                                        "key00001",
                                                                        "shop",
                                                                        {access::Role::customer_service},
                                                                        {{}, {"KEY"}},
                                                                        loop::morning + days(9)}}));
        REQUIRE(made.has_value());
        REQUIRE_MESSAGE(!made->refusal, made->refusal->sentence);
        REQUIRE(door.mirror().wait_for(made->position, loop::long_enough));
    }
    void send(std::string name, std::string body) {
        const auto said = ask(post_command, command(name, name, std::move(body)));
        REQUIRE_MESSAGE(said.status == 200, said.body);
    }
    static std::string order(const std::string& number, const std::string& customer) {
        return R"({"order":")" + number + R"(","customer":")" + customer +
               R"(","currency":"EUR","lines":[{"line":1,"item":"SKU-1","quantity":2,"unit_price":"2.50"}]})";
    }
    static std::string cancel(const std::string& number) {
        return R"({"order":")" + number + R"(","reason":"asked for"})";
    }
    static std::string line(const std::string& name, const std::string& id, const std::string& body) {
        return R"({"command":")" + name + R"(","message_id":")" + id + R"(","body":)" + body + "}\n";
    }
    /// The answers, one for each line.
    std::vector<std::string> send_many(std::string body) {
        auto made = request(http::Method::post, "/v1/commands");
        made.headers.front().second = "Bearer tf_key00001_key00001secret";
        made.headers.emplace_back("content-type", "application/x-ndjson");
        made.body = std::move(body);
        const auto answer = ask(post_commands, std::move(made));
        REQUIRE_MESSAGE(answer.status == 200, answer.body);
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < answer.body.size();) {
            const auto end = answer.body.find('\n', at);
            lines.push_back(answer.body.substr(at, end - at));
            at = end + 1;
        }
        return lines;
    }
};

} // namespace

TEST_CASE("each of many commands needs its permission; the others take effect") {
    BulkDesk desk;
    const auto said = desk.send_many(desk.line("orders.place_order", "b-1", desk.order("SO-7", "ACME")) +
                                     desk.line("orders.cancel_lines", "b-2", desk.cancel("SO-1")) +
                                     desk.line("inventory.request_count", "b-3",
                                               R"({"site":"LYON","item":"SKU-1","reason":"asked for"})") +
                                     desk.line("orders.place_order", "b-4", desk.order("SO-8", "ACME")));
    REQUIRE(said.size() == 4);
    CHECK(has(said[0], "{\"line\":1,\"outcome\":\"committed\""));
    CHECK(has(said[1], "{\"line\":2,\"problem\""));
    CHECK(has(said[1], "\"not_allowed\""));
    CHECK(has(said[2], "{\"line\":3,\"problem\""));
    CHECK(has(said[2], "\"not_allowed\""));
    CHECK(has(said[3], "{\"line\":4,\"outcome\":\"committed\""));
    CHECK(desk.loop->read([](const engine::State& state) {
        return state.ledger.find_number("SO-7") && state.ledger.find_number("SO-8");
    }) == true);
}

TEST_CASE("an answer names its line in the body, blank ones counted") {
    BulkDesk desk;
    const auto said =
        desk.send_many("\n" + desk.line("orders.place_order", "b-1", desk.order("SO-7", "ACME")) + "\r\n\n" +
                       desk.line("orders.cancel_lines", "b-2", desk.cancel("SO-1")));
    REQUIRE(said.size() == 2);
    CHECK(has(said[0], "{\"line\":2,\"outcome\":\"committed\""));
    CHECK(has(said[1], "{\"line\":5,\"problem\""));
}

TEST_CASE("a command may be about what a line before it made") {
    BulkDesk desk;
    const auto said = desk.send_many(desk.line("orders.place_order", "b-1", desk.order("SO-7", "ACME")) +
                                     desk.line("orders.cancel_lines", "b-2", desk.cancel("SO-7")) +
                                     desk.line("orders.cancel_lines", "b-3", desk.cancel("SO-9")));
    REQUIRE(said.size() == 3);
    CHECK(has(said[0], "\"committed\""));
    CHECK(has(said[1], "\"committed\""));
    CHECK(has(said[2], "\"not_allowed\""));
}

TEST_CASE("lines that are refused do not make the others wait for the disk") {
    BulkDesk desk;
    constexpr int pairs = 200;
    std::string body;
    for (int i = 0; i < pairs; ++i) {
        const auto number = std::to_string(100 + i);
        body += desk.line("orders.place_order", "p-" + number, desk.order("SO-" + number, "ACME"));
        body += desk.line("orders.cancel_lines", "c-" + number, desk.cancel("SO-1")); // not his customer's
    }
    desk.network.journal.hold(true);
    auto made = Desk::request(http::Method::post, "/v1/commands");
    made.headers.front().second = "Bearer tf_key00001_key00001secret";
    made.headers.emplace_back("content-type", "application/x-ndjson");
    made.body = std::move(body);
    const auto exchange = std::make_shared<TestExchange>(std::move(made));
    post_commands(*desk.service, exchange);
    // All of them are decided although none of them can become durable.
    std::atomic<std::uint64_t> placed{0};
    const auto until = std::chrono::steady_clock::now() + loop::long_enough;
    while (placed < pairs + 1 && std::chrono::steady_clock::now() < until) {
        desk.loop->look([&](const engine::State& state) { placed = state.ledger.orders().issued(); },
                        [](std::optional<loop::Fault>) {});
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    CHECK(placed == pairs + 1);
    desk.network.journal.hold(false);
    const auto answer = exchange->wait().body;
    std::size_t committed = 0, refused = 0;
    for (std::size_t at = 0; at < answer.size(); at = answer.find('\n', at) + 1) {
        const auto said = answer.substr(at, answer.find('\n', at) - at);
        committed += has(said, "\"committed\"") ? 1U : 0U;
        refused += has(said, "\"not_allowed\"") ? 1U : 0U;
    }
    CHECK(committed == pairs);
    CHECK(refused == pairs);
}

TEST_CASE("what is not begun when the program ends is left undone, and says so") {
    BulkDesk desk;
    const auto before = desk.loop->durable();
    desk.bulk_clerks.end_soon();
    const auto said = desk.send_many(desk.line("orders.place_order", "b-1", desk.order("SO-7", "ACME")) +
                                     desk.line("orders.place_order", "b-2", desk.order("SO-8", "ACME")));
    REQUIRE(said.size() == 2);
    for (const auto& line : said) CHECK(has(line, "\"code\":\"stopping\""));
    CHECK(desk.loop->durable() == before);
}

TEST_CASE("nobody approves in the name of another, one command or many") {
    BulkDesk desk;
    const auto said =
        desk.send_many(desk.line("inventory.count_stock", "b-1",
                                 R"({"site":"LYON","item":"SKU-1","counted":2,"counted_by":"shop",)"
                                 R"("approved_by":"the boss"})"));
    REQUIRE(said.size() == 1);
    CHECK(has(said[0], "approver_not_sender"));
}

} // namespace truefill::server
