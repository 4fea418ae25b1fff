/// Log-ins that failed. After a few the next try has to wait, and longer each time; whoever waits is not even
/// listened to. Names that nobody has count like others, so a wait tells nothing.
///
/// What waits is a name at an address: whoever knows only a name locks himself out, and not its owner. A name
/// that fails again and again from many addresses is slowed down to a try every two seconds and never locked;
/// an address where its owner has logged in before is not even slowed down. An address with many failures
/// waits whatever the name.
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
    /// A name at an address.
    static constexpr Rules of_pair{5, seconds(2), minutes(15), hours(24)};
    /// A name anywhere: slower, and no more than that.
    static constexpr Rules of_name{100, seconds(2), seconds(2), hours(24)};
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

/// The three together.
class LogIns {
public:
    /// How long this try has to wait; zero: it is counted, and goes on. User empty: a secret without a name.
    Duration tried(std::string_view user, std::string_view address, Time now);
    /// It was none that failed, and the user is known at the address from now on.
    void succeeded(std::string_view user, std::string_view address, Time now);
    /// It was never looked at: it counts neither way.
    void withdrawn(std::string_view user, std::string_view address);

private:
    static constexpr std::size_t known_max = 20'000;
    static std::string pair_of(std::string_view user, std::string_view address);
    bool is_known(const std::string& pair) const;

    Lockout pairs_{Lockout::of_pair}, names_{Lockout::of_name}, addresses_{Lockout::of_address};
    mutable std::mutex mutex_; ///< for those who are known
    std::map<std::string, Time, std::less<>> known_;
};

} // namespace truefill::api
