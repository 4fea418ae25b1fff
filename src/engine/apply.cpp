#include "engine/modules.h"
#include "engine/schedule.h"

#include <algorithm>

namespace truefill::engine {

namespace {

/// Units that had left and moved by the word of another room say something about their shipment.
template <class ModuleEvent> void settle_shipments(State& state, const ModuleEvent& event) {
    if constexpr (std::is_same_v<ModuleEvent, returns::Event> ||
                  std::is_same_v<ModuleEvent, inventory::Event>)
        visit(
            [&](const auto& one) {
                if constexpr (requires { one.entry.units; })
                    if (std::ranges::any_of(one.entry.units, [](const ledger::UnitPosting& posting) {
                            return posting.from >= ledger::Pipeline::shipped &&
                                   posting.from <= ledger::Pipeline::returned;
                        }))
                        shipping::settle(state.shipping, one.entry.order, state.facts());
            },
            event);
}

} // namespace

template <class ModuleEvent> void apply(State& state, const ModuleEvent& event) {
    visit(
        [&](const auto& one) {
            if constexpr (requires { one.lots; })
                for (const auto& lot : one.lots) state.master.add_lot(lot);
            if constexpr (requires { one.entry; }) state.ledger.apply(one.entry);
            using E = std::remove_cvref_t<decltype(one)>;
            if constexpr (std::is_same_v<E, orders::OrderArchived>) {
                warehouse::forget(state.warehouse, state.ledger.order(one.order));
                state.ledger.forget(one.order);
            }
            if constexpr (std::is_same_v<E, orders::OrderRecalled>) state.ledger.restore(one.account);
        },
        event);
    evolve(state, event);
    settle_shipments(state, event);
    schedule(state.flow.timers, event);
}

template void apply(State&, const masterdata::Event&);
template void apply(State&, const orders::Event&);
template void apply(State&, const inventory::Event&);
template void apply(State&, const warehouse::Event&);
template void apply(State&, const shipping::Event&);
template void apply(State&, const billing::Event&);
template void apply(State&, const returns::Event&);
template void apply(State&, const cases::Event&);
template void apply(State&, const mirrors::Event&);
template void apply(State&, const access::Event&);
template void apply(State&, const FlowEvent&);

} // namespace truefill::engine
