/// A small network for the inventory tests, with its stock and orders; every entry passes the ledger's check
/// and audit.
///
/// LYON serves FR, LILLE serves FR and BE, LODZ serves PL; LYON is the cheapest. Bolts and nuts have no lots,
/// milk has. ACME sits in FR and wants 30 days of shelf life, GLOBEX in PL and wants none.
#pragma once

#include "ledger/test_desk.h"
#include "masterdata/facts.h"

#include <string>
#include <tuple>
#include <vector>

namespace truefill::inventory {

using ledger::Pipeline;
using ledger::Stock;
using ledger::Trigger;

inline constexpr ItemId bolt{1}, milk{2}, nut{3};
inline constexpr SiteId lyon{1}, lille{2}, lodz{3};

inline Date day(std::string_view text) { return *parse_date(text); }

struct Wanted {
    ItemId item = bolt;
    Quantity quantity{};
};

struct Order {
    CustomerId customer = ledger::acme;
    bool complete{};
    std::uint8_t priority{};
};

struct Network : ledger::Desk {
    masterdata::MasterData master;

    Network() {
        masterdata::Catalogue catalogue;
        for (const auto* code : {"BOLT", "MILK", "NUT"}) catalogue.items.emplace_back().code = code;
        catalogue.items[1].lot_controlled = true;
        add_site(catalogue, "LYON", "FR", 400);
        add_site(catalogue, "LILLE", "FR BE", 500);
        add_site(catalogue, "LODZ", "PL", 450);
        for (const auto& [code, country, days] :
             {std::tuple{"ACME", "FR", 30}, std::tuple{"GLOBEX", "PL", 0}}) {
            auto& customer = catalogue.customers.emplace_back();
            customer.code = code;
            customer.country = country;
            customer.currency = ledger::eur;
            customer.shelf_life_days = days;
        }
        for (const auto* code : {"BOLT", "MILK"})
            catalogue.prices.push_back({code, "", {ledger::money(250), ledger::eur}, day("2026-01-01")});
        REQUIRE(!master.check(catalogue));
        master.load(catalogue);
    }
    static void add_site(masterdata::Catalogue& catalogue, const char* code, const char* countries,
                         std::int64_t cents) {
        auto& site = catalogue.sites.emplace_back();
        site.code = code;
        site.countries = countries;
        site.cost_per_shipment_cents = cents;
    }
    Facts facts() const { return {ledger, master}; }

    // ------------------------------------------------------------ orders
    /// Opens SO-1, SO-2, ... of lines 1, 2, ... at 2.50 a unit; nothing of it has stock.
    OrderId order(const std::vector<Wanted>& lines, const Order& how = {}) {
        ledger::Entry entry;
        entry.order = ledger.next_order();
        auto& opened = entry.opened.emplace_back();
        opened.number = "SO-" + std::to_string(entry.order.value);
        opened.customer = how.customer;
        opened.currency = ledger::eur;
        opened.ship_complete = how.complete;
        opened.priority = how.priority;
        for (const auto& wanted : lines) {
            auto& line = opened.lines.emplace_back();
            line.number = static_cast<LineNumber>(opened.lines.size());
            line.item = wanted.item;
            line.unit_price = ledger::money(250);
            entry.units.push_back(ledger::accepted(line.number, wanted.quantity));
        }
        post(entry);
        return entry.order;
    }
    /// Moves all units of an order that stand in one bucket; keys are filled.
    void walk(OrderId id, Trigger trigger, Pipeline from, Pipeline to) {
        const auto& account = ledger.order(id);
        ledger::Draft draft{account};
        for (const auto& line : account.lines)
            draft.move_line(line, account.quantity(line, from), trigger, from, to);
        for (auto& posting : draft.entry().units) {
            ledger::fill_keys(posting);
            if (account.target && trigger == Trigger::issue) posting.site_to = account.target;
        }
        post(draft.entry());
    }
    void cancel(OrderId id, Pipeline from) { walk(id, Trigger::cancel, from, Pipeline::cancelled); }
    /// From reserved to shipped.
    void leave(OrderId id) {
        walk(id, Trigger::release, Pipeline::reserved, Pipeline::released);
        walk(id, Trigger::pick, Pipeline::released, Pipeline::picked);
        walk(id, Trigger::pack, Pipeline::picked, Pipeline::packed);
        walk(id, Trigger::issue, Pipeline::packed, Pipeline::shipped);
    }
    void block(Trigger trigger, ledger::HoldScope scope, std::uint32_t key) {
        ledger::Entry entry;
        auto& hold = entry.holds.emplace_back();
        hold.id = ledger.next_hold();
        hold.scope = scope;
        hold.key = key;
        hold.reason = "quality";
        hold.blocks = {trigger};
        post(entry);
    }
    Quantity in(OrderId id, Pipeline bucket) const { return units(id, bucket); }
    Quantity in(OrderId id, Pipeline bucket, SiteId site, LotId lot = {}) const {
        Quantity sum = 0;
        ledger.order(id).each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
            if (parcel.pipeline == bucket && parcel.site == site && parcel.lot == lot) sum += parcel.quantity;
        });
        return sum;
    }

    // ------------------------------------------------------------ stock
    void have(ItemId item, Quantity quantity, SiteId site = lyon, LotId lot = {}) {
        ledger::Entry entry;
        entry.stock.push_back({item, quantity, Stock::opening, Stock::available, site, {}, lot, {}});
        post(entry);
    }
    LotId lot(const char* code, const char* expires) {
        const auto id = master.next_lot();
        master.add_lot({milk, code, day(expires)});
        return id;
    }
    Quantity stock(Stock bucket, ItemId item = bolt, SiteId site = lyon) const {
        return ledger.stock(item, site, bucket);
    }
    Quantity stock(Stock bucket, ItemId item, SiteId site, LotId lot) const {
        return ledger.stock(item, site, lot)[bucket];
    }
};

} // namespace truefill::inventory
