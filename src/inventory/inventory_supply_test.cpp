#include "inventory/inventory_fixture.h"

namespace truefill::inventory {

TEST_CASE_FIXTURE(World, "supply is announced once, with a quantity and a date") {
    AnnounceSupply command{"PO-1", "Steelworks", "LYON", "BOLT", 10, day("2026-03-10"), false};
    const auto event = run<SupplyAnnounced>(command);
    CHECK(event.due == start_of(day("2026-03-11")));
    CHECK(stock(Stock::inbound) == 10);
    CHECK(stock(Stock::supplier) == -10);
    CHECK(refusal(command) == "already_announced");
    command.supply = "PO-2";
    command.quantity = 0;
    CHECK(refusal(command) == "quantity_invalid");
    command.quantity = ledger::quantity_max + 1;
    CHECK(refusal(command) == "quantity_invalid");
    command.quantity = 5;
    command.due = {};
    CHECK(refusal(command) == "due_missing");
    command.due = day("2026-03-10");
    command.opening = true;
    run<SupplyAnnounced>(command);
    CHECK(stock(Stock::opening) == -5);
    command.item = "WIDGET";
    CHECK(no(command).case_category == "unmapped");
    command.site = "NICE";
    CHECK(refusal(command) == "site_unmapped");
    command.supply.clear();
    command.item = "BOLT";
    command.site = "LYON";
    CHECK(refusal(command) == "reference_missing");
}

TEST_CASE_FIXTURE(World, "supply is offered to those who wait") {
    const auto id = placed({{bolt, 4}});
    flow<SupplyAnnounced>(AnnounceSupply{"PO-1", "", "LYON", "BOLT", 10, day("2026-03-10"), false});
    CHECK(in(id, Pipeline::promised) == 4);
}

TEST_CASE_FIXTURE(World, "goods that come in serve promises first; the rest is free at once") {
    coming(10);
    const auto id = placed({{bolt, 6}});
    const auto event = flow<SupplyReceived>(receipt(10, "R-1"));
    CHECK(event.for_promises == 6);
    CHECK(!event.more);
    CHECK(event.orders == std::vector{id});
    CHECK(in(id, Pipeline::reserved, lyon) == 6);
    CHECK(stock(Stock::available) == 4);
    CHECK(state.supplies.at(event.supply).booked == 0);
    CHECK(refusal(receipt(10, "R-1")) == "already_received");
}

TEST_CASE_FIXTURE(World, "goods that come in parts serve the urgent first, then the oldest") {
    coming(10);
    const auto old = placed({{bolt, 4}});
    const auto young = placed({{bolt, 4}});
    const auto urgent = placed({{bolt, 2}}, {.priority = 1});
    flow<SupplyReceived>(receipt(5));
    CHECK(in(urgent, Pipeline::reserved) == 2);
    CHECK(in(old, Pipeline::reserved) == 3);
    CHECK(in(young, Pipeline::reserved) == 0);
    flow<SupplyReceived>(receipt(5));
    CHECK(in(old, Pipeline::reserved) == 4);
    CHECK(in(young, Pipeline::reserved) == 4);
}

TEST_CASE_FIXTURE(World, "damaged goods go on hold and keep no promise") {
    coming(10);
    const auto id = placed({{bolt, 10}});
    auto command = receipt(6);
    command.damaged = 4;
    const auto event = flow<SupplyReceived>(command);
    CHECK(event.damaged == 4);
    CHECK(in(id, Pipeline::reserved) == 6);
    CHECK(in(id, Pipeline::backordered) == 4);
    CHECK(stock(Stock::held) == 4);
    CHECK(stock(Stock::available) == 0);
}

TEST_CASE_FIXTURE(World, "a receipt that is the last one cuts what did not come, the newest promise first") {
    coming(10);
    const auto old = placed({{bolt, 6}});
    const auto young = placed({{bolt, 4}});
    auto command = receipt(7);
    command.last = true;
    const auto event = flow<SupplyReceived>(command);
    CHECK(categories(event) == "supply_short");
    CHECK(event.deviations.front().quantity == 3);
    CHECK(in(old, Pipeline::reserved) == 6);
    CHECK(in(young, Pipeline::reserved) == 1);
    CHECK(in(young, Pipeline::backordered) == 3);
    CHECK(stock(Stock::inbound) == 0);
    CHECK(stock(Stock::inbound_alloc) == 0);
}

TEST_CASE_FIXTURE(World, "more than announced comes in free, with a case") {
    coming(10);
    const auto event = run<SupplyReceived>(receipt(13));
    CHECK(categories(event) == "over_receipt");
    CHECK(event.over == 3);
    CHECK(stock(Stock::available) == 13);
}

TEST_CASE_FIXTURE(World,
                  "goods that nobody announced are on hold, with a case; the announcement may follow") {
    CHECK(no(receipt(5)).wait_for == "supply:PO-1");
    auto command = receipt(5, "R-1");
    command.site = "LYON";
    const auto event = run<SupplyReceived>(command);
    CHECK(categories(event) == "over_receipt");
    CHECK(stock(Stock::held) == 5);
    CHECK(refusal(command) == "already_received");
    ChangeSupply change;
    change.supply = "PO-1";
    change.item = "BOLT";
    change.quantity = 7;
    CHECK(no(change).wait_for == "supply:PO-1");
    coming(8);
    CHECK(stock(Stock::inbound) == 3);
    auto nothing = receipt(0, "", "PO-9");
    nothing.site = "LYON";
    nothing.last = true;
    CHECK(no(nothing).wait_for == "supply:PO-9");
}

TEST_CASE_FIXTURE(World, "goods that come in at another site are there, and the promises are cut") {
    coming(10);
    const auto id = placed({{bolt, 4}});
    auto command = receipt(10);
    command.site = "LILLE";
    const auto event = flow<SupplyReceived>(command);
    CHECK(categories(event) == "contradiction");
    CHECK(stock(Stock::inbound) == 0);
    CHECK(in(id, Pipeline::reserved, lille) == 4);
    CHECK(stock(Stock::available, bolt, lille) == 6);
}

TEST_CASE_FIXTURE(World, "a lot that a promised customer may not have is free, and he waits again") {
    coming(10, "2026-03-10", "PO-1", "MILK");
    const auto fussy = placed({{milk, 6}});
    const auto other = placed({{milk, 4}}, {.customer = ledger::globex});
    auto command = receipt(10);
    command.item = "MILK";
    CHECK(refusal(command) == "lot_missing");
    command.lot = "L-7";
    command.expires = day("2026-03-15");
    flow<SupplyReceived>(command);
    CHECK(in(other, Pipeline::reserved, lyon, LotId{1}) == 4);
    CHECK(in(fussy, Pipeline::backordered) == 6);
    CHECK(stock(Stock::available, milk, lyon, LotId{1}) == 6);
    CHECK(master.lot(LotId{1}).expires == day("2026-03-15"));
}

TEST_CASE_FIXTURE(World, "a supplier's cut takes what nobody was promised, then the newest promises") {
    const auto id = coming(10);
    const auto old = placed({{bolt, 4}});
    const auto young = placed({{bolt, 4}});
    ChangeSupply command{"PO-1", "BOLT", {}, 5, "furnace"};
    const auto event = flow<SupplyChanged>(command);
    CHECK(event.cut == 5);
    CHECK(categories(event) == "supply_short");
    CHECK(in(old, Pipeline::promised) == 4);
    CHECK(in(young, Pipeline::promised) == 1);
    CHECK(in(young, Pipeline::backordered) == 3);
    CHECK(state.supplies.at(id).coming == 5);
    CHECK(refusal(command) == "already_so");
    command.quantity = 9;
    flow<SupplyChanged>(command);
    CHECK(in(young, Pipeline::promised) == 4);
    command.quantity = -1;
    CHECK(refusal(command) == "quantity_invalid");
    command.quantity = 0;
    flow<SupplyChanged>(command);
    CHECK(stock(Stock::inbound) + stock(Stock::inbound_alloc) == 0);
    CHECK(!is_overdue(state, id, start_of(day("2027-01-01"))));
    coming(3); // ordered anew
    CHECK(stock(Stock::inbound) == 3);
}

TEST_CASE_FIXTURE(World, "a lower number than came already cuts what is still to come, and no more") {
    coming(10);
    run<SupplyReceived>(receipt(6));
    const auto event = run<SupplyChanged>(ChangeSupply{"PO-1", "BOLT", {}, 4, ""});
    CHECK(event.cut == 4);
    CHECK(event.coming == 0);
    CHECK(stock(Stock::available) == 6);
    CHECK(stock(Stock::inbound) == 0);
}

TEST_CASE_FIXTURE(World, "a later date names the promised lines; an earlier one is no case") {
    const auto id = coming(10);
    placed({{bolt, 4}, {bolt, 2}});
    const auto late = run<SupplyChanged>(ChangeSupply{"PO-1", "BOLT", day("2026-03-20"), {}, "storm"});
    CHECK(categories(late) == "supply_overdue");
    CHECK(late.promised.size() == 2);
    CHECK(late.due == start_of(day("2026-03-21")));
    CHECK(!is_overdue(state, id, start_of(day("2026-03-20"))));
    CHECK(is_overdue(state, id, start_of(day("2026-03-21"))));
    CHECK(tell_overdue(facts(), state, id).find("10 x BOLT") != std::string::npos);
    CHECK(categories(run<SupplyChanged>(ChangeSupply{"PO-1", "BOLT", day("2026-03-05"), {}, ""})) == "");
    CHECK(no(ChangeSupply{"PO-7", "BOLT", {}, 3, ""}).wait_for == "supply:PO-7");
}

TEST_CASE_FIXTURE(World, "a cancelled promise frees its supply for the next one") {
    coming(5);
    const auto id = placed({{bolt, 5}});
    cancel(id, Pipeline::promised);
    const auto other = placed({{bolt, 5}});
    CHECK(in(other, Pipeline::promised) == 5);
    flow<SupplyReceived>(receipt(5));
    CHECK(in(other, Pipeline::reserved) == 5);
}

TEST_CASE_FIXTURE(World, "lines that were cancelled keep nobody out of a supply") {
    const auto id = coming(1000);
    const std::vector<Wanted> lines(promises_per_supply - 1, Wanted{bolt, 1});
    cancel(placed(lines), Pipeline::promised);
    CHECK(state.supplies.at(id).promised.size() == promises_per_supply - 1);
    for (int i = 0; i < 3; ++i) CHECK(in(placed({{bolt, 1}}), Pipeline::promised) == 1);
    CHECK(state.supplies.at(id).promised.size() == 3);
}

TEST_CASE_FIXTURE(World, "many promised orders are settled twenty at a time") {
    coming(50);
    std::vector<OrderId> ids;
    for (int i = 0; i < 45; ++i) ids.push_back(placed({{bolt, 1}}));
    const auto event = flow<SupplyReceived>(receipt(50));
    CHECK(event.orders.size() == orders_per_call);
    CHECK(event.more);
    for (const auto id : ids) CHECK(in(id, Pipeline::reserved) == 1);
    CHECK(stock(Stock::available) == 5);
}

TEST_CASE_FIXTURE(World, "nothing is settled for what is not known") {
    CHECK(refusal(SettlePromise{SupplyId{9}, {}}) == "supply_unknown");
    const auto id = coming(5);
    CHECK(refusal(SettlePromise{id, OrderId{9}}) == "order_unknown");
    const auto event = run<PromiseSettled>(SettlePromise{id, {}});
    CHECK(event.entry.stock.empty());
    auto command = receipt(0);
    CHECK(refusal(command) == "quantity_invalid");
    command.quantity = -4;
    CHECK(refusal(command) == "quantity_invalid");
    command.quantity = ledger::quantity_max + 1;
    CHECK(refusal(command) == "quantity_invalid");
}

TEST_CASE_FIXTURE(World, "neither a cut nor a receipt touches what a transfer is bringing") {
    have(bolt, 8, lille);
    const auto transfer =
        run<TransferPlaced>(PlaceTransfer{"TO-1", "LILLE", "LYON", 0, {}, {TransferLine{1, "BOLT", 8}}});
    run<OrderReserved>(reserve(transfer.order));
    leave(transfer.order);
    coming(10);
    CHECK(stock(Stock::inbound) == 18);
    const auto id = placed({{bolt, 12}});
    CHECK(in(id, Pipeline::promised) == 10); // only the supplier's units have a date
    flow<SupplyChanged>(ChangeSupply{"PO-1", "BOLT", {}, 2, ""});
    CHECK(stock(Stock::inbound) == 8);
    CHECK(in(id, Pipeline::promised) == 2);
    auto command = receipt(5);
    command.last = true;
    flow<SupplyReceived>(command);
    CHECK(stock(Stock::inbound) == 8);
    CHECK(in(id, Pipeline::reserved) == 5);
}

} // namespace truefill::inventory
