#include "cli/bench.h"

#include "cli/bench_durable.h"
#include "cli/bench_memory.h"
#include "cli/failure.h"
#include "cli/folder.h"
#include "cli/terminal.h"
#include "stores/sqlite/raw_limit.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>

namespace truefill::cli {
namespace {

/// The median of a measurement.
double repeated(int runs, const std::function<double()>& measure) {
    std::vector<double> values;
    for (int run = 0; run < runs; ++run) values.push_back(measure());
    return median(values);
}

template <class F> double median_of(const std::vector<DurableRun>& runs, F value) {
    std::vector<double> values;
    for (const auto& run : runs) values.push_back(value(run));
    return median(values);
}

template <class T> std::string object_of(const T& value);

/// Money and quantities never stand in floating point, so the JSON of the base has none; a measurement may.
std::string value_of(double number) { return fmt::format("{:.6g}", number); }
std::string value_of(int number) { return fmt::format("{}", number); }
std::string value_of(std::uint64_t number) { return fmt::format("{}", number); }
template <class T> std::string value_of(const T& value) { return object_of(value); }
template <class T> std::string value_of(const std::optional<T>& value) {
    return value ? value_of(*value) : "null";
}

template <class T> std::string object_of(const T& value) {
    std::string text;
    members_of<T>::each([&](auto member) {
        text +=
            fmt::format("{}\"{}\":{}", text.empty() ? "" : ",", member.name, value_of(value.*member.pointer));
    });
    return '{' + text + '}';
}

void measure_durable(BenchReport& report, const BenchOptions& options, const std::string& folder) {
    std::vector<DurableRun> runs;
    for (int run = 0; run < options.runs; ++run) runs.push_back(durable_run(folder, options.lifecycles, 3));
    const auto ratio = [](const DurableRun& run) { return run.lifecycles_per_s / run.raw_lifecycles_per_s; };
    report.lifecycles_per_s.durable = median_of(runs, [](auto& run) { return run.lifecycles_per_s; });
    report.raw_lifecycles_per_s = median_of(runs, [](auto& run) { return run.raw_lifecycles_per_s; });
    report.raw_ratio = median_of(runs, ratio);
    report.bytes_per_lifecycle = median_of(runs, [](auto& run) { return run.bytes_per_lifecycle; });
    report.records_per_commit = median_of(runs, [](auto& run) { return run.records_per_commit; });
    report.replay_events_per_s = median_of(runs, [](auto& run) { return run.replay_events_per_s; });
    runs.clear();
    for (int run = 0; run < options.runs; ++run)
        runs.push_back(durable_run(folder, std::max(options.lifecycles / 5, 1U), 21));
    report.lifecycles_21_lines_per_s.durable =
        median_of(runs, [](auto& run) { return run.lifecycles_per_s; });
    report.lifecycles_21_lines_per_s.raw_ratio = median_of(runs, ratio);
}

void measure_latency(BenchReport& report, const BenchOptions& options, const std::string& folder) {
    constexpr double seconds = 4;
    std::vector<double> p50, p99, sync_median, sync_p99;
    for (int run = 0; run < options.runs; ++run) {
        const auto latency = latency_at(folder, report.lifecycles_per_s.durable / 10, seconds);
        p50.push_back(latency.p50_ms);
        p99.push_back(latency.p99_ms);
        const auto profile = stores::fdatasync_profile(folder + "/sync.tmp", 1000);
        if (!profile) fail(exit_bad_journal, "bench_journal_failed", profile.error().sentence);
        sync_median.push_back(std::chrono::duration<double, std::milli>(profile->median).count());
        sync_p99.push_back(std::chrono::duration<double, std::milli>(profile->p99).count());
    }
    report.p50_ms = median(p50);
    report.p99_ms = median(p99);
    report.fdatasync_median_ms = median(sync_median);
    report.fdatasync_p99_ms = median(sync_p99);
    report.p99_bound_ms = std::max(10 * report.fdatasync_median_ms, 3 * report.fdatasync_p99_ms);
}

} // namespace

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

BenchReport measure(const BenchOptions& options) {
    constexpr std::uint64_t stages = 6;
    const Folder folder{options.folder.empty() ? fmt::format("truefill-bench-{}", ::getpid())
                                               : options.folder};
    BenchReport report;
    report.runs = options.runs;
    Progress progress{"measuring"};
    progress.show(0, stages);
    report.bytes_per_open_order = bytes_per_open_order(); // first: see there
    progress.show(1, stages);
    report.lifecycles_per_s.memory =
        repeated(options.runs, [&] { return memory_rate(options.lifecycles, 3); });
    progress.show(2, stages);
    measure_durable(report, options, folder.path());
    progress.show(3, stages);
    measure_latency(report, options, folder.path());
    progress.show(4, stages);
    report.step_us_at_10k = step_cost(10'000);
    report.step_us_at_1m = step_cost(1'000'000);
    report.flatness_1m_over_10k = report.step_us_at_1m / report.step_us_at_10k;
    progress.show(5, stages);
    if (options.restart) {
        const auto restart = restart_run(folder.path());
        report.restart_1m_orders_s = restart.seconds;
        report.restart_tail_records = restart.tail_records;
    }
    return report;
}

std::string json_of(const BenchReport& report) { return object_of(report) + '\n'; }

std::string text_of(const BenchReport& r) {
    TextTable table{{"measured", ">value", "", "beside it"}};
    const auto rate = [](double value) { return grouped(static_cast<std::int64_t>(value)); };
    table.add({"lifecycles, memory journal", rate(r.lifecycles_per_s.memory), "/s",
               "one thread; encodes and hashes too"});
    table.add({"lifecycles, durable", rate(r.lifecycles_per_s.durable), "/s",
               fmt::format(
                   "plain SQLite, same bytes: {}/s; ratio {:.2f}; {:.0f} bytes each, {:.0f} records a commit",
                   rate(r.raw_lifecycles_per_s), r.raw_ratio, r.bytes_per_lifecycle, r.records_per_commit)});
    table.add({"lifecycles of 21 lines, durable", rate(r.lifecycles_21_lines_per_s.durable), "/s",
               fmt::format("ratio {:.2f}", r.lifecycles_21_lines_per_s.raw_ratio)});
    table.add({"answer, 99th percentile", fmt::format("{:.2f}", r.p99_ms), "ms",
               fmt::format("half of them {:.2f} ms; fdatasync {:.2f} ms, 99th {:.2f} ms; bound {:.2f} ms",
                           r.p50_ms, r.fdatasync_median_ms, r.fdatasync_p99_ms, r.p99_bound_ms)});
    table.add(
        {"replay from the file", rate(r.replay_events_per_s), "events/s", "chain checked, same ledger"});
    table.add({"memory of an open order", rate(r.bytes_per_open_order), "bytes",
               "3 lines, seen set and timers included"});
    table.add(
        {"a step among 1,000,000 orders", fmt::format("{:.2f}", r.step_us_at_1m), "us",
         fmt::format("{:.2f} us among 10,000; ratio {:.2f}", r.step_us_at_10k, r.flatness_1m_over_10k)});
    if (r.restart_1m_orders_s)
        table.add({"restart with 1,000,000 orders", fmt::format("{:.1f}", *r.restart_1m_orders_s), "s",
                   fmt::format("and {} records behind the snapshot", grouped(*r.restart_tail_records))});
    return table.text();
}

} // namespace truefill::cli
