/// Work for several receivers, by a bounded number of threads: what is for one receiver is done in its order,
/// one after the other, and one that does not answer holds up nobody but himself, as long as fewer of them
/// are silent than there are threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace truefill::api {

class Lanes {
public:
    /// Works of one lane that may wait.
    static constexpr std::size_t waiting_max = 1'000;

    explicit Lanes(std::size_t threads);
    ~Lanes() { stop(); }
    Lanes(const Lanes&) = delete;
    Lanes& operator=(const Lanes&) = delete;

    /// False: too many wait in the lane, or it was stopped.
    bool give(const std::string& lane, std::function<void()> work);
    /// Something of it waits or is under way.
    bool is_busy(const std::string& lane) const;
    /// Waits for what is under way; what waits is dropped.
    void stop();

private:
    struct Lane {
        std::deque<std::function<void()>> work;
        bool under_way{};
    };
    void run();
    std::map<std::string, Lane>::iterator next();

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::string, Lane> lanes_; ///< only those with something to do
    std::string last_;                  ///< the lane that was served last: the next one in order follows
    bool stopped_ = false;
    std::vector<std::thread> threads_; // the last one: they use the others
};

} // namespace truefill::api
