/// For the tests of this room: exchanges and streams without sockets.
#pragma once

#include "http/exchange.h"
#include "loop/journal_fixture.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace truefill::api {

/// What a client would see.
class TestStream final : public http::Stream {
public:
    bool write(std::string bytes) override {
        const std::scoped_lock lock{mutex_};
        if (ended_) return false;
        text_ += bytes;
        changed_.notify_all();
        return true;
    }
    std::size_t room() const override { return 1 << 20; }
    void end() override {
        const std::scoped_lock lock{mutex_};
        ended_ = true;
        changed_.notify_all();
    }
    void on_closed(std::function<void()>) override {}
    void on_room(std::function<void()>) override {}

    std::string wait_for(std::string_view part) {
        std::unique_lock lock{mutex_};
        REQUIRE(changed_.wait_for(lock, loop::long_enough,
                                  [&] { return text_.find(part) != std::string::npos; }));
        return text_;
    }
    bool ended() const {
        const std::scoped_lock lock{mutex_};
        return ended_;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::string text_;
    bool ended_ = false;
};

class TestExchange final : public http::Exchange {
public:
    explicit TestExchange(http::Request request) : request_{std::move(request)} {}
    const http::Request& request() const override { return request_; }
    bool is_open() const override { return is_open_; }
    /// The client goes away.
    void close() { is_open_ = false; }
    void reply(http::Response response) override {
        const std::scoped_lock lock{mutex_};
        if (answer_) return;
        answer_ = std::move(response);
        changed_.notify_all();
    }
    std::shared_ptr<http::Stream> stream(http::Response head) override {
        reply(std::move(head));
        return streamed;
    }
    http::Response wait() {
        std::unique_lock lock{mutex_};
        REQUIRE(changed_.wait_for(lock, loop::long_enough, [&] { return answer_.has_value(); }));
        return *answer_;
    }

    std::shared_ptr<TestStream> streamed = std::make_shared<TestStream>();

private:
    http::Request request_;
    std::atomic<bool> is_open_{true};
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<http::Response> answer_;
};

} // namespace truefill::api
