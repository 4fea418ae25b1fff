#include "api/lists/burn_down.h"

#include <algorithm>
#include <optional>

namespace truefill::api {
namespace {

constexpr int points_back = 8; // hours

struct Span {
    Time from, to; ///< to: none, it is here
};

/// From when to when a release is work of its site; nothing when it ended without leaving.
std::optional<Span> span_of(const engine::State& state, ReleaseId id, const warehouse::Release& release) {
    if (const auto at = state.shipping.by_release.find(id); at != state.shipping.by_release.end())
        if (const auto* shipment = state.shipping.shipments.find(at->second); shipment && shipment->issued_at)
            return Span{release.sent_at, shipment->issued_at};
    if (warehouse::stage_of(state.facts(), state.warehouse, id) >= warehouse::Stage::shipped)
        return std::nullopt;
    return Span{release.sent_at, {}};
}

void count(BurnDown& burn, const Span& span, Time now) {
    if (!span.to) ++burn.open;
    else if (span.to > now - pace_time) ++burn.left_lately;
    for (auto& point : burn.points)
        if (span.from <= point.at && (!span.to || span.to > point.at)) ++point.open;
}

} // namespace

std::map<SiteId, BurnDown> burn_downs(const engine::State& state, Time now) {
    std::map<SiteId, BurnDown> found;
    const auto& releases = state.warehouse.releases;
    const auto begin = now - hours(points_back);
    std::uint64_t seen = 0;
    for (auto id = static_cast<std::uint32_t>(releases.issued()); id > 0 && seen < releases_looked_at;
         --id, ++seen) {
        const auto* release = releases.find(ReleaseId{id});
        if (!release) continue;
        const auto span = span_of(state, ReleaseId{id}, *release);
        if (!span || (span->to && span->to < begin)) continue;
        auto& burn = found[release->site];
        if (burn.points.empty())
            for (int back = points_back; back >= 0; --back) burn.points.push_back({now - hours(back), 0});
        count(burn, *span, now);
    }
    return found;
}

std::uint64_t expected_at(const BurnDown& burn, Time now, Time then) {
    if (then <= now) return burn.open;
    const auto minutes = (then - now).micros / 60'000'000;
    const auto pace = pace_time.micros / 60'000'000;
    const auto leaves =
        burn.left_lately * static_cast<std::uint64_t>(minutes) / static_cast<std::uint64_t>(pace);
    return burn.open - std::min(burn.open, leaves);
}

Time next_cut_off(const masterdata::Site& site, Time now) {
    if (site.cut_off_minutes <= 0) return {};
    const auto zone = minutes(site.zone_minutes);
    const auto at = start_of(date_of(now + zone)) + minutes(site.cut_off_minutes) - zone;
    return at > now ? at : at + days(1);
}

} // namespace truefill::api
