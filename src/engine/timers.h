/// Deadlines. An event that sets one carries the time (computed in decide); a timer is never taken back: when
/// it fires and what it waited for has happened, nothing comes of it. So setting one is O(1), whatever the
/// number of open ones. Timers look only at record time.
#pragma once

#include "base/archive.h"
#include "base/describe.h"
#include "base/time.h"

#include <cstdint>
#include <map>
#include <vector>

namespace truefill::engine {

enum class TimerKind : std::uint8_t {
    none,
    release,
    wave,
    shipment,
    invoice,
    credit,
    supply,
    authorisation,
    case_due,
    hold,
    waiting_fact,
    count,
    claim
};
TF_DESCRIBE_ENUM(TimerKind, none, release, wave, shipment, invoice, credit, supply, authorisation, case_due,
                 hold, waiting_fact, count, claim)

struct Timer {
    Time due;
    TimerKind kind{};
    std::uint64_t key{};
    auto operator<=>(const Timer&) const = default;
};
TF_DESCRIBE(Timer, (due, kind, key))

class Timers {
public:
    /// Nothing happens for a due time of zero.
    void set(TimerKind kind, std::uint64_t key, Time due);
    /// True when a timer is due at or before `now`.
    bool any_due(Time now) const;
    /// The earliest minute in which a timer is due, or a time far away.
    Time next() const;
    /// Up to `max` timers that are due, ordered by time, kind and key.
    std::vector<Timer> due(Time now, std::size_t max) const;
    /// Forgets the first `count` timers of those that `due` answers for `now`.
    void fired(Time now, std::size_t count);
    std::size_t size() const { return count_; }

    void save(archive::Output& output) const { archive::save(output, minutes_); }
    void load(archive::Reader& reader) {
        *this = Timers{};
        archive::load(reader, minutes_);
        for (const auto& [minute, timers] : minutes_) count_ += timers.size();
    }
    static constexpr std::uint64_t format_hash() { return archive::format_hash<Timer>(); }

private:
    std::map<std::int64_t, std::vector<Timer>> minutes_; ///< by minute since 1970, unordered within
    std::size_t count_ = 0;
};

} // namespace truefill::engine
