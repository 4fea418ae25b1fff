#include "engine/engine_fixture.h"
#include "loop/archivist.h"
#include "loop/loop_fixture.h"

#include <doctest/doctest.h>

using namespace truefill;
using namespace truefill::loop;

namespace {

/// A network in which one order is delivered and paid, and one is not.
class Archive {
public:
    template <class F> auto look(F f) {
        auto value = loop->read(f);
        REQUIRE(value.has_value());
        return *value;
    }
    Archive() {
        network.options.archive_after = hours(24 * 60);
        start();
        say(masterdata::Command{masterdata::LoadCatalogue{engine::small_catalogue()}});
        inventory::OpenStock open;
        open.site = "LYON";
        open.reference = "opening";
        open.lines.emplace_back().item = "BOLT";
        open.lines.back().quantity = 100;
        say(inventory::Command{open});
        place("SO-1");
        place("SO-2");
        say(warehouse::Command{warehouse::AcknowledgeRelease{release}});
        warehouse::ConfirmPick pick;
        pick.release = release;
        pick.line = 1;
        pick.quantity = 10;
        say(warehouse::Command{pick});
        warehouse::Pack pack;
        pack.release = release;
        say(warehouse::Command{pack});
        say(shipping::Command{shipping::AcceptTender{shipment, "TRACK1", ""}});
        shipping::IssueGoods issue;
        issue.shipment = shipment;
        say(shipping::Command{issue});
        const auto notice = look([&](const engine::State& state) {
            return state.flow.jobs.find_open(engine::JobKind::send_asn, shipment.value);
        });
        say(engine::FlowCommand{engine::CompleteJob{notice, {}}});
        say(loop->call(delivered(1)));
        billing::ConfirmInvoice confirm;
        confirm.invoice = invoice;
        confirm.number = "F-1";
        confirm.total = look([&](const auto& state) { return state.billing.invoices.at(invoice).total(); });
        say(billing::Command{confirm});
        total = confirm.total;
    }
    void start() {
        loop = std::make_unique<Loop>(Ports{.engine = network.engine,
                                            .journal = network.journal,
                                            .clock = network.clock,
                                            .archive = &network.journal},
                                      network.options);
    }
    void place(const std::string& number) {
        orders::PlaceOrder place;
        place.order = number;
        place.customer = "ACME";
        place.currency = engine::eur;
        place.ordered_at = morning;
        place.lines.push_back({1, "BOLT", 10, "", {}, {}});
        say(orders::Command{place});
    }
    void pay() {
        billing::RecordPayment payment;
        payment.reference = "BANK-1";
        payment.customer = "ACME";
        payment.invoice = invoice;
        payment.money = total;
        say(billing::Command{payment});
    }
    void say(const Answer& answer) {
        REQUIRE_MESSAGE(answer.has_value(), (answer ? "" : answer.error().sentence));
        REQUIRE_MESSAGE(answer->outcome == engine::Outcome::committed,
                        (answer->refusal ? answer->refusal->sentence : ""));
    }
    void say(engine::Command command) {
        say(loop->call(message("a-" + std::to_string(++last_), std::move(command))));
    }
    bool is_archived(const std::string& number) {
        return look([&](const engine::State& state) {
            const auto id = state.ledger.find_number(number);
            REQUIRE(state.orders.archived.contains(id) == (state.ledger.find(id) == nullptr));
            return state.orders.archived.contains(id);
        });
    }
    void replay_is_the_same() {
        loop->stop(Stop::drain);
        engine::Engine replayed;
        REQUIRE(restore(replayed, network.journal).has_value());
        CHECK(replayed.state().digest() == network.engine.state().digest());
        CHECK(ledger::audit(network.engine.state().ledger).empty());
    }

    Network network;
    std::unique_ptr<Loop> loop;
    Money total;
    const ReleaseId release{1};
    const ShipmentId shipment{1};
    const InvoiceId invoice{1};

private:
    int last_ = 0;
};

engine::Command return_of(const std::string& number) {
    returns::AuthorizeReturn authorize;
    authorize.order = number;
    authorize.lines.push_back({1, 2});
    authorize.reason = "wrong size";
    authorize.expires = morning + hours(24 * 365);
    return returns::Command{authorize};
}

} // namespace

