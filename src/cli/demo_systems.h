/// The processes around Truefill: started, watched, started again when they die, stopped in the end.
#pragma once

#include "cli/child.h"
#include "cli/demo_desk.h"

#include <chrono>
#include <string>
#include <vector>

namespace truefill::cli {

/// What all of them are told. `token` is the operator's: with it each gets a key of its own.
struct SystemsPlan {
    std::string url, token, data;
    std::uint64_t seed{};
};

class DemoSystems {
public:
    DemoSystems(SystemsPlan plan, LiveDesk& desk);

    void start();
    /// Reads what they say, starts again who died.
    void watch();
    void stop();

private:
    using Steady = std::chrono::steady_clock;
    struct One {
        std::string kind, code;
        std::string key{}; ///< of the API, made for it alone
        Child child{};
        std::int32_t starts{};
        Steady::time_point again{}; ///< not before
        std::string name() const;
    };

    std::string make_key(const One& one);
    void start(One& one);
    void tell();

    SystemsPlan plan_;
    LiveDesk& desk_;
    std::vector<One> systems_;
};

} // namespace truefill::cli
