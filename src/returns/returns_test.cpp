#include "returns/returns_fixture.h"

namespace truefill::returns {
namespace {

using ledger::Account;
using ledger::Billing;
using ledger::Stock;

TEST_CASE("an authorisation lets units come back for thirty days and moves nothing") {
    World world;
    AuthorizeReturn command;
    command.order = "SO-1";
    command.lines = {{1, 4}};
    const auto event = world.run<ReturnAuthorized>(command);
    CHECK(event.due == world.envelope.record_time + days(30));
    CHECK(event.rule == "return_terms");
    CHECK(event.item == mug);
    CHECK(world.document(event.rma).status == Status::authorized);
    CHECK(open_units(world.state, world.id, 1) == 4);
    CHECK(world.billed(Billing::credit_due) == 0);
}

TEST_CASE("open authorisations never exceed what the customer has") {
    World world;
    AuthorizeReturn command;
    command.order = "SO-1";
    command.lines = {{1, 11}};
    CHECK(world.refusal(command) == "exceeds_shipped");
    command.lines = {{1, 6}, {1, 5}};
    CHECK(world.refusal(command) == "exceeds_shipped");
    world.authorize(1, 8);
    command.lines = {{1, 3}};
    CHECK(world.refusal(command) == "exceeds_shipped");
    command.lines = {{2, 1}};
    CHECK(world.refusal(command) == "exceeds_shipped");
    command.lines = {{1, 2}};
    CHECK(world.refusal(command).empty());
}

TEST_CASE("an authorisation that makes no sense is refused") {
    World world;
    AuthorizeReturn command;
    CHECK(world.refusal(command) == "order_unknown");
    command.order_id = world.id;
    CHECK(world.refusal(command) == "nothing_asked");
    command.lines = {{7, 1}};
    CHECK(world.refusal(command) == "line_unknown");
    command.lines = {{1, 0}};
    CHECK(world.refusal(command) == "quantity_invalid");
    command.lines = {{1, 1}};
    command.expires = world.envelope.record_time;
    CHECK(world.refusal(command) == "expired");
    command.expires = world.envelope.record_time + days(1);
    CHECK(world.run<ReturnAuthorized>(command).due == command.expires);
}

TEST_CASE("a hold on returns blocks the authorisation and not the receipt") {
    World world;
    ledger::Entry entry;
    auto& hold = entry.holds.emplace_back();
    hold.id = world.ledger.next_hold();
    hold.scope = ledger::HoldScope::customer;
    hold.key = acme.value;
    hold.reason = "under dispute";
    hold.blocks = {Trigger::receive_return};
    world.post(entry);
    AuthorizeReturn command;
    command.order = "SO-1";
    command.lines = {{1, 1}};
    CHECK(world.refusal(command) == "on_hold");
    CHECK(world.run<ReturnReceived>(World::on_order(1)).quantity == 1);
}

TEST_CASE("a receipt on an authorisation brings delivered units back first and makes their credit due") {
    World world;
    const auto rma = world.authorize(1, 4);
    auto command = World::receipt(4);
    command.rma = rma;
    const auto event = world.run<ReturnReceived>(command);
    CHECK(event.deviations.empty());
    CHECK(!event.fresh);
    CHECK(world.billed(Billing::credit_due) == 4);
    CHECK(world.stock_in(Stock::return_quarantine) == 4);
    CHECK(world.stock_in(Stock::customer, lyon) == 6);
    CHECK(open_units(world.state, world.id, 1) == 0);
    CHECK(world.document(rma).status == Status::received);
    CHECK(event.due == world.envelope.record_time + days(3));
}

TEST_CASE("units that were never invoiced are waived and their value goes back") {
    World world;
    CHECK(world.balance(Account::unbilled) == money(1000));
    const auto rma = world.authorize(1, 8);
    auto command = World::receipt(8);
    command.rma = rma;
    world.run<ReturnReceived>(command);
    CHECK(world.billed(Billing::credit_due) == 6);
    CHECK(world.billed(Billing::waived) == 2);
    CHECK(world.balance(Account::unbilled) == money(500));
    CHECK(world.balance(Account::revenue) == money(-2000));
    CHECK(world.ledger.order(world.id).lines[0].issued.quantity == 8);
}

TEST_CASE("delivered units come back before those that are still on their way") {
    World world;
    world.move(world.id, 2, Trigger::deliver, {Pipeline::shipped, Pipeline::delivered});
    world.run<ReturnReceived>(World::on_order(8));
    CHECK(world.ledger.order(world.id).quantity(Pipeline::shipped) == 2);
    CHECK(world.ledger.order(world.id).quantity(Pipeline::delivered) == 0);
}

TEST_CASE("a named authorisation is used up before older ones") {
    World world;
    const auto older = world.authorize(1, 3);
    const auto named = world.authorize(1, 3);
    auto command = World::receipt(4);
    command.rma = named;
    world.run<ReturnReceived>(command);
    CHECK(world.document(named).open == 0);
    CHECK(world.document(older).open == 2);
}

TEST_CASE("more than was authorised posts all the same and is a case") {
    World world;
    const auto rma = world.authorize(1, 2);
    auto command = World::receipt(5);
    command.rma = rma;
    const auto event = world.run<ReturnReceived>(command);
    REQUIRE(event.deviations.size() == 1);
    CHECK(event.deviations[0].category == "over_return");
    CHECK(event.deviations[0].quantity == 3);
    CHECK(event.deviations[0].value == Money{money(750), eur});
    CHECK(world.document(rma).received == 5);
}

TEST_CASE("a receipt without an authorisation posts and is a case") {
    World world;
    const auto event = world.run<ReturnReceived>(World::on_order(3));
    CHECK(event.fresh);
    REQUIRE(event.deviations.size() == 1);
    CHECK(event.deviations[0].category == "return_unauthorised");
    CHECK(event.deviations[0].order == world.id);
    CHECK(world.document(event.rma).received == 3);
    CHECK(world.document(event.rma).status == Status::received);
}

TEST_CASE("a receipt on an order uses up its open authorisations, oldest first") {
    World world;
    const auto one = world.authorize(1, 3);
    const auto two = world.authorize(1, 3);
    const auto event = world.run<ReturnReceived>(World::on_order(4));
    CHECK(event.rma == one);
    CHECK(event.deviations.empty());
    CHECK(world.document(one).open == 0);
    CHECK(world.document(two).open == 2);
}

TEST_CASE("a receipt that names only the item finds the line of its order") {
    World world;
    auto command = World::blind(2);
    command.order = "SO-1";
    CHECK(world.run<ReturnReceived>(command).line == 1);
}

TEST_CASE("a receipt for an order that has not come waits for it") {
    World world;
    auto command = World::on_order(1);
    command.order = "SO-77";
    const auto decision = world.ask(command);
    REQUIRE(!decision);
    CHECK(decision.error().wait_for == "order:SO-77");
}

TEST_CASE("a repeated receipt changes nothing") {
    World world;
    auto command = World::on_order(1);
    command.reference = "GR-17/1";
    world.run<ReturnReceived>(command);
    CHECK(world.refusal(command) == "already_received");
    auto other = World::blind(1);
    other.reference = "GR-18/1";
    world.run<BlindReceived>(other);
    CHECK(world.refusal(other) == "already_received");
}

TEST_CASE("codes that nobody knows are cases and post nothing") {
    World world;
    auto command = World::blind(1);
    command.site = "MARS";
    CHECK(world.refusal(command) == "site_unmapped");
    command = World::blind(1);
    command.item = "CUP";
    CHECK(world.refusal(command) == "item_unmapped");
    CHECK(world.refusal(World::receipt(1)) == "item_missing");
    CHECK(world.refusal(World::blind(0)) == "quantity_invalid");
    CHECK(world.refusal(World::blind(2'000'000'000)) == "quantity_invalid");
    command = World::receipt(1);
    command.rma = ReturnId{9};
    CHECK(world.refusal(command) == "rma_unknown");
}

TEST_CASE("a blind receipt stands against suspense and is a case") {
    World world;
    const auto event = world.run<BlindReceived>(World::blind(3));
    CHECK(event.deviations.at(0).category == "blind_receipt");
    CHECK(event.deviations.at(0).site == lille);
    CHECK(world.stock_in(Stock::suspense) == -3);
    CHECK(world.stock_in(Stock::return_quarantine) == 3);
    CHECK(world.document(event.rma).is_blind());
    CHECK(world.refusal(World::receipt(1)) == "item_missing");
}

TEST_CASE("what comes back beyond what the customer has is blind, and so is another item") {
    World world;
    const auto decision = world.ask(World::on_order(12));
    REQUIRE(decision);
    REQUIRE(decision->size() == 2);
    for (const auto& event : *decision) world.take(event);
    CHECK(get<ReturnReceived>(decision->at(0)).quantity == 10);
    CHECK(get<BlindReceived>(decision->at(1)).quantity == 2);
    CHECK(world.stock_in(Stock::suspense) == -2);
    auto wrong = World::on_order(1);
    wrong.item = "TRAY";
    const auto event = world.run<BlindReceived>(wrong);
    CHECK(event.deviations.at(0).sentence == "1 unit of TRAY came back to LILLE: SO-1 line 1 is for MUG");
}

TEST_CASE("a blind receipt that is matched leaves suspense empty and makes the credit due") {
    World world;
    world.authorize(1, 9);
    const auto blind = world.run<BlindReceived>(World::blind(3)).rma;
    const auto event = world.run<ReturnMatched>(MatchReturn{blind, "SO-1", 1, 0});
    CHECK(event.quantity == 3);
    CHECK(!event.rest);
    CHECK(world.stock_in(Stock::suspense) == 0);
    CHECK(world.stock_in(Stock::return_quarantine) == 3);
    CHECK(world.billed(Billing::credit_due) == 3);
    CHECK(open_units(world.state, world.id, 1) == 6);
    CHECK(world.document(blind).order == world.id);
    CHECK(world.refusal(MatchReturn{blind, "SO-1", 1, 0}) == "not_blind");
}

TEST_CASE("a part of a blind receipt can be matched; the rest stays blind") {
    World world;
    const auto blind = world.run<BlindReceived>(World::blind(12)).rma;
    CHECK(world.refusal(MatchReturn{blind, "SO-1", 1, 0}) == "exceeds_shipped");
    const auto event = world.run<ReturnMatched>(MatchReturn{blind, "SO-1", 1, 10});
    CHECK(world.stock_in(Stock::suspense) == -2);
    CHECK(world.document(event.rest).received == 2);
    CHECK(world.document(event.rest).is_blind());
    world.run<ReturnInspected>(world.inspect(event.rest, 2, Disposition::scrap));
    CHECK(world.document(event.rest).status == Status::closed);
}

TEST_CASE("a match that cannot be is refused") {
    World world;
    const auto blind = world.run<BlindReceived>(World::blind(3)).rma;
    CHECK(world.refusal(MatchReturn{ReturnId{9}, "SO-1", 1, 0}) == "not_blind");
    CHECK(world.refusal(MatchReturn{blind, "SO-9", 1, 0}) == "order_unknown");
    CHECK(world.refusal(MatchReturn{blind, "SO-1", 9, 0}) == "line_unknown");
    CHECK(world.refusal(MatchReturn{blind, "SO-1", 2, 0}) == "item_differs");
    CHECK(world.refusal(MatchReturn{blind, "SO-1", 1, 4}) == "quantity_invalid");
    world.run<ReturnInspected>(world.inspect(blind, 2, Disposition::hold));
    CHECK(world.refusal(MatchReturn{blind, "SO-1", 1, 1}) == "quantity_invalid");
    CHECK(world.run<ReturnMatched>(MatchReturn{blind, "SO-1", 1, 2}).rest);
}

TEST_CASE("goods with lots come back into the lot that they carry") {
    World world;
    const LotId issued{1};
    world.master.add_lot({cream, "L-1", {}});
    world.issue(2, 5, ShipmentId{13}, issued);
    auto command = World::on_order(2);
    command.line = 2;
    command.lot = "L-2";
    const auto other = world.run<ReturnReceived>(command);
    CHECK(other.lots.at(0).code == "L-2");
    CHECK(other.deviations.at(1).category == "stock_mismatch");
    CHECK(world.ledger.stock(cream, lille, LotId{2})[Stock::return_quarantine] == 2);
    command.lot = "";
    CHECK(world.run<ReturnReceived>(command).pieces.at(0).lot == issued);
    auto blind = World::blind(1);
    blind.item = "CREAM";
    const auto unknown = world.run<BlindReceived>(blind);
    CHECK(unknown.lots.at(0).code == "UNKNOWN");
    world.run<ReturnMatched>(MatchReturn{unknown.rma, "SO-1", 2, 0});
    CHECK(world.ledger.stock(cream, lille, unknown.lot)[Stock::suspense] == 0);
    CHECK(world.ledger.stock(cream, lille, unknown.lot)[Stock::return_quarantine] == 1);
}

} // namespace
} // namespace truefill::returns
