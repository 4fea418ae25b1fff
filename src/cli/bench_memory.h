/// What the engine does when no disk is in the way.
#pragma once

#include "cli/bench_workload.h"
#include "journal/memory_journal.h"

#include <chrono>
#include <cstdint>

namespace truefill::cli {

/// What durations are measured with.
using Wall = std::chrono::steady_clock;

inline double seconds_since(Wall::time_point start) {
    return std::chrono::duration<double>(Wall::now() - start).count();
}

/// An engine that writes to the memory journal, on one thread: encodes, hashes and stores all it does.
class MemoryRun {
public:
    void handle(engine::Message message, Time now);
    void flush();
    const engine::Engine& engine() const { return engine_; }
    engine::Engine& engine() { return engine_; }
    std::uint64_t bytes() const { return bytes_; }
    /// Records are hashed and forgotten: for measuring the memory of the state.
    void forget_records() { keep_ = false; }

private:
    engine::Engine engine_;
    journal::MemoryJournal journal_;
    journal::Batch batch_;
    Digest head_;
    std::uint64_t bytes_ = 0;
    bool keep_ = true;
};

/// Lifecycles per second.
double memory_rate(std::uint32_t lifecycles, std::uint32_t lines);
/// Growth of the resident set for each open 3-line order. Must be the first measurement of the process: freed
/// memory would be used again and not be counted.
double bytes_per_open_order();

/// Microseconds of a step drawn at random over `open` open orders that stand in all stages.
double step_cost(std::uint32_t open);

} // namespace truefill::cli
