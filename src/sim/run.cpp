#include "sim/run.h"

#include "base/assert.h"
#include "sim/small_world.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

namespace truefill::sim {
namespace {

/// What a thread is doing when an assertion stops the program.
thread_local std::string repeat_me;

void say_repeat(const char*) {
    std::fprintf(stderr, "it happened in a simulated world; this repeats it:\n  %s\n", repeat_me.c_str());
}

struct Wanted {
    std::uint64_t seed{};
    Mood mood{};
    Plant plant{};
};

void add(SimReport& sum, const SimReport& one) {
    sum.seeds += one.seeds;
    sum.violations += one.violations;
    sum.records += one.records;
    sum.orders += one.orders;
    sum.messages += one.messages;
    sum.crashes += one.crashes;
    sum.cases += one.cases;
    sum.details.insert(sum.details.end(), one.details.begin(), one.details.end());
    sum.worlds.insert(sum.worlds.end(), one.worlds.begin(), one.worlds.end());
}

SeedReport describe(const Wanted& wanted, World& world) {
    SeedReport report;
    report.seed = wanted.seed;
    report.mood = truefill::name_of(wanted.mood);
    report.orders = world.shop().orders();
    report.messages = world.bus().letters().size();
    report.crashes = world.node().kills();
    if (auto* journal = world.disk().open()) {
        report.records = journal->end();
        append_hex(report.head, journal->head());
    }
    report.cases = world.node().engine().state().cases.cases.issued();
    return report;
}

SimReport run_one(const Wanted& wanted) {
    repeat_me = repeat_command(wanted.seed, wanted.mood, wanted.plant);
    const auto world = make_small_world(wanted.seed, wanted.mood, wanted.plant);
    run_small_world(*world);
    SimReport report;
    report.seeds = 1;
    report.worlds.push_back(describe(wanted, *world));
    const auto& figures = report.worlds.back();
    report.records = figures.records;
    report.orders = figures.orders;
    report.messages = figures.messages;
    report.crashes = figures.crashes;
    report.cases = figures.cases;
    for (const auto& violation : world->watch().violations())
        report.details.push_back({wanted.seed, violation.position, violation.what, repeat_me});
    report.violations = report.details.size();
    return report;
}

/// One seed with a planted bug in a process of its own. Exit code 1: a check found it; anything else that is
/// not 0: the program stopped itself.
int run_in_process(const Wanted& wanted) {
    const auto child = fork();
    if (child < 0) return -1;
    if (child == 0) {
        std::freopen("/dev/null", "w", stderr);
        const auto report = run_one(wanted);
        _exit(report.violations > 0 ? 1 : 0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}

PlantReport find_plant(Plant plant, std::uint64_t seeds_max) {
    PlantReport report;
    report.plant = truefill::name_of(plant);
    // A bug that needs a crash shows itself only in worlds that have some; a lost entry only where messages
    // repeat.
    const auto mood = plant == Plant::answer_before_sync ? Mood::crashing
                      : plant == Plant::lose_seen_entry  ? Mood::faulty
                                                         : Mood::calm;
    for (std::uint64_t seed = 1; seed <= seeds_max && !report.found; ++seed) {
        ++report.seeds;
        const auto code = run_in_process({seed, mood, plant});
        report.found = code != 0 && code != -1;
        if (!report.found) continue;
        report.by = code == 1 ? "a check" : "an assertion";
        report.repeat = repeat_command(seed, mood, plant);
    }
    return report;
}

} // namespace

Mood mood_of(std::uint64_t seed) { return static_cast<Mood>(seed % 3); }

std::string repeat_command(std::uint64_t seed, Mood mood, Plant plant) {
    auto command = fmt::format("truefill sim --seeds {0}..{0} --mood {1}", seed, truefill::name_of(mood));
    if (plant != Plant::none) command += fmt::format(" --plant {}", truefill::name_of(plant));
    return command;
}

SimReport run_seed(std::uint64_t seed, Mood mood, Plant plant) {
    set_assert_hook(say_repeat);
    return run_one({seed, mood, plant});
}

SimReport run_seeds(const SimOptions& options, const Progress& progress) {
    TF_ASSERT(options.first_seed <= options.last_seed, "the range of seeds is not empty");
    set_assert_hook(say_repeat);
    const auto all = options.last_seed - options.first_seed + 1;
    std::atomic<std::uint64_t> next{options.first_seed};
    std::uint64_t done = 0;
    std::mutex mutex;
    SimReport sum;
    const auto work = [&] {
        for (auto seed = next.fetch_add(1); seed <= options.last_seed; seed = next.fetch_add(1)) {
            const auto report = run_one({seed, options.mood.value_or(mood_of(seed)), options.plant});
            const std::lock_guard lock{mutex};
            add(sum, report);
            if (progress) progress(++done, all);
        }
    };
    std::vector<std::thread> threads;
    for (unsigned count = 1; count < std::clamp(options.threads, 1U, 64U); ++count)
        threads.emplace_back(work);
    work();
    for (auto& thread : threads) thread.join();
    std::ranges::sort(sum.worlds, {}, &SeedReport::seed);
    std::ranges::stable_sort(sum.details, {}, &ViolationReport::seed);
    return sum;
}

std::vector<PlantReport> find_plants(std::uint64_t seeds_max) {
    std::vector<PlantReport> reports;
    for (const auto plant : {Plant::drop_posting, Plant::lose_seen_entry, Plant::answer_before_sync})
        reports.push_back(find_plant(plant, seeds_max));
    return reports;
}

} // namespace truefill::sim
