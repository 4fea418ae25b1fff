/// Threads that encode answers and do what may wait a moment, so that neither the engine thread, nor the
/// journal thread, nor the threads of the sockets do it. Work is done in the order in which it came when
/// there is one clerk.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace truefill::api {

class Clerks {
public:
    explicit Clerks(std::size_t threads);
    ~Clerks(); ///< does what is left, then ends
    Clerks(const Clerks&) = delete;
    Clerks& operator=(const Clerks&) = delete;

    /// Never waits. After `stop` the work is done at once, on the caller's thread.
    void give(std::function<void()> work);
    /// Tells long work that the end is near, which may then leave undone what it has not begun.
    void end_soon() { ending_ = true; }
    bool is_ending() const { return ending_; }
    /// The same, unless so many wait already: then it is not done, and false.
    bool try_give(std::size_t waiting_max, std::function<void()> work);
    /// Does what is left and ends.
    void stop();
    std::size_t waiting() const;

private:
    void run();

    mutable std::mutex mutex_;
    std::condition_variable given_;
    std::deque<std::function<void()>> work_;
    std::size_t asleep_ = 0;
    bool stopped_ = false;
    std::atomic<bool> ending_{false};
    std::vector<std::thread> threads_; // the last one: they use the others
};

} // namespace truefill::api
