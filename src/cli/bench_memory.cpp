#include "cli/bench_memory.h"

#include "base/assert.h"
#include "base/mix.h"
#include "cli/bench.h"

#include <malloc.h>

#include <chrono>
#include <fstream>
#include <string>
#include <utility>

namespace truefill::cli {
namespace {

/// Resident bytes of this process.
double resident() {
    std::ifstream file{"/proc/self/statm"};
    double total = 0, pages = 0;
    file >> total >> pages;
    return pages * 4096;
}

/// A workload and an engine that has its master data and stock.
struct Bench {
    explicit Bench(std::uint32_t lines = 3) : workload{{lines}} {
        for (auto& message : workload.setup()) run.handle(std::move(message), workload.now());
    }
    void step(engine::Message message) {
        const auto now = message.envelope.event_time;
        run.handle(std::move(message), now);
    }
    /// Orders that stand in all stages, as many in each.
    void open_orders(std::uint32_t count) {
        for (std::uint32_t i = 0; i < count; ++i) step(workload.place());
        for (std::uint32_t i = 0; i < count; ++i)
            for (std::uint32_t s = 0; s < i % (workload.steps() - 1); ++s) step(workload.next(i));
    }

    Workload workload;
    MemoryRun run;
};

} // namespace

void MemoryRun::handle(engine::Message message, Time now) {
    constexpr std::size_t batch_bytes = std::size_t{1} << 20;
    const auto result = engine_.handle(std::move(message), now, batch_.bytes);
    TF_ASSERT(result.outcome == engine::Outcome::committed, "every message of the workload takes effect");
    if (batch_.ends.empty()) batch_.first = result.position;
    batch_.ends.push_back(static_cast<std::uint32_t>(batch_.bytes.size()));
    if (batch_.bytes.size() >= batch_bytes) flush();
}

void MemoryRun::flush() {
    if (batch_.ends.empty()) return;
    head_ = journal::seal(batch_, head_);
    bytes_ += batch_.bytes.size();
    if (keep_) {
        const auto stored = journal_.append(batch_);
        TF_ASSERT(stored.has_value(), "the memory journal stores what follows");
    }
    batch_.clear();
}

double memory_rate(std::uint32_t lifecycles, std::uint32_t lines) {
    Bench bench{lines};
    auto messages = bench.workload.lifecycles(lifecycles, 500);
    const auto start = Wall::now();
    for (auto& message : messages) bench.step(std::move(message));
    bench.run.flush();
    const double rate = lifecycles / seconds_since(start);
    const auto& state = bench.run.engine().state();
    TF_ASSERT(state.cases.open.empty() && state.flow.jobs.open() == 0, "every lifecycle ends well");
    return rate;
}

double bytes_per_open_order() {
    constexpr std::uint32_t orders = 200'000;
    Bench bench;
    bench.run.forget_records();
    bench.workload.reserve(orders);
    malloc_trim(0);
    const double before = resident();
    for (std::uint32_t i = 0; i < orders; ++i) bench.step(bench.workload.place());
    bench.run.flush();
    malloc_trim(0);
    return (resident() - before) / orders;
}

double step_cost(std::uint32_t open) {
    constexpr int rounds = 5;
    constexpr std::uint32_t steps = 40'000;
    Bench bench;
    bench.run.forget_records();
    bench.workload.reserve(open + rounds * steps);
    bench.open_orders(open);
    std::vector<std::uint32_t> orders(open);
    for (std::uint32_t i = 0; i < open; ++i) orders[i] = i;
    std::vector<double> costs;
    std::uint64_t drawn = 0;
    std::vector<engine::Message> messages;
    for (int round = 0; round < rounds; ++round) {
        messages.clear();
        for (std::uint32_t i = 0; i < steps; ++i) {
            auto& order = orders[mix64(++drawn) % open];
            if (bench.workload.is_paid(order)) {
                order = bench.workload.placed();
                messages.push_back(bench.workload.place());
            } else {
                messages.push_back(bench.workload.next(order));
            }
        }
        const auto start = Wall::now();
        for (auto& message : messages) bench.step(std::move(message));
        costs.push_back(seconds_since(start) * 1e6 / steps);
    }
    return median(costs);
}

} // namespace truefill::cli
