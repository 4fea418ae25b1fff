/// What has happened in the warehouses. Sites answer to releases (events_release.h) and move units
/// (events_units.h).
#pragma once

#include "base/one_of.h"
#include "warehouse/events_release.h"
#include "warehouse/events_units.h"

#include <optional>

namespace truefill::warehouse {

/// The steps that one late message stands for. They follow in the same record, in this order: picks, rejects,
/// pack, goods issue of everything packed. `entry` holds only what fits no step: what went into suspense.
struct LegacyConfirmed {
    static constexpr std::string_view name = "warehouse.legacy_confirmed";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ReleaseId release;
    OrderId order;
    SiteId site;
    std::string note_key; ///< source and delivery note
    std::string carton;
    std::vector<NoteLine> seen;
    std::vector<ConfirmPick> picks;
    std::vector<RejectRelease> rejects;
    std::optional<Pack> pack;
    bool issue{};
    Time shipped_at;
    std::string tracking;
    std::vector<CountWanted> counts;
};
TF_DESCRIBE(LegacyConfirmed, (entry, deviations, release, order, site, note_key, carton, seen, picks, rejects,
                              pack, issue, shipped_at, tracking, counts))

using Event = OneOf<LinesReleased, ReleaseQueued, WaveCalled, ReleaseAcknowledged, ReleaseRejected,
                    RecallRequested, RecallAnswered, ReleaseLate, LotSwapped, PickConfirmed, PickPutBack,
                    Packed, Unpacked, DamageReported, LegacyConfirmed>;

} // namespace truefill::warehouse
