#include "engine/timers.h"

#include <algorithm>
#include <limits>

namespace truefill::engine {
namespace {

constexpr std::int64_t micros_per_minute = 60'000'000;

std::int64_t minute_of(Time time) { return time.micros / micros_per_minute; }

} // namespace

void Timers::set(TimerKind kind, std::uint64_t key, Time due) {
    if (due == Time{}) return;
    minutes_[minute_of(due)].push_back({due, kind, key});
    ++count_;
}

bool Timers::any_due(Time now) const {
    if (minutes_.empty() || minutes_.begin()->first > minute_of(now)) return false;
    if (minutes_.begin()->first < minute_of(now)) return true;
    const auto& timers = minutes_.begin()->second;
    return std::any_of(timers.begin(), timers.end(), [&](const Timer& timer) { return timer.due <= now; });
}

Time Timers::next() const {
    if (minutes_.empty()) return Time{std::numeric_limits<std::int64_t>::max()};
    return Time{minutes_.begin()->first * micros_per_minute};
}

std::vector<Timer> Timers::due(Time now, std::size_t max) const {
    std::vector<Timer> found;
    for (const auto& [minute, timers] : minutes_) {
        if (minute > minute_of(now) || found.size() >= max) break;
        auto sorted = timers;
        std::sort(sorted.begin(), sorted.end());
        for (const auto& timer : sorted)
            if (timer.due <= now && found.size() < max) found.push_back(timer);
    }
    return found;
}

void Timers::fired(Time now, std::size_t count) {
    while (count > 0 && !minutes_.empty() && minutes_.begin()->first <= minute_of(now)) {
        auto& timers = minutes_.begin()->second;
        std::sort(timers.begin(), timers.end());
        const auto ripe = std::upper_bound(timers.begin(), timers.end(), now,
                                           [](Time time, const Timer& timer) { return time < timer.due; });
        const auto taken = std::min(count, static_cast<std::size_t>(ripe - timers.begin()));
        if (taken == 0) return;
        timers.erase(timers.begin(), timers.begin() + static_cast<std::ptrdiff_t>(taken));
        count -= taken;
        count_ -= taken;
        if (timers.empty()) minutes_.erase(minutes_.begin());
    }
}

} // namespace truefill::engine
