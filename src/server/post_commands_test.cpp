#include "api/commands/post_commands.h"

#include "api/post_command.h"
#include "server/server_fixture.h"

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
