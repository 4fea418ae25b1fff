#include "base/mix.h"
#include "cli/bench_http_measure.h"
#include "cli/failure.h"

#include <fmt/format.h>

#include <atomic>
#include <cstdio>
#include <thread>

namespace truefill::cli {
namespace {

/// What a busy distributor does: 50,000 orders are there, and 30,000 an hour go through their whole life.
constexpr std::size_t commands_per_s = 100;
constexpr std::size_t reads_per_s = 50;
constexpr std::size_t orders_before = 50'000;
constexpr std::uint32_t spread = 2'000; ///< orders that are under way at the same time

void sleep_until(Wall::time_point start, double seconds) {
    std::this_thread::sleep_until(
        start + std::chrono::duration_cast<Wall::duration>(std::chrono::duration<double>{seconds}));
}

/// Follows the feed until it is told to end, so that streams are part of the load.
class Follower {
public:
    explicit Follower(BenchSite& site) : connection_{site.server().port()} {
        auto request = site.get("/v1/events");
        request.insert(request.size() - 2, "Accept: text/event-stream\r\n");
        connection_.send(request);
        thread_ = std::thread{[this] {
            while (!ending_) connection_.receive();
        }};
    }
    /// Ends with the next event.
    void end() { ending_ = true; }
    ~Follower() { thread_.join(); }
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

private:
    HttpConnection connection_;
    std::atomic<bool> ending_{false};
    std::thread thread_; // the last one: it uses the others
};

/// The steady load: each second a request of commands, and reads beside them.
class SteadyLoad {
public:
    SteadyLoad(BenchSite& site, const std::vector<std::string>& requests)
        : site_{site}, requests_{requests}, reader_{site.server().port()} {}

    void run(std::size_t seconds) {
        const auto start = Wall::now();
        for (std::size_t second = 0; second < seconds; ++second) {
            position_ = site_.send_bulk(requests_[next_++]);
            for (std::size_t i = 0; i < reads_per_s; ++i) read();
            sleep_until(start, static_cast<double>(second + 1));
        }
    }
    std::uint64_t position() const { return position_; }
    std::uint64_t reads() const { return reads_; }

private:
    void read() {
        const auto order = mix64(++reads_) % orders_before;
        const auto path = reads_ % 10 == 0   ? std::string{"/v1/overview"}
                          : reads_ % 10 == 1 ? std::string{"/v1/orders?limit=50"}
                          : reads_ % 10 == 2 ? fmt::format("/v1/orders/SO-{:07}/timeline", order)
                                             : fmt::format("/v1/orders/SO-{:07}", order);
        if (reader_.ask(site_.get(path)).status != 200)
            fail(exit_bad_journal, "bench_load_failed", path + " is not answered");
    }

    BenchSite& site_;
    const std::vector<std::string>& requests_;
    HttpConnection reader_;
    std::size_t next_ = 0;
    std::uint64_t position_ = 0, reads_ = 0;
};

} // namespace

Growth growth_run(const std::string& folder, StateMeter& meter, std::uint32_t minutes) {
    constexpr std::size_t warm_up = 60;
    const std::size_t seconds = std::size_t{minutes} * 60;
    BenchSite site{folder};
    const auto steps = site.workload().steps();
    const auto lifecycles = (warm_up + seconds + 10) * commands_per_s / steps + orders_before;
    const auto messages = site.workload().lifecycles(static_cast<std::uint32_t>(lifecycles), spread);
    const auto first = orders_before * steps;
    for (const auto& request :
         site.bulks({messages.begin(), messages.begin() + static_cast<std::ptrdiff_t>(first)}, 5'000))
        site.send_bulk(request);
    site.settle();
    const auto requests =
        site.bulks({messages.begin() + static_cast<std::ptrdiff_t>(first), messages.end()}, commands_per_s);
    Follower follower{site};
    SteadyLoad load{site, requests};
    load.run(warm_up);
    Growth growth;
    const auto begin = load.position();
    growth.before = site.server().resident();
    const auto start = Wall::now();
    load.run(seconds);
    growth.seconds = seconds_since(start);
    growth.after = site.server().resident();
    follower.end();
    load.run(1); // something for it to receive
    growth.commands = seconds * commands_per_s;
    growth.reads = load.reads();
    const auto state = meter.measure(site.server().journal(), begin, load.position());
    growth.state_before = state.first;
    growth.state_after = state.second;
    return growth;
}

} // namespace truefill::cli
