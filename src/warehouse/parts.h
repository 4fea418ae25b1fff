/// Small parts that commands, events and documents of the warehouse have in common.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/quantity.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace truefill::warehouse {

/// So many units of a line.
struct LineQuantity {
    LineNumber line{};
    Quantity quantity{};
};
TF_DESCRIBE(LineQuantity, (line, quantity))

/// Units that a site is asked to pick; the lot is the one reserved, none where the item has no lots.
struct ReleasedLine {
    LineNumber line{};
    Quantity quantity{};
    LotId lot;
};
TF_DESCRIBE(ReleasedLine, (line, quantity, lot))

/// A handling unit that is ready to leave. `sscc` is empty when it has none.
struct PackedUnit {
    HandlingUnitId handling_unit;
    std::string sscc;
    std::int64_t weight_grams{};
};
TF_DESCRIBE(PackedUnit, (handling_unit, sscc, weight_grams))

/// Stock that somebody should count: the book and the shelf do not agree there. `lot` none: all of the item.
/// `doubt`: units that went on hold because nobody found them.
struct CountWanted {
    SiteId site;
    ItemId item;
    LotId lot;
    Quantity doubt{};
};
TF_DESCRIBE(CountWanted, (site, item, lot, doubt))

/// A line of a delivery note that was taken in.
struct NoteLine {
    std::uint64_t sequence{};
    LineNumber line{};
    LotId lot;
    auto operator<=>(const NoteLine&) const = default;
};
TF_DESCRIBE(NoteLine, (sequence, line, lot))

/// The 18 digits of an SSCC as a number, which is how the state keeps it (8 bytes instead of 64); 0 when the
/// text is not 18 digits with the right check digit.
std::uint64_t sscc_number(std::string_view text);
/// Back to 18 digits; empty for 0.
std::string sscc_text(std::uint64_t number);

} // namespace truefill::warehouse
