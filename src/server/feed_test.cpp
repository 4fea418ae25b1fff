#include "api/feed.h"

#include "api/post_command.h"
#include "server/server_fixture.h"

namespace truefill::server {

using namespace api;
namespace {

/// The subject of the first event of a type; "none" when it has none, empty when there is no such event.
std::string subject_of(const std::string& feed, const std::string& type) {
    const auto at = feed.find("\"type\":\"" + type + '"');
    if (at == std::string::npos) return {};
    const auto event = feed.substr(at, feed.find("\"time\"", at) - at);
    constexpr std::string_view mark = "\"subject\":\"";
    const auto subject = event.find(mark);
    if (subject == std::string::npos) return "none";
    const auto begin = subject + mark.size();
    return event.substr(begin, event.find('"', begin) - begin);
}

std::string events(Desk& desk) {
    desk.settle();
    return desk.ask(get_events, Desk::request(http::Method::get, "/v1/events?after=0&limit=1000")).body;
}

} // namespace

TEST_CASE("an event names its order, also when it knows it by a hold or a job only") {
    Desk desk;
    const auto send = [&](std::string name, std::string key, std::string body) {
        const auto answer =
            desk.ask(post_command, desk.command(std::move(name), std::move(key), std::move(body)));
        REQUIRE_MESSAGE(has(answer.body, "committed"), answer.body);
    };
    send("orders.place_order", "m-1",
         R"({"order":"SO-1","customer":"ACME","currency":"EUR",)"
         R"("lines":[{"line":1,"item":"SKU-1","quantity":2,"unit_price":"2.50"}]})");
    send("orders.place_hold", "m-2", R"({"scope":"order","order":"SO-1","reason":"r","blocks":["release"]})");
    CHECK(subject_of(events(desk), "orders.order_accepted") == "SO-1");
    CHECK(subject_of(events(desk), "orders.hold_placed") == "SO-1");
}

TEST_CASE("a hold on a site is about no order") {
    Desk desk;
    desk.ask(post_command,
             desk.command("orders.place_hold", "m-1",
                          R"({"scope":"site","site":"LYON","reason":"r","blocks":["release"]})"));
    CHECK(subject_of(events(desk), "orders.hold_placed") == "none");
}

TEST_CASE("a place beyond the end of the journal is refused, in batches and as a stream") {
    Desk desk;
    desk.settle();
    const auto end = desk.loop->durable();
    const auto ask = [&](Position after, bool as_stream) {
        auto request = Desk::request(http::Method::get, "/v1/events?after=" + std::to_string(after));
        if (as_stream) request.headers.emplace_back("accept", "text/event-stream");
        return desk.ask(get_events, std::move(request));
    };
    CHECK(ask(end, false).status == 200);
    for (const bool as_stream : {false, true}) {
        const auto said = ask(end + 1, as_stream);
        CHECK(said.status == 400);
        CHECK_MESSAGE(has(said.body, "the journal ends at " + std::to_string(end)), said.body);
    }
}

} // namespace truefill::server
