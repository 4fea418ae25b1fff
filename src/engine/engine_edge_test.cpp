#include "engine/engine_fixture.h"

namespace truefill::engine {
namespace {

using ledger::Pipeline;

/// An order that is delivered, billed and paid.
OrderId finished(World& world) {
    world.stock(10);
    const auto id = world.order("SO-1", 10);
    world.fulfil(ReleaseId{1}, 10);
    world.post(InvoiceId{1});
    shipping::ConfirmDelivery delivered;
    delivered.shipment = ShipmentId{1};
    world.send(shipping::Command{delivered});
    world.pay(InvoiceId{1});
    return id;
}

TEST_CASE_FIXTURE(World, "a finished order leaves memory and comes back as it was") {
    const auto id = finished(*this);
    const auto before = state().ledger.order(id);
    REQUIRE(send(orders::Command{orders::ArchiveOrder{"SO-1"}}).outcome == Outcome::committed);
    CHECK(state().ledger.find(id) == nullptr);
    CHECK(state().warehouse.releases.find(ReleaseId{1}) == nullptr);
    orders::PlaceOrder again;
    again.order = "SO-1";
    again.customer = "ACME";
    again.currency = eur;
    again.lines.push_back({1, "BOLT", 1, "", {}, {}});
    CHECK(send(orders::Command{again}).refusal->code == "already_placed"); // its number stays taken
    auto changed = before;
    ++changed.lines.front().demanded;
    CHECK(send(orders::Command{orders::RecallOrder{"SO-1", changed}}).refusal->code == "digest_differs");
    REQUIRE(send(orders::Command{orders::RecallOrder{"SO-1", before}}).outcome == Outcome::committed);
    CHECK(units(id, Pipeline::delivered) == 10);
}

TEST_CASE_FIXTURE(World, "an order that is not finished stays") {
    stock(10);
    order("SO-1", 10);
    CHECK(send(orders::Command{orders::ArchiveOrder{"SO-1"}}).outcome == Outcome::refused);
}

TEST_CASE_FIXTURE(World, "lifting a customer's hold lets all his orders go on") {
    stock(100);
    orders::PlaceHold hold;
    hold.scope = ledger::HoldScope::customer;
    hold.customer = "ACME";
    hold.reason = "credit";
    hold.blocks = {ledger::Trigger::release};
    REQUIRE(send(orders::Command{hold}).outcome == Outcome::committed);
    std::vector<OrderId> held;
    for (int i = 1; i <= 45; ++i) held.push_back(order("SO-" + std::to_string(i), 2));
    for (const auto id : held) CHECK(units(id, Pipeline::reserved) == 2);
    REQUIRE(send(orders::Command{orders::LiftHold{HoldId{1}, "paid"}}).outcome == Outcome::committed);
    wait(minutes(1)); // what does not fit into one record goes on in others
    for (const auto id : held) CHECK(units(id, Pipeline::released) == 2);
}

TEST_CASE_FIXTURE(World, "a hold that has expired is lifted by its timer") {
    stock(10);
    orders::PlaceHold hold;
    hold.scope = ledger::HoldScope::item;
    hold.item = "BOLT";
    hold.reason = "look at the label";
    hold.blocks = {ledger::Trigger::release};
    hold.expires_at = Time{clock.micros + hours(2).micros};
    REQUIRE(send(orders::Command{hold}).outcome == Outcome::committed);
    const auto id = order("SO-1", 4);
    CHECK(units(id, Pipeline::reserved) == 4);
    wait(hours(3));
    CHECK(units(id, Pipeline::released) == 4);
    CHECK(state().ledger.holds().empty());
}

TEST_CASE_FIXTURE(World, "numbers that cannot be never stop the program") {
    constexpr auto huge = std::numeric_limits<std::int64_t>::max();
    inventory::OpenStock open;
    open.site = "LYON";
    open.reference = "huge";
    open.lines.push_back({"BOLT", "", {}, huge, ledger::Stock::available});
    CHECK(send(inventory::Command{open}).outcome == Outcome::refused);
    orders::PlaceOrder place;
    place.order = "SO-9";
    place.customer = "ACME";
    place.currency = eur;
    place.lines.push_back({1, "BOLT", huge, "CS", Amount{huge}, {}});
    CHECK(send(orders::Command{place}).outcome == Outcome::refused);
    stock(10);
    order("SO-1", 10);
    CHECK(pick(ReleaseId{1}, huge).outcome != Outcome::duplicate);
    CHECK(pick(ReleaseId{1}, -1).outcome != Outcome::duplicate);
    CHECK(pick(ReleaseId{4'000'000'000}, 1).outcome != Outcome::duplicate);
}

TEST_CASE_FIXTURE(World, "a site's statement that differs twice is a case and a count") {
    stock(10);
    mirrors::ReportStock said;
    said.site = "LYON";
    said.lines.push_back({"BOLT", "", 7, {}});
    said.statement = "S-1";
    REQUIRE(send(mirrors::Command{said}).outcome == Outcome::committed);
    wait(hours(6));
    said.statement = "S-2";
    REQUIRE(send(mirrors::Command{said}).outcome == Outcome::committed);
    CHECK(open_cases("stock_mismatch") == 1);
    CHECK(state().flow.jobs.find_open(JobKind::request_count, 1));
}

TEST_CASE_FIXTURE(World,
                  "a job is tried again, asks when the outcome is unknown, and is a case when it is stuck") {
    stock(10);
    order("SO-1", 10);
    const JobId job{1};
    const auto destination = state().flow.jobs.find_destination("wms:LYON");
    const auto runnable = [&] {
        std::size_t count = 0;
        state().flow.jobs.each_runnable(destination, clock, [&](JobId, const Job&) { return ++count; });
        return count;
    };
    CHECK(runnable() == 1);
    for (int attempt = 1; attempt < attempts_max; ++attempt) {
        REQUIRE(send(FlowCommand{FailJob{job, JobOutcome::not_done, "503"}}).outcome == Outcome::committed);
        wait(minutes(6));
        CHECK(runnable() == 1);
    }
    REQUIRE(send(FlowCommand{FailJob{job, JobOutcome::not_done, "503"}}).outcome == Outcome::committed);
    CHECK(runnable() == 0);
    CHECK(open_cases("job_failed") == 1);
    REQUIRE(send(FlowCommand{SettleJob{job, false, "mended"}}).outcome == Outcome::committed);
    CHECK(runnable() == 1);
    REQUIRE(send(FlowCommand{CompleteJob{job, "W-1"}}).outcome == Outcome::committed);
    CHECK(state().flow.jobs.open() == 0);
}

} // namespace
} // namespace truefill::engine
