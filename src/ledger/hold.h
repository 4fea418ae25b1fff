/// Holds live in the ledger, beside the units that they keep from moving: a credit block, a fraud check, a
/// recalled lot. A held unit keeps its reservation; what a hold blocks is said by triggers, so one hold may
/// stop releases and let promises pass.
#pragma once

#include "base/ids.h"
#include "base/time.h"
#include "ledger/transitions.h"

#include <cstdint>
#include <string>
#include <vector>

namespace truefill::ledger {

enum class HoldScope : std::uint8_t { order, line, customer, item, lot, site };
TF_DESCRIBE_ENUM(HoldScope, order, line, customer, item, lot, site)

/// A hold blocks the intents whose trigger it lists, until it is lifted (I14). Facts are never blocked.
struct Hold {
    HoldId id;
    HoldScope scope{};
    std::uint32_t key{}; ///< id within the scope; for a line the order id
    LineNumber line{};
    SiteId site; ///< optional: item or lot only there
    std::string reason;
    std::vector<Trigger> blocks;
    Time placed_at;
    Time expires_at; ///< none: until lifted
};
TF_DESCRIBE(Hold, (id, scope, key, line, site, reason, blocks, placed_at, expires_at))

} // namespace truefill::ledger
