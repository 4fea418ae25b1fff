/// Inventory at work, for tests: commands are decided, entries pass the ledger's check and audit, events are
/// applied, and after each of them what supplies have booked must be what stands in the stock ledger.
#pragma once

#include "inventory/follow_fixture.h"
#include "inventory/inventory.h"
#include "inventory/network_fixture.h"
#include "inventory/supply.h"

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace truefill::inventory {

struct World : Network {
    State state;
    journal::Envelope envelope;

    World() {
        envelope.source = "console";
        envelope.actor = "ann";
        envelope.record_time = *parse_time("2026-03-02T10:00:00Z");
    }
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
        visit(
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
        REQUIRE(holds<E>(events.front()));
        return get<E>(events.front());
    }
    /// Runs a command and all that follows from it, as the engine does.
    template <class E> E flow(const Command& command) {
        const auto events = flow_all(command);
        REQUIRE(events.size() == 1);
        REQUIRE(holds<E>(events.front()));
        return get<E>(events.front());
    }
    std::vector<Event> flow_all(const Command& command) {
        const auto events = run_all(command);
        std::deque<Command> then;
        for (const auto& event : events) visit([&](const auto& one) { follow(one, then); }, event);
        for (int steps = 0; !then.empty(); ++steps) {
            REQUIRE_MESSAGE(steps < 1000, "follow-ups come to an end");
            const auto next = then.front();
            then.pop_front();
            for (const auto& one : run_all(next)) visit([&](const auto& e) { follow(e, then); }, one);
        }
        return events;
    }

    static ReserveOrder reserve(OrderId id) { return {id, {}}; }
    /// An order that has looked for stock once.
    OrderId placed(const std::vector<Wanted>& lines, const Order& how = {}) {
        const auto id = order(lines, how);
        run<OrderReserved>(reserve(id));
        return id;
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
