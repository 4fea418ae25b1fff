/// `truefill demo`: a distributor that lives. The server runs in this process on a store of its own; the
/// shop, the warehouses, the carriers, the ERP and the bank are processes that speak to it over HTTP only.
/// One that dies is started again. A day of them is played at sixty times our pace, with five faults on
/// purpose (systems/script.h), and at its end the score is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace truefill::cli {

struct LiveDemoOptions {
    std::string data;
    std::uint64_t seed{1};
    std::int64_t speed{60}; ///< seconds of the world in one of ours
    std::int64_t hours{24};
    std::optional<std::int64_t> port; ///< none: 8080, or any when that is taken
    std::string keep;                 ///< the journal stays in this new file
    bool report{true};                ///< the main job is played beside it, and its report printed
};

/// Until the day is over, q, SIGTERM or SIGINT. The exit code; throws Failure.
int run_live_demo(const LiveDemoOptions& options);

} // namespace truefill::cli
