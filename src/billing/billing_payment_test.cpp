#include "base/json.h"
#include "billing/billed_fixture.h"

namespace truefill::billing {
namespace {

using ledger::Account;

TEST_CASE("a payment settles its invoice, in parts, by our id or by finance's number") {
    Billed world;
    world.pay("B1", "12.00");
    CHECK(world.invoice(world.invoiced).status == InvoiceStatus::posted);
    RecordPayment rest;
    rest.reference = "B2";
    rest.number = "F1";
    rest.money = pounds("18.00");
    const auto paid = world.run<PaymentReceived>(rest);
    CHECK(paid.invoice == world.invoiced);
    CHECK(paid.deviations.empty());
    CHECK(world.invoice(world.invoiced).status == InvoiceStatus::paid);
    CHECK(world.balance(Account::cash) == amount("30.00"));
    CHECK(world.balance(Account::receivable) == Amount{});
}

TEST_CASE("a repeated bank reference changes nothing; with another amount it is a contradiction") {
    Billed world;
    world.pay("B1", "12.00");
    RecordPayment again;
    again.reference = "B1";
    again.invoice = world.invoiced;
    again.money = pounds("12.00");
    CHECK(world.refusal(again) == "already_recorded");
    again.money = pounds("13.00");
    CHECK(world.run<ContradictionNoted>(again).deviations.at(0).category == "contradiction");
    CHECK(world.balance(Account::cash) == amount("12.00"));
}

TEST_CASE("more than is open is kept as a prepayment and is a case") {
    Billed world;
    const auto paid = world.pay("B1", "31.50");
    CHECK(paid.prepaid == amount("1.50"));
    CHECK(paid.deviations.at(0).category == "overpayment");
    CHECK(paid.deviations.at(0).value == pounds("1.50"));
    CHECK(world.balance(Account::prepaid) == amount("-1.50"));
    CHECK(world.invoice(world.invoiced).open() == Amount{});
    const auto more = world.pay("B2", "2.00");
    CHECK(more.prepaid == amount("2.00"));
    CHECK(world.balance(Account::prepaid) == amount("-3.50"));
}

TEST_CASE("a payment in another currency settles nothing") {
    Billed world;
    RecordPayment command;
    command.reference = "B1";
    command.invoice = world.invoiced;
    command.money = {amount("30.00"), eur};
    const auto paid = world.run<PaymentReceived>(command);
    CHECK(paid.deviations.at(0).category == "overpayment");
    CHECK(world.invoice(world.invoiced).open() == amount("30.00"));
    CHECK(world.ledger.money(acme, eur)[Account::prepaid] == amount("-30.00"));
}

TEST_CASE("a payment waits for its invoice, and without one it is a prepayment") {
    World world;
    RecordPayment command;
    command.reference = "B1";
    command.number = "F1";
    command.money = pounds("25.00");
    auto decision = world.ask(command);
    REQUIRE(!decision);
    CHECK(decision.error().wait_for == "invoice:F1");
    CHECK(key_of_number("F1") == "invoice:F1");
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    RecordPayment ours = command;
    ours.number = "";
    ours.invoice = prepared.invoice;
    decision = world.ask(ours);
    REQUIRE(!decision);
    CHECK(decision.error().wait_for == key_of(prepared.invoice));
    world.confirm(prepared.invoice, "F1", "25.00");
    world.run<PaymentReceived>(command);
    CHECK(world.invoice(prepared.invoice).status == InvoiceStatus::paid);

    RecordPayment early;
    early.reference = "B2";
    early.customer = "C-1";
    early.money = pounds("40.00");
    world.run<PaymentReceived>(early);
    CHECK(world.balance(Account::prepaid) == amount("-40.00"));
    early.reference = "B3";
    early.customer = "C-7";
    decision = world.ask(early);
    REQUIRE(!decision);
    CHECK(decision.error().case_category == "unmapped");
}

TEST_CASE("a prepayment is applied as far as it and the invoice reach") {
    Billed world;
    CHECK(world.refusal(ApplyPrepayment{world.invoiced, {}}) == "nothing_prepaid");
    RecordPayment early;
    early.reference = "B1";
    early.customer = "C-1";
    early.money = pounds("12.00");
    world.run<PaymentReceived>(early);
    CHECK(world.refusal(ApplyPrepayment{world.invoiced, amount("12.01")}) == "amount_invalid");
    world.run<PrepaymentApplied>(ApplyPrepayment{world.invoiced, amount("2.00")});
    const auto applied = world.run<PrepaymentApplied>(ApplyPrepayment{world.invoiced, {}});
    CHECK(applied.money == pounds("10.00"));
    CHECK(world.balance(Account::prepaid) == Amount{});
    CHECK(world.invoice(world.invoiced).open() == amount("18.00"));
}

TEST_CASE("a write-off needs an approval and does not exceed what is open") {
    Billed world;
    world.pay("B1", "29.99");
    CHECK(world.refusal(WriteOff{world.invoiced, amount("0.01"), "small", ""}) == "not_approved");
    CHECK(world.refusal(WriteOff{world.invoiced, amount("0.02"), "small", "Ann"}) == "amount_invalid");
    world.run<ReceivableWrittenOff>(WriteOff{world.invoiced, amount("0.01"), "small", "Ann"});
    CHECK(world.invoice(world.invoiced).status == InvoiceStatus::paid);
    CHECK(world.balance(Account::write_off) == amount("0.01"));
}

TEST_CASE("a payment that the bank takes back is owed again") {
    Billed world;
    ReversePayment back{"B1", "no funds"};
    const auto early = world.ask(back);
    REQUIRE(!early);
    CHECK(early.error().wait_for == "payment:B1");
    world.pay("B1", "32.00");
    const auto reversed = world.run<PaymentReversed>(back);
    CHECK(reversed.reopened == amount("30.00"));
    CHECK(reversed.deviations.at(0).category == "payment_reversed");
    CHECK(world.balance(Account::cash) == Amount{});
    CHECK(world.balance(Account::prepaid) == Amount{});
    CHECK(world.invoice(world.invoiced).open() == amount("30.00"));
    CHECK(world.refusal(back) == "already_reversed");
}

TEST_CASE("a payment of which a credit memo has made a prepayment is taken back from both") {
    Billed world;
    world.pay("B1", "30.00");
    world.lose(world.id, 1, 4);
    const auto credit = world.run<CreditPrepared>(RequestCredit{world.id, 0, ""});
    world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("10.00"), {}});
    CHECK(world.run<PaymentReversed>(ReversePayment{"B1", "no funds"}).reopened == amount("20.00"));
    CHECK(world.balance(Account::prepaid) == Amount{});
    CHECK(world.invoice(world.invoiced).open() == amount("20.00"));
}

TEST_CASE("events survive JSON and the state survives a snapshot") {
    Billed world;
    world.lose(world.id, 1, 4);
    const auto credit = world.run<CreditPrepared>(RequestCredit{world.id, 0, "lost"});
    world.pay("B1", "12.00");
    std::string text, again;
    json::encode(text, credit);
    json::Document document;
    const auto value = document.parse(text);
    REQUIRE(value);
    CreditPrepared copy;
    REQUIRE(json::decode(*value, copy));
    json::encode(again, copy);
    CHECK(text == again);

    std::string bytes, bytes_again;
    archive::save(bytes, world.state);
    archive::Reader reader{bytes};
    State loaded;
    archive::load(reader, loaded);
    REQUIRE(reader.ok());
    REQUIRE(reader.at_end());
    archive::save(bytes_again, loaded);
    CHECK(bytes == bytes_again);
    CHECK(loaded.invoices.at(world.invoiced).open() == world.invoice(world.invoiced).open());
}

} // namespace
} // namespace truefill::billing
