/// A system around Truefill, as a process: a shop, a warehouse, a carrier, an ERP, a bank. It has a clock
/// that follows the world's, looks every so often what there is to do, plans when it will do it, and does it
/// then.
///
/// It keeps nothing of its own. What it must do next follows from what Truefill shows it, and when it does it
/// follows from the seed and the name of the deed; so a system that died goes on where it was, and says what
/// it says twice under the same key.
#pragma once

#include "systems/scaled_clock.h"
#include "systems/truefill.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::systems {

struct SystemSetup {
    std::string url, key;
    std::string code; ///< of the site or the carrier; empty for systems of which there is one
    std::string data; ///< folder with the shop's documents
    std::uint64_t seed{1};
};

/// A piece of work that Truefill handed over.
struct Job {
    std::uint64_t id{};
    std::string type;
    json::Value work; ///< good during the call
};

class System {
public:
    System(std::string source, const SystemSetup& setup, const std::atomic<bool>& stop);
    virtual ~System() = default;
    System(const System&) = delete;
    System& operator=(const System&) = delete;

    /// Works until it is told to stop.
    void run();

protected:
    /// Looks at Truefill's lists and plans.
    virtual void look() = 0;
    /// Whose jobs it takes; empty: it takes none.
    virtual std::string destination() const { return {}; }
    /// True when the job is done with that; else `complete` says it later.
    virtual bool take(const Job& job) { return static_cast<void>(job), true; }
    /// Nothing goes in or out now.
    virtual bool is_silent() const { return false; }
    /// What time it is in the world, told before each look.
    virtual void heard(Time time) { static_cast<void>(time); }

    /// Once for each `deed`, at that time or as soon as possible: `act` gets the time when it was due.
    void plan(const std::string& deed, Time due, std::function<void(Time)> act);
    bool is_planned(const std::string& deed) const { return planned_.contains(deed); }
    void complete(std::uint64_t job);
    /// Between two spans, always the same for one deed.
    Duration wait(std::string_view deed, Duration shortest, Duration longest) const;
    /// True so many times in a thousand, always the same for one deed.
    bool chance(std::string_view deed, int permille) const;
    std::uint64_t dice(std::string_view deed) const;
    Time now() { return clock_.now(); }
    /// The day that is played.
    Time from() const { return from_; }
    Time until() const { return until_; }
    Truefill& truefill() { return truefill_; }
    const std::string& source() const { return source_; }
    const SystemSetup& setup() const { return setup_; }
    /// Tells the demo what is done wrong on purpose, just before it is done.
    void confess(std::string_view fault, std::string_view about, Time at);

private:
    void follow_clock();
    void take_jobs();
    void do_due();
    void nap();

    std::string source_;
    SystemSetup setup_;
    const std::atomic<bool>& stop_;
    Truefill truefill_;
    ScaledClock clock_{{}};
    Time from_, until_;
    std::set<std::string> planned_;
    std::multimap<Time, std::function<void(Time)>> agenda_;
    std::set<std::string> confessed_;
};

} // namespace truefill::systems
