/// A small network for the warehouse's tests, with its stock and orders. LYON gets releases at once, LILLE in
/// a wave at 18:00 of its own clock (UTC+1). Bolts have no lots, milk has: OLD, GOOD, OTHER. Every entry
/// passes the ledger's check and audit.
#pragma once

#include "ledger/test_desk.h"
#include "masterdata/facts.h"

#include <algorithm>

namespace truefill::warehouse {

inline constexpr ItemId bolts = ledger::bolts, milk = ledger::nuts;
inline constexpr SiteId lyon = ledger::lyon, lille = ledger::lille;
inline constexpr LotId old_lot{1}, good_lot{2}, other_lot{3};

struct Wanted {
    ItemId item = bolts;
    Quantity quantity{};
    SiteId site = lyon; ///< reserved there; none: not reserved
    LotId lot{};
};

struct Network : ledger::Desk {
    masterdata::MasterData master;

    Network() {
        masterdata::Catalogue catalogue;
        for (const auto* code : {"BOLT", "MILK"}) {
            auto& item = catalogue.items.emplace_back();
            item.code = code;
            item.weight_grams = 100;
        }
        catalogue.items.back().lot_controlled = true;
        for (const auto* code : {"LYON", "LILLE"}) {
            auto& site = catalogue.sites.emplace_back();
            site.code = code;
            site.gs1_prefix = "4012345"; // one company, one prefix
        }
        auto& wave = catalogue.sites.back();
        wave.mode = masterdata::ReleaseMode::wave;
        wave.cut_off_minutes = 18 * 60;
        wave.zone_minutes = 60;
        auto& customer = catalogue.customers.emplace_back();
        customer.code = "ACME";
        customer.currency = ledger::eur;
        customer.shelf_life_days = 30;
        REQUIRE(!master.check(catalogue));
        master.load(catalogue);
        master.add_lot({milk, "OLD", *parse_date("2026-03-20")});
        master.add_lot({milk, "GOOD", *parse_date("2026-12-31")});
        master.add_lot({milk, "OTHER", *parse_date("2026-11-30")});
    }
    Facts facts() const { return {ledger, master}; }

    void have(ItemId item, Quantity quantity, SiteId site = lyon, LotId lot = {}) {
        ledger::Entry entry;
        entry.stock.push_back(
            {item, quantity, ledger::Stock::opening, ledger::Stock::available, site, {}, lot, {}});
        post(entry);
    }
    void put_on_hold(ItemId item, Quantity quantity, LotId lot = {}) {
        ledger::Entry entry;
        entry.stock.push_back(
            {item, quantity, ledger::Stock::available, ledger::Stock::held, lyon, {}, lot, {}});
        post(entry);
    }
    Quantity stock(ledger::Stock bucket, ItemId item = bolts, LotId lot = {}, SiteId site = lyon) const {
        return ledger.stock(item, site, lot)[bucket];
    }
    /// An order SO-1, SO-2, ... at 2.50 a unit. What has a site gets its stock and is reserved there.
    OrderId order(const std::vector<Wanted>& lines, bool complete = false, std::uint8_t priority = 0) {
        ledger::Entry entry;
        entry.order = ledger.next_order();
        auto& opened = entry.opened.emplace_back();
        opened.number = "SO-" + std::to_string(entry.order.value);
        opened.customer = ledger::acme;
        opened.currency = ledger::eur;
        opened.ship_complete = complete;
        opened.priority = priority;
        for (const auto& wanted : lines) {
            auto& line = opened.lines.emplace_back();
            line.number = static_cast<LineNumber>(opened.lines.size());
            line.item = wanted.item;
            line.unit_price = ledger::money(250);
            line.requested = *parse_date("2026-03-05");
            entry.units.push_back(ledger::accepted(line.number, wanted.quantity));
        }
        post(entry);
        for (std::size_t at = 0; at < lines.size(); ++at) reserve(entry.order, lines[at], at + 1);
        return entry.order;
    }
    void reserve(OrderId id, const Wanted& wanted, std::size_t number) {
        if (!wanted.site) return;
        have(wanted.item, wanted.quantity, wanted.site, wanted.lot);
        const auto& account = ledger.order(id);
        ledger::Draft draft{account};
        draft.move_line(*account.line(static_cast<LineNumber>(number)), wanted.quantity,
                        ledger::Trigger::reserve, ledger::Pipeline::open, ledger::Pipeline::reserved);
        for (auto& posting : draft.entry().units) {
            posting.site = wanted.site;
            posting.lot = wanted.lot;
        }
        post(draft.entry());
    }

    /// What shipping would post when a handling unit leaves.
    void leave(OrderId id, HandlingUnitId unit) {
        const auto& account = ledger.order(id);
        ledger::Draft draft{account};
        account.each_parcel([&](const ledger::Line&, std::uint32_t slot, const ledger::Parcel& parcel) {
            if (parcel.handling_unit != unit || parcel.pipeline != ledger::Pipeline::packed) return;
            draft.move(slot, parcel.quantity, ledger::Trigger::issue, ledger::Pipeline::shipped)->shipment =
                ShipmentId{1};
        });
        post(draft.entry());
    }
    void hold(OrderId id) {
        ledger::Entry entry;
        auto& hold = entry.holds.emplace_back();
        hold.id = ledger.next_hold();
        hold.scope = ledger::HoldScope::order;
        hold.key = id.value;
        hold.reason = "credit";
        hold.blocks = {ledger::Trigger::release};
        post(entry);
    }
    Quantity in(OrderId id, ledger::Pipeline bucket) const { return units(id, bucket); }
};

} // namespace truefill::warehouse
