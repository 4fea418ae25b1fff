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

std::string LogIns::pair_of(std::string_view user, std::string_view address) {
    std::string pair{address}; // no blank in it
    pair += ' ';
    pair += user;
    return pair;
}

bool LogIns::is_known(const std::string& pair) const {
    const std::scoped_lock lock{mutex_};
    return known_.contains(pair);
}

Duration LogIns::tried(std::string_view user, std::string_view address, Time now) {
    const auto pair = pair_of(user, address);
    auto wait = addresses_.wait(address, now);
    if (!user.empty()) {
        wait = std::max(wait, pairs_.wait(pair, now));
        if (!is_known(pair)) wait = std::max(wait, names_.wait(user, now));
    }
    if (wait > Duration{}) return wait;
    addresses_.tried(address, now);
    if (!user.empty()) {
        pairs_.tried(pair, now);
        names_.tried(user, now);
    }
    return {};
}

void LogIns::succeeded(std::string_view user, std::string_view address, Time now) {
    addresses_.take_back(address);
    if (user.empty()) return;
    auto pair = pair_of(user, address);
    pairs_.forget(pair);
    names_.take_back(user);
    const std::scoped_lock lock{mutex_};
    if (known_.size() >= known_max && !known_.contains(pair))
        known_.erase(std::ranges::min_element(known_, {}, [](const auto& one) { return one.second; }));
    known_[std::move(pair)] = now;
}

void LogIns::withdrawn(std::string_view user, std::string_view address) {
    addresses_.take_back(address);
    if (user.empty()) return;
    pairs_.take_back(pair_of(user, address));
    names_.take_back(user);
}

/// Those who need not wait any more go first, else the one that failed longest ago.
void Lockout::make_room(Time now) {
    if (failures_.size() < kept_max) return;
    std::erase_if(failures_, [&](const auto& one) { return one.second.last + rules_.longest_wait <= now; });
    if (failures_.size() < kept_max) return;
    failures_.erase(std::ranges::min_element(failures_, {}, [](const auto& one) { return one.second.last; }));
}

} // namespace truefill::api
