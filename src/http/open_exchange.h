/// The exchange that handlers hold. Brings what they say to the connection's thread.
#pragma once

#include "http/exchange.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>

namespace truefill::http {

class Connection;
class Worker;

class OpenExchange final : public Exchange {
public:
    OpenExchange(std::shared_ptr<Worker> worker, std::weak_ptr<Connection> connection, Request request);
    ~OpenExchange() override;
    OpenExchange(const OpenExchange&) = delete;
    OpenExchange& operator=(const OpenExchange&) = delete;

    const Request& request() const override { return request_; }
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
    Request request_;
    std::size_t counted_ = 0;
    std::atomic<bool> is_answered_{false};
};

} // namespace truefill::http
