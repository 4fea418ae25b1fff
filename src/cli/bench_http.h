/// `truefill bench --http`: what a server does for other systems, load client on the same cores.
///
/// The server is a process of its own on a new journal on the disk; every answer to a command waits for its
/// fsync. Figures are medians of `runs`. Commands are those of the workload (bench_workload.h): orders with
/// three lines that are promised and released, and, for many at once, their whole lifecycles. A command that
/// does not take effect ends the measurement. docs/measurements.md says what each figure means.
#pragma once

#include "base/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace truefill::cli {

struct HttpBenchOptions {
    std::string folder; ///< for the journal; empty: a new folder under the working directory, removed again
    int runs = 5;
    std::uint32_t commands = 20'000;   ///< of a run; the other runs in proportion
    std::uint32_t growth_minutes = 10; ///< 0: the growth is not measured
};

/// What `bench --http --json` prints, with exactly these keys; null: not measured, stderr says why.
struct HttpBenchReport {
    std::optional<double> single_per_s;
    std::optional<double> single_p99_ms_at_half;
    std::optional<double> bulk_per_s;
    std::optional<double> order_reads_per_s;
    std::optional<double> feed_events_per_s;
    std::optional<double> views_lag_p99_ms;
    std::optional<double> views_catch_up_per_s;
    std::optional<double> rss_growth_ratio_10min;
};
TF_DESCRIBE(HttpBenchReport,
            (single_per_s, single_p99_ms_at_half, bulk_per_s, order_reads_per_s, feed_events_per_s,
             views_lag_p99_ms, views_catch_up_per_s, rss_growth_ratio_10min))

struct HttpBench {
    HttpBenchReport report;
    /// A sentence for each figure: what was done, and the limit of the machine beside it.
    std::vector<std::string> sentences;
};

/// Tells on stderr what it is doing.
HttpBench measure_http(const HttpBenchOptions& options);
/// One line of JSON.
std::string json_of(const HttpBenchReport& report);
/// For people.
std::string text_of(const HttpBench& bench);

} // namespace truefill::cli
