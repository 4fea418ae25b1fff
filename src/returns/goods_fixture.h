/// Returns on a real ledger, for tests. After every event no line may have more authorised to come back than
/// the customer has (I11).
#pragma once

#include "journal/envelope.h"
#include "ledger/test_desk.h"
#include "ledger/valuation.h"
#include "masterdata/facts.h"

#include <utility>

namespace truefill::returns {

using ledger::acme;
using ledger::eur;
using ledger::lille;
using ledger::lyon;
using ledger::money;
using ledger::Pipeline;
using ledger::Trigger;
inline constexpr ItemId mug{1}, tray{2}, cream{3}; ///< cream has lots

struct Goods : ledger::Desk {
    masterdata::MasterData master;
    journal::Envelope envelope;
    /// Ten mugs at 2.50, six of them delivered and invoiced, four shipped and not invoiced yet. Five creams
    /// at 8.00.
    OrderId id{1};

    Goods() {
        masterdata::Catalogue catalogue;
        for (const auto* code : {"MUG", "TRAY", "CREAM"}) catalogue.items.emplace_back().code = code;
        catalogue.items.back().lot_controlled = true;
        for (const auto* code : {"LYON", "LILLE"}) catalogue.sites.emplace_back().code = code;
        auto& customer = catalogue.customers.emplace_back();
        customer.code = "C-1";
        customer.currency = eur;
        REQUIRE(!master.check(catalogue));
        master.load(catalogue);
        envelope.source = "test";
        envelope.record_time = *parse_time("2026-03-02T10:00:00Z");
        place();
        issue(1, 6, ShipmentId{11});
        invoice();
        deliver();
        issue(1, 4, ShipmentId{12});
    }

    void place() {
        ledger::Entry entry;
        entry.order = id;
        auto& opened = entry.opened.emplace_back();
        opened.number = "SO-1";
        opened.customer = acme;
        opened.currency = eur;
        for (const auto& [item, price] : {std::pair{mug, 250}, {cream, 800}}) {
            auto& line = opened.lines.emplace_back();
            line.number = static_cast<LineNumber>(opened.lines.size());
            line.item = item;
            line.unit_price = money(price);
        }
        entry.units = {ledger::accepted(1, 10), ledger::accepted(2, 5)};
        post(entry);
    }

    /// From OPEN to SHIPPED, out of fresh stock at Lyon.
    void issue(LineNumber number, Quantity quantity, ShipmentId shipment, LotId lot = {}) {
        const auto& line = *ledger.order(id).line(number);
        ledger::Entry stock;
        stock.stock.push_back(
            {line.item, quantity, ledger::Stock::adjustment, ledger::Stock::available, lyon, {}, lot, {}});
        post(stock);
        auto reserving = moving(id, quantity, Trigger::reserve, {Pipeline::open, Pipeline::reserved}, number);
        for (auto& posting : reserving.units) posting.lot = lot;
        post(reserving);
        move(id, quantity, Trigger::release, {Pipeline::reserved, Pipeline::released}, number);
        move(id, quantity, Trigger::pick, {Pipeline::released, Pipeline::picked}, number);
        move(id, quantity, Trigger::pack, {Pipeline::picked, Pipeline::packed}, number);
        ledger::Draft draft{ledger.order(id)};
        draft.move_line(line, quantity, Trigger::issue, Pipeline::packed, Pipeline::shipped);
        for (auto& posting : draft.entry().units) {
            posting.shipment = shipment;
            posting.unit_price = line.unit_price;
        }
        const auto earned =
            ledger::add_value(draft, {number, quantity, line.unit_price}, ledger::ValueStage::issued);
        ledger::add_money(draft, ledger::Account::unbilled, ledger::Account::revenue, earned);
        post(std::move(draft).take());
    }

    /// Finance has posted the six mugs.
    void invoice() {
        ledger::Draft draft{ledger.order(id)};
        draft.move_line(ledger.order(id).lines[0], 6, Trigger::invoice, Pipeline::shipped, Pipeline::shipped);
        for (auto& posting : draft.entry().units) posting.invoice = InvoiceId{1};
        const auto billed = ledger::add_value(draft, {1, 6, money(250)}, ledger::ValueStage::billed);
        ledger::add_money(draft, ledger::Account::receivable, ledger::Account::unbilled, billed);
        post(std::move(draft).take());
    }

    void deliver() {
        ledger::Draft draft{ledger.order(id)};
        draft.move_line(ledger.order(id).lines[0], 6, Trigger::deliver, Pipeline::shipped,
                        Pipeline::delivered);
        post(std::move(draft).take());
    }

    Facts facts() const { return {ledger, master}; }
    void pass(Duration time) { envelope.record_time = envelope.record_time + time; }
    Amount balance(ledger::Account account) const { return ledger.money(acme, eur)[account]; }
    Quantity billed(ledger::Billing bucket) const {
        return ledger.order(id).quantity(ledger.order(id).lines[0], bucket);
    }
};

} // namespace truefill::returns
