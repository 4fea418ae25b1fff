#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/terminal.h"
#include "ledger/search.h"
#include "sim/run.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <memory>
#include <sstream>

namespace truefill::cli {
namespace {

struct SimArguments {
    sim::SimOptions options;
    std::string seeds{"1..30"};
    sim::Mood mood{};
};

int run_sim(SimArguments& arguments, bool has_mood) {
    const auto seeds = sim::parse_seeds(arguments.seeds);
    if (!seeds)
        fail(exit_usage, "bad_arguments",
             "`--seeds " + arguments.seeds + "`: give the first and the last seed, as in 1..30, or one seed");
    arguments.options.first_seed = seeds->first;
    arguments.options.last_seed = seeds->second;
    if (has_mood) arguments.options.mood = arguments.mood;
    arguments.options.progress = shows_progress();
    std::ostringstream out;
    const int code = sim::run_sim(arguments.options, out);
    print(out.view());
    return code;
}

struct PlantsOutput {
    static constexpr auto required = std::to_array<std::string_view>({"plants"});
    std::vector<sim::PlantReport> plants;
};
TF_DESCRIBE(PlantsOutput, (plants))

int run_plants(bool json) {
    const PlantsOutput output{sim::find_plants()};
    bool all = true;
    std::string text;
    for (const auto& plant : output.plants) {
        all = all && plant.found;
        text += fmt::format("  {}  {}: {}\n", plant.found ? good("found ") : bad("MISSED"), plant.plant,
                            plant.found ? fmt::format("{} after {}; again with: {}", plant.by,
                                                      plural(plant.seeds, "world"), plant.repeat)
                                        : fmt::format("not in {}", plural(plant.seeds, "world")));
    }
    if (json) print_json(output);
    else print(text);
    return all ? exit_done : exit_wrong;
}

} // namespace

void add_sim(CLI::App& app) {
    auto arguments = std::make_shared<SimArguments>();
    auto plants = std::make_shared<bool>(false);
    auto* command =
        app.add_subcommand("sim", "Run simulated worlds, one for each seed, and look for violations");
    command->add_option("--seeds", arguments->seeds, "First and last seed")
        ->type_name("A..B")
        ->capture_default_str();
    auto* mood =
        add_choice(command, "--mood", arguments->mood)
            ->description("calm, faulty, crashing or hostile (messages that are not true); default: one of "
                          "the first three, by the seed")
            ->type_name("MOOD");
    using enum sim::Plant;
    add_choice(command, "--plant", arguments->options.plant,
               {drop_posting, lose_seen_entry, answer_before_sync})
        ->description("For tests of the simulator: switch a bug on, drop_posting, lose_seen_entry or "
                      "answer_before_sync")
        ->type_name("BUG");
    command->add_flag("--find-plants", *plants,
                      "For tests of the simulator: run each of these bugs until it is found");
    add_number(command, "--threads", arguments->options.threads, {1, 64})
        ->description("Worlds at a time; default: 2");
    command->add_flag("--json", arguments->options.json, json_help);
    command->footer(
        examples({{"truefill sim --seeds 1..200", "a third of each mood; exit code 1: a violation"},
                  {"truefill sim --seeds 17 --mood crashing", "one world"},
                  {"truefill sim --find-plants", "prove that planted bugs are found"}}));
    command->callback([arguments, plants, mood] {
        finish(guarded(arguments->options.json, [&] {
            return *plants ? run_plants(arguments->options.json) : run_sim(*arguments, mood->count() > 0);
        }));
    });
}

void add_search(CLI::App& app) {
    auto* command = app.add_subcommand("search", "Visit every state that the transition table can reach");
    command->footer(
        examples({{"truefill search", "states by setup, then every mutant and what catches it"}}));
    command->callback([] {
        finish(guarded(false, [] {
            print(ledger::search_report());
            return int{exit_done};
        }));
    });
}

} // namespace truefill::cli
