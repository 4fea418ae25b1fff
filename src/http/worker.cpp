#include "http/worker.h"

#include <utility>
#include <vector>

namespace truefill::http {

Worker::Worker(std::shared_ptr<Edge> edge) : edge_{std::move(edge)} {
    const Options& options = edge_->options;
    deadlines_.set_limit(Phase::idle, options.idle_time);
    deadlines_.set_limit(Phase::head, options.head_time);
    deadlines_.set_limit(Phase::body, options.body_time);
    deadlines_.set_limit(Phase::write, options.write_time);
    deadlines_.set_limit(Phase::linger, std::chrono::seconds{2});
}

void Worker::open(int descriptor, std::string peer) {
    if (edge_->connections > edge_->near_cap()) close_longest_in(Phase::idle);
    const bool is_over = edge_->connections > edge_->options.connections_max;
    auto connection = std::make_shared<Connection>(
        *this, Connection::Client{.descriptor = descriptor, .peer = std::move(peer), .is_over_cap = is_over});
    connections_.emplace(connection.get(), connection);
    if (is_draining_) return connection->close();
    connection->start();
}

void Worker::close_longest_in(Phase phase) {
    Deadlines::Entry* longest = deadlines_.longest_in(phase);
    if (longest) static_cast<Connection*>(longest)->close();
}

void Worker::enter(Connection& connection, Phase phase) {
    deadlines_.enter(connection, phase, Deadlines::Clock::now());
    if (phase != Phase::none) arm();
}

/// The timer is set for the first deadline of all, and left alone while that one only moves away: it then
/// wakes for nothing once, instead of being set for every request.
void Worker::arm() {
    const auto next = deadlines_.next();
    if (!next || (armed_ && *armed_ <= *next)) return;
    armed_ = next;
    loop_.wake_at(*next, [this] {
        armed_.reset();
        deadlines_.expire(Deadlines::Clock::now());
        arm();
    });
}

void Worker::closed(Connection& connection) {
    connections_.erase(&connection);
    if (--edge_->connections == 0) {
        const std::lock_guard lock{edge_->mutex};
        edge_->none_left.notify_all();
    }
}

void Worker::drain() {
    is_draining_ = true;
    std::vector<std::shared_ptr<Connection>> all;
    for (const auto& [key, connection] : connections_) all.push_back(connection);
    for (const auto& connection : all) connection->drain();
}

void Worker::close_all() {
    std::vector<std::shared_ptr<Connection>> all;
    for (const auto& [key, connection] : connections_) all.push_back(connection);
    for (const auto& connection : all) connection->close();
    loop_.cancel_wake();
    armed_ = Deadlines::Clock::time_point::min(); // never again
}

} // namespace truefill::http
