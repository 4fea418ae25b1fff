/// Goods on their way: what warehouse, shipping and carriers post, for tests of what comes after.
#pragma once

#include "billing/ledger_fixture.h"
#include "ledger/valuation.h"

#include <string_view>
#include <vector>

namespace truefill {

/// A step of the transition table.
struct Step {
    ledger::Trigger trigger{};
    ledger::Pipeline from{}, to{};
};

struct GoodsWorld : LedgerWorld {
    /// Moves units of a line through the buckets up to PACKED, out of fresh stock at Lyon.
    void pack(OrderId id, LineNumber number, Quantity quantity, LotId lot = {}) {
        using P = ledger::Pipeline;
        using T = ledger::Trigger;
        ledger::Entry stock;
        stock.stock.push_back({ledger.order(id).line(number)->item,
                               quantity,
                               ledger::Stock::adjustment,
                               ledger::Stock::available,
                               lyon,
                               {},
                               lot,
                               {}});
        post(stock);
        const Step way[] = {{T::reserve, P::open, P::reserved},
                            {T::release, P::reserved, P::released},
                            {T::pick, P::released, P::picked},
                            {T::pack, P::picked, P::packed}};
        for (const auto& step : way) {
            ledger::Draft draft{ledger.order(id)};
            REQUIRE(draft.move_line(*ledger.order(id).line(number), quantity, step.trigger, step.from,
                                    step.to) == quantity);
            for (auto& posting : draft.entry().units) {
                if (!posting.site) posting.site = lyon;
                if (!posting.lot) posting.lot = lot;
                posting.release = ReleaseId{1};
                posting.handling_unit = HandlingUnitId{1};
            }
            post(std::move(draft).take());
        }
    }

    /// Goods issue of packed units: BILLABLE, earned at the line's price; `freight` makes the first charge
    /// due.
    void issue(OrderId id, LineNumber number, Quantity quantity, ShipmentId shipment,
               std::string_view freight = "0") {
        const auto& order = ledger.order(id);
        const auto& line = *order.line(number);
        ledger::Draft draft{order};
        REQUIRE(draft.move_line(line, quantity, ledger::Trigger::issue, ledger::Pipeline::packed,
                                ledger::Pipeline::shipped) == quantity);
        for (auto& posting : draft.entry().units) {
            posting.shipment = shipment;
            posting.unit_price = line.unit_price;
        }
        auto earned =
            ledger::add_value(draft, {number, quantity, line.unit_price}, ledger::ValueStage::issued);
        ledger::add_money(draft, ledger::Account::unbilled, ledger::Account::revenue, earned);
        if (freight != "0") {
            earned = ledger::add_charge_value(draft, 1, amount(freight), ledger::ValueStage::issued);
            ledger::add_money(draft, ledger::Account::unbilled, ledger::Account::charges, earned);
        }
        post(std::move(draft).take());
    }
    void ship(OrderId id, LineNumber number, Quantity quantity, ShipmentId shipment,
              std::string_view freight = "0") {
        pack(id, number, quantity);
        issue(id, number, quantity, shipment, freight);
    }

    /// Moves units of a line on, as shipping and returns do it; value of what is waived goes back.
    void move(OrderId id, LineNumber number, Quantity quantity, const Step& step) {
        const auto& order = ledger.order(id);
        ledger::Draft draft{order};
        REQUIRE(draft.move_line(*order.line(number), quantity, step.trigger, step.from, step.to) == quantity);
        Amount back;
        for (const auto& posting : std::vector{draft.entry().units}) {
            const Quantity sign = posting.billing_to == ledger::Billing::waived ? -1 : 1;
            const bool moves = sign < 0 || (posting.billing_to == ledger::Billing::billable &&
                                            posting.billing_from != ledger::Billing::billable);
            if (!moves) continue;
            const auto price = order.parcels[posting.parcel].unit_price;
            back += ledger::add_value(draft, {number, sign * posting.quantity, price},
                                      ledger::ValueStage::issued);
        }
        ledger::add_money(draft, ledger::Account::unbilled, ledger::Account::revenue, back);
        post(std::move(draft).take());
    }
    void deliver(OrderId id, LineNumber number, Quantity quantity) {
        move(id, number, quantity,
             {ledger::Trigger::deliver, ledger::Pipeline::shipped, ledger::Pipeline::delivered});
    }
    void lose(OrderId id, LineNumber number, Quantity quantity) {
        move(id, number, quantity,
             {ledger::Trigger::lose, ledger::Pipeline::shipped, ledger::Pipeline::lost});
    }
};

} // namespace truefill
