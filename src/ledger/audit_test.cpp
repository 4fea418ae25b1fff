#include "ledger/test_desk.h"

#include <algorithm>
#include <functional>

namespace truefill::ledger {

using P = Pipeline;
using F = Billing;
using T = Trigger;

namespace {

/// A line with 5 units packed, and what an entry that skips `check` does to it.
std::vector<std::string> findings_after(const std::function<void(Desk&, OrderId)>& harm,
                                        bool of_order = false) {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 10);
    const auto id = desk.open(LineKind::sale, {10});
    desk.move(id, 5, T::reserve, {P::open, P::reserved});
    desk.move(id, 5, T::release, {P::reserved, P::released});
    desk.move(id, 5, T::pick, {P::released, P::picked});
    desk.move(id, 5, T::pack, {P::picked, P::packed});
    harm(desk, id);
    return of_order ? audit_order(desk.ledger, id) : audit(desk.ledger);
}

void issue(Desk& desk, OrderId id, const std::function<void(UnitPosting&)>& bend) {
    auto entry = desk.moving(id, 5, T::issue, {P::packed, P::shipped});
    bend(entry.units.front());
    desk.ledger.apply(entry);
}

bool holds(const std::vector<std::string>& findings, const std::string& sentence) {
    for (const auto& finding : findings) INFO(finding);
    return std::ranges::find(findings, sentence) != findings.end();
}

} // namespace

TEST_CASE("finds nothing wrong with a ledger that was only used through check") {
    CHECK(findings_after([](Desk&, OrderId) {}).empty());
    CHECK(audit(Ledger{}).empty());
    CHECK(audit_order(Ledger{}, OrderId{1}).empty());
}

TEST_CASE("finds units whose billing did not follow them") {
    for (const bool of_order : {false, true}) {
        const auto findings = findings_after(
            [](Desk& desk, OrderId id) { issue(desk, id, [](auto& p) { p.billing_to = F::not_due; }); },
            of_order);
        CHECK(holds(findings, "order SO-1 line 1: 10 is not 5 units: not due = before the goods issue (I3)"));
        CHECK(holds(findings,
                    "order SO-1 line 1: 0 is not 5 units: billable + invoiced = shipped + delivered (I5)"));
    }
}

TEST_CASE("finds stock that did not follow its units") {
    const auto findings = findings_after([](Desk& desk, OrderId id) {
        issue(desk, id, [](auto& p) { p.stock_from = p.stock_to = Stock::none; });
    });
    CHECK(holds(findings, "item 1 at site 1 has 5 units staged, but lines have 0 there (I7)"));
    CHECK(holds(findings, "item 1 at site 1 has 0 units customer, but lines have 5 there (I7)"));
    const auto of_order = findings_after(
        [](Desk& desk, OrderId id) {
            issue(desk, id, [](auto& p) { p.stock_from = p.stock_to = Stock::none; });
        },
        true);
    CHECK(holds(of_order, "order SO-1 has 5 units in stock customer, but item 1 at site 1 has 0 there (I7)"));
}

TEST_CASE("finds stock at another site than its units") {
    const auto findings = findings_after([](Desk& desk, OrderId id) {
        desk.stock(Stock::opening, Stock::available, 5, {lille});
        issue(desk, id, [](auto& p) { p.stock_from = Stock::staged, p.stock_to = Stock::held; });
    });
    CHECK(holds(findings, "item 1 at site 1 has 0 units customer, but lines have 5 there (I7)"));
}

TEST_CASE("finds issued units that are in no handling unit or on no shipment") {
    const auto findings = findings_after([](Desk& desk, OrderId id) {
        desk.move(id, 5, T::unpack, {P::packed, P::picked});
        auto pack = desk.moving(id, 5, T::pack, {P::picked, P::packed});
        pack.units.front().handling_unit = {};
        desk.ledger.apply(pack);
        issue(desk, id, [](auto& p) { p.handling_unit = {}, p.shipment = {}; });
    });
    CHECK(holds(findings, "order SO-1 line 1: 5 units shipped are in no handling unit (I12)"));
    CHECK(holds(findings, "order SO-1 line 1: 5 units shipped are on no shipment"));
}

TEST_CASE("finds units that were made or unmade, and a digest that does not fit") {
    const auto findings = findings_after([](Desk& desk, OrderId id) {
        desk.ship(id, 0);
        issue(desk, id, [](auto&) {});
        desk.move(id, 5, T::cancel, {P::open, P::cancelled});
        Order copy = desk.ledger.order(id);
        desk.ledger.forget(id);
        copy.parcels[copy.lines[0].first].quantity += 1;
        desk.ledger.restore(copy);
    });
    CHECK(holds(findings, "order SO-1 line 1: its parcels hold 11 units, the line 10 (I1)"));
}

TEST_CASE("finds a new unit that is not billed") {
    const auto findings = findings_after([](Desk& desk, OrderId id) {
        Entry entry;
        entry.order = id;
        entry.units.push_back(accepted(1, 1, LineKind::transfer));
        desk.ledger.apply(entry);
    });
    CHECK(holds(findings, "order SO-1 line 1: 10 is not 11 units: all billing = total (I2)"));
}

TEST_CASE("finds a transfer whose stock left before it arrived") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 5);
    const auto id = desk.open(LineKind::transfer, {5});
    desk.ship(id, 5);
    Entry entry;
    entry.stock.push_back({bolts, 2, Stock::inbound, Stock::available, lille, {}, {}, {}});
    CHECK(!desk.refusal(entry).empty());
    desk.ledger.apply(entry);
    CHECK(holds(audit(desk.ledger),
                "item 1 at site 2 expects 3 units, of them 5 in transit, but transfers have sent 5 (I7)"));
}

TEST_CASE("finds an index of open order value that does not fit") {
    Desk desk;
    desk.open(LineKind::sale, {9});
    auto bytes = bytes_of(desk.ledger);
    const Amount value = money(9 * 250);
    const auto at = bytes.rfind(std::string{reinterpret_cast<const char*>(&value), sizeof value});
    REQUIRE(at != std::string::npos);
    bytes[at] = static_cast<char>(bytes[at] + 1);
    const auto findings = audit(loaded(bytes));
    CHECK(holds(findings,
                "the open orders of customer 1 in EUR are worth 22.50, the index says 22.500001 (I17)"));
}

TEST_CASE("walks tangled parcels without getting lost") {
    const auto findings = findings_after([](Desk& desk, OrderId id) {
        issue(desk, id, [](auto&) {});
        desk.move(id, 5, T::cancel, {P::open, P::cancelled});
        Order copy = desk.ledger.order(id);
        desk.ledger.forget(id);
        auto tangled = copy;
        tangled.free = tangled.lines[0].first;
        desk.ledger.restore(tangled);
    });
    CHECK(holds(findings, "order SO-1: its parcels are tangled"));
}

} // namespace truefill::ledger
