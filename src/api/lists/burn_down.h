/// How the work of a site goes down towards its next cut-off: releases that were sent and have not left, hour
/// by hour, as the documents tell it. Nothing is measured or kept for it.
#pragma once

#include "engine/engine.h"

#include <array>
#include <map>
#include <string_view>
#include <vector>

namespace truefill::api {

struct BurnPoint {
    static constexpr auto required = std::to_array<std::string_view>({"at", "open"});
    Time at;
    std::uint64_t open{}; ///< releases
};
TF_DESCRIBE(BurnPoint, (at, open))

struct BurnDown {
    std::vector<BurnPoint> points; ///< the last one is now
    std::uint64_t open{};
    std::uint64_t left_lately{}; ///< releases that left within `pace_time`
};

inline constexpr Duration pace_time = hours(2);
/// Releases that are looked at, the newest ones: older ones that are open still are on the board of the site.
inline constexpr std::uint64_t releases_looked_at = 2'000;

/// By site; of those with a release that is open or left within the last hours.
std::map<SiteId, BurnDown> burn_downs(const engine::State& state, Time now);
/// How many releases are still here at a time to come, if they go on leaving as lately.
std::uint64_t expected_at(const BurnDown& burn, Time now, Time then);
/// When the site's carriers come next; none when it does not say.
Time next_cut_off(const masterdata::Site& site, Time now);

} // namespace truefill::api
