#include "ledger/test_desk.h"

namespace truefill::ledger {

using P = Pipeline;
using F = Billing;
using T = Trigger;

namespace {

/// A desk with a sale of 10 bolts of which 4 are reserved at Lyon, and 6 more available there.
struct Reserved : Desk {
    OrderId id;
    Reserved() {
        stock(Stock::opening, Stock::available, 10);
        id = open(LineKind::sale, {10});
        move(id, 4, T::reserve, {P::open, P::reserved});
    }
    Entry release() const { return moving(id, 4, T::release, {P::reserved, P::released}); }
    Entry reserve(Quantity quantity) const {
        return moving(id, quantity, T::reserve, {P::open, P::reserved});
    }
};

Entry opening(OrderId id, std::string number) {
    Entry entry;
    entry.order = id;
    auto& opened = entry.opened.emplace_back();
    opened.number = std::move(number);
    opened.customer = acme;
    opened.currency = eur;
    opened.lines.push_back({1, bolts, money(250), {}, 0});
    entry.units.push_back(accepted(1, 3));
    return entry;
}

} // namespace

TEST_CASE("refuses to sell more than is there, over the sum of an entry") {
    Reserved desk;
    auto entry = desk.reserve(4);
    CHECK(desk.refusal(entry) == "");
    entry.units.front().quantity = 2;
    entry.units.push_back(entry.units.front());
    entry.units.push_back(entry.units.front());
    CHECK(desk.refusal(entry) == ""); // 6 of 6
    entry.stock.push_back({bolts, 1, Stock::available, Stock::held, lyon, {}, {}, {}});
    CHECK(desk.refusal(entry) == "item 1 has 1 units available at site 1, not 2");
}

TEST_CASE("refuses to take more units from a parcel than it has, over the sum of an entry") {
    Reserved desk;
    auto entry = desk.release();
    entry.units.push_back(entry.units.front());
    entry.units.back().quantity = 1;
    CHECK(desk.refusal(entry) == "line 1 has 0 units in parcel 1 at reserved/not_due, not 1");
    entry = desk.release();
    entry.units.front().parcel = 77;
    CHECK(desk.refusal(entry) == "line 1 has 0 units in parcel 77 at reserved/not_due, not 4");
    entry = desk.release();
    entry.units.front().parcel = 0; // that one is open
    CHECK(desk.refusal(entry) != "");
}

TEST_CASE("refuses a move that the table does not list, and says which") {
    Reserved desk;
    auto entry = desk.release();
    entry.units.front().to = P::shipped;
    CHECK(desk.refusal(entry) ==
          "no row of the transition table moves a unit of line 1 from reserved/not_due to "
          "shipped/not_due by release");
    entry = desk.reserve(1);
    entry.units.front().stock_from = entry.units.front().stock_to = Stock::none;
    CHECK(desk.refusal(entry) != "");
    Entry stock;
    stock.stock.push_back({bolts, 1, Stock::available, Stock::customer, lyon, {}, {}, {}});
    CHECK(desk.refusal(stock) == "no row of the transition table moves stock from available to customer");
}

TEST_CASE("refuses to move stock where the units do not stand") {
    Reserved desk;
    desk.stock(Stock::opening, Stock::available, 10, {lille});
    auto entry = desk.moving(desk.id, 4, T::unreserve, {P::reserved, P::open});
    entry.units.front().site = lille;
    CHECK(desk.refusal(entry) == "line 1 stands at site 1, not 2");
    entry.units.front().site = {};
    CHECK(desk.refusal(entry) == "stock of line 1 moves at no site");
    entry.units.front().site = lyon;
    entry.units.front().lot = LotId{3};
    CHECK(desk.refusal(entry) == "line 1 stands in lot 0, not 3");
    entry = desk.moving(desk.id, 4, T::unreserve, {P::reserved, P::open});
    entry.units.front().site_to = lille;
    CHECK(desk.refusal(entry) == "line 1 does not go to another site by unreserve");
    entry = desk.release();
    entry.units.front().lot_to = LotId{3};
    CHECK(desk.refusal(entry) == "line 1 changes site or lot without its stock");
    Entry stock;
    stock.stock.push_back({bolts, 1, Stock::available, Stock::held, lyon, lille, {}, {}});
    CHECK(desk.refusal(stock) == "stock goes to another site by a transfer line only");
}

TEST_CASE("refuses to turn one lot into another, and lets an unknown one get its name") {
    Desk desk;
    desk.stock(Stock::supplier, Stock::inbound, 5);
    desk.stock(Stock::opening, Stock::available, 5, {lyon, LotId{1}});
    Entry entry;
    entry.stock.push_back({bolts, 5, Stock::inbound, Stock::available, lyon, {}, {}, LotId{2}});
    CHECK(desk.refusal(entry) == "");
    entry.stock.front() = {bolts, 5, Stock::available, Stock::held, lyon, {}, LotId{1}, LotId{2}};
    CHECK(desk.refusal(entry) ==
          "stock of one lot becomes another lot's only by the exchange for a picked lot");
    entry.stock.front() = {bolts, 5, Stock::available, Stock::available, lyon, {}, LotId{1}, LotId{2}};
    CHECK(desk.refusal(entry) == "the exchange of lots leaves lot 1 of item 1 with -5 units");
}

TEST_CASE(
    "refuses to pack without a handling unit, to issue without a shipment, to invoice without an invoice") {
    Reserved desk;
    const auto refused_without = [&](Entry entry, const auto& clear) {
        clear(entry.units.front());
        const auto sentence = desk.refusal(entry);
        return sentence;
    };
    CHECK(refused_without(desk.release(), [](auto& p) { p.release = {}; }) ==
          "line 1 is moved to released without a release");
    desk.post(desk.release());
    desk.move(desk.id, 4, T::pick, {P::released, P::picked});
    const auto pack = desk.moving(desk.id, 4, T::pack, {P::picked, P::packed});
    CHECK(refused_without(pack, [](auto& p) { p.handling_unit = {}; }) ==
          "line 1 is moved to packed without a handling unit");
    desk.post(pack);
    const auto issue = desk.moving(desk.id, 4, T::issue, {P::packed, P::shipped});
    CHECK(refused_without(issue, [](auto& p) { p.shipment = {}; }) ==
          "line 1 is moved to shipped without a shipment");
    CHECK(refused_without(issue, [](auto& p) { p.unit_price = {}; }) ==
          "line 1 is moved to shipped without a price");
    desk.post(issue);
    CHECK(refused_without(desk.moving(desk.id, 4, T::invoice, {P::shipped, P::shipped}), [](auto& p) {
              p.invoice = {};
          }) == "line 1 is moved to shipped without an invoice");
}

TEST_CASE("refuses to open an order out of turn, twice, or without what it needs") {
    Desk desk;
    desk.open(LineKind::sale, {1}); // SO-1
    const auto next = desk.ledger.next_order();
    CHECK(desk.refusal(opening(next, "SO-2")) == "");
    CHECK(desk.refusal(opening(OrderId{9}, "SO-2")) == "order SO-2 would be order 9, but the next one is 2");
    CHECK(desk.refusal(opening(next, "SO-1")) == "order SO-1 exists already");
    CHECK(desk.refusal(opening(next, "")) != "");
    auto entry = opening(next, "SO-2");
    entry.opened.push_back(entry.opened.front());
    CHECK(desk.refusal(entry) == "an entry opens one order at most");
    entry = opening(next, "SO-2");
    entry.opened.front().customer = {};
    CHECK(desk.refusal(entry) == "order SO-2: a sale has a customer and a transfer has none");
    entry = opening(next, "SO-2");
    entry.opened.front().currency = {};
    CHECK(desk.refusal(entry) == "order SO-2 has no currency");
    entry = opening(next, "SO-2");
    entry.opened.front().target = lille;
    CHECK(desk.refusal(entry) == "order SO-2: a transfer has a target site and a sale has none");
    entry = opening(next, "SO-2");
    entry.opened.front().lines.push_back({1, bolts, {}, {}, 0});
    CHECK(desk.refusal(entry) == "line 1 comes after line 1");
    entry = opening(next, "SO-2");
    entry.units.front().line = 7;
    CHECK(desk.refusal(entry) == "the order has no line 7");
    entry.order = {};
    CHECK(desk.refusal(entry) == "the entry posts to no order");
}

TEST_CASE("refuses to post to an order that is unknown or has left memory") {
    Reserved desk;
    auto entry = desk.release();
    entry.order = OrderId{9};
    CHECK(desk.refusal(entry) == "order 9 is not in the ledger");
}

TEST_CASE("refuses quantities and values that no business has") {
    Desk desk;
    auto entry = opening(OrderId{1}, "SO-1");
    for (const Quantity quantity :
         {Quantity{0}, Quantity{-1}, Quantity{1'000'000'001}, Quantity{INT64_MAX}}) {
        entry.units.front().quantity = quantity;
        CHECK(desk.refusal(entry) == "a posting of line 1 moves nothing or too much");
    }
    entry.units.front().quantity = 1'000'000'000;
    entry.opened.front().lines.front().unit_price = Amount{INT64_MAX};
    CHECK(desk.refusal(entry) == "the value of line 1 is beyond what the ledger takes");
    entry.opened.front().lines.front().unit_price = Amount{-1};
    CHECK(desk.refusal(entry) == "line 1 has a negative price");
}

TEST_CASE("refuses an amendment of a line that is not there, or below nothing") {
    Reserved desk;
    Entry entry;
    entry.order = desk.id;
    entry.amended.push_back({2, 5, money(250)});
    CHECK(desk.refusal(entry) == "the order has no line 2");
    entry.amended.front() = {1, -1, money(250)};
    CHECK(desk.refusal(entry) == "line 1 is amended to -1 units");
    entry.amended.front() = {1, 5, money(-1)};
    CHECK(desk.refusal(entry) == "line 1 is amended to a price that the ledger does not take");
}

TEST_CASE("refuses to take back more value than was issued or billed") {
    Reserved desk;
    Entry entry;
    entry.order = desk.id;
    entry.values.push_back({1, 0, ValueStage::issued, 4, money(1000), money(1000)});
    CHECK(desk.refusal(entry) == "");
    entry.values.push_back({1, 0, ValueStage::issued, -5, money(-1250), money(-1250)});
    CHECK(desk.refusal(entry) == "line 1 has 4 units issued, of which 5 cannot be taken back");
    entry.values.pop_back();
    desk.post(entry);
    entry.values.front().quantity = -5;
    CHECK(desk.refusal(entry) == "line 1 has 4 units issued, of which 5 cannot be taken back");
    entry.values.front() = {0, 1, ValueStage::billed, 1, {}, {}};
    CHECK(desk.refusal(entry) == "a value is posted to neither a line nor a charge of the order");
}

TEST_CASE("refuses money that does not move between two accounts of a customer") {
    Desk desk;
    Entry entry;
    entry.money.push_back({acme, Account::cash, Account::receivable, {money(100), eur}});
    CHECK(desk.refusal(entry) == "");
    auto& posting = entry.money.front();
    posting.money.amount = money(-100);
    CHECK(desk.refusal(entry) != "");
    posting.money = {money(100), {}};
    CHECK(desk.refusal(entry) == "a money posting names a customer and a currency");
    posting = {acme, Account::cash, Account::cash, {money(100), eur}};
    CHECK(desk.refusal(entry) == "a money posting has two accounts");
    posting = {acme, Account::none, Account::cash, {money(100), eur}};
    CHECK(desk.refusal(entry) == "a money posting has two accounts");
}

TEST_CASE("refuses to lift a hold that is not in force, or one twice") {
    Desk desk;
    Entry entry;
    auto& hold = entry.holds.emplace_back();
    hold.id = HoldId{1};
    hold.scope = HoldScope::customer;
    CHECK(desk.refusal(entry) == "a hold names what it holds and what it blocks");
    hold.key = 1;
    hold.blocks = {T::release};
    hold.id = HoldId{2};
    CHECK(desk.refusal(entry) == "the next hold is 1");
    hold.id = HoldId{1};
    desk.post(entry);
    Entry lift;
    lift.lifted = {HoldId{1}, HoldId{1}};
    CHECK(desk.refusal(lift) == "hold 1 is not in force");
    lift.lifted = {HoldId{1}};
    desk.post(lift);
    CHECK(desk.refusal(lift) == "hold 1 is not in force");
}

TEST_CASE("sends a transfer to its target and nowhere else") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 5);
    const auto id = desk.open(LineKind::transfer, {5});
    desk.move(id, 5, T::reserve, {P::open, P::reserved});
    desk.move(id, 5, T::release, {P::reserved, P::released});
    desk.move(id, 5, T::pick, {P::released, P::picked});
    desk.move(id, 5, T::pack, {P::picked, P::packed});
    auto issue = desk.moving(id, 5, T::issue, {P::packed, P::shipped});
    issue.units.front().site_to = SiteId{3};
    CHECK(desk.refusal(issue) == "line 1 is sent to site 3, but the transfer goes to 2");
}

TEST_CASE("drafts only what the table lists and the parcel has") {
    Reserved desk;
    const auto& order = desk.ledger.order(desk.id);
    Draft draft{order};
    const auto slot = order.lines[0].first;
    CHECK(order.parcels[slot].pipeline == P::reserved);
    CHECK(draft.move(slot, 4, T::issue, P::shipped) == nullptr);
    CHECK(draft.move(slot, 5, T::release, P::released) == nullptr);
    CHECK(draft.move(slot, 3, T::release, P::released) != nullptr);
    CHECK(draft.move(slot, 2, T::release, P::released) == nullptr);
    CHECK(draft.move(99, 1, T::release, P::released) == nullptr);
    CHECK(draft.move_line(order.lines[0], 9, T::cancel, P::open, P::cancelled) == 6);
}

} // namespace truefill::ledger
