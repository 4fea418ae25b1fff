/// A running server: journal, engine, loop, follower, routes, sockets. Made by `start`, ended by `stop`.
///
///     journal.tf             the journal (SQLite), made when it is missing
///     journal.tf.token       the hash of the operator token, mode 0600
///     journal.tf.crash       which message was being handled when the program died (loop/crash_notes.h)
///     journal.tf.webhooks.db webhooks and their secrets, mode 0600 (outbound.h)
///     journal.tf.views.db    SQL views for other programs (docs/views.md), made when missing
///     journal.tf.snapshots/  what makes the next start a short one
#pragma once

#include "api/serve_options.h"
#include "http/http.h"
#include "loop/loop.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

namespace truefill::server {

/// Why it cannot start: which exit code it is worth is for the program to say.
struct StartFault {
    enum class Kind : std::uint8_t { journal, network, files, setting, given_up } kind{};
    std::string code;
    std::string sentence;
};

class Live {
public:
    static std::expected<std::unique_ptr<Live>, StartFault> start(api::ServeOptions options);
    ~Live(); ///< stops
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    std::string url() const;
    /// The operator token when this start made it and it counts (api/door.h), else empty. It is kept for
    /// later starts by `token_shown`.
    const std::string& new_token() const;
    std::expected<void, std::string> token_shown();
    /// The page where the first administrator is made, with its secret; empty when there is one.
    std::string first_run_url() const;
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
