/// The command line as CLI11 sees it: every subcommand with its options, its help and its examples. What a
/// subcommand does stands in a file of its own, which knows nothing of CLI11.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace truefill::cli {

void add_demo(CLI::App& app);
void add_import(CLI::App& app);
void add_explain(CLI::App& app);
void add_verify(CLI::App& app);
void add_replay(CLI::App& app);
void add_export(CLI::App& app);
void add_sim(CLI::App& app);
void add_bench(CLI::App& app);
void add_search(CLI::App& app);
void add_serve(CLI::App& app);
void add_views(CLI::App& app);
void add_backup(CLI::App& app);
void add_restore(CLI::App& app);

/// The end of a help text: a command that can be typed, and what it does.
struct Example {
    std::string_view command;
    std::string_view what;
};
std::string examples(const std::vector<Example>& lines);
/// Of the flag --json.
inline constexpr const char* json_help = "Print one JSON object instead of text";

/// What the exit codes mean, for the main help.
std::string exit_codes();

/// Ends a subcommand with an exit code; for the callbacks.
void finish(int exit_code);

} // namespace truefill::cli
