/// The bounded queue into the engine: many producers, one consumer that takes all there is at once.
///
/// A mutex, two condition variables and a swap of two vectors: a message costs a lock that nobody holds for
/// long (about 50 ns) and no allocation, and the consumer pays for one lock per swap. A full queue makes
/// producers wait, so the pressure goes back to those who cause it. At most twice `max` items are inside: one
/// vector fills while the consumer works off the other.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

namespace truefill::loop {

template <class T> class Intake {
public:
    explicit Intake(std::size_t max) : max_{max} { items_.reserve(max); }

    /// Waits while the queue is full. False when it is closed; then nothing was taken.
    bool push(T& item) { return push_some({&item, 1}) == 1; }
    /// Does not wait. False when the queue is full or closed; then nothing was taken.
    bool try_push(T& item) {
        const std::scoped_lock lock{mutex_};
        if (closed_ || items_.size() >= max_) return false;
        add({&item, 1});
        return true;
    }
    /// Waits for room and takes as many as there is room for, the first ones first; 0 when the queue is
    /// closed.
    std::size_t push_some(std::span<T> items) {
        std::unique_lock lock{mutex_};
        while (!closed_ && items_.size() >= max_) {
            ++producers_waiting_;
            room_.wait(lock);
            --producers_waiting_;
        }
        if (closed_) return 0;
        return add(items.first(std::min(items.size(), max_ - items_.size())));
    }

    /// Waits until something is there, `wake` was called, the queue is closed or the time is over, and swaps
    /// what is there into `into`, which is empty. False when the queue is closed and nothing is left.
    bool take(std::vector<T>& into, std::chrono::milliseconds wait) {
        std::unique_lock lock{mutex_};
        if (items_.empty() && !woken_ && !closed_) {
            asleep_ = true;
            filled_.wait_for(lock, wait, [&] { return !items_.empty() || woken_ || closed_; });
            asleep_ = false;
        }
        woken_ = false;
        if (items_.empty()) return !closed_;
        std::swap(items_, into);
        items_.reserve(max_); // The first time the other vector comes around.
        if (producers_waiting_ > 0) room_.notify_all();
        return true;
    }

    void wake() {
        const std::scoped_lock lock{mutex_};
        woken_ = true;
        filled_.notify_one();
    }

    void close() {
        const std::scoped_lock lock{mutex_};
        closed_ = true;
        filled_.notify_one();
        room_.notify_all();
    }

private:
    std::size_t add(std::span<T> items) {
        for (auto& item : items) items_.push_back(std::move(item));
        if (asleep_) filled_.notify_one();
        return items.size();
    }

    const std::size_t max_;
    std::mutex mutex_;
    std::condition_variable filled_, room_;
    std::vector<T> items_;
    std::size_t producers_waiting_ = 0;
    bool asleep_ = false, woken_ = false, closed_ = false;
};

} // namespace truefill::loop
