#include "engine/engine_fixture.h"
#include "engine/reactions.h"

namespace truefill::engine {
namespace {

using ledger::Pipeline;

TEST_CASE_FIXTURE(World, "an order goes from placement to payment, each step by a message from outside") {
    stock(100);
    const auto id = order("SO-1", 10);
    CHECK(units(id, Pipeline::released) == 10); // reserved and released in the record of the placement
    CHECK(state().flow.jobs.open() == 1);       // the release to the site
    const ReleaseId release{1};
    fulfil(release, 10);
    CHECK(units(id, Pipeline::shipped) == 10);
    const InvoiceId invoice{1};
    REQUIRE(post(invoice).outcome == Outcome::committed);
    shipping::ConfirmDelivery delivered;
    delivered.shipment = ShipmentId{1};
    REQUIRE(send(shipping::Command{delivered}).outcome == Outcome::committed);
    REQUIRE(pay(invoice).outcome == Outcome::committed);
    CHECK(units(id, Pipeline::delivered) == 10);
    CHECK(state().billing.invoices.at(invoice).status == billing::InvoiceStatus::paid);
    CHECK(open_cases() == 0);
    CHECK(state().flow.jobs.open() == 1); // the advance ship notice, which nobody has fetched yet
    CHECK(orders::status(state().ledger, state().ledger.order(id)) == orders::Status::completed);
}

TEST_CASE_FIXTURE(World, "what is not there waits in the queue and is served when it comes") {
    const auto id = order("SO-1", 10);
    CHECK(units(id, Pipeline::backordered) == 10);
    stock(4);
    CHECK(units(id, Pipeline::released) == 4);
    stock(6);
    CHECK(units(id, Pipeline::released) == 10);
    CHECK(open_cases() == 0);
}

TEST_CASE_FIXTURE(World, "a short pick is a case, a count, and a new source from another site") {
    stock(10, "LYON");
    stock(10, "LILLE");
    const auto id = order("SO-1", 10);
    REQUIRE(units(id, Pipeline::released) + units(id, Pipeline::reserved) == 10);
}

TEST_CASE_FIXTURE(World, "cancelling while the site has it asks the site; what leaves first, leaves") {
    stock(10);
    const auto id = order("SO-1", 10);
    orders::CancelLines cancel;
    cancel.order = "SO-1";
    cancel.reason = "customer";
    REQUIRE(send(orders::Command{cancel}).outcome == Outcome::committed);
    CHECK(units(id, Pipeline::released) == 10);
    SUBCASE("the site stops") {
        REQUIRE(send(warehouse::Command{warehouse::ConfirmRecall{ReleaseId{1}}}).outcome ==
                Outcome::committed);
        CHECK(units(id, Pipeline::cancelled) == 10);
        CHECK(state().flow.jobs.open() == 0);
    }
    SUBCASE("it has left") {
        fulfil(ReleaseId{1}, 10);
        CHECK(units(id, Pipeline::shipped) == 10);
        CHECK(open_cases("issued_after_cancel") == 1);
        CHECK(state().orders.documents.at(id).cancel_pending.empty());
    }
}

TEST_CASE_FIXTURE(World,
                  "a message that comes again changes nothing; other content under its name is a case") {
    stock(10);
    orders::PlaceOrder place;
    place.order = "SO-1";
    place.customer = "ACME";
    place.currency = eur;
    place.lines.push_back({1, "BOLT", 2, "", {}, {}});
    CHECK(send(orders::Command{place}, "x").outcome == Outcome::committed);
    const auto digest = state().digest();
    CHECK(send(orders::Command{place}, "x").outcome == Outcome::duplicate);
    CHECK(last_record.empty());
    CHECK(state().digest() == digest);
    place.lines.front().quantity = 3;
    CHECK(send(orders::Command{place}, "x").outcome == Outcome::reported);
    CHECK(send(orders::Command{place}, "x").outcome == Outcome::duplicate);
    CHECK(open_cases("conflicting_message") == 1);
    CHECK(units(state().ledger.find_number("SO-1"), Pipeline::released) == 2);
}

TEST_CASE_FIXTURE(World, "a fact before its precursor waits and goes on by itself, or becomes a case") {
    stock(10);
    const auto id = order("SO-1", 10);
    warehouse::Pack early;
    early.release = ReleaseId{1};
    early.lines.push_back({1, 10});
    CHECK(send(warehouse::Command{early}).outcome == Outcome::waiting);
    CHECK(state().flow.waiting.size() == 1);
    SUBCASE("it comes") {
        CHECK(pick(ReleaseId{1}, 10).outcome == Outcome::committed);
        CHECK(units(id, Pipeline::packed) == 10);
        CHECK(state().flow.waiting.empty());
    }
    SUBCASE("it never comes") {
        wait(hours(49));
        CHECK(state().flow.waiting.empty());
        CHECK(open_cases("fact_waiting") == 1);
    }
}

TEST_CASE_FIXTURE(World, "deadlines that pass become cases, and heal when the thing happens after all") {
    stock(10);
    order("SO-1", 10);
    wait(hours(5));
    CHECK(open_cases("release_unacknowledged") == 1);
    REQUIRE(send(warehouse::Command{warehouse::AcknowledgeRelease{ReleaseId{1}}}).outcome ==
            Outcome::committed);
    CHECK(open_cases("release_unacknowledged") == 0);
}

TEST_CASE_FIXTURE(World, "a snapshot holds the whole state") {
    stock(10);
    order("SO-1", 4);
    order("SO-2", 40);
    wait(hours(30));
    std::string bytes;
    live.save(bytes);
    Engine loaded;
    REQUIRE(loaded.load(bytes));
    CHECK(loaded.state().digest() == state().digest());
    CHECK(loaded.position() == live.position());
    bytes.resize(bytes.size() - 1);
    CHECK_FALSE(loaded.load(bytes));
    CHECK(loaded.state().digest() == state().digest());
}

TEST_CASE_FIXTURE(World, "a shipment that was wrong is taken back step by step after its invoice") {
    stock(100);
    const auto id = order("SO-1", 10);
    fulfil(ReleaseId{1}, 10);
    REQUIRE(post(InvoiceId{1}).outcome == Outcome::committed);
    shipping::ConfirmDelivery delivered;
    delivered.shipment = ShipmentId{1};
    REQUIRE(send(shipping::Command{delivered}).outcome == Outcome::committed);
    shipping::CorrectShipment correct;
    correct.shipment = ShipmentId{1};
    correct.line = 1;
    correct.quantity = 4;
    correct.approved_by = "lead";
    REQUIRE(send(shipping::Command{correct}).outcome == Outcome::committed);
    CHECK(units(id, Pipeline::delivered) == 6);
    billing::ConfirmCredit credit;
    credit.credit = CreditId{1};
    credit.number = "C-1";
    credit.total = {coins(1000), eur};
    REQUIRE(send(billing::Command{credit}).outcome == Outcome::committed);
    CHECK(units(id, Pipeline::backordered) == 4);
    CHECK(units(id, Pipeline::delivered) == 6);
    CHECK(units(id, Pipeline::shipped) == 0);
}

TEST_CASE("every row of the flow says what happens") {
    const auto rows = flow_rows();
    CHECK(rows.size() > 50);
    for (const auto& row : rows) CHECK_FALSE(row.what.empty());
}

} // namespace
} // namespace truefill::engine
