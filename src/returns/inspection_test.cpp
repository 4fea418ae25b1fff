#include "returns/returns_fixture.h"

namespace truefill::returns {
namespace {

using ledger::Account;
using ledger::Billing;
using ledger::Stock;

TEST_CASE("an inspection restocks, holds or scraps what came in, no more") {
    World world;
    const auto rma = world.run<ReturnReceived>(World::on_order(6)).rma;
    CHECK(world.refusal(world.inspect(rma, 7, Disposition::restock)) == "quantity_invalid");
    CHECK(world.refusal(world.inspect(rma, 0, Disposition::restock)) == "quantity_invalid");
    CHECK(world.refusal(world.inspect(rma, 1, Disposition::none)) == "disposition_missing");
    CHECK(world.refusal(InspectReturn{rma, 1, Disposition::restock, "", ""}) == "not_signed");
    world.run<ReturnInspected>(world.inspect(rma, 3, Disposition::restock));
    world.run<ReturnInspected>(world.inspect(rma, 2, Disposition::hold));
    CHECK(world.document(rma).status == Status::received);
    world.run<ReturnInspected>(world.inspect(rma, 1, Disposition::scrap));
    CHECK(world.document(rma).status == Status::closed);
    CHECK(world.stock_in(Stock::available) == 3);
    CHECK(world.stock_in(Stock::held) == 2);
    CHECK(world.stock_in(Stock::scrap) == 1);
    CHECK(world.stock_in(Stock::return_quarantine) == 0);
    CHECK(world.refusal(world.inspect(rma, 1, Disposition::scrap)) == "quantity_invalid");
}

TEST_CASE(
    "a denied return is the customer's again: what was invoiced stays so, what was waived is billable") {
    World world;
    const auto rma = world.run<ReturnReceived>(World::on_order(8)).rma;
    const auto event = world.run<ReturnInspected>(world.inspect(rma, 8, Disposition::deny));
    REQUIRE(event.rebill.size() == 1);
    CHECK(event.rebill[0] == ShipmentId{12});
    CHECK(world.billed(Billing::invoiced) == 6);
    CHECK(world.billed(Billing::billable) == 4);
    CHECK(world.balance(Account::unbilled) == money(1000));
    CHECK(world.balance(Account::revenue) == money(-2500));
    CHECK(world.ledger.order(world.id).quantity(Pipeline::delivered) == 8);
    CHECK(world.stock_in(Stock::return_quarantine) == 0);
}

TEST_CASE("a denied return that was credited is earned again") {
    World world;
    const auto rma = world.run<ReturnReceived>(World::on_order(2)).rma;
    ledger::Draft draft{world.ledger.order(world.id)};
    draft.move_line(world.ledger.order(world.id).lines[0], 2, Trigger::credit, Pipeline::returned,
                    Pipeline::returned);
    for (const auto stage : {ledger::ValueStage::issued, ledger::ValueStage::billed})
        ledger::add_value(draft, {1, -2, money(250)}, stage);
    world.post(std::move(draft).take());
    const auto event = world.run<ReturnInspected>(world.inspect(rma, 2, Disposition::deny));
    CHECK(event.rebill.at(0) == ShipmentId{11});
    CHECK(world.billed(Billing::billable) == 6);
    CHECK(world.ledger.order(world.id).lines[0].issued.quantity == 10);
}

TEST_CASE("the units that go back to the customer are those of the site that denies them") {
    World world;
    world.run<ReturnReceived>(World::on_order(2));
    auto command = World::on_order(2);
    command.site = "LYON";
    const auto rma = world.run<ReturnReceived>(command).rma;
    world.run<ReturnInspected>(world.inspect(rma, 2, Disposition::deny));
    CHECK(world.stock_in(Stock::return_quarantine, lyon) == 0);
    CHECK(world.stock_in(Stock::return_quarantine, lille) == 2);
}

TEST_CASE("blind goods cannot be denied, and others only while they are in quarantine") {
    World world;
    const auto blind = world.run<BlindReceived>(World::blind(2)).rma;
    CHECK(world.refusal(world.inspect(blind, 2, Disposition::deny)) == "not_matched");
    const auto rma = world.run<ReturnReceived>(World::on_order(2)).rma;
    ledger::Entry elsewhere;
    elsewhere.stock.push_back({mug, 3, Stock::return_quarantine, Stock::held, lille, {}, {}, {}});
    world.post(elsewhere);
    CHECK(world.refusal(world.inspect(rma, 2, Disposition::restock)) == "not_in_quarantine");
}

TEST_CASE("an authorisation can be taken back as long as nothing came in on it") {
    World world;
    const auto rma = world.authorize(1, 4);
    CHECK(world.refusal(RejectReturn{rma, "changed our mind", ""}) == "not_signed");
    world.run<ReturnRejected>(RejectReturn{rma, "changed our mind", "Ann"});
    CHECK(world.document(rma).status == Status::rejected);
    CHECK(open_units(world.state, world.id, 1) == 0);
    CHECK(world.refusal(RejectReturn{rma, "again", "Ann"}) == "already_rejected");
    auto command = World::receipt(1);
    command.rma = rma;
    const auto event = world.run<ReturnReceived>(command);
    CHECK(event.deviations.at(0).category == "return_unauthorised");
    world.run<ReturnInspected>(world.inspect(rma, 1, Disposition::restock));
    CHECK(world.document(rma).status == Status::closed);
    CHECK(world.refusal(RejectReturn{ReturnId{9}, "", "Ann"}) == "rma_unknown");
}

TEST_CASE("an authorisation ends at its time and what comes later is a case") {
    World world;
    const auto rma = world.authorize(1, 4);
    world.pass(days(30) - seconds(1));
    CHECK(world.ask(CheckReturn{rma})->empty());
    CHECK(!needs_check(world.state, rma, world.envelope.record_time));
    world.pass(seconds(1));
    CHECK(world.run<ReturnExpired>(CheckReturn{rma}).quantity == 4);
    CHECK(world.document(rma).status == Status::expired);
    CHECK(world.ask(CheckReturn{rma})->empty());
    auto command = World::receipt(1);
    command.rma = rma;
    CHECK(world.run<ReturnReceived>(command).deviations.at(0).category == "return_unauthorised");
}

TEST_CASE("goods that nobody inspects are a case once") {
    World world;
    const auto rma = world.run<ReturnReceived>(World::on_order(2)).rma;
    world.pass(days(3));
    CHECK(world.run<InspectionOverdue>(CheckReturn{rma}).deviations.at(0).category == "return_uninspected");
    CHECK(world.ask(CheckReturn{rma})->empty());
    auto more = World::receipt(1);
    more.rma = rma;
    world.run<ReturnReceived>(more);
    world.pass(days(3));
    CHECK(world.run<InspectionOverdue>(CheckReturn{rma}).deviations.at(0).quantity == 3);
}

TEST_CASE("authorisations shrink when units are lost on the way") {
    World world;
    const auto one = world.authorize(1, 5);
    const auto two = world.authorize(1, 5);
    CHECK(world.ask(TrimReturns{world.id})->empty());
    world.move(world.id, 4, Trigger::lose, {Pipeline::shipped, Pipeline::lost});
    const auto event = world.run<ReturnsTrimmed>(TrimReturns{world.id});
    CHECK(event.taken.size() == 1);
    CHECK(world.document(one).open == 1);
    CHECK(world.document(two).open == 5);
}

TEST_CASE("returns of a transfer are blind") {
    World world;
    ledger::Entry entry;
    entry.order = world.ledger.next_order();
    auto& opened = entry.opened.emplace_back();
    opened.number = "TO-2";
    opened.kind = ledger::LineKind::transfer;
    opened.target = lille;
    auto& line = opened.lines.emplace_back();
    line.number = 1;
    line.item = mug;
    world.post(entry);
    auto command = World::blind(1);
    command.order = "TO-2";
    CHECK(world.run<BlindReceived>(command).deviations.at(0).sentence.find("TO-2 is a transfer") !=
          std::string::npos);
    AuthorizeReturn authorize;
    authorize.order = "TO-2";
    authorize.lines = {{1, 1}};
    CHECK(world.refusal(authorize) == "not_a_sale");
}

TEST_CASE("the state survives a snapshot") {
    World world;
    world.authorize(1, 4);
    world.run<BlindReceived>(World::blind(3));
    std::string bytes, again;
    archive::save(bytes, world.state);
    archive::Reader reader{bytes};
    State loaded;
    archive::load(reader, loaded);
    REQUIRE(reader.ok());
    archive::save(again, loaded);
    CHECK(bytes == again);
    CHECK(open_units(loaded, world.id, 1) == 4);
}

} // namespace
} // namespace truefill::returns
