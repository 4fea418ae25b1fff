#include "billing/billed_fixture.h"

namespace truefill::billing {
namespace {

using ledger::Account;
using ledger::Billing;

TEST_CASE("goods that are lost after the invoice are credited by a credit memo on their invoice line") {
    Billed world;
    world.lose(world.id, 1, 4);
    CHECK(world.units(world.id, 1, Billing::credit_due) == 4);
    const auto credit = world.run<CreditPrepared>(RequestCredit{world.id, 0, "lost by the carrier"});
    CHECK(credit.invoice == world.invoiced);
    CHECK(credit.net == pounds("10.00"));
    CHECK(world.balance(Account::receivable) == amount("30.00"));
    CHECK(world.refusal(RequestCredit{world.id, 0, "again"}) == "already_requested");
    world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("10.00"), {}});
    CHECK(world.units(world.id, 1, Billing::credited) == 4);
    CHECK(world.balance(Account::receivable) == amount("20.00"));
    CHECK(world.balance(Account::revenue) == amount("-15.00"));
    CHECK(world.refusal(ConfirmCredit{credit.credit, "C1", pounds("10.00"), {}}) == "already_posted");
    world.run<ContradictionNoted>(ConfirmCredit{credit.credit, "C2", pounds("10.00"), {}});
    CHECK(world.refusal(RequestCredit{world.id, 0, "again"}) == "nothing_due");
}

TEST_CASE("units that become due while a credit memo is under way are credited by another one, never twice") {
    Billed world;
    world.lose(world.id, 1, 4);
    const auto one = world.run<CreditPrepared>(RequestCredit{world.id, 0, ""});
    world.lose(world.id, 1, 2);
    const auto two = world.run<CreditPrepared>(RequestCredit{world.id, 1, ""});
    CHECK(two.lines.at(0).quantity == 2);
    world.run<CreditPosted>(ConfirmCredit{two.credit, "C2", pounds("5.00"), {}});
    world.run<CreditPosted>(ConfirmCredit{one.credit, "C1", pounds("10.00"), {}});
    CHECK(world.units(world.id, 1, Billing::credited) == 6);
}

TEST_CASE("credit memos of one invoice line sum to the line to the cent") {
    World world;
    const auto order = world.order({{mug, 3, "0.335"}});
    world.ship(order, 1, 3, first);
    const auto invoice = world.bill(order, first);
    Amount sum;
    for (int i = 1; i <= 3; ++i) {
        world.lose(order, 1, 1);
        const auto credit = world.run<CreditPrepared>(RequestCredit{order, 0, ""});
        world.run<CreditPosted>(ConfirmCredit{credit.credit, "C" + std::to_string(i), credit.net, {}});
        sum += credit.net.amount;
    }
    CHECK(sum == amount("1.01"));
    CHECK(world.invoice(invoice).open() == Amount{});
    CHECK(world.invoice(invoice).status == InvoiceStatus::paid);
    CHECK(world.balance(Account::revenue) == Amount{});
    CHECK(world.balance(Account::receivable) == Amount{});
}

TEST_CASE("units of two invoices are credited by a credit memo for each") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 5, first);
    world.bill(order, first);
    world.ship(order, 1, 5, second);
    world.bill(order, second);
    world.lose(order, 1, 7);
    const auto decision = world.ask(RequestCredit{order, 0, "lost"});
    REQUIRE(decision);
    REQUIRE(decision->size() == 2);
    for (const auto& event : *decision) world.take(event);
    CHECK(world.state.credits.issued() == 2);
    CHECK(world.state.credits.at(CreditId{1}).net + world.state.credits.at(CreditId{2}).net ==
          amount("17.50"));
}

TEST_CASE("a credit that finance refuses frees its units for the next one") {
    Billed world;
    world.lose(world.id, 1, 4);
    const auto credit = world.run<CreditPrepared>(RequestCredit{world.id, 0, ""});
    const auto refused = world.run<CreditMismatched>(RejectCredit{credit.credit, "period closed"});
    CHECK(refused.deviations.at(0).category == "credit_mismatch");
    CHECK(world.refusal(RejectCredit{credit.credit, "period closed"}) == "already_closed");
    world.lose(world.id, 1, 6);
    const auto again = world.run<CreditPrepared>(RequestCredit{world.id, 0, ""});
    CHECK(again.net == pounds("25.00"));
    CHECK(again.deviations.empty());
    world.run<CreditPosted>(ConfirmCredit{again.credit, "C2", pounds("25.00"), {}});
    world.run<ContradictionNoted>(ConfirmCredit{credit.credit, "C1", pounds("10.00"), {}});
    world.run<ContradictionNoted>(RejectCredit{again.credit, "?"});
}

