#include "api/failure_log.h"

#include "api/log.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace truefill::api {
namespace {

constexpr int server_error = 500;

/// How many answers one line tells of; 0: none yet.
std::uint64_t due_now() {
    static std::atomic<std::uint64_t> untold{0};
    static std::atomic<std::int64_t> next{0};
    const auto now = std::chrono::steady_clock::now().time_since_epoch() / std::chrono::milliseconds{1};
    constexpr std::int64_t pause = 1'000;
    ++untold;
    auto due = next.load();
    if (now < due || !next.compare_exchange_strong(due, now + pause)) return 0;
    return untold.exchange(0);
}

class FailureLog final : public http::Exchange {
public:
    explicit FailureLog(http::ExchangePtr inner) : inner_{std::move(inner)} {}
    ~FailureLog() override {
        if (!answered_.load() && inner_->is_open()) tell(server_error, 1);
    }
    FailureLog(const FailureLog&) = delete;
    FailureLog& operator=(const FailureLog&) = delete;

    const http::Request& request() const override { return inner_->request(); }
    bool is_open() const override { return inner_->is_open(); }
    void reply(http::Response response) override {
        if (!answered_.exchange(true) && response.status >= server_error) {
            const auto count = response.status == server_error ? 1 : due_now();
            if (count > 0) tell(response.status, count);
        }
        inner_->reply(std::move(response));
    }
    std::shared_ptr<http::Stream> stream(http::Response head) override {
        answered_ = true;
        return inner_->stream(std::move(head));
    }

private:
    void tell(int status, std::uint64_t count) const {
        const auto& request = inner_->request();
        log(status == server_error ? Level::error : Level::warning, "request_failed",
            "A request was not answered as it should have been.",
            {{"method", std::string{http::name_of(request.method)}},
             {"route", std::string{request.route}},
             {"status", std::to_string(status)},
             {"times", std::to_string(count)},
             {"trace_id", std::string{request.trace_id()}}});
    }

    http::ExchangePtr inner_;
    std::atomic<bool> answered_{false};
};

} // namespace

http::ExchangePtr logging_failures(http::ExchangePtr exchange) {
    return std::make_shared<FailureLog>(std::move(exchange));
}

} // namespace truefill::api
