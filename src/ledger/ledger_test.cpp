#include "ledger/test_desk.h"

namespace truefill::ledger {

using P = Pipeline;
using F = Billing;
using T = Trigger;

TEST_CASE("ships, delivers and bills a line, each unit in one bucket of each ledger") {
    Desk desk;
    desk.stock(Stock::supplier, Stock::inbound, 10);
    desk.stock(Stock::inbound, Stock::available, 10);
    const auto id = desk.open(LineKind::sale, {10});
    CHECK(desk.ledger.money(acme, eur).open_order_value == money(2500));
    desk.ship(id, 6);
    desk.move(id, 4, T::deliver, {P::shipped, P::delivered});
    desk.move(id, 2, T::invoice, {P::shipped, P::shipped});
    CHECK(desk.units(id, P::open) == 4);
    CHECK(desk.units(id, P::shipped) == 2);
    CHECK(desk.units(id, P::delivered) == 4);
    CHECK(desk.units(id, F::not_due) == 4);
    CHECK(desk.units(id, F::billable) == 4);
    CHECK(desk.units(id, F::invoiced) == 2);
    CHECK(desk.units(Stock::available) == 4);
    CHECK(desk.units(Stock::customer) == 6);
    CHECK(desk.units(Stock::supplier) == -10);
    CHECK(desk.ledger.money(acme, eur).open_order_value == money(1000));
}

TEST_CASE("invoices, credits and bills again without moving a unit") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 10);
    const auto id = desk.open(LineKind::sale, {10});
    desk.ship(id, 10);
    desk.move(id, 4, T::deliver, {P::shipped, P::delivered});
    desk.move(id, 6, T::invoice, {P::shipped, P::shipped});
    desk.move(id, 4, T::invoice, {P::delivered, P::delivered});
    CHECK(desk.units(id, F::invoiced) == 10);
    desk.move(id, 6, T::reverse_invoice, {P::shipped, P::shipped});
    desk.move(id, 4, T::reverse_invoice, {P::delivered, P::delivered});
    CHECK(desk.units(id, F::billable) == 10);
    // What is billed again carries the new invoice, not the reversed one.
    CHECK(!desk.ledger.order(id).parcels[desk.ledger.order(id).lines[0].first].invoice);
    desk.move(id, 4, T::invoice, {P::delivered, P::delivered});
    desk.move(id, 4, T::receive_return, {P::delivered, P::returned});
    desk.move(id, 4, T::credit, {P::returned, P::returned});
    CHECK(desk.units(id, F::credited) == 4);
    CHECK(desk.units(Stock::return_quarantine) == 4);
}

TEST_CASE("credits a lost unit, and bills it when it is found") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 3);
    const auto id = desk.open(LineKind::sale, {3});
    desk.ship(id, 3);
    desk.move(id, 2, T::invoice, {P::shipped, P::shipped});
    // Newest first: two invoiced, one billable.
    auto lost = desk.moving(id, 3, T::lose, {P::shipped, P::lost});
    desk.post(lost);
    CHECK(desk.units(id, F::credit_due) == 2);
    CHECK(desk.units(id, F::waived) == 1);
    CHECK(desk.units(Stock::customer) == 3);
}

TEST_CASE("keeps a line waiting from its first backordered unit to its last, priority before age") {
    Desk desk;
    const auto first = desk.open(LineKind::sale, {5});
    const auto second = desk.open(LineKind::sale, {5, 5});
    desk.move(second, 5, T::backorder, {P::open, P::backordered}, 2);
    desk.move(first, 3, T::backorder, {P::open, P::backordered});
    desk.move(first, 2, T::backorder, {P::open, P::backordered});
    REQUIRE(desk.ledger.waiting().size() == 2);
    CHECK(desk.ledger.waiting().begin()->line == LineRef{first, 1});
    CHECK(desk.ledger.waiting().rbegin()->line == LineRef{second, 2});
    desk.move(first, 4, T::cancel, {P::backordered, P::cancelled});
    CHECK(desk.ledger.waiting().size() == 2);
    desk.move(first, 1, T::cancel, {P::backordered, P::cancelled});
    CHECK(desk.ledger.waiting().size() == 1);
}

TEST_CASE("moves a substituted unit out of the line and back when its child is cancelled") {
    Desk desk;
    const auto id = desk.open(LineKind::sale, {5});
    desk.move(id, 5, T::substitute, {P::open, P::substituted});
    CHECK(desk.units(id, F::voided) == 5);
    CHECK(desk.ledger.money(acme, eur).open_order_value == Amount{});
    desk.move(id, 2, T::unsubstitute, {P::substituted, P::open});
    CHECK(desk.units(id, F::not_due) == 2);
    CHECK(desk.ledger.money(acme, eur).open_order_value == money(500));
}

