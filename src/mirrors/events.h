/// What came of other systems' words.
#pragma once

#include "base/one_of.h"
#include "ledger/deviation.h"
#include "mirrors/documents.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::mirrors {

/// A place to be counted, since its system and the book do not agree.
struct CountWanted {
    SiteId site;
    ItemId item;
    LotId lot;
};
TF_DESCRIBE(CountWanted, (site, item, lot))

/// `gaps`: balances that differ, as they stand from now on. `closed`: those that differed and do no more.
/// Gaps that the statement says nothing about stay as they are.
struct StockCompared {
    static constexpr std::string_view name = "mirrors.stock_compared";
    static constexpr int version = 1;
    std::string system;
    SiteId site;
    std::string statement;
    Time as_of;
    std::uint32_t compared{};
    std::vector<Gap> gaps, closed;
    std::string rule;
    int rule_version{};
    std::vector<ledger::Deviation> deviations;
    std::vector<CountWanted> counts;
};
TF_DESCRIBE(StockCompared,
            (system, site, statement, as_of, compared, gaps, closed, rule, rule_version, deviations, counts))

/// `claim.system` is not set here: `system` names it. `book`: what the ledger has. `due`: if it is in flight,
/// it is looked at again then.
struct ClaimCompared {
    static constexpr std::string_view name = "mirrors.claim_compared";
    static constexpr int version = 1;
    OrderId order;
    std::string system;
    Claim claim;
    Quantity book{};
    Time due;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(ClaimCompared, (order, system, claim, book, due, deviations))

/// Claims whose verdict is another now: in flight ones whose time is over, and contradicting ones that agree.
struct ClaimsReviewed {
    static constexpr std::string_view name = "mirrors.claims_reviewed";
    static constexpr int version = 1;
    OrderId order;
    std::vector<Claim> claims;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(ClaimsReviewed, (order, claims, deviations))

using Event = OneOf<StockCompared, ClaimCompared, ClaimsReviewed>;

} // namespace truefill::mirrors
