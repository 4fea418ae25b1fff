/// The measurements of `truefill bench --http`, one run of each.
#pragma once

#include "cli/bench_http_site.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace truefill::cli {

/// Each connection sends a new order when the answer to the one before is there.
struct SingleRun {
    LoadResult load;
    std::optional<double> views_lag_p99_ms; ///< nothing: no views
};
SingleRun single_run(BenchSite& site, std::size_t commands);

/// New orders at a fixed rate, whether or not the answers come.
LoadResult paced_run(BenchSite& site, std::size_t commands, double per_s);

/// Small answers by the same connections: what the sockets and the client can do at most.
LoadResult health_run(BenchSite& site, std::size_t requests);

/// Pages of orders drawn at random.
LoadResult reads_run(BenchSite& site, std::size_t reads);

struct BulkRun {
    double per_s{};
    double cpu_seconds{}; ///< of the server
    std::optional<double> catch_up_per_s;
};
enum class BulkOf : std::uint8_t {
    lifecycles, ///< whole lives of orders, each message after the one that it follows from
    new_orders, ///< nothing but new orders, the heaviest of the commands
};
/// In requests of 10,000 commands one after the other; then until the views have them.
BulkRun bulk_run(BenchSite& site, std::size_t commands, BulkOf what);

struct FeedRun {
    double events_per_s{}, megabytes_per_s{};
    std::uint64_t next{}; ///< the position that it came to
};
/// One reader follows the feed from a position on and counts.
FeedRun feed_run(BenchSite& site, std::uint64_t after, std::size_t events);

struct Growth {
    double before{}, after{};             ///< resident bytes
    double state_before{}, state_after{}; ///< of the engine's state
    std::uint64_t commands{}, reads{};
    double seconds{};
    /// Of what is no state, when the state is counted so many times.
    double ratio(int states) const {
        return (after - states * state_after) / (before - states * state_before);
    }
};
/// Lifecycles, reads and a follower at a steady rate, for so many minutes, on a server of its own.
Growth growth_run(const std::string& folder, StateMeter& meter, std::uint32_t minutes);

} // namespace truefill::cli
