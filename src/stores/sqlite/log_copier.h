/// Copies the write-ahead log into the file while the writer goes on: on a thread and a connection of its
/// own.
///
/// SQLite lets one connection copy what another has committed, and the writer is not stopped by it. Only what
/// was committed meanwhile is left for the writer to copy: it does so itself, when it is little
/// (SqliteJournal), and the log begins anew. A commit that would have waited 5 to 20 ms for the copy waits
/// for a few pages instead. What fails here is left to the writer, who meets it again and says so.
#pragma once

#include "stores/sqlite/connection.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace truefill::stores {

class LogCopier {
public:
    /// None when no second connection can be had: the writer copies alone.
    static std::unique_ptr<LogCopier> start(const Place& place);
    ~LogCopier();
    LogCopier(const LogCopier&) = delete;
    LogCopier& operator=(const LogCopier&) = delete;

    /// Begins a copy, unless one is under way.
    void begin();
    [[nodiscard]] bool is_busy() const { return busy_.load(std::memory_order_acquire); }
    /// Pages of the log that the last copy left in the file; 0 after `forget`, and while one is under way.
    [[nodiscard]] int copied() const { return is_busy() ? 0 : copied_.load(std::memory_order_acquire); }
    /// The log begins anew.
    void forget() { copied_.store(0, std::memory_order_release); }

private:
    LogCopier() = default;
    void run();

    Connection connection_;
    std::atomic<bool> busy_{false};
    std::atomic<int> copied_{0};
    std::mutex mutex_;
    std::condition_variable asked_;
    bool over_ = false;
    std::thread thread_;
};

} // namespace truefill::stores
