/// Moves units of a release, and says what an entry leaves behind.
#pragma once

#include "ledger/draft.h"
#include "warehouse/parts.h"

#include <optional>
#include <vector>

namespace truefill::warehouse {

struct State;

/// Units of one line on one release that shall move. Keys that are none do not select.
struct Move {
    const ledger::Line& line;
    ReleaseId release;
    Quantity quantity{};
    ledger::Trigger trigger{};
    ledger::Pipeline from{}, to{};
    std::optional<LotId> lot{};      ///< only this lot, and units of no known lot, which get its name
    HandlingUnitId out_of{}, into{}; ///< only out of this handling unit; into that one
};

/// Adds postings for up to `quantity` units; answers how many it moved.
Quantity move_units(ledger::Draft& draft, const Move& move);

/// Units of a release by where they stand; `gone` have left.
struct Progress {
    Quantity released{}, picked{}, packed{}, gone{};

    Quantity on_site() const { return released + picked + packed; }
};
Progress progress(const ledger::Order& order, ReleaseId release);
/// With a lot: only units of it, and those of no known lot.
Progress progress(const ledger::Order& order, const ledger::Line& line, ReleaseId release,
                  std::optional<LotId> lot = {});

/// True when some units of the handling unit have gone with a shipment.
bool has_left(const ledger::Order& order, HandlingUnitId id);

/// The handling units that can leave when the draft is applied: set only when nothing of the release is left
/// to pick or to pack, and something is packed.
struct Completion {
    bool complete{};
    std::vector<PackedUnit> handling_units;
    std::int64_t weight_grams{};
};
/// `fresh` is a handling unit that this very event makes, or adds weight to.
Completion completion(const State& state, const ledger::Draft& draft, ReleaseId release,
                      const PackedUnit& fresh = {});

template <class Event> void set_completion(Event& event, Completion completion) {
    event.release_complete = completion.complete;
    event.handling_units = std::move(completion.handling_units);
    event.weight_grams = completion.weight_grams;
}

/// Value of units of a line, for deviations.
Money value_of(const ledger::Order& order, const ledger::Line& line, Quantity quantity);

} // namespace truefill::warehouse
