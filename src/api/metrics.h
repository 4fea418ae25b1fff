/// What this process measures of itself, as Prometheus reads it: names with base units, labels with few
/// values only (never an order, a customer or a person).
#pragma once

#include "engine/engine.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace truefill::api {

/// Upper ends of the buckets of durations, in microseconds.
inline constexpr auto duration_ends =
    std::to_array<std::int64_t>({500, 1'000, 2'500, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000, 500'000,
                                 1'000'000, 2'500'000, 10'000'000});

class Metrics {
public:
    explicit Metrics(Time started) : started_{started} {}
    /// Of the edge: a request was answered. For any thread.
    void answered(std::string_view route, int status, std::chrono::microseconds took);
    /// Of a command.
    void decided(engine::Outcome outcome) {
        outcomes_[static_cast<std::size_t>(outcome)].fetch_add(1, std::memory_order_relaxed);
    }
    /// A command that the loop did not take.
    void not_taken() { not_taken_.fetch_add(1, std::memory_order_relaxed); }

    /// Appends what it counted itself.
    void append(std::string& out) const;

private:
    struct Route {
        std::map<int, std::uint64_t> by_status;
        std::array<std::uint64_t, duration_ends.size() + 1> buckets{};
        std::int64_t micros{};
        std::uint64_t count{};
    };

    Time started_;
    std::array<std::atomic<std::uint64_t>, 5> outcomes_{};
    std::atomic<std::uint64_t> not_taken_{0};
    mutable std::mutex mutex_;
    std::map<std::string, Route, std::less<>> routes_;
};

struct MetricText {
    std::string_view name, type, help;
};
/// A gauge or counter without labels.
void append_metric(std::string& out, const MetricText& text, double value);

} // namespace truefill::api
