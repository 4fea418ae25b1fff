/// The rows of the flow about what other systems say. Read by flow_billing.h and reactions.cpp only.
#pragma once

#include "engine/flow_heal.h"
#include "engine/table.h"

namespace truefill::engine {

/// A case about an item at a site is over.
inline void explained(ItemId item, SiteId site, cases::AutoResolve why, FollowUps& then) {
    why.item_id = item;
    why.site_id = site;
    then.push_back(cases::Command{std::move(why)});
}

/// A system's word about a line agrees with the ledger again: its case is over, if no other word of it about
/// the line still contradicts.
inline void heal_claim(const State& s, OrderId order, const mirrors::Claim& claim, FollowUps& then) {
    if (claim.verdict != mirrors::Verdict::agrees ||
        mirrors::contradicts(s.mirrors, order, claim.line, claim.system))
        return;
    cases::AutoResolve command;
    command.category = "contradiction";
    command.order_id = order;
    command.line = claim.line;
    command.destination = s.mirrors.systems[claim.system.value - 1u].name;
    command.note = "what it says agrees with the ledger again";
    bool open = false;
    cases::each_case(s.cases, order, [&](CaseId, const cases::Case& one) {
        open = open || (one.is_open() && one.category == command.category && one.line == command.line &&
                        one.destination == command.destination);
    });
    if (open) then.push_back(cases::Command{std::move(command)});
}

inline constexpr auto mirror_rows = std::tuple{
    on<mirrors::StockCompared>("ask for a count where the statement differs",
                               [](const mirrors::StockCompared& e, const State&, FollowUps& then) {
                                   count(e.counts, "the site's statement differs", then);
                                   for (const auto& gap : e.closed)
                                       explained(gap.item, e.site,
                                                 {.category = "stock_mismatch",
                                                  .note = "a later statement agrees with the book"},
                                                 then);
                               }),
    on<mirrors::ClaimCompared>("what agrees again is no contradiction any more",
                               [](const mirrors::ClaimCompared& e, const State& s, FollowUps& then) {
                                   auto claim = e.claim;
                                   claim.system = mirrors::find_system(s.mirrors, e.system);
                                   heal_claim(s, e.order, claim, then);
                               }),
    on<mirrors::ClaimsReviewed>("what agrees again is no contradiction any more",
                                [](const mirrors::ClaimsReviewed& e, const State& s, FollowUps& then) {
                                    for (const auto& claim : e.claims) heal_claim(s, e.order, claim, then);
                                }),
};

} // namespace truefill::engine
