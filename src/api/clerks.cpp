#include "api/clerks.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace truefill::api {
namespace {

/// Taken at once by a clerk: one lock for many when there is much to do, and something left for the others.
constexpr std::size_t handful = 16;

} // namespace

Clerks::Clerks(std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

Clerks::~Clerks() { stop(); }

void Clerks::give(std::function<void()> work) {
    {
        const std::scoped_lock lock{mutex_};
        if (!stopped_) {
            work_.push_back(std::move(work));
            if (asleep_ > 0) given_.notify_one();
            return;
        }
    }
    work();
}

bool Clerks::try_give(std::size_t waiting_max, std::function<void()> work) {
    {
        const std::scoped_lock lock{mutex_};
        if (!stopped_ && work_.size() >= waiting_max) return false;
    }
    give(std::move(work)); // one more than that now and then, when two ask at once
    return true;
}

void Clerks::stop() {
    end_soon();
    {
        const std::scoped_lock lock{mutex_};
        stopped_ = true;
        given_.notify_all();
    }
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

std::size_t Clerks::waiting() const {
    const std::scoped_lock lock{mutex_};
    return work_.size();
}

void Clerks::run() {
    std::vector<std::function<void()>> mine;
    for (;;) {
        {
            std::unique_lock lock{mutex_};
            ++asleep_;
            given_.wait(lock, [&] { return !work_.empty() || stopped_; });
            --asleep_;
            if (work_.empty()) return;
            const auto count = static_cast<std::ptrdiff_t>(std::min(handful, work_.size()));
            mine.assign(std::make_move_iterator(work_.begin()),
                        std::make_move_iterator(work_.begin() + count));
            work_.erase(work_.begin(), work_.begin() + count);
        }
        for (auto& work : mine) work();
        mine.clear();
    }
}

} // namespace truefill::api
