#include "cli/bench_http_measure.h"

#include "base/mix.h"
#include "cli/failure.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

namespace truefill::cli {
namespace {

constexpr std::size_t connections = 64;
constexpr std::size_t lines_of_a_bulk = 10'000;

bool is_committed(const Sent& sent) {
    return sent.reply.status == 200 && sent.reply.body.find("\"committed\"") != std::string_view::npos;
}

/// How far the views are behind what was answered: whoever was told a position cannot yet find it there.
class LagProbe {
public:
    explicit LagProbe(BenchSite& site) : connection_{site.server().port()}, request_{site.get("/v1/views")} {}
    void start() {
        thread_ = std::thread{[this] { run(); }};
    }
    void answered(std::uint64_t position) { answers_.push_back({position, Wall::now()}); }
    std::optional<double> finish() {
        ending_ = true;
        thread_.join();
        if (seen_.empty()) return std::nullopt;
        std::ranges::sort(answers_, {}, &Moment::at);
        std::vector<double> lags;
        for (const auto& look : seen_) lags.push_back(lag(look));
        return percentile(std::move(lags), 99);
    }

private:
    struct Moment {
        std::uint64_t position{};
        Wall::time_point at;
    };
    void run() {
        constexpr std::chrono::milliseconds every{20};
        while (!ending_) {
            const auto reply = connection_.ask(request_);
            if (reply.status != 200) return;
            seen_.push_back({number_in_answer(reply.body, "position"), Wall::now()});
            std::this_thread::sleep_for(every);
        }
    }
    /// The age of the oldest answer that is not in the views; answers are nearly in the order of positions.
    double lag(const Moment& look) const {
        for (const auto& answer : answers_) {
            if (answer.at >= look.at) break;
            if (answer.position > look.position)
                return std::chrono::duration<double, std::milli>(look.at - answer.at).count();
        }
        return 0;
    }

    HttpConnection connection_;
    std::string request_;
    std::vector<Moment> answers_, seen_;
    std::atomic<bool> ending_{false};
    std::thread thread_; // the last one: it uses the others
};

} // namespace

SingleRun single_run(BenchSite& site, std::size_t commands) {
    const auto requests = site.places(commands);
    LagProbe probe{site};
    probe.start();
    SingleRun run;
    run.load = run_load({site.server().port(), connections, 0, &requests, commands, [&](const Sent& sent) {
                             probe.answered(number_in_answer(sent.reply.body, "position"));
                             return is_committed(sent);
                         }});
    run.views_lag_p99_ms = probe.finish();
    check(run.load, "single commands");
    return run;
}

LoadResult paced_run(BenchSite& site, std::size_t commands, double per_s) {
    const auto requests = site.places(commands);
    auto load = run_load({site.server().port(), connections, per_s, &requests, commands, is_committed});
    check(load, "single commands at a fixed rate");
    return load;
}

LoadResult health_run(BenchSite& site, std::size_t requests) {
    const std::vector<std::string> one{site.get("/healthz")};
    const auto good = [](const Sent& sent) { return sent.reply.status == 200; };
    auto load = run_load({site.server().port(), connections, 0, &one, requests, good});
    check(load, "/healthz");
    return load;
}

LoadResult reads_run(BenchSite& site, std::size_t reads) {
    std::vector<std::string> requests;
    const auto placed = site.workload().placed();
    for (std::size_t i = 0; i < reads; ++i)
        requests.push_back(site.get(fmt::format("/v1/orders/SO-{:07}", mix64(i) % placed)));
    const auto good = [](const Sent& sent) {
        return sent.reply.status == 200 && sent.reply.body.find("\"lines\":[") != std::string_view::npos;
    };
    auto load = run_load({site.server().port(), connections, 0, &requests, reads, good});
    check(load, "order reads");
    return load;
}

namespace {

std::vector<engine::Message> messages_for(Workload& workload, std::size_t commands, BulkOf what) {
    if (what == BulkOf::lifecycles) {
        const auto count = static_cast<std::uint32_t>(std::max<std::size_t>(commands / workload.steps(), 1));
        return workload.lifecycles(count, std::min(500U, count));
    }
    std::vector<engine::Message> messages;
    while (messages.size() < commands) messages.push_back(workload.place());
    return messages;
}

} // namespace

BulkRun bulk_run(BenchSite& site, std::size_t commands, BulkOf what) {
    constexpr double patience = 120;
    const auto messages = messages_for(site.workload(), commands, what);
    const auto requests = site.bulks(messages, lines_of_a_bulk);
    const auto begin = site.views_position();
    const double cpu = site.server().cpu_seconds();
    const auto start = Wall::now();
    std::uint64_t last = 0;
    for (const auto& request : requests) last = site.send_bulk(request);
    BulkRun run;
    run.per_s = static_cast<double>(messages.size()) / seconds_since(start);
    run.cpu_seconds = site.server().cpu_seconds() - cpu;
    if (!begin) return run;
    const auto rest = Wall::now();
    const auto behind = last - std::min(last, site.views_position().value_or(last));
    if (!site.wait_for_views(last, patience)) return run;
    // When next to nothing was left, what counts is that they kept up with all of it.
    run.catch_up_per_s = behind > messages.size() / 20
                             ? static_cast<double>(behind) / seconds_since(rest)
                             : static_cast<double>(messages.size()) / seconds_since(start);
    return run;
}

FeedRun feed_run(BenchSite& site, std::uint64_t after, std::size_t events) {
    constexpr std::string_view mark = R"(data: {"spec)";
    HttpConnection connection{site.server().port()};
    auto request = site.get(fmt::format("/v1/events?after={}", after));
    request.insert(request.size() - 2, "Accept: text/event-stream\r\n");
    std::string text; // what came, behind the end of the piece before, so that no mark is cut
    std::size_t count = 0, bytes = 0;
    const auto start = Wall::now();
    connection.send(request);
    while (count < events) {
        const auto piece = connection.receive();
        bytes += piece.size();
        text.erase(0, text.size() - std::min(text.size(), mark.size() - 1));
        text += piece;
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) ++count;
    }
    const double seconds = seconds_since(start);
    FeedRun run{static_cast<double>(count) / seconds, static_cast<double>(bytes) / seconds / 1e6, after};
    if (const auto id = text.rfind("\nid: "); id != std::string::npos)
        run.next = std::strtoull(text.c_str() + id + 5, nullptr, 10);
    return run;
}

} // namespace truefill::cli
