/// What the whole does when every answer waits for the disk.
#pragma once

#include "cli/bench_workload.h"

#include <cstdint>
#include <string>

namespace truefill::cli {

struct DurableRun {
    double lifecycles_per_s{};
    double raw_lifecycles_per_s{}; ///< plain SQLite with the same bytes and batches
    double bytes_per_lifecycle{};
    double records_per_commit{};
    double replay_events_per_s{}; ///< from the file, chain checked, ledgers compared
};
/// Lifecycles through the loop into a new SQLite journal in the folder: each answer is durable.
DurableRun durable_run(const std::string& folder, std::uint32_t lifecycles, std::uint32_t lines);

struct Latency {
    double p50_ms{}, p99_ms{};
};
/// Messages at a fixed rate, whether or not the answers come: each one's time counts from when it was to be
/// sent.
Latency latency_at(const std::string& folder, double lifecycles_per_s, double seconds);

struct Restart {
    double seconds{};
    std::uint64_t tail_records{};
};
/// A start with a million open orders in a snapshot and a tail of five million records behind it.
Restart restart_run(const std::string& folder);

} // namespace truefill::cli
