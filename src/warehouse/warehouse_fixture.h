/// The warehouse at work in the network of network_fixture.h: commands are decided, entries posted, events
/// applied.
#pragma once

#include "warehouse/network_fixture.h"
#include "warehouse/warehouse.h"

namespace truefill::warehouse {

inline constexpr ReleaseId r1{1}, r2{2};

struct World : Network {
    State state;
    journal::Envelope envelope;

    World() {
        envelope.source = "wms-lyon";
        envelope.record_time = *parse_time("2026-03-02T10:00:00Z");
    }
    void later(Duration wait) { envelope.record_time = envelope.record_time + wait; }

    /// An order of bolts, released at Lyon.
    OrderId released(const std::vector<Quantity>& quantities) {
        std::vector<Wanted> lines;
        for (const auto quantity : quantities) lines.push_back({.quantity = quantity});
        const auto id = order(lines);
        run<LinesReleased>(release(id));
        return id;
    }
    static ReleaseOrder release(OrderId id) {
        ReleaseOrder command;
        command.order_id = id;
        return command;
    }

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
                if constexpr (requires { one.entry; }) post(one.entry);
            },
            event);
        apply(state, event, facts());
        CHECK(tell(facts(), event).size() > 10);
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
    /// What the engine does with a legacy confirmation: all its steps, in order.
    LegacyConfirmed run_legacy(const ConfirmLegacy& command) {
        const auto event = run<LegacyConfirmed>(command);
        for (const auto& pick : event.picks) run_pick(pick);
        for (const auto& reject : event.rejects) run<ReleaseRejected>(reject);
        if (event.pack) run<Packed>(*event.pack);
        return event;
    }
    /// A pick and, after a swap of lots, its follow-up.
    PickConfirmed run_pick(const ConfirmPick& command) {
        const auto events = run_all(command);
        REQUIRE(events.size() == 1);
        if (const auto* swapped = get_if<LotSwapped>(&events.front())) return run_pick(swapped->pick);
        return get<PickConfirmed>(events.front());
    }

    static ConfirmPick pick(LineNumber line, Quantity quantity, ReleaseId release = r1) {
        ConfirmPick command;
        command.release = release;
        command.line = line;
        command.quantity = quantity;
        return command;
    }
    static Pack pack(ReleaseId release = r1) {
        Pack command;
        command.release = release;
        return command;
    }
};

template <class Event> std::string categories(const Event& event) {
    std::string text;
    for (const auto& deviation : event.deviations) text += (text.empty() ? "" : " ") + deviation.category;
    return text;
}

} // namespace truefill::warehouse