TEST_CASE("amends the price of what is not yet issued and leaves what is") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 10);
    const auto id = desk.open(LineKind::sale, {10});
    desk.ship(id, 4);
    Entry entry;
    entry.order = id;
    entry.amended.push_back({1, 12, money(300)});
    entry.units.push_back(accepted(1, 2));
    desk.post(entry);
    const auto& line = desk.ledger.order(id).lines[0];
    CHECK(line.total == 12);
    CHECK(line.demanded == 12);
    CHECK(desk.ledger.money(acme, eur).open_order_value == money(8 * 300));
}

TEST_CASE("counts over-shipped units into the total and not into what the customer wants") {
    Desk desk;
    const auto id = desk.open(LineKind::sale, {10});
    Entry entry;
    entry.order = id;
    entry.units.push_back(accepted(1, 1));
    desk.post(entry);
    CHECK(desk.ledger.order(id).lines[0].total == 11);
    CHECK(desk.ledger.order(id).lines[0].demanded == 10);
}

TEST_CASE("carries a transfer to its target, where it is in transit until it is received or lost") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 5);
    const auto id = desk.open(LineKind::transfer, {5});
    desk.ship(id, 5);
    CHECK(desk.units(Stock::inbound, lille) == 5);
    CHECK(desk.ledger.stock(bolts, lille, LotId{}).in_transit == 5);
    desk.move(id, 4, T::deliver, {P::shipped, P::delivered});
    desk.move(id, 1, T::lose, {P::shipped, P::lost});
    CHECK(desk.units(Stock::available, lille) == 4);
    CHECK(desk.units(Stock::adjustment, lille) == 1);
    CHECK(desk.ledger.stock(bolts, lille, LotId{}).in_transit == 0);
    CHECK(desk.ledger.money().empty());
}

TEST_CASE("refuses to receive for a sale what a transfer has on its way") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 5);
    desk.stock(Stock::supplier, Stock::inbound, 1, {lille});
    const auto transfer = desk.open(LineKind::transfer, {5});
    desk.ship(transfer, 5);
    CHECK(desk.ledger.stock(bolts, lille, LotId{}).from_suppliers() == 1);
    const auto sale = desk.open(LineKind::sale, {6});
    auto promise = desk.moving(sale, 6, T::promise, {P::open, P::promised});
    promise.units.front().site = lille;
    desk.post(promise); // what is in transit can be promised
    CHECK(desk.ledger.stock(bolts, lille, LotId{}).from_suppliers() == 0);
    desk.move(sale, 1, T::receive_promised, {P::promised, P::reserved});
    const auto receipt = desk.moving(sale, 1, T::receive_promised, {P::promised, P::reserved});
    CHECK(desk.refusal(receipt) ==
          "of item 1 5 units are on their way to site 2 by transfer; only the transfer's "
          "line receives or loses them");
    CHECK(!desk.refusal(desk.moving(sale, 1, T::cut_supply, {P::promised, P::open})).empty());
    // The receipt of a promised transfer: the promise is given back, the transfer delivers, the line
    // reserves.
    desk.move(sale, 5, T::unpromise, {P::promised, P::open});
    desk.move(transfer, 5, T::deliver, {P::shipped, P::delivered});
    auto reserve = desk.moving(sale, 5, T::reserve, {P::open, P::reserved});
    reserve.units.front().site = lille;
    desk.post(reserve);
    CHECK(desk.units(Stock::allocated, lille) == 6);
}

TEST_CASE("exchanges lots when another one is picked") {
    constexpr LotId a{1}, b{2};
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 5, {lyon, a});
    desk.stock(Stock::opening, Stock::available, 3, {lyon, b});
    const auto id = desk.open(LineKind::sale, {4});
    auto reserve = desk.moving(id, 4, T::reserve, {P::open, P::reserved});
    reserve.units.front().lot = a;
    desk.post(reserve);
    desk.move(id, 4, T::release, {P::reserved, P::released});
    auto swap = desk.moving(id, 3, T::swap_lot, {P::released, P::released});
    swap.units.front().lot_to = b;
    CHECK(desk.refusal(swap) == "the exchange of lots leaves lot 1 of item 1 with -3 units");
    swap.stock.push_back({bolts, 3, Stock::available, Stock::available, lyon, {}, b, a});
    desk.post(swap);
    CHECK(desk.ledger.stock(bolts, lyon, a)[Stock::available] == 4);
    CHECK(desk.ledger.stock(bolts, lyon, a)[Stock::allocated] == 1);
    CHECK(desk.ledger.stock(bolts, lyon, b)[Stock::available] == 0);
    CHECK(desk.ledger.stock(bolts, lyon, b)[Stock::allocated] == 3);
}

