#include "inventory/inventory_fixture.h"

namespace truefill::inventory {

TEST_CASE_FIXTURE(World, "stock on hand is reserved at the site that has all of it") {
    have(bolt, 4, lyon);
    have(nut, 3, lyon);
    have(bolt, 10, lille);
    have(nut, 10, lille);
    const auto id = order({{bolt, 5}, {nut, 3}});
    const auto event = run<OrderReserved>(reserve(id));
    CHECK(event.fully);
    CHECK(event.rule == "fewest_sites");
    CHECK(in(id, Pipeline::reserved, lille) == 8);
    CHECK(stock(Stock::available, bolt, lyon) == 4);
    CHECK(event.deviations.empty());
}

TEST_CASE_FIXTURE(World, "people name the order by its number; an unknown order is refused") {
    have(bolt, 5);
    order({{bolt, 5}});
    CHECK(run<OrderReserved>(ReserveOrder{{}, "SO-1"}).fully);
    CHECK(refusal(ReserveOrder{{}, "SO-9"}) == "order_unknown");
    CHECK(refusal(ReserveOrder{OrderId{77}, {}}) == "order_unknown");
}

TEST_CASE_FIXTURE(World, "two lines of one item share its stock and never get it twice") {
    have(bolt, 7);
    const auto id = order({{bolt, 5}, {bolt, 5}});
    const auto event = run<OrderReserved>(reserve(id));
    CHECK(!event.fully);
    CHECK(in(id, Pipeline::reserved) == 7);
    CHECK(in(id, Pipeline::backordered) == 3);
    CHECK(stock(Stock::available) == 0);
    CHECK(categories(event) == "backordered");
    CHECK(event.deviations.front().quantity == 3);
    CHECK(event.deviations.front().line == 2);
    CHECK(event.deviations.front().value.amount == ledger::money(750));
}

TEST_CASE_FIXTURE(World,
                  "two lines of one item are sourced as one demand: the site that has the sum serves") {
    have(bolt, 5, lyon); // enough for each line alone
    have(bolt, 10, lille);
    const auto id = placed({{bolt, 5}, {bolt, 5}});
    CHECK(in(id, Pipeline::reserved, lille) == 10);
}

TEST_CASE_FIXTURE(World, "a second look reserves nothing twice") {
    have(bolt, 7);
    const auto id = placed({{bolt, 5}});
    const auto event = run<OrderReserved>(reserve(id));
    CHECK(event.entry.units.empty());
    CHECK(event.fully);
    CHECK(in(id, Pipeline::reserved) == 5);
}

TEST_CASE_FIXTURE(World, "the lot that expires first goes first; one too old for the customer is not there") {
    const auto old = lot("OLD", "2026-03-20");
    const auto late = lot("LATE", "2026-12-31");
    const auto soon = lot("SOON", "2026-06-30");
    for (const auto one : {old, late, soon}) have(milk, 4, lyon, one);
    const auto id = placed({{milk, 6}});
    CHECK(in(id, Pipeline::reserved, lyon, soon) == 4);
    CHECK(in(id, Pipeline::reserved, lyon, late) == 2);
    const auto other = placed({{milk, 6}}, {.customer = ledger::globex});
    CHECK(in(other, Pipeline::reserved, lyon, old) == 4);
    CHECK(in(other, Pipeline::reserved, lyon, late) == 2);
}

TEST_CASE_FIXTURE(World, "what expires today may go to a customer who asks for no days, and not tomorrow") {
    have(milk, 4, lyon, lot("TODAY", "2026-03-02"));
    const auto id = placed({{milk, 1}}, {.customer = ledger::globex});
    CHECK(in(id, Pipeline::reserved) == 1);
    later(days(1));
    const auto late = placed({{milk, 1}}, {.customer = ledger::globex});
    CHECK(in(late, Pipeline::backordered) == 1);
}

TEST_CASE_FIXTURE(World, "an order that ships complete takes all or nothing") {
    have(bolt, 5);
    const auto id = order({{bolt, 5}, {nut, 2}}, {.complete = true});
    const auto event = run<OrderReserved>(reserve(id));
    CHECK(in(id, Pipeline::backordered) == 7);
    CHECK(stock(Stock::available) == 5);
    CHECK(event.deviations.front().quantity == 7);
    CHECK(event.deviations.front().sentence.find("ships complete") != std::string::npos);
    have(nut, 2);
    CHECK(run<OrderReserved>(reserve(id)).fully);
    CHECK(in(id, Pipeline::reserved) == 7);
}

TEST_CASE_FIXTURE(World, "an order that ships complete may wait for supply with stock in its hands") {
    have(bolt, 5);
    coming(2, "2026-03-10", "PO-2", "NUT");
    const auto id = order({{bolt, 5}, {nut, 2}}, {.complete = true});
    const auto event = run<OrderReserved>(reserve(id));
    CHECK(!event.fully);
    CHECK(in(id, Pipeline::reserved) == 5);
    CHECK(in(id, Pipeline::promised) == 2);
    CHECK(event.deviations.empty());
}

TEST_CASE_FIXTURE(World, "what stock cannot cover is promised, the earliest supply first; the rest waits") {
    have(bolt, 2);
    const auto late = coming(3, "2026-03-20", "PO-LATE");
    const auto soon = coming(4, "2026-03-10", "PO-SOON");
    const auto id = order({{bolt, 12}});
    const auto event = run<OrderReserved>(reserve(id));
    CHECK(in(id, Pipeline::reserved) == 2);
    CHECK(in(id, Pipeline::promised) == 7);
    CHECK(in(id, Pipeline::backordered) == 3);
    REQUIRE(event.promised.size() == 2);
    CHECK(event.promised[0].supply == soon);
    CHECK(event.promised[0].due == day("2026-03-10"));
    CHECK(event.promised[1].supply == late);
    CHECK(stock(Stock::inbound) == 0);
}

TEST_CASE_FIXTURE(World, "two lines of one item never get one supply twice") {
    coming(7);
    const auto id = placed({{bolt, 5}, {bolt, 5}});
    CHECK(in(id, Pipeline::promised) == 7);
    CHECK(in(id, Pipeline::backordered) == 3);
    const auto other = placed({{bolt, 1}});
    CHECK(in(other, Pipeline::promised) == 0);
}

TEST_CASE_FIXTURE(World, "supply that should have come before today is promised to nobody") {
    coming(7, "2026-03-02");
    CHECK(in(placed({{bolt, 2}}), Pipeline::promised) == 2);
    later(days(1));
    CHECK(in(placed({{bolt, 2}}), Pipeline::promised) == 0);
}

TEST_CASE_FIXTURE(World, "a hold for reserve keeps a line, a lot or a site out") {
    have(bolt, 5, lyon);
    have(bolt, 5, lodz);
    block(Trigger::reserve, ledger::HoldScope::site, lyon.value);
    const auto id = placed({{bolt, 3}});
    CHECK(in(id, Pipeline::reserved, lodz) == 3);
    block(Trigger::reserve, ledger::HoldScope::customer, ledger::acme.value);
    const auto blocked = order({{bolt, 2}});
    const auto event = run<OrderReserved>(reserve(blocked));
    CHECK(event.entry.units.empty());
    CHECK(!event.fully);
    CHECK(in(blocked, Pipeline::open) == 2);
}

TEST_CASE_FIXTURE(World, "a dear order of many lines is backordered without leaving the range of an amount") {
    std::vector<Wanted> lines(200, Wanted{bolt, ledger::quantity_max});
    const auto id = order(lines);
    const auto event = run<OrderReserved>(reserve(id));
    CHECK(event.deviations.front().value.amount <= ledger::value_max);
    CHECK(in(id, Pipeline::backordered) == 200 * ledger::quantity_max);
}

TEST_CASE_FIXTURE(World, "a reservation is given back: part of a line, a line, all of it") {
    have(bolt, 10);
    have(nut, 10);
    const auto id = placed({{bolt, 5}, {nut, 4}});
    Unreserve part;
    part.order = "SO-1";
    part.line = 1;
    part.quantity = 2;
    CHECK(run<ReservationReturned>(part).quantity == 2);
    CHECK(in(id, Pipeline::open) == 2);
    CHECK(stock(Stock::available) == 7);
    part.quantity = 4;
    CHECK(refusal(part) == "not_reserved");
    part.quantity = -1;
    CHECK(refusal(part) == "quantity_invalid");
    part.line = 7;
    part.quantity = 0;
    CHECK(refusal(part) == "line_unknown");
    Unreserve all;
    all.order_id = id;
    all.backorder = true;
    CHECK(run<ReservationReturned>(all).quantity == 7);
    CHECK(in(id, Pipeline::backordered) == 7);
    CHECK(refusal(all) == "not_reserved");
    all.order_id = OrderId{9};
    CHECK(refusal(all) == "order_unknown");
}

TEST_CASE_FIXTURE(World, "a promise is given back to its supply") {
    coming(5);
    const auto id = placed({{bolt, 5}});
    Unreserve command;
    command.order_id = id;
    command.promised = true;
    command.hold = true;
    CHECK(refusal(command) == "contradictory");
    command.hold = false;
    run<ReservationReturned>(command);
    CHECK(in(id, Pipeline::open) == 5);
    CHECK(stock(Stock::inbound) == 5);
    CHECK(in(placed({{bolt, 5}}), Pipeline::promised) == 5);
}

TEST_CASE_FIXTURE(World, "a hold keeps people from giving back, and nobody counts away without a count") {
    have(bolt, 5);
    const auto id = placed({{bolt, 5}});
    Unreserve command;
    command.order_id = id;
    command.count = CountId{1};
    command.quantity = 1;
    CHECK(refusal(command) == "not_counted");
    command.count = {};
    block(Trigger::unreserve, ledger::HoldScope::order, id.value);
    CHECK(refusal(command) == "on_hold");
}

TEST_CASE_FIXTURE(World, "free stock is offered in the order of priority and age") {
    const auto first = placed({{bolt, 3}});
    const auto second = placed({{bolt, 3}});
    const auto urgent = placed({{bolt, 4}}, {.priority = 1});
    have(bolt, 8);
    const auto called = run<WaitingCalled>(ReserveWaiting{bolt, {}});
    CHECK(called.orders == std::vector{urgent, first, second});
    CHECK(!called.more);
    for (const auto id : called.orders) run<OrderReserved>(reserve(id));
    CHECK(in(urgent, Pipeline::reserved) == 4);
    CHECK(in(first, Pipeline::reserved) == 3);
    CHECK(in(second, Pipeline::reserved) == 1);
}

TEST_CASE_FIXTURE(World, "nobody is called for what is not free, may not have, or is unknown") {
    placed({{milk, 3}});
    CHECK(run<WaitingCalled>(ReserveWaiting{milk, {}}).orders.empty());
    have(milk, 5, lyon, lot("OLD", "2026-03-20"));
    CHECK(run<WaitingCalled>(ReserveWaiting{milk, {}}).orders.empty());
    const auto other = placed({{nut, 3}, {milk, 6}}, {.customer = ledger::globex});
    CHECK(in(other, Pipeline::reserved) == 5);
    CHECK(refusal(ReserveWaiting{ItemId{99}, {}}) == "item_unknown");
    CHECK(refusal(ReserveWaiting{}) == "item_unknown");
}

TEST_CASE_FIXTURE(World, "an order that ships complete is passed by as long as it cannot be complete") {
    const auto big = placed({{bolt, 5}, {nut, 5}}, {.complete = true});
    const auto small = placed({{bolt, 2}});
    have(bolt, 5);
    CHECK(run<WaitingCalled>(ReserveWaiting{bolt, {}}).orders == std::vector{small});
    have(nut, 5);
    // Whether the big one takes anything is known when it has: the small one behind it is asked too.
    const auto called = run<WaitingCalled>(ReserveWaiting{bolt, {}}).orders;
    CHECK(called == std::vector{big, small});
    for (const auto id : called) run<OrderReserved>(reserve(id));
    CHECK(in(big, Pipeline::reserved) == 10);
    CHECK(in(small, Pipeline::backordered) == 2);
}

TEST_CASE_FIXTURE(World, "a long queue is called twenty orders at a time and nobody is left out") {
    std::vector<OrderId> ids;
    for (int i = 0; i < 45; ++i) ids.push_back(placed({{bolt, 1}}));
    OpenStock opening{"LYON", "GO-LIVE", {{"BOLT", "", {}, 44}}};
    CHECK(flow<StockOpened>(opening).freed == std::vector{bolt});
    for (int i = 0; i < 44; ++i) CHECK(in(ids[static_cast<std::size_t>(i)], Pipeline::reserved) == 1);
    CHECK(in(ids.back(), Pipeline::backordered) == 1);
}

} // namespace truefill::inventory
