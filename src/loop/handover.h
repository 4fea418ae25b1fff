/// Between the engine thread and the journal thread: work piles up here while the batch before it is made
/// durable, and the journal thread takes the whole pile. So a commit is as large as the disk is slow, without
/// a timer.
///
/// The engine thread waits while the pile weighs `max` or more: that bounds how far the engine is ahead of
/// the disk. `W` has empty(), weight() in bytes, and absorb(other), which leaves the other empty.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <utility>

namespace truefill::loop {

template <class W> class Handover {
public:
    explicit Handover(std::size_t max) : max_{max} {}

    /// Takes all of the work; waits for room.
    void give(W& work) {
        if (work.empty()) return;
        std::unique_lock lock{mutex_};
        room_.wait(lock, [&] { return pile_.weight() < max_; });
        if (pile_.empty()) std::swap(pile_, work);
        else pile_.absorb(work);
        if (asleep_) given_.notify_one();
    }

    /// Waits for work, at most so long; `into` is empty before, and after a wait in vain. False when the
    /// handover is closed and nothing is left.
    bool take(W& into, std::chrono::milliseconds wait) {
        std::unique_lock lock{mutex_};
        asleep_ = true;
        given_.wait_for(lock, wait, [&] { return !pile_.empty() || closed_; });
        asleep_ = false;
        if (pile_.empty()) return !closed_;
        std::swap(pile_, into);
        room_.notify_one();
        return true;
    }

    void close() {
        const std::scoped_lock lock{mutex_};
        closed_ = true;
        given_.notify_one();
    }

private:
    const std::size_t max_;
    std::mutex mutex_;
    std::condition_variable given_, room_;
    W pile_;
    bool asleep_ = false, closed_ = false;
};

} // namespace truefill::loop
