/// Inside the mirrors folder: one decision per command, and the words that they share.
#pragma once

#include "mirrors/mirrors.h"

#include <expected>
#include <optional>
#include <string>
#include <tuple>

namespace truefill::mirrors {

using journal::Envelope;

Decision decide_one(const Facts&, const State&, const ReportStock&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReportClaim&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReviewClaims&, const Envelope&);

/// The system that speaks: the one that is named, or the sender. Refused when it is no name or one too many.
std::expected<std::string, journal::Refusal> speaker(const State& state, const std::string& named,
                                                     const Envelope& envelope);
/// When it was so: as the message says, or when it was sent, or when it came.
Time as_of(Time named, const Envelope& envelope);

inline auto order_of(const Claim& claim) { return std::tuple{claim.line, claim.system, claim.state}; }
inline auto order_of(const Gap& gap) { return std::tuple{gap.item, gap.lot, gap.kind}; }
inline auto order_of(const SiteMirror& mirror) { return std::tuple{mirror.system, mirror.site}; }

/// A system's mirror of a site, or nullptr.
const SiteMirror* find_site(const State& state, SystemId system, SiteId site);

std::string say_item(const Facts& facts, ItemId item, LotId lot = {});
std::string say_site(const Facts& facts, SiteId site);
/// What units are worth by the general price list of a day; none when it does not say, or when that is beyond
/// what the ledger takes.
Money worth(const Facts& facts, ItemId item, Quantity quantity, Date day);

} // namespace truefill::mirrors
