#include "cli/arguments.h"
#include "cli/bench.h"
#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/folder.h"
#include "cli/serve.h"
#include "cli/terminal.h"
#include "ledger/search.h"
#include "sim/demo.h"
#include "sim/run.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <sstream>

namespace truefill::cli {
namespace {

struct DemoArguments {
    sim::DemoOptions options;
    bool serve{};
    std::int64_t port = 8080;
};

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

int run_demo(sim::DemoOptions& options) {
    options.progress = shows_progress();
    const auto answer = sim::run_demo(options);
    if (!answer) {
        const auto& fault = answer.error();
        fail(fault.in_data ? exit_bad_input : exit_bad_journal, fault.code, fault.sentence);
    }
    print(answer->text);
    return answer->holds ? exit_done : exit_wrong;
}

} // namespace

/// The six weeks, and then the server on what they left, at the time of their end.
int serve_demo(sim::DemoOptions& options, std::int64_t port) {
    std::optional<Folder> folder;
    if (options.keep.empty()) {
        const auto place = std::filesystem::temp_directory_path().string();
        options.keep =
            folder.emplace(fmt::format("{}/truefill-demo-{}", place, ::getpid())).path() + "/demo.tf";
    }
    const auto code = run_demo(options);
    if (code != exit_done) return code;
    server::ServeOptions serving;
    serving.journal = options.keep;
    serving.port = port;
    serving.resume_time = true;
    serving.log_level = "warning";
    return serve(std::move(serving), true);
}

void add_demo(CLI::App& app) {
    auto arguments = std::make_shared<DemoArguments>();
    auto* options = &arguments->options;
    auto* command = app.add_subcommand(
        "demo", "Play six weeks of a real wholesaler's orders through three warehouses, and prove the books");
    command->add_option("--data", options->data, "Folder with online-retail.csv.gz and codes.csv")
        ->type_name("FOLDER")
        ->capture_default_str();
    add_number(command, "--seed", options->seed, {})->description("What goes wrong, and when; default: 1");
    add_number(command, "--days", options->days, {1, 366})
        ->description("So many days of the orders; then what is open settles; default: 42");
    add_choice(command, "--mood", options->mood, {sim::Mood::calm, sim::Mood::faulty, sim::Mood::crashing})
        ->description("calm, faulty or crashing; default: faulty")
        ->type_name("MOOD");
    command->add_option("--keep", options->keep, "Keep the journal in this new file")->type_name("FILE");
    command->add_flag("--json", options->json, json_help);
    command->add_flag("--serve", arguments->serve, "Then serve that journal, with the console");
    add_number(command, "--port", arguments->port, {0, 65'535})
        ->description("With --serve: where to listen, 0 for any free one; default: 8080");
    command->footer(examples({{"truefill demo", "the main job, its open ends and its proof"},
                              {"truefill demo --serve", "then look around in a browser"},
                              {"truefill demo --keep run.tf", "then: truefill verify run.tf"},
                              {"truefill demo --days 7 --seed 5", "one week, other troubles"}}));
    command->callback([arguments] {
        auto& demo = arguments->options;
        finish(guarded(demo.json, [&] {
            return arguments->serve ? serve_demo(demo, arguments->port) : run_demo(demo);
        }));
    });
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

void add_bench(CLI::App& app) {
    auto options = std::make_shared<BenchOptions>();
    auto json = std::make_shared<bool>(false);
    auto* command = app.add_subcommand(
        "bench", "Measure lifecycles, latency, replay, memory; beside each figure what the machine could do");
    add_number(command, "--runs", options->runs, {1, 99})
        ->description("Each figure is the median of so many; default: 5");
    add_number(command, "--lifecycles", options->lifecycles, {100, 10'000'000})
        ->description("Orders of a run; a fifth of it with 21 lines; default: 20000");
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
