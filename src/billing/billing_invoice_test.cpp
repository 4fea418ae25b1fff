#include "billing/billing_fixture.h"

namespace truefill::billing {
namespace {

using ledger::Account;
using ledger::Billing;

TEST_CASE(
    "an invoice names the billable units of its shipment and moves nothing before finance has confirmed") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}, {tray, 4, "12.75"}});
    world.ship(order, 1, 10, first);
    world.ship(order, 2, 4, first);
    const auto event = world.prepare(order, first);
    CHECK(event.net == pounds("76.00"));
    REQUIRE(event.lines.size() == 2);
    CHECK(event.lines[1].quantity == 4);
    CHECK(event.lines[1].amount == amount("51.00"));
    CHECK(event.rule == "billing_terms");
    CHECK(event.due == world.envelope.record_time + hours(24));
    CHECK(world.balance(Account::receivable) == Amount{});
    CHECK(world.units(order, 1, Billing::billable) == 10);
    CHECK(world.invoice(event.invoice).status == InvoiceStatus::matched);
}

TEST_CASE("a confirmed invoice makes units invoiced and the customer owe the money") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    const auto posted = world.confirm(prepared.invoice, "F9001", "25.00");
    CHECK(world.units(order, 1, Billing::invoiced) == 10);
    CHECK(world.balance(Account::receivable) == amount("25.00"));
    CHECK(world.balance(Account::unbilled) == Amount{});
    CHECK(posted.lines.empty());
    CHECK(posted.due_date == *parse_date("2026-04-01"));
    CHECK(posted.due == *parse_time("2026-04-02T00:00:00Z"));
    CHECK(world.state.numbers.at("F9001") == prepared.invoice);
    const auto& parcel = world.ledger.order(order).parcels[world.ledger.order(order).lines[0].first];
    CHECK(parcel.invoice == prepared.invoice);
}

TEST_CASE("goods that were delivered meanwhile are billed all the same") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    world.deliver(order, 1, 6);
    world.confirm(prepared.invoice, "F1", "25.00");
    CHECK(world.units(order, 1, Billing::invoiced) == 10);
}

TEST_CASE("a second invoice for the same units is refused, pending or posted") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    CHECK(world.refusal(PrepareInvoice{first, order, {}}) == "nothing_billable");
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    CHECK(world.refusal(PrepareInvoice{first, order, {}}) == "already_invoiced");
    world.confirm(prepared.invoice, "F1", "25.00");
    CHECK(world.refusal(PrepareInvoice{first, order, {}}) == "already_invoiced");
    CHECK(world.refusal(PrepareInvoice{second, order, {}}) == "nothing_billable");
}

TEST_CASE("what a shipment issues later is billed without what is on its invoice already") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 6, first);
    world.prepare(order, first);
    world.ship(order, 1, 4, first);
    const auto rest = world.prepare(order, first);
    CHECK(rest.lines.at(0).quantity == 4);
    CHECK(rest.net == pounds("10.00"));
}

TEST_CASE("partial invoices sum to the whole to the cent, in whatever order finance confirms them") {
    for (const bool backwards : {false, true}) {
        World world;
        const auto order = world.order({{mug, 3, "0.335"}});
        std::vector<InvoicePrepared> prepared;
        for (const auto shipment : {first, second, third}) {
            world.ship(order, 1, 1, shipment);
            prepared.push_back(world.prepare(order, shipment));
        }
        CHECK(prepared[0].net == pounds("0.34"));
        CHECK(prepared[1].net == pounds("0.33"));
        CHECK(prepared[2].net == pounds("0.34"));
        if (backwards) std::swap(prepared.front(), prepared.back());
        for (const auto& one : prepared)
            world.run<InvoicePosted>(
                ConfirmInvoice{one.invoice, "F" + std::to_string(one.invoice.value), one.net, {}, {}});
        const auto& line = world.ledger.order(order).lines[0];
        CHECK(line.billed.exact == amount("1.005"));
        CHECK(line.billed.amount == amount("1.01"));
        CHECK(world.balance(Account::receivable) == amount("1.01"));
        CHECK(world.balance(Account::unbilled) == Amount{});
    }
}

TEST_CASE("a charge is billed once, with the first invoice after its goods issue") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}},
                                   {{"freight", amount("7.90"), ledger::ChargeTrigger::first_shipment}});
    world.ship(order, 1, 6, first, "7.90");
    const auto one = world.prepare(order, first);
    REQUIRE(one.charges.size() == 1);
    CHECK(one.net == pounds("22.90"));
    world.ship(order, 1, 4, second);
    const auto two = world.prepare(order, second);
    CHECK(two.charges.empty());
    world.confirm(one.invoice, "F1", "22.90");
    world.confirm(two.invoice, "F2", "10.00");
    CHECK(world.balance(Account::unbilled) == Amount{});
    CHECK(world.balance(Account::charges) == amount("-7.90"));
}

