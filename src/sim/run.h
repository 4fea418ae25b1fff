/// Many worlds, one for each seed: what `truefill sim` runs.
///
/// A seed settles everything: what customers order, what goes wrong at the sites, how bad the post is, when
/// the machine dies. Its mood is seed % 3 unless one is named: calm, faulty (messages), crashing. A world
/// that breaks a promise says at which position, what is wrong, and the one command that shows it again.
///
/// A planted bug is switched on inside the engine or the node; `find_plants` runs worlds until each of them
/// is found, and says so if one is not. Those worlds run in processes of their own, because an assertion that
/// stops the program is as good a finding as any.
#pragma once

#include "sim/node.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::sim {

/// hostile: messages that are not true (gossip.h); only when it is asked for.
enum class Mood : std::uint8_t { calm, faulty, crashing, hostile };
TF_DESCRIBE_ENUM(Mood, calm, faulty, crashing, hostile)
TF_DESCRIBE_ENUM(Plant, none, drop_posting, lose_seen_entry, answer_before_sync)

struct SimOptions {
    std::uint64_t first_seed{1};
    std::uint64_t last_seed{1};
    std::optional<Mood> mood; ///< none: seed % 3
    Plant plant{};
    unsigned threads{2};
    bool json{};     ///< for run_sim
    bool progress{}; ///< for run_sim: a line on stderr that counts worlds
};

struct SeedReport {
    std::uint64_t seed{};
    std::string mood;
    std::uint64_t records{}, orders{}, messages{}, crashes{}, cases{};
    std::string head; ///< hash of the last record
};
TF_DESCRIBE(SeedReport, (seed, mood, records, orders, messages, crashes, cases, head))

struct ViolationReport {
    std::uint64_t seed{};
    std::uint64_t position{};
    std::string what;
    std::string repeat; ///< the command that shows it again
};
TF_DESCRIBE(ViolationReport, (seed, position, what, repeat))

/// What `sim --json` prints: `seeds` were run, `violations` were found in them.
struct SimReport {
    std::uint64_t seeds{};
    std::uint64_t violations{};
    std::uint64_t records{}, orders{}, messages{}, crashes{}, cases{};
    std::vector<ViolationReport> details;
    std::vector<SeedReport> worlds;
};
TF_DESCRIBE(SimReport, (seeds, violations, records, orders, messages, crashes, cases, details, worlds))

/// Called after each seed, by one thread at a time: how many are done, of how many.
using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

/// Runs the seeds and prints what came of it. 0: no violation; 1: some.
int run_sim(const SimOptions& options, std::ostream& out);
/// "17..20", or "17" for one seed; nothing when it is neither.
std::optional<std::pair<std::uint64_t, std::uint64_t>> parse_seeds(std::string_view text);

SimReport run_seeds(const SimOptions& options, const Progress& progress = {});
/// One world.
SimReport run_seed(std::uint64_t seed, Mood mood, Plant plant = Plant::none);
Mood mood_of(std::uint64_t seed);
/// "truefill sim --seeds 7..7 --mood faulty".
std::string repeat_command(std::uint64_t seed, Mood mood, Plant plant = Plant::none);

struct PlantReport {
    std::string plant;
    bool found{};
    std::uint64_t seeds{}; ///< worlds that it took
    std::string by;        ///< what found it
    std::string repeat;
};
TF_DESCRIBE(PlantReport, (plant, found, seeds, by, repeat))

/// Runs each planted bug on at most `seeds_max` seeds until it is found.
std::vector<PlantReport> find_plants(std::uint64_t seeds_max = 12);

} // namespace truefill::sim
