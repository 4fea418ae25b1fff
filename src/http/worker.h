/// One thread of the server: its loop, its connections, their deadlines.
#pragma once

#include "http/connection.h"
#include "http/deadlines.h"
#include "http/event_loop.h"
#include "http/http.h"
#include "http/router_table.h"
#include "http/tls.h"

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace truefill::http {

/// What all threads have in common. Options and table do not change once the server runs.
struct Edge {
    Options options;
    std::shared_ptr<const Router::Table> table;
    std::shared_ptr<const Tls> tls{}; ///< none: plain
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> bodies_bytes{0};
    std::atomic<std::size_t> answers_bytes{0};

    /// For `stop`, which waits until nothing is open.
    std::mutex mutex{};
    std::condition_variable none_left{};

    /// From here on a new connection costs the longest idle one its place.
    std::size_t near_cap() const { return options.connections_max - options.connections_max / 16; }
    /// So many more than the cap are let in, to be told that there are too many, or for `always_served`.
    static constexpr std::size_t over_cap = 64;
};

class Worker : public std::enable_shared_from_this<Worker> {
public:
    explicit Worker(std::shared_ptr<Edge> edge);

    Edge& edge() { return *edge_; }
    EventLoop& loop() { return loop_; }

    // On the worker's thread.
    /// A connection that is counted already.
    void open(int descriptor, std::string peer);
    void enter(Connection& connection, Phase phase);
    void close_longest_in(Phase phase);
    void closed(Connection& connection);
    /// For bytes that are about to be parsed.
    std::span<char> scratch() { return scratch_; }
    /// No new requests; idle connections end.
    void drain();
    bool is_draining() const { return is_draining_; }
    void close_all();

private:
    static constexpr std::size_t scratch_bytes = std::size_t{64} << 10;

    void arm();

    std::shared_ptr<Edge> edge_;
    EventLoop loop_;
    Deadlines deadlines_;
    std::unordered_map<Connection*, std::shared_ptr<Connection>> connections_;
    std::optional<Deadlines::Clock::time_point> armed_;
    std::array<char, scratch_bytes> scratch_;
    bool is_draining_ = false;
};

} // namespace truefill::http
