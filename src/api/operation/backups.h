/// Backups that somebody asks the server for, one at a time, on a thread of their own. The server names the
/// files; nobody writes anywhere else by a request.
#pragma once

#include "api/operation/backup.h"
#include "api/service.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace truefill::api {

class Backups {
public:
    using Told = std::function<void(std::expected<Copied, CopyFault>)>;

    /// `folder` empty: beside the journal, JOURNAL.backups. Made when the first backup is asked for.
    Backups(std::string journal, std::string folder);
    ~Backups() { stop(); }
    Backups(const Backups&) = delete;
    Backups& operator=(const Backups&) = delete;

    /// Begins one and tells the end of it on its thread; false while another is under way.
    bool begin(Time now, Told told);
    /// Gives up what is under way.
    void stop();

private:
    std::string journal_, folder_;
    std::mutex mutex_; ///< for the thread
    std::atomic<bool> busy_{false}, ending_{false};
    std::thread thread_;
};

/// POST /v1/backups: 200 when the copy is proven; 409 `backup_under_way`. The guard lets in
/// administrators only.
void post_backups(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
