/// HTTP to other systems, one exchange after the other: what webhooks, log-in providers and connectors send.
///
///     WebClient client{{.guard = Guard::on()}};
///     const auto answer = client.send({.method = "POST", .url = url, .body = body});
///
/// `send` blocks for at most the time that the ask allows. Connections are kept and used again, so one client
/// that talks to one system pays for its handshake once. A client is used by one thread at a time; only `end`
/// may come from another.
///
/// Bounded: the time of the whole exchange, the bytes of an answer, the bytes of its head. Not done, on
/// purpose: redirects (an answer of 3xx is an answer), cookies, proxies of the environment, compression,
/// addresses with a user in them, other schemes than http and https. Certificates are verified.
///
/// After a fault it matters whether the other side may have acted: see FaultKind. When a kept connection
/// turns out to be closed before a byte of an answer came, the request is sent once more on a new one; a
/// request that must not be done twice carries a key by which the other side knows it.
#pragma once

#include "connectors/web/guard.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::connectors::web {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Ask {
    std::string method = "GET"; ///< GET, HEAD, POST, PUT, PATCH or DELETE
    std::string url;
    Headers headers{};
    std::string body{};
    std::chrono::milliseconds timeout{30'000};           ///< for the whole exchange
    std::size_t answer_bytes_max = std::size_t{1} << 20; ///< of its body
};

struct Answer {
    int status{};
    Headers headers; ///< names in lower case
    std::string body;

    /// Empty when there is none; the first one when there are several.
    [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;
};

enum class FaultKind : std::uint8_t {
    bad_ask,     ///< not sent: the address or a header is not well formed
    forbidden,   ///< not sent: the guard refuses the address
    unreachable, ///< not sent: no such name, no connection, no trusted certificate
    unknown,     ///< sent, but no whole answer came in time: it may have been acted upon
    too_long,    ///< an answer came, and it is longer than allowed
    ended,       ///< given up because of `end`; may have been acted upon
};

struct Fault {
    FaultKind kind{};
    std::string sentence; ///< names the host, never the rest of the address
};

struct WebOptions {
    Guard guard = Guard::on();
    std::string authorities_file{};                 ///< PEM; empty: those of the system
    std::chrono::milliseconds connect_time{10'000}; ///< at most, within the timeout of an ask
    std::string user_agent = "Truefill";
};

class WebClient {
public:
    explicit WebClient(WebOptions options);
    ~WebClient();
    WebClient(WebClient&&) noexcept;
    WebClient& operator=(WebClient&&) noexcept;

    std::expected<Answer, Fault> send(const Ask& ask);

    /// What is under way gives up within a second, and nothing is sent any more. From any thread.
    void end();

private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

/// Whether `send` would take this address: scheme, host, no user, no fragment, at most 2,000 characters. A
/// host in numbers is held against the guard at once; a name only when it is resolved.
std::expected<void, std::string> check_url(std::string_view url, const Guard& guard);

} // namespace truefill::connectors::web
