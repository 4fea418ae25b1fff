/// Events about units: picked, put back, packed, damaged. `release_complete` says that after this event
/// nothing of the release is left to pick or to pack and something is packed: then `handling_units` are all
/// that can leave.
#pragma once

#include "base/time.h"
#include "ledger/deviation.h"
#include "ledger/entry.h"
#include "warehouse/commands.h"

#include <optional>
#include <vector>

namespace truefill::warehouse {

/// The site picks another lot than was reserved: the two lots have exchanged their units. `pick` is what
/// remains to be confirmed, now of the right lot: the same pick, less what was taken but may not be.
struct LotSwapped {
    static constexpr std::string_view name = "warehouse.lot_swapped";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ReleaseId release;
    OrderId order;
    SiteId site;
    LineNumber line{};
    Quantity quantity{}; ///< exchanged
    LotId lot;           ///< the one that is picked
    ConfirmPick pick;
    std::vector<CountWanted> counts;
};
TF_DESCRIBE(LotSwapped, (entry, deviations, release, order, site, line, quantity, lot, pick, counts))

/// `due` is set when the pick is the first word of the site: then it acknowledges the release, and this is
/// the time to have shipped.
struct PickConfirmed {
    static constexpr std::string_view name = "warehouse.pick_confirmed";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    Time due;
    ReleaseId release;
    OrderId order;
    SiteId site;
    LineNumber line{};
    Quantity quantity{}; ///< picked
    LotId lot;
    std::uint64_t sequence{};
    Quantity reported{};
    Quantity short_quantity{};
    std::string short_reason;
    bool close_short{};
    Quantity suspended{}; ///< taken by the site without right: in suspense
    bool inferred{};
    std::vector<CountWanted> counts;
    Time at;
    bool release_complete{};
    std::vector<PackedUnit> handling_units;
    std::int64_t weight_grams{};
};
TF_DESCRIBE(PickConfirmed, (entry, deviations, due, release, order, site, line, quantity, lot, sequence,
                            reported, short_quantity, short_reason, close_short, suspended, inferred, counts,
                            at, release_complete, handling_units, weight_grams))

struct PickPutBack {
    static constexpr std::string_view name = "warehouse.pick_put_back";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ReleaseId release;
    OrderId order;
    SiteId site;
    LineNumber line{};
    Quantity quantity{};
    LotId lot; ///< that the site named; none: it named none that the book knows
};
TF_DESCRIBE(PickPutBack, (entry, deviations, release, order, site, line, quantity, lot))

/// `serial` is set when the SSCC was made here. `own_grams` is the weight of what was added to this handling
/// unit.
struct Packed {
    static constexpr std::string_view name = "warehouse.packed";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ReleaseId release;
    OrderId order;
    SiteId site;
    HandlingUnitId handling_unit;
    std::string sscc;
    std::uint64_t serial{};
    std::string virtual_key;
    std::int64_t own_grams{};
    std::vector<LineQuantity> lines;
    bool inferred{};
    bool release_complete{};
    std::vector<PackedUnit> handling_units;
    std::int64_t weight_grams{};
};
TF_DESCRIBE(Packed, (entry, deviations, release, order, site, handling_unit, sscc, serial, virtual_key,
                     own_grams, lines, inferred, release_complete, handling_units, weight_grams))

struct Unpacked {
    static constexpr std::string_view name = "warehouse.unpacked";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ReleaseId release;
    OrderId order;
    HandlingUnitId handling_unit;
    std::string sscc;
    std::vector<LineQuantity> lines;
};
TF_DESCRIBE(Unpacked, (entry, deviations, release, order, handling_unit, sscc, lines))

/// Units are backordered again. `correction`: the customer chooses whether they are sent again.
struct DamageReported {
    static constexpr std::string_view name = "warehouse.damage_reported";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ReleaseId release;
    OrderId order;
    SiteId site;
    LineNumber line{};
    Quantity quantity{};
    bool lost{};
    std::string reason;
    bool correction{};
    std::vector<CountWanted> counts;
    bool release_complete{};
    std::vector<PackedUnit> handling_units;
    std::int64_t weight_grams{};
    LotId lot; ///< that the site named; none: it named none that the book knows
};
TF_DESCRIBE(DamageReported, (entry, deviations, release, order, site, line, quantity, lost, reason,
                             correction, counts, release_complete, handling_units, weight_grams, lot))

} // namespace truefill::warehouse
