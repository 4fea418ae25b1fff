#include "cli/arguments.h"
#include "cli/bench.h"
#include "cli/bench_http.h"
#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/terminal.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace truefill::cli {
namespace {

struct HttpArguments {
    bool wanted{};
    HttpBenchOptions options;
};

std::shared_ptr<HttpArguments> add_http_options(CLI::App* command) {
    auto http = std::make_shared<HttpArguments>();
    auto* flag = command->add_flag("--http", http->wanted,
                                   "Measure a server instead: commands, reads, event feed, views, memory");
    add_number(command, "--growth-minutes", http->options.growth_minutes, {0, 1'440})
        ->description("With --http: watch the memory for so long; 0: not at all; default: 10")
        ->needs(flag);
    add_number(command, "--commands", http->options.commands, {1'000, 1'000'000})
        ->description("With --http: single commands of a run, the other runs in proportion; default: 20000")
        ->needs(flag);
    return http;
}

int run_http_bench(const HttpArguments& http, const BenchOptions& common, bool json) {
    auto options = http.options;
    options.folder = common.folder;
    options.runs = common.runs;
    const auto bench = measure_http(options);
    if (json) fmt::print(stderr, "{}", text_of(bench));
    print(json ? json_of(bench.report) : text_of(bench));
    return exit_done;
}

} // namespace

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
    const auto http = add_http_options(command);
    command->footer(
        examples({{"truefill bench", "all figures, medians of 5 runs"},
                  {"truefill bench --runs 1 --lifecycles 2000 --json", "a quick look, for programs"},
                  {"truefill bench --http", "what a server does for other systems"},
                  {"truefill bench --http --runs 1 --growth-minutes 1", "a quick look at it"}}));
    command->callback([options, json, http] {
        finish(guarded(*json, [&] {
            if (http->wanted) return run_http_bench(*http, *options, *json);
            options->progress = shows_progress();
            const auto report = measure(*options);
            print(*json ? json_of(report) : text_of(report));
            return int{exit_done};
        }));
    });
}

} // namespace truefill::cli
