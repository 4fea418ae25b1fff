#include "api/outbound/lanes.h"

#include <utility>

namespace truefill::api {

Lanes::Lanes(std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

bool Lanes::give(const std::string& lane, std::function<void()> work) {
    const std::scoped_lock lock{mutex_};
    if (stopped_) return false;
    auto& waiting = lanes_[lane].work;
    if (waiting.size() >= waiting_max) return false;
    waiting.push_back(std::move(work));
    changed_.notify_one();
    return true;
}

bool Lanes::is_busy(const std::string& lane) const {
    const std::scoped_lock lock{mutex_};
    return lanes_.contains(lane);
}

void Lanes::stop() {
    {
        const std::scoped_lock lock{mutex_};
        stopped_ = true;
        changed_.notify_all();
    }
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

/// In turn: the first free lane behind the one that was served last.
std::map<std::string, Lanes::Lane>::iterator Lanes::next() {
    auto at = lanes_.upper_bound(last_);
    for (std::size_t i = 0; i < lanes_.size(); ++i, ++at) {
        if (at == lanes_.end()) at = lanes_.begin();
        if (!at->second.under_way && !at->second.work.empty()) return at;
    }
    return lanes_.end();
}

void Lanes::run() {
    std::unique_lock lock{mutex_};
    for (;;) {
        auto lane = lanes_.end();
        changed_.wait(lock, [&] { return stopped_ || (lane = next()) != lanes_.end(); });
        if (stopped_) return;
        auto work = std::move(lane->second.work.front());
        lane->second.work.pop_front();
        lane->second.under_way = true;
        last_ = lane->first;
        lock.unlock();
        work();
        work = {};
        lock.lock();
        lane->second.under_way = false;
        if (lane->second.work.empty()) lanes_.erase(lane);
        else changed_.notify_one();
    }
}

} // namespace truefill::api
