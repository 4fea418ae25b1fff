#include "cli/bench.h"
#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/terminal.h"
#include "ledger/search.h"
#include "sim/demo.h"
#include "sim/run.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>

namespace truefill::cli {
namespace {

constexpr const char* json_help = "Print one JSON object instead of text";

template <class E> auto by_name() {
    std::map<std::string, E> names;
    for (const auto& one : enumerators<E>) names.emplace(std::string{one.name}, one.value);
    return CLI::CheckedTransformer(names).description("");
}

CLI::Validator between(int least, int most) { return CLI::Range(least, most).description(""); }

struct SimArguments {
    sim::SimOptions options;
    std::string seeds{"1..30"};
    sim::Mood mood{};
};

int run_sim(SimArguments& arguments, bool has_mood) {
    const auto seeds = sim::parse_seeds(arguments.seeds);
    if (!seeds)
        fail(exit_usage, "bad_arguments",
             "--seeds " + arguments.seeds + ": write the first and the last seed, as in 1..30, or one seed");
    arguments.options.first_seed = seeds->first;
    arguments.options.last_seed = seeds->second;
    if (has_mood) arguments.options.mood = arguments.mood;
    arguments.options.progress = shows_progress();
    return sim::run_sim(arguments.options, std::cout);
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

int run_demo(sim::DemoOptions& options) {
    options.progress = shows_progress();
    const auto folder = std::filesystem::path{options.keep}.parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder))
        fail(exit_bad_journal, "no_folder", "the folder of " + options.keep + " does not exist");
    const int code = sim::run_demo(options, std::cout);
    std::cout.flush();
    return code == 2 ? int{exit_bad_input} : code;
}

} // namespace

void add_demo(CLI::App& app) {
    auto options = std::make_shared<sim::DemoOptions>();
    auto* command = app.add_subcommand(
        "demo", "Play six weeks of a real wholesaler's orders through three warehouses, and prove the books");
    command->add_option("--data", options->data, "Folder with online-retail.csv.gz and codes.csv")
        ->type_name("FOLDER")
        ->capture_default_str();
    command->add_option("--seed", options->seed, "What goes wrong, and when")
        ->type_name("N")
        ->capture_default_str();
    command->add_option("--days", options->days, "So many days of the orders; then what is open settles")
        ->type_name("N")
        ->capture_default_str()
        ->check(between(1, 366));
    command->add_option("--mood", options->mood, "calm, faulty or crashing; default: faulty")
        ->type_name("MOOD")
        ->transform(by_name<sim::Mood>());
    command->add_option("--keep", options->keep, "Keep the journal in this new file")->type_name("FILE");
    command->add_flag("--json", options->json, json_help);
    command->footer(examples({{"truefill demo", "the main job, its open ends and its proof"},
                              {"truefill demo --keep run.tf", "then: truefill verify run.tf"},
                              {"truefill demo --days 7 --seed 5", "one week, other troubles"}}));
    command->callback([options] { finish(guarded(options->json, [&] { return run_demo(*options); })); });
}

void add_sim(CLI::App& app) {
    auto arguments = std::make_shared<SimArguments>();
    auto plants = std::make_shared<bool>(false);
    auto* command =
        app.add_subcommand("sim", "Run simulated worlds, one for each seed, and look for violations");
    command->add_option("--seeds", arguments->seeds, "First and last seed")
        ->type_name("A..B")
        ->capture_default_str();
    auto* mood =
        command->add_option("--mood", arguments->mood, "calm, faulty or crashing; default: by the seed")
            ->type_name("MOOD")
            ->transform(by_name<sim::Mood>());
    command
        ->add_option("--plant", arguments->options.plant,
                     "Plant a bug: drop_posting, lose_seen_entry or answer_before_sync")
        ->type_name("BUG")
        ->transform(by_name<sim::Plant>());
    command->add_flag("--find-plants", *plants, "Run each planted bug until it is found");
    command->add_option("--threads", arguments->options.threads, "Worlds at a time")
        ->type_name("N")
        ->capture_default_str()
        ->check(between(1, 64));
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

void add_bench(CLI::App& app) {
    auto options = std::make_shared<BenchOptions>();
    auto json = std::make_shared<bool>(false);
    auto* command = app.add_subcommand(
        "bench", "Measure lifecycles, latency, replay, memory; beside each figure what the machine could do");
    command->add_option("--runs", options->runs, "Each figure is the median of so many")
        ->type_name("N")
        ->capture_default_str()
        ->check(between(1, 99));
    command->add_option("--lifecycles", options->lifecycles, "Orders of a run; a fifth of it with 21 lines")
        ->type_name("N")
        ->capture_default_str()
        ->check(between(100, 10'000'000));
    command
        ->add_option("--folder", options->folder,
                     "Where the journals go; default: a new folder here, removed again")
        ->type_name("FOLDER");
    command->add_flag("--restart", options->restart,
                      "Also a restart with a million open orders: about 15 GB of disk, several minutes");
    command->add_flag("--json", *json, json_help);
    command->footer(
        examples({{"truefill bench", "all figures, medians of 5 runs"},
                  {"truefill bench --runs 1 --lifecycles 2000 --json", "a quick look, for programs"}}));
    command->callback([options, json] {
        finish(guarded(*json, [&] {
            options->progress = shows_progress();
            const auto report = measure(*options);
            print(*json ? json_of(report) : text_of(report));
            return int{exit_done};
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
