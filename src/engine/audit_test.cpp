#include "engine/audit.h"

#include "base/archive.h"
#include "engine/engine_fixture.h"
#include "engine/hold_guard.h"
#include "ledger/draft.h"

#include <algorithm>

namespace truefill::engine {
namespace {

using ledger::Pipeline;
using ledger::Trigger;

/// Keeps what each event of a replay says about holds and notices.
class Notes : public Witness {
public:
    void before(const State& state, std::string_view command, const Event& event) override {
        ++events;
        if (auto why = passed_hold(state, command, event))
            passed.push_back(std::string{command} + ": " + *why);
    }
    std::size_t events = 0;
    std::vector<std::string> passed;
};

orders::PlaceHold hold_on_acme(Trigger step) {
    orders::PlaceHold hold;
    hold.scope = ledger::HoldScope::customer;
    hold.customer = "ACME";
    hold.reason = "fraud";
    hold.blocks = {step};
    return hold;
}

/// A world whose third record is a hold on what ACME wants, or one on an item that nobody wants.
struct Held : World {
    explicit Held(bool acme) {
        stock(10);
        auto hold = hold_on_acme(Trigger::release);
        if (!acme) {
            hold.scope = ledger::HoldScope::item;
            hold.item = "MILK";
        }
        REQUIRE(send(orders::Command{hold}).outcome == Outcome::committed);
        order("SO-1", 10);
    }
};

State copy_of(const State& state) {
    std::string bytes;
    archive::save(bytes, state);
    archive::Reader reader{bytes};
    State copy;
    archive::load(reader, copy);
    REQUIRE(reader.ok());
    return copy;
}

bool any_says(const std::vector<std::string>& found, std::string_view text) {
    return std::ranges::any_of(found,
                               [&](const std::string& one) { return one.find(text) != std::string::npos; });
}

TEST_CASE("a replay sees each intent that passed a hold, as the state was then (I14)") {
    const Held held{true}, free{false};
    REQUIRE(held.state().ledger.orders().at(OrderId{1}).quantity(Pipeline::reserved) == 10);
    REQUIRE(free.state().ledger.orders().at(OrderId{1}).quantity(Pipeline::released) == 10);
    const auto replay = [](std::vector<std::string> records) {
        Engine engine;
        Notes notes;
        for (const auto& record : records) REQUIRE(engine.replay(record, &notes).has_value());
        CHECK(notes.events >= records.size());
        return notes.passed;
    };
    CHECK(replay(held.records).empty());
    CHECK(replay(free.records).empty());
    auto forged = held.records;
    forged.back() = free.records.back(); // the release that the hold had stopped
    const auto passed = replay(forged);
    REQUIRE(passed.size() == 1);
    CHECK(passed.front() == "warehouse.release_order: SO-1 line 1 is on hold (fraud), which blocks release; "
                            "lift H-1 first");
}

TEST_CASE_FIXTURE(World, "a fact passes any hold, an intent none that lists its step") {
    stock(10);
    const auto id = order("SO-1", 10);
    REQUIRE(send(orders::Command{hold_on_acme(Trigger::pick)}).outcome == Outcome::committed);
    REQUIRE(pick(ReleaseId{1}, 10).outcome == Outcome::committed);
    CHECK(units(id, Pipeline::picked) == 10);

    REQUIRE(send(orders::Command{hold_on_acme(Trigger::accept)}).outcome == Outcome::committed);
    orders::PlaceOrder place;
    place.order = "SO-2";
    place.customer = "ACME";
    place.currency = eur;
    orders::PlacedLine line;
    line.line = 1;
    line.item = "BOLT";
    line.quantity = 1;
    place.lines.push_back(line);
    const auto refused = send(orders::Command{place});
    REQUIRE(refused.refusal.has_value());
    CHECK(refused.refusal->code == "on_hold");
    CHECK(!state().ledger.find_number("SO-2"));
}

TEST_CASE_FIXTURE(World, "a shipment or an invoice whose status is not what the ledgers say is found (I15)") {
    stock(10);
    order("SO-1", 10);
    fulfil(ReleaseId{1}, 10);
    REQUIRE(post(InvoiceId{1}).outcome == Outcome::committed);
    CHECK(audit_statuses(state()).empty());
    auto wrong = copy_of(state());
    wrong.shipping.shipments.at(ShipmentId{1}).status = shipping::ShipmentStatus::delivered;
    wrong.billing.invoices.at(InvoiceId{1}).status = billing::InvoiceStatus::paid;
    const auto found = audit_statuses(wrong);
    CHECK(found.size() == 2);
    CHECK(any_says(found, "SH-1 of SO-1 is delivered, and 10 of its units are on their way"));
    CHECK(any_says(found, "INV-1 is paid, and "));
}

TEST_CASE_FIXTURE(World, "labels, lots and notices that do not fit are found (I12, I13)") {
    stock(10);
    const auto id = order("SO-1", 10);
    REQUIRE(pick(ReleaseId{1}, 10).outcome == Outcome::committed);
    REQUIRE(pack(ReleaseId{1}).outcome == Outcome::committed);
    CHECK(audit_labels(state()).empty());
    CHECK(audit_lots(state()).empty());

    auto wrong = copy_of(state());
    auto& unit = wrong.warehouse.handling_units.at(HandlingUnitId{1});
    unit.sscc += 1;
    unit.order = OrderId{7};
    const auto labels = audit_labels(wrong);
    CHECK(any_says(labels, "whose check digit is wrong (I12)"));
    CHECK(any_says(labels, "10 units are in HU-1, which is of another order (I12)"));

    const auto milk = state().master.find_item("MILK");
    wrong.master.add_lot({milk, "L9", {}});
    const auto lot = wrong.master.find_lot(milk, "L9");
    ledger::Entry strange;
    strange.stock.push_back({state().master.find_item("BOLT"),
                             1,
                             ledger::Stock::opening,
                             ledger::Stock::available,
                             state().master.find_site("LYON"),
                             {},
                             lot,
                             {}});
    wrong.ledger.apply(strange);
    CHECK(any_says(audit_lots(wrong), "LYON has stock of lot L9 under item BOLT"));

    ledger::Draft draft{state().ledger.order(id)};
    auto* posting = draft.move(0, 10, Trigger::issue, Pipeline::shipped);
    REQUIRE(posting != nullptr);
    posting->shipment = ShipmentId{1};
    shipping::GoodsIssued issued;
    issued.order = id;
    issued.shipment = ShipmentId{1};
    issued.handling_units = {HandlingUnitId{1}};
    issued.lines.push_back({1, 10, {}, {}});
    issued.entry = std::move(draft).take();
    CHECK(audit_notice(state(), issued).empty());
    issued.lines.front().quantity = 12;
    issued.handling_units.clear();
    const auto notice = audit_notice(state(), issued);
    CHECK(any_says(notice, "line 1 is announced with 2 units more than leave (I12)"));
    CHECK(any_says(notice, "HU-1 leaves and is not announced (I12)"));
}

} // namespace
} // namespace truefill::engine
