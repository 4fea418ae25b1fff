/// The HTTP edge: a server for HTTP/1.1 on Boost.Beast and Asio, which knows nothing of orders.
///
///     socket -> connection (parse within bounds) -> router -> guard -> handler -> exchange: reply, or a
///     stream
///
/// Each thread has connections of its own, so nothing of a connection needs a lock, and a handler that blocks
/// holds up the other connections of its thread. Requests of one connection are handled one after the other
/// (pipelining waits). An answer leaves with one write; answers of pipelined requests leave together.
///
/// Bounds are options, each with its answer: head (431), body (413), time to send a request (408), time to
/// take an answer (the connection ends), connections (503 with Retry-After; the routes of `always_served`
/// stay reachable), idle connections (the oldest one ends), bytes of all bodies under way (503), bytes of
/// all answers not taken (the slowest client ends). A malformed
/// request is answered with 400 and the connection ends. Errors of the edge itself are problems as of RFC
/// 9457 (problem.h), like those of the handlers.
///
/// With a certificate it speaks TLS 1.2 and 1.3 only, on the same code path.
///
/// An idle connection costs 1.6 KB and a file descriptor; it owns no buffer. On 2 cores that the client
/// shares, 64 connections get 80,000 to 100,000 small answers a second, pipelined half a million.
#pragma once

#include "http/exchange.h"
#include "http/router.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::http {

struct Options {
    std::string address = "127.0.0.1"; ///< IPv4 or IPv6 in numbers; "::" takes both
    std::uint16_t port = 8080;         ///< 0: any free one
    std::string certificate_file{};    ///< PEM, the server's own first, then its issuers'; empty: no TLS
    std::string key_file{};            ///< PEM, of the certificate
    int threads = 2;
    std::size_t head_bytes_max = 16 << 10; ///< request line and headers
    std::size_t headers_max = 100;         ///< lines
    std::size_t body_bytes_max = 16 << 20;
    std::size_t bodies_bytes_max = 256 << 20; ///< of all requests under way together
    /// Of all answers that clients have not taken yet together; over it, whoever has taken nothing for
    /// longest ends.
    std::size_t answers_bytes_max = 512 << 20;
    std::size_t stream_bytes_max = 1 << 20;       ///< written to a stream and not yet taken by its client
    std::size_t connections_max = 12'000;         ///< each costs a file descriptor
    std::chrono::milliseconds head_time{10'000};  ///< from the first byte of a request to the end of its head
    std::chrono::milliseconds body_time{60'000};  ///< for its body
    std::chrono::milliseconds idle_time{120'000}; ///< between two requests, and before the first
    std::chrono::milliseconds write_time{30'000}; ///< without a byte taken by the client
    /// On every answer, those of the edge itself too, unless the answer has a header of that name.
    Pairs headers{};
    /// Looks at each head before anybody else does: whoever knows the proxies before the server says who
    /// the client is (`peer`, `secure`). Quick, on the connection's thread.
    std::function<void(Request&)> behind_proxy{};
    /// Paths that are answered even when there are too many connections.
    std::vector<std::string> always_served{"/healthz", "/readyz", "/metrics"};
    /// Told of each answer, for metrics and logs, on the connection's thread: route as registered (empty:
    /// none was found), status, time from the end of the head to the answer.
    std::function<void(std::string_view route, int status, std::chrono::microseconds)> told{};
};

class Server {
public:
    Server(Options options, Router router);
    ~Server(); ///< stops, without grace
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    /// Listens; the sentence says what is wrong (port taken, address not here). Once.
    std::optional<std::string> start();
    /// The one that was given, or the one that was free.
    std::uint16_t port() const;
    /// Connections that are open now.
    std::size_t connections() const;
    /// Bytes of the bodies of all requests under way.
    std::size_t bodies_bytes() const;
    /// Takes no new connections, lets what is under way finish for so long, then ends everything. A stream
    /// without end takes the whole grace: end it first. Not from one of the server's own threads.
    void stop(std::chrono::milliseconds grace);

private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

} // namespace truefill::http
