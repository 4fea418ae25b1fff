#include "inventory/inventory_fixture.h"

namespace truefill::inventory {
namespace {

CountStock counted(Quantity quantity, const char* by = "bob", const char* approver = "") {
    CountStock command;
    command.site = "LYON";
    command.item = "BOLT";
    command.counted = quantity;
    command.counted_by = by;
    command.approved_by = approver;
    return command;
}

ApproveCount approval(CountId count, const char* by = "cleo") {
    ApproveCount command;
    command.count = count;
    command.approved_by = by;
    return command;
}

RequestCount request(Quantity doubt = 0, const char* item = "BOLT") {
    RequestCount command;
    command.site = "LYON";
    command.item = item;
    command.doubt = doubt;
    command.reason = "not found";
    return command;
}

} // namespace

/// World with units on hold that somebody did not find.
struct Doubt : World {
    CountId count;
    Doubt() {
        have(bolt, 10);
        stock_moved(3, Stock::available, Stock::held);
        count = run<CountRequested>(request(3)).count;
    }
    void stock_moved(Quantity quantity, Stock from, Stock to) {
        ledger::Entry entry;
        entry.stock.push_back({bolt, quantity, from, to, lyon, {}, {}, {}});
        post(entry);
    }
};

TEST_CASE_FIXTURE(World, "a site is asked once; a second request joins the first") {
    have(bolt, 10);
    const auto first = run<CountRequested>(request());
    CHECK(first.due == envelope.record_time + hours(24));
    CHECK(!first.joined);
    const auto second = run<CountRequested>(request(2));
    CHECK(second.joined);
    CHECK(second.count == first.count);
    CHECK(state.counts.at(first.count).doubt == 2);
    CHECK(state.counts.at(first.count).reason == "not found; not found");
    CHECK(refusal(request(-1)) == "quantity_invalid");
    CHECK(refusal(request(ledger::quantity_max + 1)) == "quantity_invalid");
    CHECK(is_overdue(state, first.count, first.due));
    CHECK(tell_overdue(facts(), state, first.count).find("to be counted") != std::string::npos);
}

TEST_CASE_FIXTURE(Doubt, "what a count finds more explains suspense first, and only the rest is new") {
    stock_moved(4, Stock::available, Stock::suspense); // 3 available, 3 held, 4 gone nobody knows where to
    const auto part = run<StockCounted>(counted(8, "bob", "cleo"));
    CHECK(part.difference == 2);
    CHECK(part.explained == 2);
    CHECK(stock(Stock::suspense) == 2);
    CHECK(stock(Stock::adjustment) == 0);
    CHECK(stock(Stock::available) == 8); // the doubt is settled too
    CHECK(tell(facts(), part).find("2 of them had stood in suspense") != std::string::npos);
    const auto rest = run<StockCounted>(counted(13, "bob", "cleo"));
    CHECK(rest.explained == 2);
    CHECK(stock(Stock::suspense) == 0);
    CHECK(stock(Stock::adjustment) == -3);
    CHECK(stock(Stock::available) == 13);
    CHECK(run<StockCounted>(counted(10, "bob", "cleo")).explained == 0);
}

TEST_CASE_FIXTURE(Doubt, "goods that came in blind are no suspense that a count could explain") {
    stock_moved(2, Stock::suspense, Stock::return_quarantine);
    REQUIRE(stock(Stock::suspense) == -2);
    const auto event = run<StockCounted>(counted(12, "bob", "cleo"));
    CHECK(event.explained == 0);
    CHECK(stock(Stock::suspense) == -2);
    CHECK(stock(Stock::available) == 12);
}

TEST_CASE_FIXTURE(World, "a request without a lot asks for every lot that the site has") {
    CHECK(refusal(request(0, "MILK")) == "nothing_to_count");
    have(milk, 3, lyon, lot("A", "2026-05-01"));
    have(milk, 3, lyon, lot("B", "2026-04-01"));
    const auto events = run_all(request(0, "MILK"));
    REQUIRE(events.size() == 2);
    CHECK(get<CountRequested>(events.front()).lot == LotId{2});
    CHECK(state.counts.live() == 2);
}

TEST_CASE_FIXTURE(World, "ids that were never given out are refused") {
    RequestCount command;
    command.site_id = SiteId{99};
    command.item_id = bolt;
    CHECK(refusal(command) == "id_unknown");
    command.site_id = lyon;
    command.item_id = ItemId{99};
    CHECK(refusal(command) == "id_unknown");
    command.item_id = bolt;
    command.lot_id = LotId{99};
    CHECK(refusal(command) == "id_unknown");
    command.lot_id = lot("A", "2026-05-01"); // of milk
    CHECK(refusal(command) == "id_unknown");
    HoldStock hold;
    hold.site_id = SiteId{99};
    hold.item_id = bolt;
    hold.reason = "why";
    CHECK(refusal(hold) == "id_unknown");
}

TEST_CASE_FIXTURE(World, "a count that agrees is posted and changes nothing") {
    have(bolt, 10);
    placed({{bolt, 4}}); // who it is for does not matter
    const auto event = run<StockCounted>(counted(10));
    CHECK(event.difference == 0);
    CHECK(event.entry.stock.empty());
    CHECK(state.counts.at(event.count).state == CountState::posted);
}

TEST_CASE_FIXTURE(World, "a count that its sender approves himself waits, whoever is named as counter") {
    have(bolt, 10);
    envelope.actor = "cleo";
    const auto recorded = run<CountRecorded>(counted(9, "bob", "cleo"));
    CHECK(recorded.entered_by == "cleo");
    CHECK(stock(Stock::available) == 10);
}

TEST_CASE_FIXTURE(World, "a small difference waits for approval by somebody else") {
    have(bolt, 10);
    const auto recorded = run<CountRecorded>(counted(9));
    CHECK(!recorded.recount);
    CHECK(recorded.difference == -1);
    CHECK(stock(Stock::available) == 10);
    CHECK(refusal(approval(recorded.count, "bob")) == "same_person");
    CHECK(recorded.entered_by == "ann"); // who says that bob counted
    CHECK(refusal(approval(recorded.count, "ann")) == "same_person");
    CHECK(refusal(approval(CountId{9})) == "count_unknown");
    const auto posted = run<StockCounted>(approval(recorded.count));
    CHECK(posted.approved_by == "cleo");
    CHECK(stock(Stock::available) == 9);
    CHECK(stock(Stock::adjustment) == 1);
    CHECK(refusal(approval(recorded.count)) == "already_posted");
    auto late = counted(9);
    late.count = recorded.count;
    CHECK(refusal(late) == "already_counted");
    late.count = CountId{9};
    CHECK(no(late).case_category == "unmapped");
}

TEST_CASE_FIXTURE(World, "a count needs a counter and a number that can be") {
    have(bolt, 10);
    CHECK(refusal(counted(-1)) == "quantity_invalid");
    CHECK(refusal(counted(ledger::quantity_max + 1)) == "quantity_invalid");
    CHECK(refusal(counted(1, "")) == "counter_missing");
    const auto id = run<CountRequested>(request()).count;
    CHECK(refusal(approval(id)) == "not_counted");
}

TEST_CASE_FIXTURE(World, "a big difference is counted again by another person") {
    have(bolt, 10);
    const auto first = run<CountRecorded>(counted(4));
    CHECK(first.recount);
    CHECK(refusal(approval(first.count)) == "not_recounted");
    CHECK(run<CountRecorded>(counted(4)).recount); // the same person proves nothing
    const auto second = run<CountRecorded>(counted(4, "dora"));
    CHECK(!second.recount);
    CHECK(second.count == first.count);
    CHECK(refusal(approval(first.count, "bob")) == "same_person");
    run<StockCounted>(approval(first.count));
    CHECK(stock(Stock::available) == 4);
}

TEST_CASE_FIXTURE(World, "an approver has a limit") {
    have(bolt, 10);
    const auto id = run<CountRecorded>(counted(8)).count;
    auto command = approval(id);
    command.limit = Money{ledger::money(499), ledger::eur};
    CHECK(refusal(command) == "above_limit");
    command.limit = Money{ledger::money(500), ledger::usd};
    CHECK(refusal(command) == "value_unknown");
    command.limit = Money{ledger::money(500), ledger::eur};
    run<StockCounted>(command);
}

TEST_CASE_FIXTURE(World, "a value beyond all bounds is above every limit") {
    masterdata::Catalogue catalogue;
    catalogue.prices.push_back({"BOLT", "", {ledger::value_max, ledger::eur}, day("2026-02-01")});
    master.load(catalogue);
    have(bolt, ledger::quantity_max);
    const auto id = run<CountRecorded>(counted(0)).count;
    run<CountRecorded>(counted(0, "dora"));
    auto command = approval(id);
    command.limit = Money{ledger::value_max, ledger::eur};
    CHECK(refusal(command) == "above_limit");
}

TEST_CASE_FIXTURE(World, "a count that found more makes it available and offers it to those who wait") {
    have(bolt, 10);
    placed({{bolt, 10}});
    const auto waiting = placed({{bolt, 2}});
    const auto event = flow<StockCounted>(counted(12, "bob", "cleo"));
    CHECK(event.freed == std::vector{bolt});
    CHECK(in(waiting, Pipeline::reserved) == 2);
}

TEST_CASE_FIXTURE(Doubt, "a count that misses just the doubt writes it off without a recount") {
    const auto recorded = run<CountRecorded>(counted(7));
    CHECK(recorded.count == count);
    CHECK(!recorded.recount);
    run<StockCounted>(approval(count));
    CHECK(stock(Stock::held) == 0);
    CHECK(stock(Stock::available) == 7);
}

TEST_CASE_FIXTURE(Doubt, "a count that finds the doubtful units makes them available again") {
    run<StockCounted>(counted(10));
    CHECK(stock(Stock::held) == 0);
    CHECK(stock(Stock::available) == 10);
}

TEST_CASE_FIXTURE(Doubt, "a count that finds one of the doubtful units settles each of them") {
    run<StockCounted>(counted(8, "bob", "cleo"));
    CHECK(stock(Stock::held) == 0);
    CHECK(stock(Stock::available) == 8);
    CHECK(stock(Stock::adjustment) == 2);
}

TEST_CASE_FIXTURE(Doubt, "what is in doubt is not lifted before it is counted") {
    HoldStock lift;
    lift.site = "LYON";
    lift.item = "BOLT";
    lift.lift = true;
    lift.reason = "found";
    CHECK(refusal(lift) == "in_doubt");
    stock_moved(2, Stock::available, Stock::held);
    run<StockHeld>(lift); // the two others
    CHECK(stock(Stock::held) == 3);
}

TEST_CASE_FIXTURE(World,
                  "a count that found less takes reservations back, lowest priority and newest first") {
    have(bolt, 10);
    const auto urgent = placed({{bolt, 3}}, {.priority = 1});
    const auto old = placed({{bolt, 3}});
    const auto young = placed({{bolt, 3}});
    const auto event = flow<StockCounted>(counted(5, "bob", "cleo"));
    CHECK(event.missing == 4);
    CHECK(in(urgent, Pipeline::reserved) == 3);
    CHECK(in(old, Pipeline::reserved) == 2);
    CHECK(in(young, Pipeline::backordered) == 3);
    CHECK(stock(Stock::adjustment) == 5);
    CHECK(state.counts.at(event.count).state == CountState::posted);
}

TEST_CASE_FIXTURE(World, "a count that takes back many reservations goes on until none is missing") {
    have(bolt, 100);
    std::vector<OrderId> ids;
    for (int i = 0; i < 100; ++i) ids.push_back(placed({{bolt, 1}}));
    const auto event = flow<StockCounted>(counted(3, "bob", "cleo"));
    CHECK(event.more);
    CHECK(event.taken_back.size() == taken_back_per_call);
    CHECK(state.counts.at(event.count).state == CountState::posted);
    CHECK(stock(Stock::allocated) == 3);
    CHECK(in(ids[2], Pipeline::reserved) == 1);
    CHECK(in(ids[3], Pipeline::backordered) == 1);
}

TEST_CASE_FIXTURE(World, "what only released units could cover is a case") {
    have(bolt, 5);
    const auto id = placed({{bolt, 5}});
    walk(id, Trigger::release, Pipeline::reserved, Pipeline::released);
    const auto event = run<StockCounted>(counted(3, "bob", "cleo"));
    CHECK(categories(event) == "count_difference");
    CHECK(event.deviations.front().quantity == 2);
    CHECK(stock(Stock::allocated) == 5);
    CHECK(state.counts.at(event.count).state == CountState::posted);
}

TEST_CASE_FIXTURE(World, "a count posts what was missing when it was counted, whatever moved since") {
    have(bolt, 10);
    const auto id = run<CountRecorded>(counted(8)).count;
    const auto order = placed({{bolt, 6}});
    leave(order);
    run<StockCounted>(approval(id));
    CHECK(stock(Stock::available) == 2);
}

TEST_CASE_FIXTURE(World, "a book that is bigger than one posting may be can still be counted") {
    for (int i = 0; i < 3; ++i) have(bolt, ledger::quantity_max);
    run<StockCounted>(counted(7, "bob", "cleo"));
    CHECK(stock(Stock::available) == 7);
}

TEST_CASE_FIXTURE(World, "a count of a lot names it, even one that nobody knew") {
    auto command = counted(4, "bob", "cleo");
    command.item = "MILK";
    CHECK(refusal(command) == "lot_missing");
    command.lot = "NEW";
    run<StockCounted>(command);
    CHECK(stock(Stock::available, milk, lyon, LotId{1}) == 4);
    command.site = "NICE";
    CHECK(refusal(command) == "site_unmapped");
    command.site = "LYON";
    command.item = "WIDGET";
    CHECK(refusal(command) == "item_unmapped");
}

} // namespace truefill::inventory
