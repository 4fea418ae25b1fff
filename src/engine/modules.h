/// All modules in one list: the only place that names every command and event. Nested variants: one a module,
/// so that no compiler sees one of 120 alternatives.
#pragma once

#include "engine/state.h"
#include "masterdata/commands.h"

#include <tuple>

namespace truefill::engine {

using Command =
    OneOf<masterdata::Command, orders::Command, inventory::Command, warehouse::Command, shipping::Command,
          billing::Command, returns::Command, cases::Command, mirrors::Command, access::Command, FlowCommand>;
using Event = OneOf<masterdata::Event, orders::Event, inventory::Event, warehouse::Event, shipping::Event,
                    billing::Event, returns::Event, cases::Event, mirrors::Event, access::Event, FlowEvent>;

/// One overload a module: what it answers to a command.
template <class E> using Decision = journal::Decision<E>;
inline auto decide(const State& s, const orders::Command& c, const journal::Envelope& e) {
    return orders::decide(s.facts(), s.orders, c, e);
}
inline auto decide(const State& s, const inventory::Command& c, const journal::Envelope& e) {
    return inventory::decide(s.facts(), s.inventory, c, e);
}
inline auto decide(const State& s, const warehouse::Command& c, const journal::Envelope& e) {
    return warehouse::decide(s.facts(), s.warehouse, c, e);
}
/// A goods issue is told what the customer no longer wanted: orders know it, shipping does not.
Decision<shipping::Event> decide(const State& s, const shipping::Command& c, const journal::Envelope& e);
/// An invoice is told whose shipment it is for: shipping knows it, billing does not.
Decision<billing::Event> decide(const State& s, const billing::Command& c, const journal::Envelope& e);
inline auto decide(const State& s, const returns::Command& c, const journal::Envelope& e) {
    return returns::decide(s.facts(), s.returns, c, e);
}
inline auto decide(const State& s, const cases::Command& c, const journal::Envelope& e) {
    return cases::decide(s.facts(), s.cases, c, e);
}
inline auto decide(const State& s, const mirrors::Command& c, const journal::Envelope& e) {
    return mirrors::decide(s.facts(), s.mirrors, c, e);
}
inline auto decide(const State& s, const access::Command& c, const journal::Envelope& e) {
    return access::decide(s.facts(), s.access, c, e);
}
Decision<masterdata::Event> decide(const State& s, const masterdata::Command& c, const journal::Envelope& e);
Decision<FlowEvent> decide(const State& s, const FlowCommand& c, const journal::Envelope& e);

/// One overload a module: what an event changes in its own state, after its entry is in the ledger.
inline void evolve(State& s, const orders::Event& e) { orders::apply(s.orders, e, s.facts()); }
inline void evolve(State& s, const inventory::Event& e) { inventory::apply(s.inventory, e, s.facts()); }
inline void evolve(State& s, const warehouse::Event& e) { warehouse::apply(s.warehouse, e, s.facts()); }
inline void evolve(State& s, const shipping::Event& e) { shipping::apply(s.shipping, e, s.facts()); }
inline void evolve(State& s, const billing::Event& e) { billing::apply(s.billing, e, s.facts()); }
inline void evolve(State& s, const returns::Event& e) { returns::apply(s.returns, e, s.facts()); }
inline void evolve(State& s, const cases::Event& e) { cases::apply(s.cases, e, s.facts()); }
inline void evolve(State& s, const mirrors::Event& e) { mirrors::apply(s.mirrors, e, s.facts()); }
inline void evolve(State& s, const access::Event& e) { access::apply(s.access, e, s.facts()); }
void evolve(State& s, const masterdata::Event& e);
inline void evolve(State& s, const FlowEvent& e) { evolve(s.flow, e); }

/// Applies an event whole: lots, ledger entry, module, timers. The same for live and replay.
template <class ModuleEvent> void apply(State& state, const ModuleEvent& event);

/// A sentence or two for people.
std::string tell(const State& state, const Event& event);

} // namespace truefill::engine
