#include "cases/cases_fixture.h"

#include <algorithm>

namespace truefill::cases {
namespace {

TEST_CASE("a deviation becomes a case with the owner and the deadline of its category") {
    World world;
    const auto event = world.run<CaseOpened>(world.deviation("short_pick"));
    CHECK(event.owner == Role::warehouse_lead);
    CHECK(event.severity == 2);
    CHECK(event.due == world.envelope.record_time + hours(4));
    CHECK(event.rule == "case_categories");
    CHECK(world.of(event.case_id).status == Status::open);
    CHECK(world.of(event.case_id).times == 1);
    CHECK(tell(world.facts(), event) ==
          "CASE-1 of SO-1 (short_pick) is opened for warehouse lead, due 2026-03-02 14:00 "
          "UTC: 2 of 5 were not found.");
}

TEST_CASE("an unknown category is integration's to clear up") {
    World world;
    const auto event = world.run<CaseOpened>(world.deviation("sunspots"));
    CHECK(event.category == "sunspots");
    CHECK(event.owner == Role::integration);
    CHECK(event.due == world.envelope.record_time + hours(4));
    auto nameless = world.deviation("");
    CHECK(world.run<CaseOpened>(nameless).category == "contradiction");
}

TEST_CASE("a person opens a case by codes; codes that nobody knows are refused") {
    World world;
    OpenCase command;
    command.category = "misship";
    command.order = "SO-1";
    command.item = "MUG";
    command.site = "LILLE";
    const auto event = world.run<CaseOpened>(command);
    CHECK(event.order == world.id);
    CHECK(event.item == mug);
    CHECK(event.site == lille);
    command.order = "SO-9";
    CHECK(world.refusal(command) == "order_unknown");
    command.order = "";
    command.item = "CUP";
    CHECK(world.refusal(command) == "item_unknown");
    command.item = "";
    command.site = "MARS";
    CHECK(world.refusal(command) == "site_unknown");
}

TEST_CASE("the same thing again is counted on the open case and not doubled") {
    World world;
    const auto id = world.open("short_pick");
    auto again = world.deviation("short_pick");
    again.sentence = "3 of 5 were not found";
    again.quantity = 3;
    world.pass(minutes(5));
    CHECK(world.run<CaseRepeated>(again).case_id == id);
    CHECK(world.of(id).times == 2);
    CHECK(world.of(id).quantity == 3);
    CHECK(world.of(id).sentence == "3 of 5 were not found");
    CHECK(world.of(id).due_at == world.of(id).opened_at + hours(4));
    CHECK(world.open("short_pick", 2) != id);
    CHECK(world.open("stock_short") != id);
}

TEST_CASE("the same thing after the resolution is a new case") {
    World world;
    const auto id = world.open("short_pick");
    world.run<CaseResolved>(ResolveCase{id, "counted", ""});
    CHECK(world.open("short_pick") != id);
    CHECK(world.refusal(ReopenCase{id, "not over"}) == "already_open");
}

TEST_CASE("a case goes from assignment through work to resolution and closing") {
    World world;
    const auto id = world.open("short_pick");
    world.as("Lea");
    world.run<CaseAssigned>(AssignCase{id, "Ann", {}});
    CHECK(world.of(id).status == Status::assigned);
    CHECK(world.of(id).assigned_at == world.envelope.record_time);
    CHECK(world.refusal(StartCase{id}) == "someone_elses");
    world.as("Ann");
    world.run<CaseStarted>(StartCase{id});
    CHECK(world.of(id).status == Status::in_progress);
    CHECK(world.refusal(StartCase{id}) == "not_now");
    CHECK(world.refusal(CloseCase{id}) == "not_now");
    CHECK(world.refusal(ResolveCase{id, "", ""}) == "resolution_missing");
    world.pass(hours(1));
    world.run<CaseResolved>(ResolveCase{id, "counted", "two behind the rack"});
    CHECK(world.of(id).resolved_at == world.envelope.record_time);
    CHECK(world.refusal(ResolveCase{id, "counted", ""}) == "not_now");
    CHECK(world.refusal(AssignCase{id, "Bob", {}}) == "not_now");
    world.run<CaseClosed>(CloseCase{id});
    CHECK(world.of(id).status == Status::closed);
    CHECK(world.refusal(CloseCase{id}) == "not_now");
}

TEST_CASE("a case can be given to another role and to nobody in it") {
    World world;
    const auto id = world.open("short_pick");
    CHECK(world.refusal(AssignCase{id, "", {}}) == "nobody_named");
    world.run<CaseAssigned>(AssignCase{id, "Ann", {}});
    world.run<CaseAssigned>(AssignCase{id, "", Role::purchasing});
    CHECK(world.of(id).owner == Role::purchasing);
    CHECK(world.of(id).person.empty());
    CHECK(world.of(id).status == Status::open);
    CHECK(world.refusal(StartCase{id}) == "nobody_named");
    world.as("Pam").run<CaseStarted>(StartCase{id});
    CHECK(world.of(id).person == "Pam");
    CHECK(world.refusal(AssignCase{CaseId{99}, "Ann", {}}) == "case_unknown");
}

TEST_CASE("the clock stands still while an approval is awaited") {
    World world;
    const auto id = world.open("short_pick");
    world.as("Ann");
    CHECK(world.refusal(PauseCase{id, "write-off"}) == "not_now");
    world.run<CaseStarted>(StartCase{id});
    CHECK(world.refusal(PauseCase{id, ""}) == "reason_missing");
    world.pass(hours(1));
    world.run<CasePaused>(PauseCase{id, "write-off over 100"});
    CHECK(world.of(id).status == Status::waiting_approval);
    world.run<CaseAssigned>(AssignCase{id, "Ann", {}});
    CHECK(world.of(id).status == Status::waiting_approval);
    world.pass(hours(10));
    CHECK(!needs_check(world.state, id, world.envelope.record_time));
    const auto event = world.run<CaseStarted>(StartCase{id});
    CHECK(event.due == world.of(id).opened_at + hours(14));
    CHECK(world.of(id).due_at == event.due);
    world.pass(hours(3) - seconds(1));
    CHECK(!needs_check(world.state, id, world.envelope.record_time));
    world.pass(seconds(1));
    CHECK(needs_check(world.state, id, world.envelope.record_time));
}

TEST_CASE("a case that is not resolved in time is overdue once and counts as graver") {
    World world;
    const auto id = world.open("short_pick");
    world.pass(hours(4) - seconds(1));
    CHECK(world.ask(CheckCase{id})->empty());
    world.pass(seconds(1));
    CHECK(world.run<CaseOverdue>(CheckCase{id}).severity == 1);
    CHECK(world.of(id).overdue);
    CHECK(world.ask(CheckCase{id})->empty());
    const auto top = world.open("misship");
    world.pass(hours(4));
    CHECK(world.run<CaseOverdue>(CheckCase{top}).severity == 1);
    const auto done = world.open("stock_short");
    world.run<CaseResolved>(ResolveCase{done, "found", ""});
    world.pass(days(3));
    CHECK(world.ask(CheckCase{done})->empty());
    CHECK(world.ask(CheckCase{CaseId{99}})->empty());
}

TEST_CASE("a case that was not over is reopened with a new deadline") {
    World world;
    const auto id = world.open("short_pick");
    CHECK(world.refusal(ReopenCase{id, "?"}) == "not_now");
    world.run<CaseResolved>(ResolveCase{id, "counted", ""});
    world.run<CaseClosed>(CloseCase{id});
    world.pass(days(1));
    const auto event = world.run<CaseReopened>(ReopenCase{id, "still missing"});
    CHECK(event.due == world.envelope.record_time + hours(4));
    CHECK(world.of(id).status == Status::reopened);
    CHECK(world.of(id).reopened == 1);
    world.run<CaseRepeated>(world.deviation("short_pick"));
    world.run<CaseAssigned>(AssignCase{id, "Ann", {}});
    CHECK(world.of(id).status == Status::assigned);
    world.pass(hours(4));
    world.run<CaseOverdue>(CheckCase{id});
    world.run<CaseResolved>(ResolveCase{id, "counted", ""});
    world.run<CaseReopened>(ReopenCase{id, "and again"});
    world.pass(hours(4));
    world.run<CaseOverdue>(CheckCase{id});
}

TEST_CASE("what heals by itself resolves the cases of its order, line and category") {
    World world;
    const auto one = world.open("release_overdue", 1);
    const auto two = world.open("release_overdue", 2);
    const auto other = world.open("short_pick", 1);
    AutoResolve command;
    command.category = "release_overdue";
    command.order_id = world.id;
    command.line = 1;
    CHECK(world.run<CaseResolved>(command).case_id == one);
    CHECK(world.of(one).resolution == "healed");
    CHECK(world.ask(command)->empty());
    command.line = 0;
    command.site_id = lille;
    CHECK(world.ask(command)->empty());
    command.site_id = lyon;
    CHECK(world.run<CaseResolved>(command).case_id == two);
    CHECK(world.of(other).is_open());
}

TEST_CASE("what heals by itself without an order names its place exactly") {
    World world;
    OpenCase command;
    command.category = "disk_low";
    command.destination = "journal";
    const auto id = world.run<CaseOpened>(command).case_id;
    AutoResolve healed;
    healed.category = "disk_low";
    CHECK(world.ask(healed)->empty());
    healed.destination = "journal";
    CHECK(world.run<CaseResolved>(healed).case_id == id);
}

TEST_CASE("every category has an owner, a deadline and a sentence, and is found by its name") {
    for (const auto* name : {"short_pick",
                             "stock_mismatch",
                             "stock_short",
                             "suspense",
                             "blind_receipt",
                             "misship",
                             "issued_on_hold",
                             "issued_after_cancel",
                             "contradiction",
                             "conflicting_message",
                             "stale",
                             "fact_waiting",
                             "unmapped",
                             "inexact_unit",
                             "duplicate_purchase_order",
                             "credit_exceeded",
                             "price_mismatch",
                             "address_invalid",
                             "release_unacknowledged",
                             "release_overdue",
                             "release_rejected",
                             "recall_unanswered",
                             "recall_refused",
                             "no_carrier",
                             "tender_unanswered",
                             "carrier_exception",
                             "delivery_late",
                             "incomplete_shipment",
                             "invoice_mismatch",
                             "invoice_unposted",
                             "payment_overdue",
                             "overpayment",
                             "credit_mismatch",
                             "return_unauthorised",
                             "over_return",
                             "supply_short",
                             "supply_overdue",
                             "over_receipt",
                             "count_difference",
                             "transfer_short",
                             "job_unknown_outcome",
                             "job_failed",
                             "refused_follow_up",
                             "quarantined",
                             "unmatched_cancellation",
                             "disk_low",
                             "substitution_unapproved",
                             "hold_expired"}) {
        CAPTURE(name);
        CHECK(category_of(name).name == name);
    }
    for (const auto& row : categories()) {
        CAPTURE(row.name);
        CHECK(row.severity >= 1);
        CHECK(row.severity <= 3);
        CHECK(row.due_minutes > 0);
        CHECK(row.action.ends_with('.'));
        CHECK(&category_of(row.name) == &row);
    }
    CHECK(category_of("issued_on_hold").severity == 1);
    CHECK(category_of("issued_after_cancel").severity == 1);
    CHECK(category_of("zzz").name == "contradiction");
}

} // namespace
} // namespace truefill::cases
