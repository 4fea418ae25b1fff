#include "mirrors/mirrors_fixture.h"
#include "mirrors/questions.h"

namespace truefill::mirrors {

TEST_CASE_FIXTURE(World, "a balance that agrees leaves nothing behind") {
    have(bolts, 10);
    open(ledger::LineKind::sale, {6});
    move(OrderId{1}, 4, Trigger::reserve, {Pipeline::open, Pipeline::reserved}); // whoever it is for
    const auto event = state_stock({{"BOLT", "", 10, 0}});
    CHECK(event.gaps.empty());
    CHECK(event.deviations.empty());
    CHECK(event.compared == 1);
    CHECK(state.sites.front().gaps.empty());
    CHECK(agreement().balances == 1);
    CHECK(agreement().balances_differ == 0);
    CHECK(agreement().system == "wms-lyon");
}

TEST_CASE_FIXTURE(World, "a small difference is raised when the next statement has it too, and once") {
    have(bolts, 100);
    const auto first = state_stock({{"BOLT", "", 98}});
    CHECK(first.deviations.empty());
    CHECK(first.counts.empty());
    CHECK(first.gaps.size() == 1);
    CHECK(agreement().balances_differ == 1);
    later(hours(1));
    const auto second = state_stock({{"BOLT", "", 99}});
    REQUIRE(categories(second) == "stock_mismatch");
    const auto& deviation = second.deviations.front();
    CHECK(deviation.site == lyon);
    CHECK(deviation.item == bolts);
    CHECK(deviation.quantity == 1);
    CHECK(deviation.value.amount == ledger::money(250));
    CHECK(deviation.sentence.find("99 x BOLT at LYON, the book 100 (-1)") != std::string::npos);
    REQUIRE(second.counts.size() == 1);
    CHECK(second.counts.front().item == bolts);
    CHECK(second.rule == "twice_or_2_2");
    CHECK(state_stock({{"BOLT", "", 99}}).deviations.empty());
}

TEST_CASE_FIXTURE(World, "a difference that is gone is closed, and may be raised anew") {
    have(bolts, 100);
    state_stock({{"BOLT", "", 99}});
    state_stock({{"BOLT", "", 99}});
    CHECK(state_stock({{"BOLT", "", 100}}).closed.size() == 1);
    CHECK(state.sites.front().gaps.empty());
    CHECK(state_stock({{"BOLT", "", 99}}).deviations.empty());
    CHECK(categories(state_stock({{"BOLT", "", 99}})) == "stock_mismatch");
}

TEST_CASE_FIXTURE(World, "a difference in the other direction is another one") {
    have(bolts, 100);
    state_stock({{"BOLT", "", 99}});
    const auto event = state_stock({{"BOLT", "", 101}});
    CHECK(event.deviations.empty());
    CHECK(event.gaps.front().times == 1);
}

TEST_CASE_FIXTURE(World, "a big difference in a fresh statement is raised at once, in an old one not") {
    have(bolts, 100);
    auto old = statement({{"BOLT", "", 60}});
    old.as_of = envelope.record_time - hours(2);
    CHECK(run<StockCompared>(old).deviations.empty());
    have(milk, 100, LotId{1});
    CHECK(categories(state_stock({{"MILK", "OLD", 60}})) == "stock_mismatch");
}

TEST_CASE_FIXTURE(World, "what is under way explains a difference for as long as messages may take") {
    have(bolts, 10);
    const auto id = open(ledger::LineKind::sale, {6});
    move(id, 6, Trigger::reserve, {Pipeline::open, Pipeline::reserved});
    // It may have left.
    for (int i = 0; i < 4; ++i, later(hours(1))) CHECK(state_stock({{"BOLT", "", 4}}).deviations.empty());
    const auto event = state_stock({{"BOLT", "", 4}});
    CHECK(categories(event) == "stock_mismatch");
    CHECK(event.deviations.front().quantity == 6);
}

TEST_CASE_FIXTURE(World, "goods that are announced may have come in") {
    have(bolts, 10);
    stock(Stock::supplier, Stock::inbound, 20);
    CHECK(state_stock({{"BOLT", "", 30}}).deviations.empty());
    CHECK(categories(state_stock({{"BOLT", "", 31}})) == "stock_mismatch");
}

TEST_CASE_FIXTURE(World, "a site that works in waves has a day and a night for its messages") {
    stock(Stock::opening, Stock::available, 10, {nuit, {}});
    stock(Stock::supplier, Stock::inbound, 20, {nuit, {}});
    auto command = statement({{"BOLT", "", 30}});
    command.site = "NUIT";
    run<StockCompared>(command);
    later(hours(25));
    command.statement = "N-2";
    CHECK(run<StockCompared>(command).deviations.empty());
    later(hours(1));
    command.statement = "N-3";
    CHECK(categories(run<StockCompared>(command)) == "stock_mismatch");
}

TEST_CASE_FIXTURE(World, "goods in return quarantine may be listed or not") {
    have(bolts, 10);
    have(bolts, 5, {}, Stock::return_quarantine);
    CHECK(state_stock({{"BOLT", "", 10, 0}}).gaps.empty());
    CHECK(state_stock({{"BOLT", "", 15, 5}}).gaps.empty());
    CHECK(state_stock({{"BOLT", "", 16, 5}}).gaps.front().difference == 1);
}

TEST_CASE_FIXTURE(World, "the lines of one balance are added up before they are compared") {
    have(bolts, 10);
    CHECK(state_stock({{"BOLT", "", 4}, {"BOLT", "", 6}}).gaps.empty());
    have(milk, 3, LotId{1});
    have(milk, 4, LotId{2});
    CHECK(state_stock({{"MILK", "NEW", 4}, {"MILK", "OLD", 3}}).compared == 2);
    CHECK(state_stock({{"MILK", "", 7}}).gaps.empty());
}

TEST_CASE_FIXTURE(World, "what the site has on hold and we would sell is raised at the second time") {
    have(bolts, 10);
    CHECK(state_stock({{"BOLT", "", 10, 5}}).deviations.empty());
    const auto event = state_stock({{"BOLT", "", 10, 5}});
    CHECK(categories(event) == "stock_mismatch");
    CHECK(event.counts.empty()); // nobody needs to count
    stock(Stock::available, Stock::held, 5);
    CHECK(state_stock({{"BOLT", "", 10, 5}}).closed.size() == 1);
    CHECK(state_stock({{"BOLT", "", 10, 0}}).gaps.empty()); // in doubt with us only
}

TEST_CASE_FIXTURE(World, "a full statement says that what it does not list is not there") {
    have(bolts, 10);
    have(milk, 4, LotId{1});
    CHECK(state_stock({{"BOLT", "", 10}}).gaps.empty());
    const auto event = state_stock({{"BOLT", "", 10}}, true);
    CHECK(event.compared == 2);
    CHECK(categories(event) == "stock_mismatch");
    CHECK(event.gaps.front().lot == LotId{1});
    CHECK(state_stock({{"MILK", "", 4}, {"BOLT", "", 10}}, true).compared == 2);
}

TEST_CASE_FIXTURE(World, "a full statement settles every gap of its site") {
    have(milk, 4, LotId{1});
    state_stock({{"MILK", "", 5}, {"BOLT", "", 1}});
    CHECK(state.sites.front().gaps.size() == 2);
    const auto event = state_stock({{"MILK", "OLD", 4}}, true);
    CHECK(event.closed.size() == 2);
    CHECK(state.sites.front().gaps.empty());
}

TEST_CASE_FIXTURE(World, "an empty list by mistake makes fifty cases and not a thousand") {
    masterdata::Catalogue catalogue;
    for (int i = 0; i < 120; ++i) catalogue.items.emplace_back().code = "ITEM-" + std::to_string(i);
    master.load(catalogue);
    for (std::uint32_t i = 0; i < 120; ++i) have(ItemId{3 + i}, 10);
    CHECK(state_stock({}, true).deviations.size() == raised_per_statement);
    CHECK(state_stock({}, true).deviations.size() == raised_per_statement);
    CHECK(state_stock({}, true).deviations.size() == 20);
    CHECK(state_stock({}, true).deviations.empty());
}

TEST_CASE_FIXTURE(World, "codes that nobody knows are cases, and the rest is compared") {
    have(bolts, 10);
    const auto event = state_stock({{"WIDGET", "", 3}, {"MILK", "X", 2}, {"BOLT", "", 10}});
    CHECK(categories(event) == "unmapped lot_unknown");
    CHECK(event.compared == 1);
}

TEST_CASE_FIXTURE(World, "a statement counts once, and an older one not at all") {
    have(bolts, 10);
    const auto command = statement({{"BOLT", "", 10}});
    run<StockCompared>(command);
    CHECK(refusal(command) == "already_reported");
    auto older = statement({{"BOLT", "", 10}});
    older.as_of = envelope.record_time - hours(1);
    CHECK(refusal(older) == "already_overtaken");
    for (std::size_t i = 0; i < 2 * statements_kept; ++i) state_stock({{"BOLT", "", 10}});
    CHECK(state.sites.front().statements.size() == statements_kept);
}

TEST_CASE_FIXTURE(World, "a statement that cannot be is refused") {
    CHECK(refusal(statement({})) == "no_lines");
    CHECK(refusal(statement({{"BOLT", "", -1}})) == "quantity_invalid");
    CHECK(refusal(statement({{"BOLT", "", 1, -1}})) == "quantity_invalid");
    CHECK(refusal(statement({{"BOLT", "", ledger::quantity_max + 1}})) == "quantity_invalid");
    CHECK(refusal(statement(std::vector<StatedBalance>(lines_per_statement + 1, {"BOLT", "", 1}))) ==
          "too_many_lines");
    auto command = statement({{"BOLT", "", 1}});
    command.as_of = envelope.record_time + hours(1);
    CHECK(refusal(command) == "time_invalid");
    command.statement.clear();
    CHECK(refusal(command) == "statement_missing");
    command.site = "NICE";
    CHECK(no(command).case_category == "unmapped");
    command.system = std::string(65, 'x');
    CHECK(refusal(command) == "system_invalid");
}

TEST_CASE("the default rule waits for messages, then for a second statement unless the difference is big") {
    GapQuestion question{.book = 1000, .difference = -20, .times = 1, .patience_micros = 10, .fresh = true};
    CHECK(!answer(question).raise); // just 2 %
    question.difference = -21;
    CHECK(answer(question).raise);
    question.may_have_left = 21;
    CHECK(!answer(question).raise);
    question.waited_micros = 10;
    CHECK(answer(question).raise);
    question.fresh = false;
    CHECK(!answer(question).raise);
    question.times = 2;
    CHECK(answer(question).raise);
    question = {.book = 3, .difference = 2, .times = 1, .fresh = true};
    CHECK(!answer(question).raise);
    question.difference = 3;
    CHECK(answer(question).raise);
    question.may_have_come = 3;
    question.patience_micros = 1;
    CHECK(!answer(question).raise);
}

} // namespace truefill::mirrors