TEST_CASE("takes a return at another site") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 5);
    const auto id = desk.open(LineKind::sale, {5});
    desk.ship(id, 5);
    auto back = desk.moving(id, 2, T::receive_return, {P::shipped, P::returned});
    back.units.front().site_to = lille;
    desk.post(back);
    CHECK(desk.units(Stock::customer) == 3);
    CHECK(desk.units(Stock::return_quarantine, lille) == 2);
    // Denied, they leave from where they came back to.
    desk.move(id, 2, T::deny_return, {P::returned, P::delivered});
    CHECK(desk.units(Stock::customer, lille) == 2);
}

TEST_CASE("matches a blind receipt to its line later, and the suspense is empty again") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 5);
    const auto id = desk.open(LineKind::sale, {5});
    desk.ship(id, 5);
    desk.stock(Stock::suspense, Stock::return_quarantine, 2);
    CHECK(desk.units(Stock::suspense) == -2);
    desk.move(id, 2, T::match_return, {P::shipped, P::returned});
    CHECK(desk.units(Stock::suspense) == 0);
    CHECK(desk.units(Stock::return_quarantine) == 2);
}

TEST_CASE("fixes the price of a parcel when it is issued") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 5);
    const auto id = desk.open(LineKind::sale, {5});
    for (const auto& [trigger, way] :
         std::vector<std::pair<T, std::pair<P, P>>>{{T::reserve, {P::open, P::reserved}},
                                                    {T::release, {P::reserved, P::released}},
                                                    {T::pick, {P::released, P::picked}},
                                                    {T::pack, {P::picked, P::packed}}})
        desk.move(id, 5, trigger, way);
    auto issue = desk.moving(id, 5, T::issue, {P::packed, P::shipped});
    issue.units.front().unit_price = money(240);
    desk.post(issue);
    const auto price = [&] {
        const auto& order = desk.ledger.order(id);
        return order.parcels[order.lines[0].first].unit_price;
    };
    CHECK(price() == money(240));
    desk.move(id, 5, T::invoice, {P::shipped, P::shipped});
    CHECK(price() == money(240));
    desk.move(id, 5, T::reverse_invoice, {P::shipped, P::shipped});
    desk.move(id, 5, T::reverse_issue, {P::shipped, P::packed});
    CHECK(price() == Amount{});
}

TEST_CASE("merges units that stand alike and reuses the slots of those that left") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 9);
    const auto id = desk.open(LineKind::sale, {9});
    for (int i = 0; i < 9; ++i) desk.move(id, 1, T::reserve, {P::open, P::reserved});
    CHECK(desk.ledger.order(id).parcels.size() == 2);
    for (int i = 0; i < 20; ++i) {
        desk.move(id, 9, T::release, {P::reserved, P::released});
        desk.move(id, 9, T::recall, {P::released, P::reserved});
    }
    CHECK(desk.ledger.order(id).parcels.size() == 2);
}

TEST_CASE("keeps units of different supplies or prices apart") {
    Desk desk;
    desk.stock(Stock::supplier, Stock::inbound, 4);
    desk.stock(Stock::opening, Stock::available, 4);
    const auto id = desk.open(LineKind::sale, {8});
    for (const std::uint32_t supply : {1, 2, 1, 2}) {
        auto promise = desk.moving(id, 1, T::promise, {P::open, P::promised});
        promise.units.front().supply = SupplyId{supply};
        desk.post(promise);
    }
    CHECK(desk.ledger.order(id).parcels.size() == 3);
    desk.ship(id, 2);
    Entry dearer;
    dearer.order = id;
    dearer.amended.push_back({1, 8, money(300)});
    desk.post(dearer);
    desk.ship(id, 2);
    std::vector<Amount> prices;
    const auto& order = desk.ledger.order(id);
    order.each_parcel([&](const Line&, std::uint32_t, const Parcel& parcel) {
        if (parcel.pipeline == P::shipped) prices.push_back(parcel.unit_price);
    });
    CHECK(prices == std::vector<Amount>{money(300), money(250)});
}

