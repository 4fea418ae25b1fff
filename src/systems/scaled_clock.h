/// The clock of a world that runs faster than ours: so many seconds of the world in one of ours. It can be
/// paused and its speed changed at any moment; the time never jumps by that.
#pragma once

#include "loop/clock.h"

#include <chrono>
#include <cstdint>
#include <mutex>

namespace truefill::systems {

/// How a clock stands.
struct Pace {
    Time now;
    std::int64_t speed{60};
    bool paused{};
};

class ScaledClock final : public loop::Clock {
public:
    static constexpr std::int64_t speed_max = 7'200;

    explicit ScaledClock(const Pace& pace) : pace_{pace} {}

    Time now() override { return pace().now; }
    Pace pace() {
        const std::scoped_lock lock{mutex_};
        move();
        return pace_;
    }
    void set(const Pace& pace) {
        const std::scoped_lock lock{mutex_};
        pace_ = pace;
        real_ = Real::now();
    }
    void pause(bool paused) {
        const std::scoped_lock lock{mutex_};
        move();
        pace_.paused = paused;
    }
    void set_speed(std::int64_t speed) {
        const std::scoped_lock lock{mutex_};
        move();
        pace_.speed = speed;
    }

private:
    using Real = std::chrono::steady_clock;

    void move() {
        const auto real = Real::now();
        const auto passed = std::chrono::duration_cast<std::chrono::microseconds>(real - real_).count();
        if (!pace_.paused) pace_.now = pace_.now + Duration{passed} * pace_.speed;
        real_ = real;
    }

    std::mutex mutex_;
    Pace pace_;
    Real::time_point real_ = Real::now();
};

} // namespace truefill::systems
