/// Which lot a site means when it speaks of units by release and line.
#pragma once

#include "warehouse/decide.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace truefill::warehouse {

/// Some units of a line, as the site tells of them. `where`: the buckets in which they may stand.
struct Spoken {
    const Facts& facts;
    const Found& found;
    const ledger::Line& line;
    const std::string& lot; ///< as read on the goods; empty: not said
    Quantity quantity{};
    std::span<const ledger::Pipeline> where;
    std::string_view done; ///< "puts back"
};

/// The lot; nothing when it does not matter or is not known. A lot that nobody has received, and no lot where
/// units of several lots stand and not all of them are meant, adds a deviation: what is booked may be the
/// wrong one until somebody has looked.
std::optional<LotId> lot_of(const Spoken& spoken, std::vector<ledger::Deviation>& deviations);

} // namespace truefill::warehouse