TEST_CASE("an order that is delivered and paid leaves memory in time, and one that is not stays") {
    Archive archive;
    archive.pay();
    archive.network.clock.advance(hours(24 * 80));
    std::this_thread::sleep_for(a_moment);
    CHECK_FALSE(archive.is_archived("SO-1")); // payment was due in 30 days, and 60 more have not passed
    archive.network.clock.advance(hours(24 * 20));
    REQUIRE(eventually([&] { return archive.is_archived("SO-1"); }));
    CHECK_FALSE(archive.is_archived("SO-2"));
    std::this_thread::sleep_for(a_moment);
    CHECK(archive.network.journal.count("orders.archive_order") == 1);
    archive.replay_is_the_same();
}

TEST_CASE("an order with open money, or a case, or a fact that waits for it, stays in memory") {
    Archive archive;
    SUBCASE("not paid") {}
    SUBCASE("an open return") {
        archive.pay();
        archive.say(return_of("SO-1"));
    }
    SUBCASE("a hold") {
        archive.pay();
        orders::PlaceHold hold;
        hold.scope = ledger::HoldScope::order;
        hold.order = "SO-1";
        hold.reason = "a claim";
        hold.blocks = {ledger::Trigger::release};
        archive.say(orders::Command{hold});
    }
    archive.network.clock.advance(hours(24 * 100));
    std::this_thread::sleep_for(a_moment);
    CHECK_FALSE(archive.is_archived("SO-1"));
    CHECK(archive.network.journal.count("orders.archive_order") == 0);
}

TEST_CASE("a message about an archived order brings it back first") {
    Archive archive;
    archive.pay();
    archive.network.clock.advance(hours(24 * 100));
    REQUIRE(eventually([&] { return archive.is_archived("SO-1"); }));
    SUBCASE("named by its number") { archive.say(return_of("SO-1")); }
    SUBCASE("after a restart") {
        archive.loop->stop(Stop::drain);
        archive.start();
        archive.say(return_of("SO-1"));
    }
    REQUIRE_FALSE(archive.is_archived("SO-1"));
    CHECK(archive.network.journal.count("orders.recall_order") == 1);
    CHECK(archive.look([](const engine::State& state) {
        return state.ledger.order(state.ledger.find_number("SO-1")).quantity(ledger::Pipeline::delivered);
    }) == 10);
    archive.replay_is_the_same();
}

TEST_CASE("an order that is named by a document comes back too, and leaves again") {
    Archive archive;
    archive.pay();
    archive.network.clock.advance(hours(24 * 100));
    REQUIRE(eventually([&] { return archive.is_archived("SO-1"); }));
    shipping::RecordTracking tracking;
    tracking.tracking = "TRACK1";
    tracking.status = "delivered";
    CHECK(archive.loop->call(message("tracking", shipping::Command{tracking})).has_value());
    CHECK(archive.network.journal.count("orders.recall_order") == 1);
    CHECK(eventually([&] { return archive.network.journal.count("orders.archive_order") == 2; }));
    CHECK(archive.is_archived("SO-1"));
    archive.replay_is_the_same();
}

TEST_CASE("an order whose record changed on the disk does not come back, and says why") {
    Archive archive;
    archive.pay();
    archive.network.clock.advance(hours(24 * 100));
    REQUIRE(eventually([&] { return archive.is_archived("SO-1"); }));
    const auto [id, at] = archive.look([](const engine::State& state) {
        const auto found = state.ledger.find_number("SO-1");
        return std::pair{found, state.orders.archived.at(found).position};
    });
    archive.loop->stop(Stop::drain);
    Archivist archivist{&archive.network.journal, {}};
    CHECK(archivist.recall(archive.network.engine.state(), id).has_value());
    archive.network.journal.flip(at, archive.network.journal.record(at).find("order_archived") + 2);
    const auto recall = archivist.recall(archive.network.engine.state(), id);
    REQUIRE_FALSE(recall.has_value());
    CHECK(recall.error().find("The order that record " + std::to_string(at) + " archived") == 0);
}
