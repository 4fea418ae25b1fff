/// `truefill bench`: how fast this machine runs the whole, and beside each figure what it could do at most.
///
/// Every figure is the median of `runs`. Raw limits are measured in the same run: plain SQLite stores the
/// same bytes in the same batches with the same settings; fdatasync is asked how long it takes.
#pragma once

#include "base/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace truefill::cli {

struct BenchOptions {
    std::string folder; ///< for the journals; empty: a new folder under the working directory, removed again
    int runs = 5;
    std::uint32_t lifecycles = 20'000; ///< of each run; a fifth of it with 21 lines
    bool restart =
        false; ///< also the restart with a million open orders: about 15 GB of disk, several minutes
    bool progress = false;
};

struct MemoryAndDurable {
    double memory{};
    double durable{};
};
TF_DESCRIBE(MemoryAndDurable, (memory, durable))

struct Durable {
    double durable{};
    double raw_ratio{};
};
TF_DESCRIBE(Durable, (durable, raw_ratio))

/// Rates are per second, times as named. What `bench --json` prints; keys are only ever added.
struct BenchReport {
    MemoryAndDurable lifecycles_per_s;
    Durable lifecycles_21_lines_per_s;
    double raw_lifecycles_per_s{}; ///< what plain SQLite does with the same bytes
    double raw_ratio{};            ///< durable / raw
    double bytes_per_lifecycle{};  ///< of journal
    double records_per_commit{};
    double p50_ms{},
        p99_ms{};          ///< from the intended send time to the durable answer, at a tenth of the full rate
    double p99_bound_ms{}; ///< max(10 x fdatasync median, 3 x fdatasync p99)
    double fdatasync_median_ms{}, fdatasync_p99_ms{};
    double replay_events_per_s{};
    double bytes_per_open_order{};
    double step_us_at_10k{}, step_us_at_1m{};
    double flatness_1m_over_10k{};
    std::optional<double> restart_1m_orders_s; ///< only with --restart
    std::optional<std::uint64_t> restart_tail_records;
    int runs{};
};
TF_DESCRIBE(BenchReport,
            (lifecycles_per_s, lifecycles_21_lines_per_s, raw_lifecycles_per_s, raw_ratio,
             bytes_per_lifecycle, records_per_commit, p50_ms, p99_ms, p99_bound_ms, fdatasync_median_ms,
             fdatasync_p99_ms, replay_events_per_s, bytes_per_open_order, step_us_at_10k, step_us_at_1m,
             flatness_1m_over_10k, restart_1m_orders_s, restart_tail_records, runs))

BenchReport measure(const BenchOptions& options);
/// One line of JSON.
std::string json_of(const BenchReport& report);
/// For people.
std::string text_of(const BenchReport& report);

double median(std::vector<double> values);

} // namespace truefill::cli
