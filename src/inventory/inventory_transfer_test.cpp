#include "inventory/inventory_fixture.h"

namespace truefill::inventory {
namespace {

PlaceTransfer transfer(const std::vector<TransferLine>& lines) {
    return {"TO-1", "LILLE", "LYON", 0, day("2026-03-09"), lines};
}

ReceiveTransfer receipt_of(const std::vector<TransferReceipt>& lines, const char* number = "") {
    return {"TO-1", number, lines, false};
}

} // namespace

/// World with a transfer of 8 bolts and 4 of milk from LILLE to LYON on its way.
struct OnTheWay : World {
    LotId first, second;
    OrderId id;
    OnTheWay() {
        first = lot("A", "2026-06-01");
        second = lot("B", "2026-07-01");
        have(bolt, 8, lille);
        have(milk, 4, lille, first);
        id = run<TransferPlaced>(transfer({{1, "BOLT", 8}, {2, "MILK", 4}})).order;
        run<OrderReserved>(reserve(id));
        leave(id);
    }
};

TEST_CASE_FIXTURE(World, "a transfer reserves at its source alone, and never promises from elsewhere") {
    have(bolt, 50, lyon);
    have(bolt, 8, lille);
    coming(20);
    const auto event = run<TransferPlaced>(transfer({{1, "BOLT", 8}}));
    have(nut, 5, lyon);
    CHECK(run<OrderReserved>(reserve(event.order)).fully);
    CHECK(in(event.order, Pipeline::reserved, lille) == 8);
    CHECK(state.transfers.at(event.transfer).from == lille);
    CHECK(refusal(transfer({{1, "BOLT", 8}})) == "already_placed");
}

TEST_CASE_FIXTURE(World, "a transfer whose stock is gone waits for its source and for nobody else") {
    have(bolt, 8, lille);
    const auto event = run<TransferPlaced>(transfer({{1, "BOLT", 8}}));
    placed({{bolt, 8}});
    have(bolt, 50, lyon);
    coming(20);
    run<OrderReserved>(reserve(event.order));
    CHECK(in(event.order, Pipeline::backordered) == 8);
    CHECK(run<WaitingCalled>(ReserveWaiting{bolt, {}}).orders.empty());
    have(bolt, 3, lille);
    CHECK(run<WaitingCalled>(ReserveWaiting{bolt, {}}).orders == std::vector{event.order});
}

TEST_CASE_FIXTURE(World, "a transfer that cannot be is refused") {
    have(bolt, 8, lille);
    const auto no_lines = [&](const std::vector<TransferLine>& lines) { return refusal(transfer(lines)); };
    CHECK(no_lines({}) == "no_lines");
    CHECK(no_lines({{1, "BOLT", 9}}) == "too_little");
    CHECK(no_lines({{1, "BOLT", 5}, {2, "BOLT", 5}}) == "too_little");
    CHECK(no_lines({{1, "BOLT", 0}}) == "quantity_invalid");
    CHECK(no_lines({{1, "BOLT", ledger::quantity_max + 1}}) == "quantity_invalid");
    CHECK(no_lines({{0, "BOLT", 1}}) == "lines_unordered");
    CHECK(no_lines({{2, "BOLT", 1}, {2, "BOLT", 1}}) == "lines_unordered");
    CHECK(no_lines({{1, "WIDGET", 1}}) == "item_unmapped");
    auto command = transfer({{1, "BOLT", 1}});
    command.to = "LILLE";
    CHECK(refusal(command) == "same_site");
    command.to = "NICE";
    CHECK(refusal(command) == "site_unmapped");
    command = transfer({{1, "BOLT", 1}});
    command.priority = 10;
    CHECK(refusal(command) == "priority_invalid");
    command.priority = 1;
    command.transfer.clear();
    CHECK(refusal(command) == "number_invalid");
    command = transfer(std::vector<TransferLine>(1001, TransferLine{1, "BOLT", 1}));
    CHECK(refusal(command) == "too_many_lines");
}

TEST_CASE_FIXTURE(OnTheWay,
                  "goods of a transfer become available where they came in, and serve those who wait") {
    const auto waiting = placed({{bolt, 5}});
    CHECK(in(waiting, Pipeline::backordered) == 5);
    flow<TransferReceived>(receipt_of({{1, "", "", 8}, {0, "MILK", "A", 4}}, "R-1"));
    CHECK(in(id, Pipeline::delivered) == 12);
    CHECK(in(waiting, Pipeline::reserved, lyon) == 5);
    CHECK(stock(Stock::available, milk, lyon, first) == 4);
    CHECK(stock(Stock::inbound) == 0);
    CHECK(refusal(receipt_of({{1, "", "", 8}}, "R-1")) == "already_received");
}

TEST_CASE_FIXTURE(OnTheWay, "what came in damaged goes on hold under the lot that the book has") {
    const auto event = flow<TransferReceived>(receipt_of({{1, "", "", 6, 2}, {2, "", "A", 3, 1}}));
    CHECK(event.damaged.size() == 2);
    CHECK(stock(Stock::held) == 2);
    CHECK(stock(Stock::available) == 6);
    CHECK(stock(Stock::held, milk, lyon, first) == 1);
}

TEST_CASE_FIXTURE(OnTheWay,
                  "what did not come in stays on its way, with a case when nothing more will come") {
    auto command = receipt_of({{1, "", "", 5}, {2, "", "A", 4}});
    CHECK(run<TransferReceived>(command).deviations.empty());
    command = receipt_of({});
    CHECK(refusal(command) == "no_lines");
    command.last = true;
    const auto event = run<TransferReceived>(command);
    CHECK(categories(event) == "transfer_short");
    CHECK(event.deviations.front().quantity == 3);
    CHECK(event.deviations.front().order == id);
    CHECK(stock(Stock::inbound) == 3);
    CHECK(run<TransferReceived>(receipt_of({{1, "", "", 3}})).deviations.empty()); // it came after all
}

TEST_CASE_FIXTURE(OnTheWay, "more than was shipped is here, with a case") {
    const auto event = run<TransferReceived>(receipt_of({{1, "", "", 10}}));
    CHECK(categories(event) == "over_receipt");
    CHECK(event.deviations.front().quantity == 2);
    CHECK(stock(Stock::available) == 10);
    CHECK(stock(Stock::adjustment) == -2);
}

TEST_CASE_FIXTURE(OnTheWay, "one message that names a line twice delivers no unit twice") {
    const auto event = run<TransferReceived>(receipt_of({{1, "", "", 5}, {1, "", "", 5}}));
    CHECK(categories(event) == "over_receipt");
    CHECK(in(id, Pipeline::delivered) == 8);
    CHECK(stock(Stock::available) == 10);
}

TEST_CASE_FIXTURE(OnTheWay, "goods under a lot that was not shipped come in as what they were shipped as") {
    const auto event = run<TransferReceived>(receipt_of({{2, "", "B", 4}}));
    CHECK(categories(event) == "contradiction");
    CHECK(stock(Stock::available, milk, lyon, first) == 4);
    CHECK(stock(Stock::available, milk, lyon, second) == 0);
}

TEST_CASE_FIXTURE(OnTheWay, "a receipt that cannot be is refused") {
    CHECK(refusal(receipt_of({{1, "", "", -1}})) == "quantity_invalid");
    CHECK(refusal(receipt_of({{1, "", "", 1, -1}})) == "quantity_invalid");
    CHECK(refusal(receipt_of({{1, "", "", ledger::quantity_max + 1}})) == "quantity_invalid");
    CHECK(refusal(receipt_of({{9, "", "", 1}})) == "item_unmapped");
    CHECK(refusal(receipt_of({{2, "", "", 1}})) == "lot_missing");
    auto command = receipt_of({{1, "", "", 1}});
    command.transfer = "TO-9";
    CHECK(no(command).wait_for == "order:TO-9");
    order({{bolt, 1}});
    command.transfer = "SO-2";
    CHECK(refusal(command) == "not_a_transfer");
}

TEST_CASE_FIXTURE(World, "a receipt that is ahead of its goods issue waits for it") {
    have(bolt, 8, lille);
    const auto id = run<TransferPlaced>(transfer({{1, "BOLT", 8}})).order;
    run<OrderReserved>(reserve(id));
    walk(id, Trigger::release, Pipeline::reserved, Pipeline::released);
    CHECK(no(receipt_of({{1, "", "", 8}})).wait_for == "order:TO-1");
}

} // namespace truefill::inventory
