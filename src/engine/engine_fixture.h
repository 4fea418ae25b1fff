/// A small distributor for the tests of the engine: LYON gets releases at once, LILLE in a wave. Each message
/// goes through one engine, and its record through another one that only replays; after each message both
/// have the same digest, and the audit finds nothing.
#pragma once

#include "engine/engine.h"
#include "engine/small_catalogue.h"
#include "ledger/audit.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace truefill::engine {

class World {
public:
    World() {
        clock = *parse_time("2026-03-02T08:00:00Z");
        REQUIRE(send(masterdata::Command{masterdata::LoadCatalogue{small_catalogue()}}).outcome ==
                Outcome::committed);
    }

    /// Sends a message under an id of its own, or under the one given.
    Result send(Command command, std::string id = {}, std::string source = "test") {
        Message message;
        message.envelope.source = std::move(source);
        message.envelope.message_id = id.empty() ? "m" + std::to_string(++last_id_) : id;
        std::string body;
        encode_body(body, command);
        message.envelope.content_hash = hash128(body);
        message.command = std::move(command);
        return handle(std::move(message));
    }
    /// What the loop itself sends.
    Result send_own(FlowCommand command) {
        Message message;
        message.envelope.source = "truefill";
        message.command = Command{std::move(command)};
        return handle(std::move(message));
    }
    /// Lets time pass; whatever comes due is looked at.
    void wait(Duration duration) {
        clock = Time{clock.micros + duration.micros};
        while (live.timers_due(clock) || live.work_deferred()) {
            if (live.timers_due(clock)) send_own(AdvanceTime{});
            if (live.work_deferred()) send_own(ContinueWork{});
        }
    }

    OrderId order(const std::string& number, Quantity bolts, std::string_view item = "BOLT") {
        orders::PlaceOrder place;
        place.order = number;
        place.customer = "ACME";
        place.currency = eur;
        orders::PlacedLine line;
        line.line = 1;
        line.item = item;
        line.quantity = bolts;
        place.lines.push_back(line);
        REQUIRE(send(orders::Command{place}).outcome == Outcome::committed);
        return state().ledger.find_number(number);
    }
    void stock(Quantity quantity, std::string_view site = "LYON", std::string_view item = "BOLT") {
        inventory::OpenStock open;
        open.site = site;
        open.reference = "opening" + std::to_string(++last_id_);
        inventory::OpeningLine line;
        line.item = item;
        line.quantity = quantity;
        open.lines.push_back(line);
        REQUIRE(send(inventory::Command{open}).outcome == Outcome::committed);
    }
    Result pick(ReleaseId release, Quantity quantity, Quantity short_quantity = 0) {
        warehouse::ConfirmPick pick{.release = release, .line = 1, .quantity = quantity};
        pick.short_quantity = short_quantity;
        if (short_quantity > 0) pick.short_reason = "not_found";
        return send(warehouse::Command{pick});
    }
    Result pack(ReleaseId release) { return send(warehouse::Command{warehouse::Pack{.release = release}}); }
    Result accept(ShipmentId shipment) {
        return send(shipping::Command{
            shipping::AcceptTender{shipment, "TRACK" + std::to_string(shipment.value), ""}});
    }
    Result issue(ShipmentId shipment) {
        return send(shipping::Command{shipping::IssueGoods{.shipment = shipment}});
    }
    Result post(InvoiceId invoice) {
        billing::ConfirmInvoice confirm;
        confirm.invoice = invoice;
        confirm.number = "F-" + std::to_string(invoice.value);
        confirm.total = state().billing.invoices.at(invoice).total();
        return send(billing::Command{confirm});
    }
    Result pay(InvoiceId invoice) {
        billing::RecordPayment payment;
        payment.reference = "BANK-" + std::to_string(invoice.value);
        payment.customer = "ACME";
        payment.invoice = invoice;
        payment.money = state().billing.invoices.at(invoice).total();
        return send(billing::Command{payment});
    }
    /// Pick, pack, tender, goods issue, invoice, delivery of the first release.
    void fulfil(ReleaseId release, Quantity quantity) {
        REQUIRE(send(warehouse::Command{warehouse::AcknowledgeRelease{release}}).outcome ==
                Outcome::committed);
        REQUIRE(pick(release, quantity).outcome == Outcome::committed);
        REQUIRE(pack(release).outcome == Outcome::committed);
        const auto shipment = state().shipping.by_release.at(release);
        REQUIRE(accept(shipment).outcome == Outcome::committed);
        REQUIRE(issue(shipment).outcome == Outcome::committed);
    }

    Quantity units(OrderId order, ledger::Pipeline bucket) const {
        return state().ledger.order(order).quantity(bucket);
    }
    std::size_t open_cases() const { return state().cases.open.size(); }
    std::size_t open_cases(std::string_view category) const {
        std::size_t count = 0;
        for (const auto id : state().cases.open) count += state().cases.cases.at(id).category == category;
        return count;
    }
    const State& state() const { return live.state(); }

    Engine live, replayed;
    Time clock;
    std::vector<std::string> records;
    std::string last_record; ///< empty when nothing was journaled

private:
    Result handle(Message message) {
        last_record.clear();
        const auto result = live.handle(std::move(message), clock, last_record);
        if (last_record.empty()) return result;
        records.push_back(last_record);
        const auto done = replayed.replay(last_record);
        INFO(last_record);
        if (!done) FAIL(done.error());
        REQUIRE(live.state().digest() == replayed.state().digest());
        const auto findings = ledger::audit(live.state().ledger);
        for (const auto& finding : findings) MESSAGE(finding);
        REQUIRE(findings.empty());
        return result;
    }

    std::uint64_t last_id_ = 0;
};

} // namespace truefill::engine