TEST_CASE("the tax that finance computes is owed and stands in its own account") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    world.run<InvoicePosted>(ConfirmInvoice{prepared.invoice, "F1", pounds("30.00"), amount("5.00"), {}});
    CHECK(world.balance(Account::tax) == amount("-5.00"));
    CHECK(world.balance(Account::receivable) == amount("30.00"));
    CHECK(world.invoice(prepared.invoice).open() == amount("30.00"));
}

TEST_CASE("another total of finance posts nothing, and a corrected one is taken") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    const auto mismatch =
        world.run<InvoiceMismatched>(ConfirmInvoice{prepared.invoice, "F1", pounds("25.01"), {}, {}});
    REQUIRE(mismatch.deviations.size() == 1);
    CHECK(mismatch.deviations[0].category == "invoice_mismatch");
    CHECK(mismatch.deviations[0].sentence.find("25.01 GBP, we have 25.00 GBP") != std::string::npos);
    CHECK(world.units(order, 1, Billing::billable) == 10);
    CHECK(world.balance(Account::receivable) == Amount{});
    CHECK(world.invoice(prepared.invoice).status == InvoiceStatus::match_failed);
    CHECK(world.refusal(PrepareInvoice{first, order, {}}) == "awaiting_finance");
    world.confirm(prepared.invoice, "F1", "25.00");
    CHECK(world.units(order, 1, Billing::invoiced) == 10);
}

TEST_CASE("a mismatched invoice that was voided can be billed anew, once") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    world.run<InvoiceMismatched>(ConfirmInvoice{prepared.invoice, "F1", {amount("25.00"), eur}, {}, {}});
    CHECK(world.refusal(VoidInvoice{prepared.invoice, "wrong currency", ""}) == "not_approved");
    world.run<InvoiceVoided>(VoidInvoice{prepared.invoice, "wrong currency", "Ann"});
    CHECK(world.refusal(VoidInvoice{prepared.invoice, "again", "Ann"}) == "already_void");
    const auto again = world.prepare(order, first);
    world.confirm(again.invoice, "F2", "25.00");
    const auto noted =
        world.run<ContradictionNoted>(ConfirmInvoice{prepared.invoice, "F1", pounds("25.00"), {}, {}});
    CHECK(noted.deviations.at(0).category == "contradiction");
    CHECK(world.balance(Account::receivable) == amount("25.00"));
    CHECK(world.refusal(VoidInvoice{again.invoice, "late", "Ann"}) == "already_posted");
}

TEST_CASE("an invoice that finance refuses is a case and can be prepared again") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    const auto refused = world.run<InvoiceMismatched>(RejectInvoice{prepared.invoice, "no VAT id"});
    CHECK(refused.deviations.at(0).sentence == "finance refuses INV-1 of SO-1: no VAT id");
    CHECK(world.refusal(RejectInvoice{prepared.invoice, "no VAT id"}) == "already_closed");
    const auto again = world.prepare(order, first);
    CHECK(world.invoice(prepared.invoice).status == InvoiceStatus::voided);
    world.confirm(again.invoice, "F2", "25.00");
    CHECK(world.run<ContradictionNoted>(RejectInvoice{again.invoice, "?"}).deviations.size() == 1);
}

TEST_CASE("a repeated confirmation changes nothing, another number is a contradiction") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 5, first);
    world.ship(order, 1, 5, second);
    const auto one = world.prepare(order, first);
    const auto two = world.prepare(order, second);
    world.confirm(one.invoice, "F1", "12.50");
    CHECK(world.refusal(ConfirmInvoice{one.invoice, "F1", pounds("12.50"), {}, {}}) == "already_posted");
    world.run<ContradictionNoted>(ConfirmInvoice{one.invoice, "F7", pounds("12.50"), {}, {}});
    const auto noted =
        world.run<ContradictionNoted>(ConfirmInvoice{two.invoice, "F1", pounds("12.50"), {}, {}});
    CHECK(noted.deviations.at(0).sentence.find("that is the number of INV-1") != std::string::npos);
    CHECK(world.balance(Account::receivable) == amount("12.50"));
    const auto unknown = world.ask(ConfirmInvoice{InvoiceId{99}, "F9", pounds("1.00"), {}, {}});
    REQUIRE(!unknown);
    CHECK(unknown.error().case_category == "contradiction");
}

TEST_CASE("units that came back before finance confirmed are not billed, and the difference is a case") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    world.lose(order, 1, 3);
    const auto posted = world.confirm(prepared.invoice, "F1", "25.00");
    CHECK(posted.total == pounds("17.50"));
    REQUIRE(posted.deviations.size() == 1);
    CHECK(posted.deviations[0].quantity == 3);
    CHECK(posted.deviations[0].value == pounds("7.50"));
    CHECK(world.units(order, 1, Billing::invoiced) == 7);
    CHECK(world.units(order, 1, Billing::waived) == 3);
    CHECK(world.invoice(prepared.invoice).lines.at(0).quantity == 7);
    CHECK(world.balance(Account::receivable) == amount("17.50"));
    CHECK(world.balance(Account::unbilled) == Amount{});
}

