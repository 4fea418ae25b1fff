/// The commands about handling units, and the message of systems that only tell the end of the story.
#pragma once

#include "base/time.h"
#include "warehouse/parts.h"

#include <vector>

namespace truefill::warehouse {

/// Picked units go into a handling unit. Without `sscc` one is made from the site's GS1 prefix.
struct Pack {
    static constexpr std::string_view name = "warehouse.pack";
    static constexpr bool fact = true;
    ReleaseId release;
    std::string sscc;
    std::int64_t weight_grams{};     ///< 0: the sum of the items' weights
    std::vector<LineQuantity> lines; ///< empty: everything picked
    std::string virtual_key;         ///< instead of an SSCC: source, delivery note, carton
    bool inferred{};                 ///< concluded from a goods issue: no shipment is to be planned
};
TF_DESCRIBE(Pack, (release, sscc, weight_grams, lines, virtual_key, inferred))

/// Everything is taken out of a handling unit.
struct Unpack {
    static constexpr std::string_view name = "warehouse.unpack";
    static constexpr bool fact = true;
    std::string sscc;
    HandlingUnitId handling_unit; ///< for units without an SSCC
};
TF_DESCRIBE(Unpack, (sscc, handling_unit))

/// Picked or packed units were damaged or lost before they left. `lot`: the one that the site reads on them;
/// empty is enough where the units of the line are all of one lot.
struct ReportDamage {
    static constexpr std::string_view name = "warehouse.report_damage";
    static constexpr bool fact = true;
    ReleaseId release;
    LineNumber line{};
    Quantity quantity{};
    bool lost{}; ///< gone; else damaged and on hold
    std::string reason;
    bool correction{}; ///< step of a corrected shipment: packed units only, and no new supply is sought by
                       ///< itself
    std::string lot{};
};
TF_DESCRIBE(ReportDamage, (release, line, quantity, lost, reason, correction, lot))

struct LegacyLine {
    LineNumber line{};
    Quantity quantity{}; ///< shipped
    std::string status;  ///< X12 945, element W1201: CC CL CP BP BO IS DE (reasons.h); empty: not said
    std::string lot;
    std::uint64_t wms_sequence{};
    std::string substitute_item; ///< with IS: what was sent instead
};
TF_DESCRIBE(LegacyLine, (line, quantity, status, lot, wms_sequence, substitute_item))

/// One message of a system that reports nothing before the goods have left: picks, shorts, packing and goods
/// issue are concluded from it. At most once per (source, delivery note, WMS line sequence, lot), or per
/// carton.
struct ConfirmLegacy {
    static constexpr std::string_view name = "warehouse.confirm_legacy";
    static constexpr bool fact = true;
    std::string site;
    std::string delivery_note;
    ReleaseId release;
    std::string carton; ///< SSCC or the site's own number; empty: the whole delivery note
    Time shipped_at;
    std::string tracking;
    std::vector<LegacyLine> lines;
};
TF_DESCRIBE(ConfirmLegacy, (site, delivery_note, release, carton, shipped_at, tracking, lines))

} // namespace truefill::warehouse
