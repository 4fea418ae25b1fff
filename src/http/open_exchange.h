/// The exchange that handlers hold. Brings what they say to the connection's thread.
#pragma once

#include "http/exchange.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>

namespace truefill::http {

class Connection;
class Worker;

/// Tells other threads whether the client is there, while the connection's own may close the socket.
class Line {
public:
    explicit Line(int descriptor) : descriptor_{descriptor} {}
    bool is_open() const;
    /// Before the socket is closed: its number may soon be another's.
    void close();

private:
    mutable std::mutex mutex_;
    int descriptor_;
};

class OpenExchange final : public Exchange {
public:
    OpenExchange(std::shared_ptr<Worker> worker, std::weak_ptr<Connection> connection,
                 std::shared_ptr<const Line> line, Request request);
    ~OpenExchange() override;
    OpenExchange(const OpenExchange&) = delete;
    OpenExchange& operator=(const OpenExchange&) = delete;

    const Request& request() const override { return request_; }
    bool is_open() const override { return line_->is_open(); }
    void reply(Response response) override;
    std::shared_ptr<Stream> stream(Response head) override;

    // For the connection, before the handler has it.
    Request& edit() { return request_; }
    bool is_answered() const { return is_answered_; }
    /// The connection answers itself.
    void abandon() { is_answered_ = true; }
    /// Counts what was added to the body. False: all bodies together are too long.
    bool count_body();

private:
    bool is_first_answer() { return !is_answered_.exchange(true); }

    std::shared_ptr<Worker> worker_;
    std::weak_ptr<Connection> connection_;
    std::shared_ptr<const Line> line_;
    Request request_;
    std::size_t counted_ = 0;
    std::atomic<bool> is_answered_{false};
};

} // namespace truefill::http
