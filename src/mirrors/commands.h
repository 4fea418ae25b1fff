/// What other systems say, and the follow-up that asks whether they were only ahead of their messages.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/one_of.h"
#include "base/quantity.h"
#include "base/time.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::mirrors {

/// On hand is all that stands in the building, whoever it is for, units on hold included. Several lines about
/// one item and lot (one for each shelf) are added up. Without a lot, the line is about all lots of the item.
struct StatedBalance {
    static constexpr auto required = std::to_array<std::string_view>({"item", "on_hand"});
    std::string item, lot;
    Quantity on_hand{};
    std::optional<Quantity> held; ///< of them; none: the system does not say
};
TF_DESCRIBE(StatedBalance, (item, lot, on_hand, held))

/// A system's list of balances of one site as of a time. (system, site, statement) counts once. `full`: what
/// is not listed is not there.
struct ReportStock {
    static constexpr std::string_view name = "mirrors.report_stock";
    static constexpr bool fact = true;
    static constexpr auto required = std::to_array<std::string_view>({"site", "statement"});
    std::string system; ///< none: the sender
    std::string site, statement;
    Time as_of; ///< none: when the message was sent
    bool full{};
    std::vector<StatedBalance> lines;
};
TF_DESCRIBE(ReportStock, (system, site, statement, as_of, full, lines))

/// What a system may say about units of a line.
enum class Claimed : std::uint8_t { shipped, delivered, invoiced, paid, cancelled };
TF_DESCRIBE_ENUM(Claimed, shipped, delivered, invoiced, paid, cancelled)

/// A system says how many units of a line have come so far in all. The latest word of a system about a line
/// and state counts.
struct ReportClaim {
    static constexpr std::string_view name = "mirrors.report_claim";
    static constexpr bool fact = true;
    static constexpr auto required = std::to_array<std::string_view>({"order", "line", "state", "quantity"});
    std::string system; ///< erp, oms, a carrier; none: the sender
    std::string order;
    LineNumber line{};
    Claimed state{};
    Quantity quantity{};
    Time as_of; ///< none: when the message was sent
};
TF_DESCRIBE(ReportClaim, (system, order, line, state, quantity, as_of))

/// Follow-up at the `due` time of a claim that did not agree, and when the ledger has moved so that one that
/// contradicted is right: does it agree now?
struct ReviewClaims {
    static constexpr std::string_view name = "mirrors.review_claims";
    static constexpr bool fact = false;
    OrderId order;
};
TF_DESCRIBE(ReviewClaims, (order))

using Command = OneOf<ReportStock, ReportClaim, ReviewClaims>;

} // namespace truefill::mirrors
