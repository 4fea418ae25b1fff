/// Inventory at work, for tests: commands are decided, entries pass the ledger's check and audit, events are
/// applied, and after each of them what supplies have booked must be what stands in the stock ledger.
///
/// LYON serves FR, LILLE serves FR and BE, LODZ serves PL; LYON is the cheapest. Bolts and nuts have no lots,
/// milk has. ACME sits in FR and wants 30 days of shelf life, GLOBEX in PL and wants none.
#pragma once

#include "inventory/inventory.h"
#include "inventory/supply.h"
#include "ledger/test_desk.h"

#include <deque>
#include <map>
#include <string>
#include <utility>
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

struct World : ledger::Desk {
    masterdata::MasterData master;
    State state;
    journal::Envelope envelope;

    World() {
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
        envelope.source = "console";
        envelope.actor = "ann";
        envelope.record_time = *parse_time("2026-03-02T10:00:00Z");
    }
    static void add_site(masterdata::Catalogue& catalogue, const char* code, const char* countries,
                         std::int64_t cents) {
        auto& site = catalogue.sites.emplace_back();
        site.code = code;
        site.countries = countries;
        site.cost_per_shipment_cents = cents;
    }
    Facts facts() const { return {ledger, master}; }
    void later(Duration wait) { envelope.record_time = envelope.record_time + wait; }

    // ------------------------------------------------------------ asking and doing
    Decision ask(const Command& command) const { return decide(facts(), state, command, envelope); }
    journal::Refusal no(const Command& command) const {
        const auto decision = ask(command);
        REQUIRE(!decision);
        CHECK(!decision.error().sentence.empty());
        return decision.error();
    }
    std::string refusal(const Command& command) const { return no(command).code; }

    void take(const Event& event) {
        std::visit(
            [&](const auto& one) {
                if constexpr (requires { one.lots; })
                    for (const auto& lot : one.lots) master.add_lot(lot);
                if constexpr (requires { one.entry; }) post(one.entry);
            },
            event);
        apply(state, event, facts());
        CHECK(tell(facts(), event).size() > 10);
        booked_is_inbound();
    }
    std::vector<Event> run_all(const Command& command) {
        auto decision = ask(command);
        REQUIRE_MESSAGE(decision, decision.error().sentence);
        for (const auto& event : *decision) take(event);
        return *decision;
    }
    template <class E> E run(const Command& command) {
        const auto events = run_all(command);
        REQUIRE(events.size() == 1);
        REQUIRE(std::holds_alternative<E>(events.front()));
        return std::get<E>(events.front());
    }
    /// Runs a command and all that follows from it, as the engine does.
    template <class E> E flow(const Command& command) {
        const auto event = run<E>(command);
        std::deque<Command> then;
        follow(event, then);
        for (int steps = 0; !then.empty(); ++steps) {
            REQUIRE_MESSAGE(steps < 1000, "follow-ups come to an end");
            const auto next = then.front();
            then.pop_front();
            for (const auto& one : run_all(next))
                std::visit([&](const auto& e) { follow(e, then); }, one);
        }
        return event;
    }

    // ------------------------------------------------------------ what follows
    template <class E> static void follow(const E& event, std::deque<Command>& then) {
        if constexpr (requires { event.taken_back; event.site; }) take_back(event, then);
        if constexpr (requires { event.orders; event.supply; }) {
            for (const auto order : event.orders) then.push_back(SettlePromise{event.supply, order});
            if (event.more) then.push_back(SettlePromise{event.supply, {}});
        }
        if constexpr (std::is_same_v<E, PromiseSettled>)
            if (event.order && event.cut + event.returned > 0) then.push_back(reserve(event.order));
        if constexpr (std::is_same_v<E, WaitingCalled>) {
            for (const auto order : event.orders) then.push_back(reserve(order));
            if (event.more) then.push_back(ReserveWaiting{event.item, event.after});
        }
        if constexpr (requires { event.damaged.size(); })
            for (const auto& part : event.damaged) {
                HoldStock hold;
                hold.site_id = event.site;
                hold.item_id = part.item;
                hold.lot_id = part.lot;
                hold.quantity = part.quantity;
                hold.reason = "came in damaged";
                then.push_back(hold);
            }
        if constexpr (requires { event.freed; })
            for (const auto item : event.freed) then.push_back(ReserveWaiting{item, {}});
    }
    template <class E> static void take_back(const E& event, std::deque<Command>& then) {
        for (const auto& part : event.taken_back) {
            Unreserve command;
            command.order_id = part.order;
            command.line = part.line;
            command.quantity = part.quantity;
            command.site = event.site;
            command.lot = part.lot;
            command.backorder = true;
            if constexpr (requires { event.count; }) command.count = event.count;
            else command.hold = true;
            then.push_back(command);
        }
        if constexpr (requires { event.count; event.more; })
            if (event.more) then.push_back(ApproveCount{event.count, {}, {}});
    }

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
    static ReserveOrder reserve(OrderId id) { return {id, {}}; }
    /// An order that has looked for stock once.
    OrderId placed(const std::vector<Wanted>& lines, const Order& how = {}) {
        const auto id = order(lines, how);
        run<OrderReserved>(reserve(id));
        return id;
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
    /// A supply PO-1 of bolts for LYON, or what the arguments say.
    SupplyId coming(Quantity quantity, const char* due = "2026-03-10", const char* reference = "PO-1",
                    const char* item = "BOLT") {
        AnnounceSupply command;
        command.supply = reference;
        command.supplier = "Steelworks";
        command.site = "LYON";
        command.item = item;
        command.quantity = quantity;
        command.due = day(due);
        return run<SupplyAnnounced>(command).supply;
    }
    static ReceiveSupply receipt(Quantity quantity, const char* number = "", const char* reference = "PO-1") {
        ReceiveSupply command;
        command.supply = reference;
        command.item = "BOLT";
        command.receipt = number;
        command.quantity = quantity;
        return command;
    }

    /// Every unit that a supply has booked stands in INBOUND or INBOUND_ALLOC, beside what is in transit.
    void booked_is_inbound() const {
        std::map<std::pair<ItemId, SiteId>, Quantity> booked;
        for (std::uint32_t id = 1; id <= state.supplies.issued(); ++id) {
            const auto& supply = state.supplies.at(SupplyId{id});
            booked[{supply.item, supply.site}] += supply.booked;
            CHECK(supply.booked >= promised(ledger, SupplyId{id}, supply));
            CHECK(supply.booked >= supply.coming + arrived(supply));
        }
        for (const auto& row : ledger.stock())
            if (!row.lot)
                CHECK(row[Stock::inbound] + row[Stock::inbound_alloc] - row.in_transit ==
                      booked[std::pair{row.item, row.site}]);
    }
};

template <class Event> std::string categories(const Event& event) {
    std::string text;
    for (const auto& deviation : event.deviations) text += (text.empty() ? "" : " ") + deviation.category;
    return text;
}

} // namespace truefill::inventory
