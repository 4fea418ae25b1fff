#include "api/lockout.h"

#include <algorithm>

namespace truefill::api {

Duration Lockout::wait_of(const Failures& failures) const {
    if (failures.count < rules_.free_tries) return {};
    constexpr int doublings_max = 20;
    const int doublings = std::min(failures.count - rules_.free_tries, doublings_max);
    return std::min(Duration{rules_.first_wait.micros << doublings}, rules_.longest_wait);
}

Duration Lockout::wait(std::string_view who, Time now) const {
    const std::scoped_lock lock{mutex_};
    const auto found = failures_.find(who);
    if (found == failures_.end()) return {};
    const auto whole = wait_of(found->second);
    const auto until = found->second.last + whole;
    return until > now ? std::min(until - now, whole) : Duration{}; // the clock may have been set back
}

void Lockout::tried(std::string_view who, Time now) {
    const std::scoped_lock lock{mutex_};
    auto found = failures_.find(who);
    if (found == failures_.end()) {
        make_room(now);
        found = failures_.emplace(who, Failures{}).first;
    }
    if (found->second.count > 0 && now - found->second.last > rules_.forgotten_after) found->second.count = 0;
    ++found->second.count;
    found->second.last = now;
}

void Lockout::forget(std::string_view who) {
    const std::scoped_lock lock{mutex_};
    if (const auto found = failures_.find(who); found != failures_.end()) failures_.erase(found);
}

void Lockout::take_back(std::string_view who) {
    const std::scoped_lock lock{mutex_};
    const auto found = failures_.find(who);
    if (found == failures_.end()) return;
    if (--found->second.count <= 0) failures_.erase(found);
}

/// Those who need not wait any more go first, else the one that failed longest ago.
void Lockout::make_room(Time now) {
    if (failures_.size() < kept_max) return;
    std::erase_if(failures_, [&](const auto& one) { return one.second.last + rules_.longest_wait <= now; });
    if (failures_.size() < kept_max) return;
    failures_.erase(std::ranges::min_element(failures_, {}, [](const auto& one) { return one.second.last; }));
}

} // namespace truefill::api
