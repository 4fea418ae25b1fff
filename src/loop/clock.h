/// Wall time as a port. The loop reads it when it hands a message to the engine and nowhere else; every
/// decision gets its time from the envelope, and record time never goes back, whatever a clock does.
#pragma once

#include "base/time.h"

#include <atomic>
#include <cstdint>

namespace truefill::loop {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Time now() = 0;
};

class SystemClock final : public Clock {
public:
    Time now() override;
};

/// Runs like the system's, from another time on once it was set: for demonstrations on old journals.
class SettableClock final : public Clock {
public:
    Time now() override { return Time{system_.now().micros + ahead_.load()}; }
    void set(Time time) { ahead_.store(time.micros - system_.now().micros); }

private:
    SystemClock system_;
    std::atomic<std::int64_t> ahead_{0};
};

/// Stands still until it is moved; any thread may move it.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Time start) : micros_{start.micros} {}
    Time now() override { return Time{micros_.load()}; }
    void set(Time time) { micros_.store(time.micros); }
    void advance(Duration by) { micros_.fetch_add(by.micros); }

private:
    std::atomic<std::int64_t> micros_;
};

} // namespace truefill::loop