TEST_CASE("another total of finance for a credit memo posts nothing, and a corrected one is taken") {
    Billed world;
    world.lose(world.id, 1, 4);
    const auto credit = world.run<CreditPrepared>(RequestCredit{world.id, 0, ""});
    world.run<CreditMismatched>(ConfirmCredit{credit.credit, "C1", pounds("9.00"), {}});
    CHECK(world.units(world.id, 1, Billing::credit_due) == 4);
    CHECK(world.refusal(RequestCredit{world.id, 0, ""}) == "already_requested");
    world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("10.00"), {}});
    CHECK(world.units(world.id, 1, Billing::credited) == 4);
}

TEST_CASE("a credit memo gives back no more tax than its invoice carried") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    world.run<InvoicePosted>(ConfirmInvoice{prepared.invoice, "F1", pounds("30.00"), amount("5.00"), {}});
    world.lose(order, 1, 4);
    const auto credit = world.run<CreditPrepared>(RequestCredit{order, 0, ""});
    world.run<CreditMismatched>(ConfirmCredit{credit.credit, "C1", pounds("16.00"), amount("6.00")});
    world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("12.00"), amount("2.00")});
    CHECK(world.balance(Account::tax) == amount("-3.00"));
    CHECK(world.balance(Account::receivable) == amount("18.00"));
    world.lose(order, 1, 4);
    const auto more = world.run<CreditPrepared>(RequestCredit{order, 0, ""});
    world.run<CreditMismatched>(ConfirmCredit{more.credit, "C2", pounds("13.01"), amount("3.01")});
    world.run<CreditPosted>(ConfirmCredit{more.credit, "C2", pounds("13.00"), amount("3.00")});
}

TEST_CASE(
    "units that were found again before finance credited them stay invoiced, and the difference is a case") {
    Billed world;
    world.lose(world.id, 1, 4);
    const auto credit = world.run<CreditPrepared>(RequestCredit{world.id, 0, ""});
    world.move(world.id, 1, 1, {ledger::Trigger::find, ledger::Pipeline::lost, ledger::Pipeline::delivered});
    const auto posted = world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("10.00"), {}});
    CHECK(posted.total == pounds("7.50"));
    CHECK(posted.deviations.at(0).quantity == 1);
    CHECK(world.units(world.id, 1, Billing::credited) == 3);
    CHECK(world.units(world.id, 1, Billing::invoiced) == 7);
}

TEST_CASE("a credit memo on a paid invoice becomes a prepayment of the customer") {
    Billed world;
    world.pay("B1", "30.00");
    CHECK(world.invoice(world.invoiced).status == InvoiceStatus::paid);
    world.lose(world.id, 1, 4);
    const auto credit = world.run<CreditPrepared>(RequestCredit{world.id, 0, ""});
    const auto posted = world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("10.00"), {}});
    CHECK(posted.prepaid == amount("10.00"));
    CHECK(world.balance(Account::prepaid) == amount("-10.00"));
    CHECK(world.balance(Account::receivable) == Amount{});
    CHECK(world.invoice(world.invoiced).open() == Amount{});
}

TEST_CASE("a credit memo on an invoice that was written off writes it back") {
    Billed world;
    world.pay("B1", "20.00");
    world.run<ReceivableWrittenOff>(WriteOff{world.invoiced, amount("10.00"), "bankrupt", "Ann"});
    world.lose(world.id, 1, 10);
    const auto credit = world.run<CreditPrepared>(RequestCredit{world.id, 0, ""});
    const auto posted = world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("25.00"), {}});
    CHECK(posted.prepaid == amount("20.00"));
    CHECK(world.balance(Account::write_off) == amount("5.00"));
    CHECK(world.invoice(world.invoiced).open() == Amount{});
}

TEST_CASE("an allowance names an invoice line, does not exceed it, and takes two people") {
    Billed world;
    auto command = world.allowance("5.00");
    command.approved_by = "Ann";
    CHECK(world.refusal(command) == "not_approved");
    command.approved_by = "";
    CHECK(world.refusal(command) == "not_approved");
    CHECK(world.refusal(world.allowance("25.01")) == "exceeds_invoice_line");
    CHECK(world.refusal(world.allowance("0.005")) == "amount_invalid");
    const auto credit = world.run<CreditPrepared>(world.allowance("20.00"));
    CHECK(world.refusal(world.allowance("5.01")) == "exceeds_invoice_line");
    world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("20.00"), {}});
    CHECK(world.balance(Account::discount) == amount("20.00"));
    CHECK(world.balance(Account::receivable) == amount("10.00"));
    CHECK(world.units(world.id, 1, Billing::invoiced) == 10);
    CHECK(world.refusal(world.allowance("5.01")) == "exceeds_invoice_line");
}

TEST_CASE("an allowance on freight does not exceed the freight") {
    Billed world;
    GrantCredit command{world.invoiced, 0, 1, pounds("5.01"), "late", "Ann", "Bob"};
    CHECK(world.refusal(command) == "exceeds_invoice_line");
    command.money = pounds("5.00");
    world.run<CreditPrepared>(command);
    CHECK(world.refusal(command) == "exceeds_invoice_line");
    command.charge = 2;
    CHECK(world.refusal(command) == "exceeds_invoice_line");
}

