/// The documents of returns: one for each line that may come back, or for each receipt that nobody announced.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/quantity.h"
#include "base/time.h"

#include <string>
#include <vector>

namespace truefill::returns {

/// authorized: units are still expected. received: units wait for their inspection. closed: nothing is left
/// to do.
enum class Status : std::uint8_t { authorized, received, closed, rejected, expired };
TF_DESCRIBE_ENUM(Status, authorized, received, closed, rejected, expired)

/// Units of a return in RETURN_QUARANTINE at one place.
struct Piece {
    SiteId site;
    LotId lot;
    Quantity quantity{};
    Quantity inspected{};
};
TF_DESCRIBE(Piece, (site, lot, quantity, inspected))

struct Return {
    OrderId order; ///< none: blind
    LineNumber line{};
    ItemId item;
    ReturnId previous_of_order;
    Quantity authorized{};
    Quantity open{}; ///< authorised and not come in: the "open RMA" of I11
    Quantity received{};
    Quantity inspected{};
    Status status{};
    bool reminded{}; ///< the late inspection is a case already
    Time expires_at;
    Time inspect_by;
    std::vector<Piece> pieces;
    std::string reason;

    bool is_blind() const { return !order; }
};
TF_DESCRIBE(Return, (order, line, item, previous_of_order, authorized, open, received, inspected, status,
                     reminded, expires_at, inspect_by, pieces, reason))

} // namespace truefill::returns
