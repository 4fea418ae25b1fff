/// A running server: journal, engine, loop, follower, routes, sockets. Made by `start`, ended by `stop`.
///
///     journal.tf             the journal (SQLite), made when it is missing
///     journal.tf.token       the hash of the operator token, mode 0600
///     journal.tf.crash       which message was being handled when the program died (loop/crash_notes.h)
///     journal.tf.snapshots/  what makes the next start a short one
#pragma once

#include "http/http.h"
#include "loop/loop.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

namespace truefill::server {

/// What may be set; config.h says each with its bounds, for a file or the environment.
struct ServeOptions {
    std::string journal;
    std::string address = "127.0.0.1";
    std::int64_t port = 8080; ///< 0: any free one
    std::int64_t http_threads = 2;
    std::int64_t clerks = 2;
    std::int64_t connections_max = 12'000;
    std::int64_t body_bytes_max = std::int64_t{16} << 20;
    std::int64_t idle_seconds = 120;
    std::int64_t grace_seconds = 5;        ///< for requests under way when it stops
    std::int64_t snapshot_every = 200'000; ///< records
    std::int64_t archive_after_days = 0;   ///< 0: finished orders stay in memory
    std::string log_level = "info";
    bool resume_time = false;       ///< time goes on from the last record: for demonstrations
    bool catch_crashes = false;     ///< crash notes also for signals; for programs
    std::function<void()> failed{}; ///< the journal cannot be written any more: the program should end
};

/// Why it cannot start: which exit code it is worth is for the program to say.
struct StartFault {
    enum class Kind : std::uint8_t { journal, network, files } kind{};
    std::string code;
    std::string sentence;
};

class Live {
public:
    static std::expected<std::unique_ptr<Live>, StartFault> start(ServeOptions options);
    ~Live(); ///< stops
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    std::string url() const;
    /// The operator token when this start made it, else empty.
    const std::string& new_token() const;
    loop::Loop& loop();
    Position position() const;
    bool failed() const;
    /// Takes no new requests, answers those under way, writes a snapshot, closes the journal.
    void stop();

private:
    struct Parts;
    explicit Live(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace truefill::server