TEST_CASE("goods that come back after an allowance give the customer only what is left of the line") {
    Billed world;
    const auto allowance = world.run<CreditPrepared>(world.allowance("20.00"));
    world.run<CreditPosted>(ConfirmCredit{allowance.credit, "C1", pounds("20.00"), {}});
    world.lose(world.id, 1, 10);
    const auto credit = world.run<CreditPrepared>(RequestCredit{world.id, 0, ""});
    CHECK(credit.net == pounds("5.00"));
    CHECK(credit.lines.at(0).value == amount("25.00"));
    world.run<CreditPosted>(ConfirmCredit{credit.credit, "C2", pounds("5.00"), {}});
    CHECK(world.balance(Account::discount) == Amount{});
    CHECK(world.balance(Account::revenue) == Amount{});
    CHECK(world.balance(Account::receivable) == amount("5.00"));
}

TEST_CASE("a reversed invoice makes its units and charges billable again, by a credit memo") {
    Billed world;
    CHECK(world.refusal(world.reversal({}, "", AfterReversal::bill_again)) == "not_approved");
    const auto credit = world.run<CreditPrepared>(world.reversal({}, "Ann", AfterReversal::bill_again));
    CHECK(credit.net == pounds("30.00"));
    CHECK(world.units(world.id, 1, Billing::invoiced) == 10);
    CHECK(world.refusal(world.reversal({}, "Ann", AfterReversal::bill_again)) == "not_invoiced");
    const auto posted = world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("30.00"), {}});
    CHECK(posted.after == AfterReversal::bill_again);
    CHECK(posted.approved_by == "Ann");
    CHECK(posted.lines.at(0).quantity == 10);
    CHECK(posted.shipment == first);
    CHECK(world.units(world.id, 1, Billing::billable) == 10);
    CHECK(world.balance(Account::unbilled) == amount("30.00"));
    CHECK(world.balance(Account::receivable) == Amount{});
    const auto anew = world.prepare(world.id, first);
    CHECK(anew.net == pounds("30.00"));
    world.confirm(anew.invoice, "F2", "30.00");
    CHECK(world.balance(Account::receivable) == amount("30.00"));
}

TEST_CASE("named units of an invoice are reversed, no more than there are") {
    Billed world;
    CHECK(world.refusal(world.reversal({{1, 11}}, "Ann", AfterReversal::nothing)) == "not_invoiced");
    CHECK(world.refusal(world.reversal({{1, 6}, {1, 6}}, "Ann", AfterReversal::nothing)) == "not_invoiced");
    CHECK(world.refusal(world.reversal({{1, 0}}, "Ann", AfterReversal::nothing)) == "not_invoiced");
    CHECK(world.refusal(world.reversal({{2, 1}}, "Ann", AfterReversal::nothing)) == "not_invoiced");
    const auto credit = world.run<CreditPrepared>(world.reversal({{1, 4}}, "Ann", AfterReversal::nothing));
    CHECK(credit.net == pounds("10.00"));
    CHECK(credit.charges.empty());
    world.run<CreditPosted>(ConfirmCredit{credit.credit, "C1", pounds("10.00"), {}});
    CHECK(world.units(world.id, 1, Billing::billable) == 4);
    CHECK(world.refusal(world.reversal({{1, 7}}, "Ann", AfterReversal::nothing)) == "not_invoiced");
}

TEST_CASE("a follow-up reverses the units of a shipment, on whichever of its invoices they are") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 4, first);
    world.bill(order, first);
    world.ship(order, 1, 6, first);
    world.bill(order, first);
    ReverseInvoice command;
    command.shipment = first;
    command.order_id = order;
    command.lines = {{1, 11}};
    command.approved_by = "Ann";
    command.after = AfterReversal::reverse_issue;
    CHECK(world.refusal(command) == "not_invoiced");
    command.lines = {{1, 7}};
    const auto decision = world.ask(command);
    REQUIRE(decision);
    REQUIRE(decision->size() == 2);
    for (const auto& event : *decision) world.take(event);
    CHECK(get<CreditPrepared>(decision->at(0)).lines.at(0).quantity == 6);
    CHECK(get<CreditPrepared>(decision->at(1)).lines.at(0).quantity == 1);
    const auto posted = world.run<CreditPosted>(ConfirmCredit{CreditId{1}, "C1", pounds("15.00"), {}});
    CHECK(posted.after == AfterReversal::reverse_issue);
    CHECK(world.units(order, 1, Billing::billable) == 6);
    command.shipment = second;
    CHECK(world.refusal(command) == "invoice_unknown");
}

TEST_CASE("a credit memo that finance does not post in time is a case once") {
    Billed world;
    const auto credit = world.run<CreditPrepared>(world.allowance("5.00"));
    CHECK(world.ask(CheckCredit{credit.credit})->empty());
    world.pass(hours(24));
    CHECK(world.run<DeadlineMissed>(CheckCredit{credit.credit}).deviations.at(0).category ==
          "credit_unposted");
    CHECK(world.ask(CheckCredit{credit.credit})->empty());
}

} // namespace
} // namespace truefill::billing
