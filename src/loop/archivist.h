/// Orders that are done leave the engine's memory and come back when a message is about one.
///
/// An order may leave when nothing about it can go on by itself: every unit is delivered, lost, returned or
/// cancelled, billed and paid for; no return is under way, no case open, no job to do, no hold in force, no
/// fact waits for it; and its last date, of the order or of a payment, is `after` ago. What leaves is the
/// account in the ledger. It stands in the record that archives it, so bringing it back is reading one
/// record; the engine checks its digest.
#pragma once

#include "base/json.h"
#include "engine/engine.h"
#include "journal/port.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>

namespace truefill::loop {

class Archivist {
public:
    /// `reader`: a connection of its own to the journal, or one that guards itself. None, or `after` zero:
    /// nothing leaves. For one thread.
    Archivist(journal::Journal* reader, Duration after) : reader_{reader}, after_{after} {}

    /// An order that may leave. Looks at the next `most` orders at about 30 ns each, and goes round.
    std::optional<engine::Command> next(const engine::State& state, Time now, std::size_t most);

    /// The archived order that a message is about, or none.
    OrderId wanted(const engine::State& state, const engine::Command& command) const;
    /// What brings it back; the record that archived it must be durable.
    std::expected<engine::Command, std::string> recall(const engine::State& state, OrderId id);

private:
    journal::Journal* reader_;
    Duration after_;
    OrderId seen_; ///< the last one looked at
    journal::Batch batch_;
    json::Document document_;
};

/// Whether nothing about an order can go on by itself, and since when; none when something can.
std::optional<Time> at_rest_since(const engine::State& state, OrderId id);

} // namespace truefill::loop
