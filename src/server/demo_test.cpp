#include "api/demo/demo.h"

#include "api/demo/score.h"
#include "api/demo/tour.h"
#include "api/post_command.h"
#include "api/say.h"
#include "server/server_fixture.h"

namespace truefill::server {

using namespace api;
namespace {

/// A demo that stands at one time and has one fault.
class StillDemo final : public DemoDesk {
public:
    DemoStatus status() override {
        DemoStatus status;
        status.from = status.now = loop::morning;
        status.until = loop::morning + hours(24);
        status.speed = speed;
        return status;
    }
    void change(const DemoChange& change) override { speed = change.speed.value_or(speed); }
    std::vector<PlantedFault> faults() override {
        return {{"doubled_order", "Twice", "duplicate_purchase_order", {}, {}, planted_at}};
    }

    Time planted_at;
    std::int64_t speed = 60;
};

http::Request change_of(std::string body) {
    auto request = Desk::request(http::Method::post, "/v1/demo");
    request.body = std::move(body);
    return request;
}

std::string state_of(Desk& desk, StillDemo& demo) {
    const auto score = desk.loop->read([&](const engine::State& state) { return score_of(state, demo); });
    REQUIRE(score.has_value());
    return to_text(*score);
}

TEST_CASE("a server that plays no demo says so") {
    Desk desk;
    for (const auto handler : {get_demo, post_demo, get_tour, get_score}) {
        const auto answer = desk.ask(handler, change_of("{}"));
        CHECK(answer.status == 404);
        CHECK(has(answer.body, "not_a_demo"));
    }
}

TEST_CASE("the pace of a demo is changed within its bounds") {
    Desk desk;
    StillDemo demo;
    desk.service->demo = &demo;
    CHECK(has(desk.ask(post_demo, change_of(R"({"speed":240})")).body, R"("speed":240)"));
    CHECK(desk.ask(post_demo, change_of(R"({"speed":7201})")).status == 400);
    CHECK(desk.ask(post_demo, change_of(R"({"speed":0})")).status == 400);
    CHECK(desk.ask(post_demo, change_of(R"({"haste":1})")).status == 400);
    CHECK(desk.ask(post_demo, change_of("speed")).status == 400);
    CHECK(demo.speed == 240);
}

TEST_CASE("a planted fault is missed until its case is there, and the tour ticks off who takes it") {
    Desk desk;
    StillDemo demo;
    desk.service->demo = &demo;
    CHECK(has(state_of(desk, demo), "not yet   Twice"));
    demo.planted_at = loop::morning;
    CHECK(has(state_of(desk, demo), "MISSED    Twice"));
    const auto opened =
        desk.ask(post_command,
                 desk.command("cases.open_case", "open",
                              R"({"category":"duplicate_purchase_order","sentence":"Two with one number",)"
                              R"("value":{"amount":"12.50","currency":"EUR"}})"));
    REQUIRE(opened.status == 200);
    const auto text = state_of(desk, demo);
    CHECK(has(text, "found     Twice"));
    CHECK(has(text, "nobody took it; open; 12.50 EUR at risk"));
    auto tour = desk.ask(get_tour, Desk::request(http::Method::get, "/v1/demo/tour")).body;
    CHECK(has(tour, R"("done":0)"));
    REQUIRE(desk.ask(post_command,
                     desk.command("cases.assign_case", "assign", R"({"case_id":1,"person":"anna"})"))
                .status == 200);
    tour = desk.ask(get_tour, Desk::request(http::Method::get, "/v1/demo/tour")).body;
    CHECK(has(tour, R"("done":1)"));
    CHECK(has(state_of(desk, demo), "customer service, anna; open"));
    const auto score = desk.ask(get_score, Desk::request(http::Method::get, "/v1/demo/score")).body;
    CHECK(
        has(score, R"("cases":1,"owned":1,"solved":0,"value_at_risk":{"amount":"12.50","currency":"EUR"})"));
}

TEST_CASE("a fault whose answer is not owed yet is not missed when the day ends early") {
    FoundFault fault;
    fault.title = "Silence";
    fault.planted = true;
    fault.planted_at = loop::morning;
    fault.site = "LYON";
    const auto now = loop::morning + hours(1);
    const auto since = "(LYON, since " + say(loop::morning) + ")";
    CHECK(line_of(fault, now) == "    MISSED    Silence " + since + "\n");
    fault.due = now + minutes(30);
    const auto time = say(fault.due).substr(std::string_view{"2026-01-01 "}.size());
    CHECK(line_of(fault, now) == "    waiting   Silence " + since + ": not due yet, until " + time + "\n");
    CHECK(has(line_of(fault, fault.due), "MISSED"));
    fault.due = now + days(1);
    CHECK(has(line_of(fault, now), "not due yet, until " + say(fault.due)));
    fault.site.clear();
    CHECK(has(line_of(fault, fault.due), "Silence (since "));
}

} // namespace
} // namespace truefill::server
