#include "stores/sqlite/log_copier.h"

#include "stores/sqlite/layout.h"

#include <sqlite3.h>

namespace truefill::stores {

std::unique_ptr<LogCopier> LogCopier::start(const Place& place) {
    std::unique_ptr<LogCopier> made{new LogCopier};
    if (made->connection_.open(place, Connection::Access::write) != SQLITE_OK) return nullptr;
    // Without it, this connection would copy on its own account what it never wrote.
    for (const char* sql : {"pragma synchronous=full", "pragma wal_autocheckpoint=0"})
        if (made->connection_.run(sql) != SQLITE_OK) return nullptr;
    // A connection knows of the log only once it has looked at the file.
    if (std::string version; made->connection_.ask("pragma user_version", version) != SQLITE_ROW)
        return nullptr;
    sqlite3_busy_timeout(made->connection_.handle(), 0);
    made->thread_ = std::thread{[copier = made.get()] { copier->run(); }};
    return made;
}

LogCopier::~LogCopier() {
    {
        const std::scoped_lock lock{mutex_};
        over_ = true;
        asked_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
}

void LogCopier::begin() {
    if (is_busy()) return;
    const std::scoped_lock lock{mutex_};
    busy_.store(true, std::memory_order_release);
    asked_.notify_one();
}

void LogCopier::run() {
    std::unique_lock lock{mutex_};
    while (true) {
        asked_.wait(lock, [&] { return over_ || is_busy(); });
        if (over_) return;
        lock.unlock();
        int in_log = 0;
        int copied = 0;
        const int code = sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                                   &in_log, &copied);
        copied_.store(code == SQLITE_OK && copied > 0 ? copied : 0, std::memory_order_release);
        lock.lock();
        busy_.store(false, std::memory_order_release);
    }
}

} // namespace truefill::stores