TEST_CASE("finds the oldest hold that blocks a trigger, in every scope, until it is lifted") {
    Desk desk;
    const auto id = desk.open(LineKind::sale, {5, 5});
    const auto& order = desk.ledger.order(id);
    Parcel there;
    there.site = lyon;
    there.lot = LotId{4};
    const auto place = [&](HoldScope scope, std::uint32_t key, LineNumber line = 0, SiteId site = {}) {
        Entry entry;
        auto& hold = entry.holds.emplace_back();
        hold.id = desk.ledger.next_hold();
        hold.scope = scope;
        hold.key = key;
        hold.line = line;
        hold.site = site;
        hold.reason = "credit";
        hold.blocks = {T::release, T::promise};
        desk.post(entry);
        return hold.id;
    };
    const auto blocking = [&](T trigger, std::size_t line, const Parcel* parcel) {
        const auto* hold = desk.ledger.blocking(trigger, order, order.lines[line], parcel);
        return hold ? hold->id : HoldId{};
    };
    const auto lift = [&](HoldId hold) {
        Entry entry;
        entry.lifted = {hold};
        desk.post(entry);
    };
    struct Placed {
        HoldScope scope;
        std::uint32_t key;
    };
    for (const auto& [scope, key] :
         {Placed{HoldScope::order, id.value}, Placed{HoldScope::customer, acme.value},
          Placed{HoldScope::item, bolts.value}, Placed{HoldScope::lot, 4},
          Placed{HoldScope::site, lyon.value}}) {
        const auto hold = place(scope, key);
        CHECK(blocking(T::release, 0, &there) == hold);
        CHECK(blocking(T::promise, 1, &there) == hold);
        CHECK(!blocking(T::cancel, 0, &there));
        lift(hold);
        CHECK(!blocking(T::release, 0, &there));
    }
    const auto of_line = place(HoldScope::line, id.value, 2);
    CHECK(!blocking(T::release, 0, &there));
    CHECK(blocking(T::release, 1, nullptr) == of_line);
    const auto item_at_lyon = place(HoldScope::item, bolts.value, 0, lyon);
    CHECK(!blocking(T::release, 0, nullptr));
    CHECK(blocking(T::release, 0, &there) == item_at_lyon);
    CHECK(blocking(T::release, 1, &there) == of_line);
}

TEST_CASE("gives the stock rows of an item in order of first sight") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 1, {lille, LotId{2}});
    desk.stock(Stock::opening, Stock::available, 2, {lyon});
    desk.stock(Stock::opening, Stock::available, 3, {lille, LotId{1}});
    std::vector<Quantity> seen;
    const auto note = [&](const StockBalance& row) { seen.push_back(row[Stock::available]); };
    desk.ledger.each_stock(bolts, note);
    CHECK(seen == std::vector<Quantity>{1, 2, 3});
    desk.ledger.each_stock(nuts, note);
    CHECK(seen.size() == 3);
    CHECK(desk.units(Stock::available, lille) == 4);
    auto again = loaded(bytes_of(desk.ledger));
    seen.clear();
    again.each_stock(bolts, note);
    CHECK(seen == std::vector<Quantity>{1, 2, 3});
}

TEST_CASE("lets an order at rest leave memory, keeps its number, and takes it back") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 9);
    const auto gone = desk.open(LineKind::sale, {5});
    const auto stays = desk.open(LineKind::sale, {4});
    desk.ship(gone, 3);
    CHECK(!desk.ledger.order(gone).at_rest());
    desk.move(gone, 2, T::cancel, {P::open, P::cancelled});
    CHECK(desk.ledger.order(gone).at_rest());
    desk.ship(stays, 4);
    const auto digest = desk.ledger.digest();
    const Order copy = desk.ledger.order(gone);
    desk.ledger.forget(gone);
    desk.sound();
    CHECK(desk.ledger.find(gone) == nullptr);
    CHECK(desk.ledger.find_number(copy.number) == gone);
    CHECK(desk.units(Stock::customer) == 7);
    CHECK(desk.ledger.digest() != digest);
    desk.ledger = loaded(bytes_of(desk.ledger));
    desk.sound();
    CHECK(desk.ledger.find_number(copy.number) == gone);
    desk.ledger.restore(copy);
    desk.sound();
    CHECK(desk.ledger.digest() == digest);
    desk.move(gone, 1, T::receive_return, {P::shipped, P::returned});
}

TEST_CASE("does not load a snapshot that was tampered with or torn") {
    Desk desk;
    desk.stock(Stock::opening, Stock::available, 9);
    desk.ship(desk.open(LineKind::sale, {5}), 3);
    const auto bytes = bytes_of(desk.ledger);
    for (std::size_t cut = 0; cut < bytes.size(); cut += 7) {
        Ledger ledger;
        archive::Reader reader{std::string_view{bytes}.substr(0, cut)};
        CHECK(!archive::load(reader, ledger));
    }
    auto tampered = bytes;
    tampered.back() = static_cast<char>(tampered.back() ^ 1); // the digest itself
    Ledger ledger;
    archive::Reader reader{tampered};
    CHECK(!archive::load(reader, ledger));
}

} // namespace truefill::ledger
