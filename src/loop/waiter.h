/// One value from one thread to another, once. It lives on the stack of the one who waits: the giver does not
/// touch it after `wait` has returned.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace truefill::loop {

template <class T> class Waiter {
public:
    void set(T value) {
        const std::scoped_lock lock{mutex_};
        value_.emplace(std::move(value));
        given_.notify_one(); // Under the lock, or the waiter could be gone.
    }

    T wait() {
        std::unique_lock lock{mutex_};
        given_.wait(lock, [&] { return value_.has_value(); });
        return std::move(*value_);
    }

private:
    std::mutex mutex_;
    std::condition_variable given_;
    std::optional<T> value_;
};

} // namespace truefill::loop
