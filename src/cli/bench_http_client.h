/// The client that `truefill bench --http` loads a server with: HTTP/1.1 over loopback, connections that stay
/// open, no pipelining. It is small on purpose: it shares the cores with the server, so what it costs is
/// missing there.
#pragma once

#include "cli/bench_memory.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::cli {

struct Reply {
    int status{};
    std::string_view body; ///< lives until the next one of its connection
};

/// One connection; asks and waits. Fails when the server is gone.
class HttpConnection {
public:
    explicit HttpConnection(std::uint16_t port);
    ~HttpConnection();
    HttpConnection(HttpConnection&& other) noexcept;
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    Reply ask(std::string_view request);
    /// Only sends; and what came in, at least a byte, for an answer without an end.
    void send(std::string_view request);
    std::string_view receive();

    int socket() const { return socket_; }
    /// Takes in what is there without waiting; true when an answer is complete.
    bool take_in();
    Reply reply() const { return reply_; }
    /// The answer was read; the next one begins.
    void forget() { size_ = 0; }

private:
    bool complete();
    std::size_t read_some(bool wait);

    int socket_ = -1;
    std::string in_;
    std::size_t size_ = 0; ///< bytes of it that came
    Reply reply_;
};

/// One request or answer of a load.
struct Sent {
    std::size_t index{}; ///< of the request
    Wall::time_point at; ///< when it was sent, or was to be sent at a fixed rate
    Reply reply;
};

struct Load {
    std::uint16_t port{};
    std::size_t connections = 64;
    double per_s{}; ///< 0: each connection sends when its answer is there; else at this rate, come what may
    /// All of them, each once; the same again from the first when `count` is larger.
    const std::vector<std::string>* requests{};
    std::size_t count{};
    /// Told of each answer; false: it is a bad one.
    std::function<bool(const Sent&)> answered;
};

struct LoadResult {
    double seconds{}; ///< until the last answer
    double per_s{};
    double p50_ms{}, p99_ms{}; ///< from when it was (to be) sent to its answer
    std::size_t bad{};
    std::string first_bad; ///< what the server said
};

LoadResult run_load(const Load& load);

/// The value below which so many hundredths of them lie.
double percentile(std::vector<double> values, int hundredths);

} // namespace truefill::cli
