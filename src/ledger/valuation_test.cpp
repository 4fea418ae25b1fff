#include "ledger/valuation.h"

#include "ledger/test_desk.h"

namespace truefill::ledger {
namespace {

/// A sale of 3 bolts at 0.335 and freight of 10.00.
OrderId open_at_a_third(Desk& desk) {
    Entry entry;
    entry.order = desk.ledger.next_order();
    auto& opened = entry.opened.emplace_back();
    opened.number = "SO-1";
    opened.customer = acme;
    opened.currency = eur;
    opened.lines.push_back({1, bolts, Amount{335'000}, {}, 0});
    opened.charges.push_back({"freight", money(1000), ChargeTrigger::each_shipment});
    entry.units.push_back(accepted(1, 3));
    desk.post(entry);
    return entry.order;
}

} // namespace

TEST_CASE("posts parts that sum to the whole to the cent, in one draft or in many") {
    for (const bool in_one : {true, false}) {
        Desk desk;
        const auto id = open_at_a_third(desk);
        Amount sum;
        Draft draft{desk.ledger.order(id)};
        for (const std::int64_t cents : {34, 33, 34}) {
            // 0.335, 0.67, 1.005 so far: 0.34, 0.67, 1.01 in cents.
            const auto posted = add_value(draft, {1, 1, Amount{335'000}}, ValueStage::billed);
            CHECK(posted == money(cents));
            sum += posted;
            if (in_one) continue;
            desk.post(draft.entry());
            draft.entry().values.clear();
        }
        if (in_one) desk.post(std::move(draft).take());
        CHECK(sum == money(101));
        CHECK(desk.ledger.order(id).lines[0].billed.quantity == 3);
        CHECK(desk.ledger.order(id).lines[0].billed.amount == money(101));
        CHECK(desk.ledger.order(id).lines[0].billed.exact == Amount{1'005'000});
    }
}

TEST_CASE("takes back to the cent what was posted") {
    Desk desk;
    const auto id = open_at_a_third(desk);
    Draft draft{desk.ledger.order(id)};
    CHECK(add_value(draft, {1, 3, Amount{335'000}}, ValueStage::issued) == money(101));
    CHECK(add_value(draft, {1, -1, Amount{335'000}}, ValueStage::issued) == money(-34));
    CHECK(add_value(draft, {1, -2, Amount{335'000}}, ValueStage::issued) == money(-67));
    desk.post(std::move(draft).take());
    CHECK(desk.ledger.order(id).lines[0].issued.amount == Amount{});
}

TEST_CASE("values a charge apart from the lines, and issued apart from billed") {
    Desk desk;
    const auto id = open_at_a_third(desk);
    Draft draft{desk.ledger.order(id)};
    CHECK(add_charge_value(draft, 1, Amount{3'333'333}, ValueStage::issued) == money(333));
    CHECK(add_charge_value(draft, 1, Amount{3'333'333}, ValueStage::issued) == money(334));
    CHECK(add_charge_value(draft, 1, Amount{3'333'333}, ValueStage::billed) == money(333));
    CHECK(add_value(draft, {1, 1, Amount{335'000}}, ValueStage::issued) == money(34));
    desk.post(std::move(draft).take());
    const auto& charge = desk.ledger.order(id).charges[0];
    CHECK(charge.issued.amount == money(667));
    CHECK(charge.billed.amount == money(333));
}

TEST_CASE("posts money forth, back, and not at all") {
    Desk desk;
    const auto id = open_at_a_third(desk);
    Draft draft{desk.ledger.order(id)};
    add_money(draft, Account::receivable, Account::unbilled, money(500));
    add_money(draft, Account::receivable, Account::unbilled, money(-200));
    add_money(draft, Account::receivable, Account::unbilled, Amount{});
    CHECK(draft.entry().money.size() == 2);
    desk.post(std::move(draft).take());
    CHECK(desk.ledger.money(acme, eur)[Account::receivable] == money(300));
    CHECK(desk.ledger.money(acme, eur)[Account::unbilled] == money(-300));
}

} // namespace truefill::ledger
