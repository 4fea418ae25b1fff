/// Log-ins that failed, by name and by address. After a few the next try has to wait, and longer each time;
/// whoever waits is not even listened to. Names that nobody has count like others, so a wait tells nothing.
#pragma once

#include "base/time.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace truefill::api {

class Lockout {
public:
    struct Rules {
        int free_tries{};      ///< without a wait
        Duration first_wait{}; ///< doubles with each further failure
        Duration longest_wait{};
        Duration forgotten_after{};
    };
    static constexpr Rules of_user{5, seconds(2), minutes(15), hours(24)};
    /// A whole office may come from one address.
    static constexpr Rules of_address{20, seconds(2), minutes(15), hours(24)};

    explicit Lockout(const Rules& rules) : rules_{rules} {}

    /// How long the next try has to wait; zero: not at all.
    Duration wait(std::string_view who, Time now) const;
    /// Counts a try before it is known how it ends, so that many at once count too.
    void tried(std::string_view who, Time now);
    /// The failures are forgotten.
    void forget(std::string_view who);
    /// The last try was none that failed: whoever has one good password does not hide others' failures.
    void take_back(std::string_view who);

private:
    static constexpr std::size_t kept_max = 20'000;
    struct Failures {
        int count{};
        Time last;
    };
    Duration wait_of(const Failures& failures) const;
    void make_room(Time now);

    Rules rules_;
    mutable std::mutex mutex_;
    std::map<std::string, Failures, std::less<>> failures_;
};

} // namespace truefill::api
