#include "inventory/inventory_fixture.h"

namespace truefill::inventory {
namespace {

HoldStock hold(Quantity quantity, bool lift = false) {
    HoldStock command;
    command.site = "LYON";
    command.item = "BOLT";
    command.quantity = quantity;
    command.lift = lift;
    command.reason = "quality";
    return command;
}

ExplainSuspense explanation(Quantity quantity) {
    ExplainSuspense command;
    command.site = "LYON";
    command.item = "BOLT";
    command.quantity = quantity;
    command.reason = "misread label";
    return command;
}

RelabelStock relabelling(std::vector<RelabelPart> takes, std::vector<RelabelPart> makes) {
    return {"LYON", "kit", std::move(takes), std::move(makes)};
}

} // namespace

TEST_CASE_FIXTURE(World, "opening stock opens once, bucket by bucket, with its lots") {
    OpenStock command{"LYON",
                      "GO-LIVE",
                      {{"BOLT", "", {}, 10},
                       {"BOLT", "", {}, 2, Stock::held},
                       {"BOLT", "", {}, 1, Stock::return_quarantine},
                       {"MILK", "A", day("2026-05-01"), 4},
                       {"MILK", "B", day("2026-06-01"), 5},
                       {"MILK", "A", day("2026-05-01"), 6}}};
    const auto event = run<StockOpened>(command);
    CHECK(event.lots.size() == 2);
    CHECK(stock(Stock::available) == 10);
    CHECK(stock(Stock::held) == 2);
    CHECK(stock(Stock::return_quarantine) == 1);
    CHECK(stock(Stock::available, milk, lyon, LotId{1}) == 10);
    CHECK(stock(Stock::available, milk, lyon, LotId{2}) == 5);
    CHECK(master.lot(LotId{2}).code == "B");
    CHECK(refusal(command) == "already_opened");
    command.site = "LILLE"; // the same list of another site
    CHECK(run<StockOpened>(command).lots.empty());
}

TEST_CASE_FIXTURE(World, "opening stock that cannot be is refused as a whole") {
    OpenStock command{"LYON", "GO-LIVE", {}};
    CHECK(refusal(command) == "no_lines");
    const auto line = [&](OpeningLine one) {
        command.lines = {{"BOLT", "", {}, 10}, std::move(one)};
        return refusal(command);
    };
    CHECK(line({"WIDGET", "", {}, 1}) == "item_unmapped");
    CHECK(line({"BOLT", "", {}, 0}) == "quantity_invalid");
    CHECK(line({"BOLT", "", {}, ledger::quantity_max + 1}) == "quantity_invalid");
    CHECK(line({"BOLT", "", {}, 1, Stock::inbound}) == "bucket_invalid");
    CHECK(line({"BOLT", "", {}, 1, Stock::suspense}) == "bucket_invalid");
    CHECK(line({"MILK", "", {}, 1}) == "lot_missing");
    command.reference.clear();
    CHECK(refusal(command) == "reference_missing");
    command.site = "NICE";
    CHECK(refusal(command) == "site_unmapped");
}

TEST_CASE_FIXTURE(World, "a hold takes free stock, and its end gives it to those who wait") {
    have(bolt, 10);
    CHECK(run<StockHeld>(hold(4)).quantity == 4);
    CHECK(stock(Stock::held) == 4);
    CHECK(refusal(hold(7)) == "too_little");
    CHECK(run<StockHeld>(hold(0)).quantity == 6);
    CHECK(refusal(hold(0)) == "too_little");
    const auto id = placed({{bolt, 3}});
    CHECK(in(id, Pipeline::backordered) == 3);
    CHECK(refusal(hold(11, true)) == "too_little");
    const auto event = flow<StockHeld>(hold(5, true));
    CHECK(event.freed == std::vector{bolt});
    CHECK(in(id, Pipeline::reserved) == 3);
    CHECK(run<StockHeld>(hold(0, true)).quantity == 5);
    CHECK(stock(Stock::available) == 7);
}

TEST_CASE_FIXTURE(World, "a hold says why, and holds no negative number") {
    have(bolt, 10);
    CHECK(refusal(hold(-1)) == "quantity_invalid");
    CHECK(refusal(hold(ledger::quantity_max + 1)) == "quantity_invalid");
    auto command = hold(1);
    command.reason.clear();
    CHECK(refusal(command) == "reason_missing");
    command.lot = "A";
    CHECK(refusal(command) == "lot_unknown");
}

TEST_CASE_FIXTURE(World,
                  "a recalled lot goes on hold with what is reserved of it; the orders look elsewhere") {
    const auto bad = lot("BAD", "2026-06-01");
    const auto good = lot("GOOD", "2026-07-01");
    have(milk, 10, lyon, bad);
    const auto id = placed({{milk, 6}});
    have(milk, 4, lyon, good);
    HoldStock command;
    command.site = "LYON";
    command.item = "MILK";
    command.lot = "BAD";
    command.reason = "recall";
    command.reserved = true;
    const auto event = flow<StockHeld>(command);
    CHECK(event.quantity == 10);
    CHECK(event.taken_back.size() == 1);
    CHECK(stock(Stock::held, milk, lyon, bad) == 10);
    CHECK(in(id, Pipeline::reserved, lyon, good) == 4);
    CHECK(in(id, Pipeline::backordered) == 2);
}

TEST_CASE_FIXTURE(World, "a hold without a lot takes the lot that expires first, then the next") {
    const auto late = lot("LATE", "2026-07-01");
    const auto soon = lot("SOON", "2026-06-01");
    have(milk, 3, lyon, late);
    have(milk, 3, lyon, soon);
    auto command = hold(4);
    command.item = "MILK";
    run<StockHeld>(command);
    CHECK(stock(Stock::held, milk, lyon, soon) == 3);
    CHECK(stock(Stock::held, milk, lyon, late) == 1);
}

TEST_CASE_FIXTURE(World, "a hold takes back forty reservations a call and says how many are left") {
    have(bolt, 50);
    for (int i = 0; i < 50; ++i) placed({{bolt, 1}});
    auto command = hold(0);
    command.reserved = true;
    const auto event = flow<StockHeld>(command);
    CHECK(event.quantity == 50);
    CHECK(event.taken_back.size() == taken_back_per_call);
    CHECK(event.left == 10);
    CHECK(stock(Stock::held) == 40);
    CHECK(flow<StockHeld>(command).left == 0);
    CHECK(stock(Stock::held) == 50);
}

TEST_CASE_FIXTURE(World, "units in suspense are explained: they were here, or they are written off") {
    have(bolt, 10);
    ledger::Entry entry;
    entry.stock.push_back({bolt, 5, Stock::available, Stock::suspense, lyon, {}, {}, {}});
    post(entry);
    CHECK(refusal(explanation(6)) == "too_little");
    CHECK(refusal(explanation(0)) == "quantity_invalid");
    CHECK(refusal(explanation(ledger::quantity_max + 1)) == "quantity_invalid");
    run<SuspenseExplained>(explanation(2));
    CHECK(stock(Stock::available) == 7);
    auto write_off = explanation(3);
    write_off.write_off = true;
    CHECK(refusal(write_off) == "approval_missing");
    write_off.approved_by = "ann"; // who asks
    CHECK(refusal(write_off) == "approval_missing");
    write_off.approved_by = "cleo";
    write_off.limit = Money{ledger::money(700), ledger::eur};
    CHECK(refusal(write_off) == "above_limit");
    write_off.limit->amount = ledger::money(750);
    write_off.reason.clear();
    CHECK(refusal(write_off) == "reason_missing");
    write_off.reason = "never found";
    run<SuspenseExplained>(write_off);
    CHECK(stock(Stock::suspense) == 0);
    CHECK(stock(Stock::adjustment) == 3);
}

TEST_CASE_FIXTURE(World, "relabelling makes other stock of what is free") {
    have(bolt, 10);
    const auto id = placed({{nut, 2}});
    const auto event = flow<StockRelabelled>(
        relabelling({{"BOLT", "", {}, 4}, {"BOLT", "", {}, 6}}, {{"NUT", "", {}, 3}, {"MILK", "K", {}, 1}}));
    CHECK(event.lots.size() == 1);
    CHECK(stock(Stock::available) == 0);
    CHECK(in(id, Pipeline::reserved) == 2);
    CHECK(stock(Stock::available, nut) == 1);
    CHECK(stock(Stock::available, milk) == 1);
}

TEST_CASE_FIXTURE(World, "relabelling takes nothing twice and nothing that is reserved") {
    have(bolt, 10);
    placed({{bolt, 3}});
    const auto made = std::vector<RelabelPart>{{"NUT", "", {}, 1}};
    CHECK(refusal(relabelling({{"BOLT", "", {}, 4}, {"BOLT", "", {}, 4}}, made)) == "too_little");
    CHECK(refusal(relabelling({{"BOLT", "", {}, 0}}, made)) == "quantity_invalid");
    CHECK(refusal(relabelling({{"BOLT", "", {}, 1}}, {{"NUT", "", {}, ledger::quantity_max + 1}})) ==
          "quantity_invalid");
    CHECK(refusal(relabelling({{"MILK", "X", {}, 1}}, made)) == "lot_unknown");
    CHECK(refusal(relabelling({{"MILK", "", {}, 1}}, made)) == "lot_missing");
    CHECK(refusal(relabelling({{"BOLT", "", {}, 1}}, {})) == "no_lines");
    CHECK(refusal(relabelling({}, made)) == "no_lines");
    auto command = relabelling({{"BOLT", "", {}, 1}}, made);
    command.reason.clear();
    CHECK(refusal(command) == "reason_missing");
}

} // namespace truefill::inventory
