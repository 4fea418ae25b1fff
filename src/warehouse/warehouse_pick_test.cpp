#include "warehouse/warehouse_fixture.h"

namespace truefill::warehouse {

using ledger::Pipeline;
using ledger::Stock;

TEST_CASE_FIXTURE(World, "a pick stages its units; the first one acknowledges the release") {
    const auto id = released({10});
    const auto event = run<PickConfirmed>(pick(1, 4));
    CHECK(event.quantity == 4);
    CHECK(event.due == envelope.record_time + minutes(2880));
    CHECK(in(id, Pipeline::picked) == 4);
    CHECK(stock(Stock::staged) == 4);
    CHECK(!run<PickConfirmed>(pick(1, 6)).due);
    CHECK(refusal(AcknowledgeRelease{r1}) == "already_acknowledged");
}

TEST_CASE_FIXTURE(World,
                  "the same pick changes nothing twice; the same number with other units is a deviation") {
    const auto id = released({10, 10});
    auto command = pick(1, 4);
    command.sequence = 77;
    run<PickConfirmed>(command);
    CHECK(refusal(command) == "already_picked");
    command.quantity = 5;
    const auto other = run<PickConfirmed>(command);
    CHECK(categories(other) == "contradiction");
    CHECK(other.entry.units.empty());
    CHECK(refusal(pick(1, 0)) == "quantity_invalid");
    command.line = 2; // the number counts within its line
    run<PickConfirmed>(command);
    CHECK(in(id, Pipeline::picked) == 9);
}

TEST_CASE_FIXTURE(World, "picks without a number are never taken for repeats") {
    const auto id = released({10});
    run<PickConfirmed>(pick(1, 3));
    run<PickConfirmed>(pick(1, 3));
    CHECK(in(id, Pipeline::picked) == 6);
}

TEST_CASE_FIXTURE(World, "a pick of a release or a line that does not exist is a case") {
    released({10});
    CHECK(no(pick(1, 1, ReleaseId{9})).case_category == "unmapped");
    CHECK(no(pick(7, 1)).case_category == "contradiction");
}

TEST_CASE_FIXTURE(World, "what is not found is backordered, its stock held and to be counted") {
    const auto id = released({10});
    auto command = pick(1, 7);
    command.short_quantity = 3;
    command.short_reason = "not_found";
    const auto event = run<PickConfirmed>(command);
    CHECK(categories(event) == "short_pick");
    CHECK(event.deviations.front().value.amount == ledger::money(750));
    CHECK(event.counts.size() == 1);
    CHECK(in(id, Pipeline::backordered) == 3);
    CHECK(stock(Stock::held) == 3);
    CHECK(!event.release_complete); // seven are picked and not packed
}

TEST_CASE_FIXTURE(World, "more short than there was to pick is a contradiction") {
    const auto id = released({10});
    auto command = pick(1, 7);
    command.short_quantity = 5;
    const auto event = run<PickConfirmed>(command);
    CHECK(event.short_quantity == 3);
    CHECK(categories(event) == "contradiction");
    CHECK(in(id, Pipeline::backordered) == 3);
}

TEST_CASE_FIXTURE(World, "a short that ends the release makes what is packed ready to leave") {
    released({10, 5});
    run<PickConfirmed>(pick(1, 10));
    CHECK(!run<Packed>(pack()).release_complete);
    auto nothing = pick(2, 0);
    nothing.short_quantity = 5;
    const auto event = run<PickConfirmed>(nothing);
    CHECK(event.release_complete);
    REQUIRE(event.handling_units.size() == 1);
    CHECK(event.weight_grams == 1000);
}

TEST_CASE_FIXTURE(World,
                  "an over-pick goes into suspense: from stock, from what is held, and from what it proves") {
    const auto id = released({10});
    have(bolts, 3);
    put_on_hold(bolts, 1);
    const auto event = run<PickConfirmed>(pick(1, 15));
    CHECK(event.quantity == 10);
    CHECK(event.suspended == 5);
    CHECK(categories(event) == "over_pick");
    CHECK(event.counts.size() == 1);
    CHECK(in(id, Pipeline::picked) == 10);
    CHECK(stock(Stock::suspense) == 5);
    CHECK(stock(Stock::available) == 0);
    CHECK(stock(Stock::held) == 0);
    CHECK(stock(Stock::adjustment) == -2);
}

TEST_CASE_FIXTURE(World, "a pick after everything was called back is an over-pick") {
    const auto id = released({10});
    run<RecallAnswered>(ConfirmRecall{r1, 1, 10});
    have(bolts, 10);
    const auto event = run<PickConfirmed>(pick(1, 10));
    CHECK(event.quantity == 0);
    CHECK(event.suspended == 10);
    CHECK(in(id, Pipeline::reserved) == 10);
}

TEST_CASE_FIXTURE(World, "another lot than reserved is exchanged, then picked by the same command") {
    const auto id = order({{.item = milk, .quantity = 6, .lot = good_lot}});
    have(milk, 6, lyon, other_lot);
    run<LinesReleased>(release(id));
    auto command = pick(1, 6);
    command.lot = "OTHER";
    command.sequence = 5;
    const auto swapped = run<LotSwapped>(command);
    CHECK(swapped.quantity == 6);
    CHECK(swapped.counts.empty());
    CHECK(stock(Stock::available, milk, good_lot) == 6);
    const auto event = run<PickConfirmed>(swapped.pick);
    CHECK(event.quantity == 6);
    CHECK(event.lot == other_lot);
    CHECK(stock(Stock::staged, milk, other_lot) == 6);
    CHECK(stock(Stock::allocated, milk, good_lot) == 0);
    CHECK(refusal(command) == "already_picked");
}

TEST_CASE_FIXTURE(World, "a pick proves a lot that the book lacks, and orders a count") {
    const auto id = order({{.item = milk, .quantity = 6, .lot = good_lot}});
    have(milk, 2, lyon, other_lot);
    run<LinesReleased>(release(id));
    auto command = pick(1, 5);
    command.lot = "OTHER";
    const auto swapped = run<LotSwapped>(command);
    CHECK(swapped.counts.size() == 1);
    CHECK(stock(Stock::adjustment, milk, other_lot) == -3);
    run<PickConfirmed>(swapped.pick);
    CHECK(in(id, Pipeline::picked) == 5);
    CHECK(stock(Stock::available, milk, good_lot) == 5);
}

TEST_CASE_FIXTURE(World, "units of two lots picked for one line need a swap for one of them only") {
    const auto id = order({{.item = milk, .quantity = 6, .lot = good_lot}});
    have(milk, 2, lyon, other_lot);
    run<LinesReleased>(release(id));
    auto command = pick(1, 4);
    command.lot = "GOOD";
    run<PickConfirmed>(command);
    command = pick(1, 2);
    command.lot = "OTHER";
    CHECK(run_pick(command).quantity == 2);
    CHECK(in(id, Pipeline::picked) == 6);
}

TEST_CASE_FIXTURE(World,
                  "a lot that is too old for the customer goes into suspense; the line still wants its own") {
    const auto id = order({{.item = milk, .quantity = 6, .lot = good_lot}});
    have(milk, 6, lyon, old_lot);
    run<LinesReleased>(release(id));
    auto command = pick(1, 6);
    command.lot = "OLD";
    const auto event = run<PickConfirmed>(command);
    CHECK(event.quantity == 0);
    CHECK(event.suspended == 6);
    CHECK(categories(event) == "lot_not_allowed");
    CHECK(stock(Stock::suspense, milk, old_lot) == 6);
    CHECK(in(id, Pipeline::released) == 6);
}

TEST_CASE_FIXTURE(World, "a lot on hold is taken into suspense as far as it is on hold") {
    const auto id = order({{.item = milk, .quantity = 6, .lot = good_lot}});
    have(milk, 6, lyon, other_lot);
    put_on_hold(milk, 4, other_lot);
    run<LinesReleased>(release(id));
    auto command = pick(1, 6);
    command.lot = "OTHER";
    command.sequence = 9;
    const auto swapped = run<LotSwapped>(command);
    CHECK(swapped.quantity == 2);
    CHECK(categories(swapped) == "lot_not_allowed");
    const auto event = run<PickConfirmed>(swapped.pick);
    CHECK(event.quantity == 2);
    CHECK(event.deviations.empty());
    CHECK(stock(Stock::suspense, milk, other_lot) == 4);
    CHECK(in(id, Pipeline::released) == 4);
    CHECK(refusal(command) == "already_picked"); // compared with what the site said, not with what was posted
}

TEST_CASE_FIXTURE(World, "a lot that nobody has received is picked as reserved and looked at") {
    const auto id = order({{.item = milk, .quantity = 6, .lot = good_lot}});
    run<LinesReleased>(release(id));
    auto command = pick(1, 6);
    command.lot = "NEVER-SEEN";
    const auto event = run<PickConfirmed>(command);
    CHECK(categories(event) == "lot_unknown");
    CHECK(in(id, Pipeline::picked) == 6);
}

TEST_CASE_FIXTURE(World, "units reserved without a lot get the name of the one that is picked") {
    const auto id = order({{.item = milk, .quantity = 6}});
    run<LinesReleased>(release(id));
    auto command = pick(1, 6);
    command.lot = "GOOD";
    CHECK(run<PickConfirmed>(command).quantity == 6);
    CHECK(stock(Stock::staged, milk, good_lot) == 6);
}

TEST_CASE_FIXTURE(World, "a lot named for an item without lots means nothing") {
    const auto id = released({10});
    auto command = pick(1, 10);
    command.lot = "L-1";
    CHECK(run<PickConfirmed>(command).deviations.empty());
    CHECK(in(id, Pipeline::picked) == 10);
}

TEST_CASE_FIXTURE(World,
                  "a put-back undoes a pick, waits for its precursor, and never posts more than there is") {
    const auto id = released({10});
    CHECK(no(PutBack{r1, 1, 4}).wait_for == "order:SO-1");
    run<PickConfirmed>(pick(1, 10));
    CHECK(run<PickPutBack>(PutBack{r1, 1, 4}).quantity == 4);
    CHECK(in(id, Pipeline::released) == 4);
    CHECK(stock(Stock::allocated) == 4);
    const auto event = run<PickPutBack>(PutBack{r1, 1, 20});
    CHECK(event.quantity == 6);
    CHECK(categories(event) == "contradiction");
    CHECK(refusal(PutBack{r1, 1, 0}) == "quantity_invalid");
}

/// Six of a line picked from one lot, four from another.
struct TwoLots : World {
    OrderId id;
    TwoLots() : id{order({{.item = milk, .quantity = 10}})} {
        run<LinesReleased>(release(id));
        auto good = pick(1, 6);
        good.lot = "GOOD";
        run_pick(good);
        auto old = pick(1, 4);
        old.lot = "OLD";
        run_pick(old);
        REQUIRE(stock(Stock::staged, milk, good_lot) == 6);
        REQUIRE(stock(Stock::staged, milk, old_lot) == 4);
    }
};

TEST_CASE_FIXTURE(TwoLots, "a put-back is of the lot that the site names, and of no other") {
    const auto event = run<PickPutBack>(PutBack{r1, 1, 3, "GOOD"});
    CHECK(event.deviations.empty());
    CHECK(event.lot == good_lot);
    CHECK(stock(Stock::staged, milk, good_lot) == 3);
    CHECK(stock(Stock::staged, milk, old_lot) == 4);
    // More than is picked of it, while more of it is nowhere: the rest is somebody's to clear.
    const auto more = run<PickPutBack>(PutBack{r1, 1, 9, "OLD"});
    CHECK(more.quantity == 4);
    CHECK(categories(more) == "contradiction");
    CHECK(more.deviations.front().sentence.find("9 units of lot OLD") != std::string::npos);
    CHECK(stock(Stock::staged, milk, good_lot) == 3);
}

TEST_CASE_FIXTURE(TwoLots, "a put-back without a lot, or of a lot that nobody knows, is looked at") {
    const auto event = run<PickPutBack>(PutBack{r1, 1, 3});
    CHECK(event.quantity == 3);
    CHECK(!event.lot);
    REQUIRE(categories(event) == "lot_unknown");
    CHECK(event.deviations.front().sentence.find("names no lot, where ") != std::string::npos);
    CHECK(categories(run<PickPutBack>(PutBack{r1, 1, 1, "NEVER-SEEN"})) == "lot_unknown");
    // All that is left is meant: there is nothing to tell apart.
    CHECK(run<PickPutBack>(PutBack{r1, 1, 6}).deviations.empty());
}

TEST_CASE_FIXTURE(TwoLots, "damage and loss are of the lot that the site names") {
    ReportDamage damage{.release = r1, .line = 1, .quantity = 2, .reason = "dropped"};
    damage.lot = "OLD";
    const auto event = run<DamageReported>(damage);
    CHECK(event.lot == old_lot);
    CHECK(stock(Stock::held, milk, old_lot) == 2);
    CHECK(categories(event) == "damaged_before_issue");
    damage.lost = true;
    damage.lot = "GOOD";
    const auto lost = run<DamageReported>(damage);
    REQUIRE(lost.counts.size() == 1);
    CHECK(lost.counts.front().lot == good_lot);
    CHECK(stock(Stock::staged, milk, good_lot) == 4);
    damage.lot.clear();
    CHECK(categories(run<DamageReported>(damage)) == "lot_unknown lost_before_issue");
}

TEST_CASE_FIXTURE(World, "a pending recall shrinks with what the site cannot give back any more") {
    const auto id = released({10});
    RequestRecall recall;
    recall.order_id = id;
    run<RecallRequested>(recall);
    auto command = pick(1, 0);
    command.short_quantity = 8;
    run<PickConfirmed>(command);
    REQUIRE(state.releases.at(r1).recalls.size() == 1);
    CHECK(state.releases.at(r1).recalls.front().quantity == 2);
}

} // namespace truefill::warehouse
