#include "api/metrics.h"

#include "api/metrics_route.h"
#include "api/service.h"
#include "api/views.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace truefill::api {
namespace {

void head(std::string& out, const MetricText& text) {
    fmt::format_to(std::back_inserter(out), "# HELP {} {}\n# TYPE {} {}\n", text.name, text.help, text.name,
                   text.type);
}

constexpr double in_seconds(std::int64_t micros) { return static_cast<double>(micros) / 1e6; }

/// Of the process, with the names that every Prometheus client has.
void append_process(std::string& out) {
    long pages = 0, resident = 0;
    std::ifstream{"/proc/self/statm"} >> pages >> resident;
    append_metric(out, {"process_resident_memory_bytes", "gauge", "Memory in use."},
                  static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)));
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto of = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    append_metric(out, {"process_cpu_seconds_total", "counter", "CPU time."},
                  of(used.ru_utime) + of(used.ru_stime));
}

/// What the state says.
struct Gauges {
    Position position{};
    double orders{}, cases{}, jobs{}, waiting{}, timers{}, seen{};
};

void append_state(std::string& out, const Gauges& gauges, Service& service) {
    const auto gauge = [&](std::string_view name, std::string_view help, double value) {
        append_metric(out, {name, "gauge", help}, value);
    };
    gauge("truefill_journal_position", "The last durable record.",
          static_cast<double>(service.loop.durable()));
    gauge("truefill_board_position", "The last record that the lists have seen.",
          static_cast<double>(service.board.position()));
    gauge("truefill_ready", "1 while commands are taken.", service.loop.closed() ? 0 : 1);
    gauge("truefill_orders", "Orders in memory.", gauges.orders);
    gauge("truefill_cases_open", "Open cases.", gauges.cases);
    gauge("truefill_jobs_open", "Jobs that wait for a worker or a person.", gauges.jobs);
    gauge("truefill_facts_waiting", "Reports that came before what they need.", gauges.waiting);
    gauge("truefill_timers", "Deadlines that are watched.", gauges.timers);
    gauge("truefill_seen_messages", "Messages that are remembered, so that a repeat takes no effect.",
          gauges.seen);
    gauge("truefill_feed_followers", "Clients that follow the event feed.",
          static_cast<double>(service.feed.followers()));
    gauge("truefill_sessions", "Sessions of the console.", static_cast<double>(service.door.sessions()));
    gauge("truefill_clerks_waiting", "Answers that wait to be encoded.",
          static_cast<double>(service.clerks.waiting()));
}

} // namespace

void append_metric(std::string& out, const MetricText& text, double value) {
    head(out, text);
    fmt::format_to(std::back_inserter(out), "{} {}\n", text.name, value);
}

void Metrics::answered(std::string_view route, int status, std::chrono::microseconds took) {
    const auto bucket = static_cast<std::size_t>(std::ranges::lower_bound(duration_ends, took.count()) -
                                                 duration_ends.begin());
    const std::scoped_lock lock{mutex_};
    auto found = routes_.find(route);
    if (found == routes_.end()) found = routes_.emplace(std::string{route}, Route{}).first;
    auto& one = found->second;
    ++one.by_status[status];
    ++one.buckets[bucket];
    ++one.count;
    one.micros += took.count();
}

void Metrics::append(std::string& out) const {
    auto to = std::back_inserter(out);
    const auto name_of_route = [](const std::string& route) { return route.empty() ? "none" : route; };
    head(out, {"truefill_commands_total", "counter", "Commands that were answered, by outcome."});
    for (const auto& one : enumerators<engine::Outcome>)
        fmt::format_to(to, "truefill_commands_total{{outcome=\"{}\"}} {}\n", one.name,
                       outcomes_[static_cast<std::size_t>(one.value)].load());
    fmt::format_to(to, "truefill_commands_total{{outcome=\"not_taken\"}} {}\n", not_taken_.load());
    const std::scoped_lock lock{mutex_};
    head(out,
         {"truefill_http_requests_total", "counter", "Requests that were answered, by route and status."});
    for (const auto& [route, one] : routes_)
        for (const auto& [status, count] : one.by_status)
            fmt::format_to(to, "truefill_http_requests_total{{route=\"{}\",status=\"{}\"}} {}\n",
                           name_of_route(route), status, count);
    head(out, {"truefill_http_request_duration_seconds", "histogram",
               "Time from a request's head to its answer."});
    for (const auto& [route, one] : routes_) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < duration_ends.size(); ++i) {
            sum += one.buckets[i];
            fmt::format_to(to, "truefill_http_request_duration_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n",
                           name_of_route(route), in_seconds(duration_ends[i]), sum);
        }
        fmt::format_to(to, "truefill_http_request_duration_seconds_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n",
                       name_of_route(route), one.count);
        fmt::format_to(to, "truefill_http_request_duration_seconds_sum{{route=\"{}\"}} {}\n",
                       name_of_route(route), in_seconds(one.micros));
        fmt::format_to(to, "truefill_http_request_duration_seconds_count{{route=\"{}\"}} {}\n",
                       name_of_route(route), one.count);
    }
    append_metric(out, {"process_start_time_seconds", "gauge", "When the process began, in Unix time."},
                  in_seconds(started_.micros));
    append_process(out);
}

void get_metrics(Service& service, const http::ExchangePtr& exchange) {
    const auto gauges = std::make_shared<Gauges>();
    service.loop.look(
        [gauges](const engine::State& state) {
            const auto number = [](std::size_t count) { return static_cast<double>(count); };
            *gauges = {state.flow.position,
                       number(state.ledger.orders().live()),
                       number(state.cases.open.size()),
                       number(state.flow.jobs.open()),
                       number(state.flow.waiting.size()),
                       number(state.flow.timers.size()),
                       number(state.flow.seen.size())};
        },
        [&service, exchange, gauges](std::optional<loop::Fault>) { // without the state's the rest is told
            service.clerks.give([&service, exchange, gauges] {
                http::Response response;
                response.content_type = "text/plain; version=0.0.4; charset=utf-8";
                append_state(response.body, *gauges, service);
                append_views_metrics(response.body, service);
                service.metrics.append(response.body);
                respond(exchange, std::move(response));
            });
        });
}

} // namespace truefill::api