TEST_CASE("an invoice of which nothing is billable any more posts nothing") {
    World world;
    const auto order = world.order({{mug, 2, "2.50"}});
    world.ship(order, 1, 2, first);
    const auto prepared = world.prepare(order, first);
    world.lose(order, 1, 2);
    world.run<InvoiceMismatched>(ConfirmInvoice{prepared.invoice, "F1", pounds("5.00"), {}, {}});
    CHECK(world.balance(Account::receivable) == Amount{});
}

TEST_CASE("more issued than ordered does not match until a person approves it") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    ledger::Entry amend;
    amend.order = order;
    amend.amended.push_back({1, 8, amount("2.50")});
    world.ship(order, 1, 10, first);
    world.post(amend);
    const auto failed = world.run<MatchFailed>(PrepareInvoice{first, order, {}});
    REQUIRE(failed.deviations.size() == 1);
    CHECK(failed.deviations[0].category == "invoice_mismatch");
    CHECK(failed.deviations[0].line == 1);
    CHECK(failed.deviations[0].sentence.find("was issued with 10 units, the customer has ordered 8 units") !=
          std::string::npos);
    CHECK(world.invoice(failed.invoice).status == InvoiceStatus::match_failed);
    world.run<ContradictionNoted>(ConfirmInvoice{failed.invoice, "F1", pounds("25.00"), {}, {}});
    const auto approved = world.run<InvoicePrepared>(PrepareInvoice{first, order, "Ann"});
    CHECK(approved.net == pounds("25.00"));
    CHECK(world.invoice(failed.invoice).status == InvoiceStatus::voided);
}

TEST_CASE("units that no goods issue has earned at their price do not match, whoever approves") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.pack(order, 1, 10);
    ledger::Draft draft{world.ledger.order(order)};
    draft.move_line(world.ledger.order(order).lines[0], 10, ledger::Trigger::issue, ledger::Pipeline::packed,
                    ledger::Pipeline::shipped);
    for (auto& posting : draft.entry().units) {
        posting.shipment = first;
        posting.unit_price = amount("2.60");
    }
    SUBCASE("another price") {
        const auto earned = ledger::add_value(draft, {1, 10, amount("2.50")}, ledger::ValueStage::issued);
        ledger::add_money(draft, Account::unbilled, Account::revenue, earned);
        world.post(std::move(draft).take());
        const auto failed = world.run<MatchFailed>(PrepareInvoice{first, order, "Ann"});
        CHECK(failed.deviations.at(0).sentence.find(
                  "would bill 26.00 GBP, its goods issues have earned 25.00 GBP") != std::string::npos);
    }
    SUBCASE("no value at all") {
        world.post(std::move(draft).take());
        const auto failed = world.run<MatchFailed>(PrepareInvoice{first, order, "Ann"});
        CHECK(failed.deviations.at(0).sentence.find("have only earned 0 units") != std::string::npos);
    }
}

TEST_CASE("an invoice that finance does not post in time is a case once") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto prepared = world.prepare(order, first);
    world.pass(hours(24) - seconds(1));
    CHECK(!needs_check(world.state, prepared.invoice, world.envelope.record_time));
    CHECK(world.ask(CheckInvoice{prepared.invoice})->empty());
    world.pass(seconds(1));
    CHECK(needs_check(world.state, prepared.invoice, world.envelope.record_time));
    const auto missed = world.run<DeadlineMissed>(CheckInvoice{prepared.invoice});
    CHECK(missed.deviations.at(0).category == "invoice_unposted");
    CHECK(world.ask(CheckInvoice{prepared.invoice})->empty());
    world.confirm(prepared.invoice, "F1", "25.00");
    world.pass(days(32));
    CHECK(world.run<DeadlineMissed>(CheckInvoice{prepared.invoice}).deviations.at(0).category ==
          "payment_overdue");
}

TEST_CASE("an invoice that is not paid in time is a case once") {
    World world;
    const auto order = world.order({{mug, 10, "2.50"}});
    world.ship(order, 1, 10, first);
    const auto invoice = world.bill(order, first);
    world.pass(hours(25));
    CHECK(world.ask(CheckInvoice{invoice})->empty());
    world.pass(days(31));
    const auto missed = world.run<DeadlineMissed>(CheckInvoice{invoice});
    CHECK(missed.deviations.at(0).category == "payment_overdue");
    CHECK(missed.deviations.at(0).value == pounds("25.00"));
    CHECK(world.ask(CheckInvoice{invoice})->empty());
}

} // namespace
} // namespace truefill::billing
