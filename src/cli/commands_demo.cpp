#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/live_demo.h"
#include "cli/private_files.h"
#include "cli/terminal.h"
#include "sim/demo.h"
#include "systems/run.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdlib>
#include <memory>

namespace truefill::cli {
namespace {

struct DemoArguments {
    sim::DemoOptions six_weeks;
    LiveDemoOptions live;
    std::int64_t port{};
    const CLI::Option* port_option{};
    bool headless{}, no_report{};
    std::vector<const CLI::Option*> of_day;       ///< these need the server and its day
    std::vector<const CLI::Option*> of_six_weeks; ///< these make sense with --headless only, and mean it
};

struct SystemArguments {
    std::string kind;
    systems::SystemSetup setup;
};

int run_six_weeks(sim::DemoOptions& options) {
    options.progress = shows_progress();
    const auto answer = sim::run_demo(options);
    if (!answer) {
        const auto& fault = answer.error();
        fail(fault.in_data ? exit_bad_input : exit_bad_journal, fault.code, fault.sentence);
    }
    print(answer->text);
    return answer->holds ? exit_done : exit_wrong;
}

int run_demo(DemoArguments& arguments) {
    keep_files_private();
    bool headless = arguments.headless;
    for (const auto* option : arguments.of_six_weeks) headless = headless || option->count() > 0;
    for (const auto* option : arguments.of_day)
        if (headless && option->count() > 0)
            fail(exit_usage, "bad_arguments",
                 "`" + option->get_name() +
                     "`: only a demo with its server has it; --headless, --days, --mood and "
                     "--json play the six weeks alone");
    if (headless) return run_six_weeks(arguments.six_weeks);
    arguments.live.data = arguments.six_weeks.data;
    arguments.live.seed = arguments.six_weeks.seed;
    arguments.live.keep = arguments.six_weeks.keep;
    if (arguments.port_option->count() > 0) arguments.live.port = arguments.port;
    arguments.live.report = !arguments.no_report;
    return run_live_demo(arguments.live);
}

/// `truefill demo system KIND`: one of the processes of a live demo. Not for people, so the help is silent.
void add_system(CLI::App& demo) {
    auto arguments = std::make_shared<SystemArguments>();
    auto* command = demo.add_subcommand("system", "One of the systems around Truefill")->group("");
    command->add_option("KIND", arguments->kind)->required();
    command->add_option("--url", arguments->setup.url)->required();
    command->add_option("--code", arguments->setup.code);
    command->add_option("--data", arguments->setup.data);
    command->add_option("--seed", arguments->setup.seed);
    command->callback([arguments] {
        const char* key = std::getenv("TRUEFILL_KEY");
        arguments->setup.key = key ? key : "";
        ::unsetenv("TRUEFILL_KEY");
        finish(systems::run_system(arguments->kind, arguments->setup));
    });
}

void add_live_options(CLI::App& command, DemoArguments& arguments) {
    auto* speed = add_number(&command, "--speed", arguments.live.speed, {1, 7'200});
    speed->description("Seconds of the world in one of ours; default: 60, a minute is an hour");
    auto* hours = add_number(&command, "--hours", arguments.live.hours, {1, 24});
    hours->description("So long a day; default: 24");
    auto* port =
        add_number(&command, "--port", arguments.port, {0, 65'535})
            ->description("Where to listen, 0 for any free one; default: 8080, or any when it is taken");
    auto* no_report =
        command.add_flag("--no-report", arguments.no_report, "Do not play the six weeks beside it");
    arguments.port_option = port;
    arguments.of_day = {speed, hours, port, no_report};
}

} // namespace

void add_demo(CLI::App& app) {
    auto arguments = std::make_shared<DemoArguments>();
    auto* options = &arguments->six_weeks;
    auto* command = app.add_subcommand(
        "demo", "A living distributor: server, console, and the systems around it, for a day of 24 minutes");
    add_live_options(*command, *arguments);
    command->add_option("--data", options->data, "Folder with online-retail.csv.gz and codes.csv")
        ->type_name("FOLDER")
        ->capture_default_str();
    add_number(command, "--seed", options->seed, {})->description("What goes wrong, and when; default: 1");
    command->add_option("--keep", options->keep, "Keep the journal in this new file")->type_name("FILE");
    command->add_flag("--headless", arguments->headless,
                      "Only the main job: six weeks of real orders, a report, the proof; no server");
    auto* days = add_number(command, "--days", options->days, {1, 366});
    days->description("Headless: so many days of the orders; then what is open settles; default: 42");
    auto* mood = add_choice(command, "--mood", options->mood,
                            {sim::Mood::calm, sim::Mood::faulty, sim::Mood::crashing});
    mood->description("Headless: calm, faulty or crashing; default: faulty")->type_name("MOOD");
    auto* json =
        command->add_flag("--json", options->json, "Headless: print one JSON object instead of text");
    arguments->of_six_weeks = {days, mood, json};
    add_system(*command);
    command->footer(examples({{"truefill demo", "open the link; Ctrl+C ends it"},
                              {"truefill demo --speed 240 --no-report", "the day in six minutes"},
                              {"truefill demo --headless", "the main job, its open ends and its proof"},
                              {"truefill demo --headless --keep run.tf", "then: truefill verify run.tf"},
                              {"truefill demo --days 7 --seed 5", "one week of it, other troubles"}}));
    command->callback([arguments, command] {
        if (command->got_subcommand("system")) return;
        finish(guarded(arguments->six_weeks.json, [&] { return run_demo(*arguments); }));
    });
}

} // namespace truefill::cli
