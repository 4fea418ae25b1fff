#include "cases/cases_fixture.h"

namespace truefill::cases {
namespace {

TEST_CASE("three cases of one category at one destination within four hours are one incident") {
    World world;
    const auto one = world.fail("wms:LYON", 1);
    world.pass(hours(2));
    const auto two = world.fail("wms:LYON", 2);
    CHECK(!two.incident);
    world.pass(hours(2));
    const auto three = world.fail("wms:LYON", 3);
    REQUIRE(three.incident);
    CHECK(three.joined == std::vector{one.case_id, two.case_id});
    CHECK(world.of(one.case_id).incident == three.incident);
    CHECK(world.fail("wms:LILLE", 4).incident == IncidentId{});
    const auto five = world.fail("wms:LYON", 5);
    CHECK(five.incident == three.incident);
    CHECK(five.joined.empty());
    CHECK(world.state.incidents.at(three.incident).cases.size() == 4);
}

TEST_CASE("cases at one site have one cause, cases at no place have none") {
    World world;
    for (LineNumber line = 1; line <= 3; ++line) {
        auto placed = world.deviation("release_unacknowledged", line);
        CHECK(bool{world.run<CaseOpened>(placed).incident} == (line == 3));
        auto nowhere = world.deviation("unmapped", line);
        nowhere.site_id = {};
        CHECK(!world.run<CaseOpened>(nowhere).incident);
    }
}

TEST_CASE("what is too long ago or already resolved does not make an incident") {
    World world;
    world.fail("wms:LYON", 1);
    world.fail("wms:LYON", 2);
    world.pass(hours(4) + seconds(1));
    CHECK(!world.fail("wms:LYON", 3).incident);
    const auto four = world.fail("wms:LYON", 4);
    CHECK(!four.incident);
    world.run<CaseResolved>(ResolveCase{four.case_id, "resent", ""});
    CHECK(!world.fail("wms:LYON", 5).incident);
    CHECK(world.fail("wms:LYON", 6).incident);
}

TEST_CASE("an old incident takes no new cases though it is open") {
    World world;
    for (std::uint32_t i = 1; i <= 3; ++i) world.fail("wms:LYON", i);
    world.pass(hours(4) + seconds(1));
    CHECK(!world.fail("wms:LYON", 4).incident);
}

TEST_CASE("an incident is resolved as a whole") {
    World world;
    for (std::uint32_t i = 1; i <= 4; ++i) world.fail("wms:LYON", i);
    const IncidentId incident{1};
    world.run<CaseResolved>(ResolveCase{CaseId{2}, "resent", ""});
    CHECK(world.refusal(ResolveIncident{incident, "", ""}) == "resolution_missing");
    const auto event =
        world.run<IncidentResolved>(ResolveIncident{incident, "restarted", "the WMS was down"});
    CHECK(event.cases == std::vector{CaseId{1}, CaseId{3}, CaseId{4}});
    CHECK(!event.more);
    CHECK(world.state.open.empty());
    CHECK(world.of(CaseId{3}).resolution == "restarted");
    CHECK(world.of(CaseId{2}).resolution == "resent");
    CHECK(world.refusal(ResolveIncident{incident, "restarted", ""}) == "already_resolved");
    CHECK(world.refusal(ResolveIncident{IncidentId{9}, "restarted", ""}) == "incident_unknown");
    world.run<CaseReopened>(ReopenCase{CaseId{3}, "down again"});
    CHECK(world.run<IncidentResolved>(ResolveIncident{incident, "restarted", ""}).cases.size() == 1);
}

TEST_CASE("after an incident is resolved the next case begins a new count") {
    World world;
    for (std::uint32_t i = 1; i <= 3; ++i) world.fail("wms:LYON", i);
    world.run<IncidentResolved>(ResolveIncident{IncidentId{1}, "restarted", ""});
    CHECK(!world.fail("wms:LYON", 4).incident);
    CHECK(!world.fail("wms:LYON", 5).incident);
    CHECK(world.fail("wms:LYON", 6).incident == IncidentId{2});
}

TEST_CASE("a large incident is resolved in several commands") {
    World world;
    for (std::uint32_t i = 1; i <= 3; ++i) world.fail("wms:LYON", i);
    for (std::uint32_t i = 4; i <= 1002; ++i) {
        OpenCase command;
        command.category = "job_failed";
        command.line = i;
        command.destination = "wms:LYON";
        const auto decision = world.ask(command);
        apply(world.state, decision->front(), world.facts());
    }
    const ResolveIncident command{IncidentId{1}, "restarted", ""};
    const auto first = world.run<IncidentResolved>(command);
    CHECK(first.cases.size() == resolved_at_once);
    CHECK(first.more);
    const auto rest = world.run<IncidentResolved>(command);
    CHECK(rest.cases.size() == 2);
    CHECK(!rest.more);
}

TEST_CASE("open cases are reported by category with owner and age") {
    World world;
    world.open("short_pick", 1);
    world.pass(hours(1));
    const auto id = world.open("short_pick", 2);
    world.run<CaseRepeated>(world.deviation("short_pick", 2));
    world.run<CaseAssigned>(AssignCase{id, "Ann", {}});
    world.open("misship");
    const auto done = world.open("unmapped");
    world.run<CaseResolved>(ResolveCase{done, "mapped", ""});
    world.pass(hours(3));
    world.run<CaseOverdue>(CheckCase{CaseId{1}});
    const auto rows = open_by_category(world.state, world.envelope.record_time);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].category == "misship");
    CHECK(rows[1].category == "short_pick");
    CHECK(rows[1].owner == Role::warehouse_lead);
    CHECK(rows[1].count == 2);
    CHECK(rows[1].unassigned == 1);
    CHECK(rows[1].overdue == 1);
    CHECK(rows[1].times == 3);
    CHECK(rows[1].oldest_age_micros == hours(4));
}

TEST_CASE("an inbox shows the gravest cases first, then by deadline") {
    World world;
    const auto late = world.open("payment_overdue");
    const auto soon = world.open("credit_exceeded");
    const auto top = world.open("misship");
    CHECK(inbox(world.state, {}, {}) == std::vector{top, soon, late});
    CHECK(inbox(world.state, Role::credit_control, {}) == std::vector{soon, late});
    world.run<CaseAssigned>(AssignCase{late, "Ann", {}});
    CHECK(inbox(world.state, {}, "Ann") == std::vector{late});
    CHECK(inbox(world.state, Role::purchasing, {}).empty());
}

TEST_CASE("the state survives a snapshot and goes on as before") {
    World world;
    for (std::uint32_t i = 1; i <= 3; ++i) world.fail("wms:LYON", i);
    world.open("short_pick");
    std::string bytes, again;
    archive::save(bytes, world.state);
    archive::Reader reader{bytes};
    State loaded;
    archive::load(reader, loaded);
    REQUIRE(reader.ok());
    REQUIRE(reader.at_end());
    archive::save(again, loaded);
    CHECK(bytes == again);
    world.state = std::move(loaded);
    CHECK(world.fail("wms:LYON", 7).incident == IncidentId{1});
    world.run<CaseRepeated>(world.deviation("short_pick"));
}

} // namespace
} // namespace truefill::cases
