#include "cli/commands.h"

#include "cli/arguments.h"
#include "cli/explain.h"
#include "cli/export.h"
#include "cli/failure.h"
#include "cli/import.h"
#include "cli/replay.h"
#include "cli/terminal.h"
#include "cli/verify.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace truefill::cli {
namespace {

constexpr std::string_view journal_variable = "TRUEFILL_JOURNAL";

/// `--to`, which is 0 when it is not given.
void add_position(CLI::App* command, Position& to, std::string what) {
    add_number(command, "--to", to, {.least = 1})->description(std::move(what))->type_name("POSITION");
}

} // namespace

std::string examples(const std::vector<Example>& lines) {
    std::size_t width = 0;
    for (const auto& line : lines) width = std::max(width, line.command.size());
    std::string text{"\nExamples:\n"};
    for (const auto& line : lines)
        text += width > 60 ? fmt::format("  {}\n      {}\n", line.command, line.what)
                           : fmt::format("  {:<{}}  {}\n", line.command, width, line.what);
    return text;
}

std::string exit_codes() {
    return R"(
Exit codes:
  0  done
  1  it looked and found something wrong: a broken chain, a violated invariant
  2  the arguments make no sense
  3  a file from outside cannot be taken; nothing of it was
  4  a journal or an output file cannot be read or written
  5  there is no such order or position

TRUEFILL_JOURNAL names the journal when --journal is not given. NO_COLOR takes the colours away.
`truefill COMMAND --help` says more, with examples.
)";
}

void finish(int exit_code) {
    if (exit_code != exit_done) throw CLI::RuntimeError(exit_code);
}

void add_import(CLI::App& app) {
    auto options = std::make_shared<ImportOptions>();
    auto* command = app.add_subcommand("import", "Read orders, cancellations and stock from files of a shop");
    command->add_option("FILE", options->files, "CSV files, also gzip")->required()->type_name("");
    command
        ->add_option("--mapping", options->mappings,
                     "Which column means what; default: FILE with the ending .map beside it")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command
        ->add_option("--codes", options->codes,
                     "Table of the odd rows of the online-retail export; default: codes.csv beside FILE")
        ->type_name("FILE");
    command
        ->add_option("--journal", options->journal,
                     "Import into this journal, which is made when missing; without it nothing is written")
        ->type_name("FILE");
    command
        ->add_option("--site", options->site,
                     "Where the shop's stock adjustments ask for a count; default: they become cases")
        ->type_name("CODE");
    command->add_option("--outcomes", options->outcomes, "Write the outcome of every row to this CSV file")
        ->type_name("FILE");
    command->add_flag("--json", options->json, json_help);
    command->footer(examples(
        {{"truefill import examples/online-retail/online-retail.csv.gz", "what would become of each row"},
         {"truefill import examples/own-csv/orders.csv examples/own-csv/stock.csv --journal run.tf",
          "own orders and stock, by orders.map and stock.map beside them"},
         {"truefill import today.csv --mapping shop.map --journal run.tf --json",
          "with a mapping of another name; twice is as good as once"}}));
    command->callback([options] { finish(guarded(options->json, [&] { return run_import(*options); })); });
}

void add_explain(CLI::App& app) {
    auto options = std::make_shared<ExplainOptions>();
    auto* command = app.add_subcommand(
        "explain", "Tell an order: what happened, where it stands, why, and what comes next");
    command->add_option("ORDER", options->order, "The number of the order")->required()->type_name("");
    command->add_option("--journal", options->journal, "The journal")
        ->required()
        ->type_name("FILE")
        ->envname(std::string{journal_variable});
    add_position(command, options->to, "As it was after this record; default: the end");
    command->add_flag("--json", options->json, json_help);
    command->footer(
        examples({{"truefill explain SO-1001 --journal run.tf", "the story of order SO-1001"},
                  {"truefill explain SO-1001 --journal run.tf --to 1000", "as it was then"},
                  {"truefill explain SO-1001 --journal run.tf --json", "the same for programs"}}));
    command->callback([options] { finish(guarded(options->json, [&] { return run_explain(*options); })); });
}

void add_verify(CLI::App& app) {
    auto options = std::make_shared<VerifyOptions>();
    auto* command = app.add_subcommand(
        "verify", "Prove a journal: pages, chain, replay, and the invariants of the ledgers");
    command->add_option("FILE", options->file, "The journal; it is only read")->required()->type_name("");
    command->add_flag("--json", options->json, json_help);
    command->footer(
        examples({{"truefill verify run.tf", "exit code 0: nothing is wrong; 1: it says what and where"},
                  {"truefill verify run.tf --json", "the same for programs"}}));
    command->callback([options] { finish(guarded(options->json, [&] { return run_verify(*options); })); });
}

void add_replay(CLI::App& app) {
    auto options = std::make_shared<ReplayOptions>();
    auto* command = app.add_subcommand("replay", "Show the state as it was after a record");
    command->add_option("FILE", options->file, "The journal; it is only read")->required()->type_name("");
    add_position(command, options->to, "Position of the last record; default: the end");
    command->add_flag("--json", options->json, json_help);
    command->footer(
        examples({{"truefill replay run.tf", "the state at the end"},
                  {"truefill replay run.tf --to 1000", "the state after the thousandth record"}}));
    command->callback([options] { finish(guarded(options->json, [&] { return run_replay(*options); })); });
}

void add_export(CLI::App& app) {
    auto options = std::make_shared<ExportOptions>();
    auto* command =
        app.add_subcommand("export", "Write the ledgers or the events of a journal for other programs");
    command->add_option("FILE", options->file, "The journal; it is only read")->required()->type_name("");
    add_choice(command, "--format", options->format)
        ->description("hledger: transactions; balances: what stands in each account (CSV); csv: every leg of "
                      "every posting; jsonl: every event, one line each")
        ->required()
        ->type_name("FORMAT");
    add_choice(command, "--book", options->book)
        ->description("all, pipeline, billing, stock or money; default: all")
        ->type_name("BOOK");
    command->add_flag("--by-order", options->by_order, "Accounts of units end in order and line");
    command->add_flag("--personal", options->personal,
                      "With jsonl: write what is known of persons as text; default: it stays sealed, as it "
                      "stands in the journal");
    command->add_option("--out", options->out, "Write to this file, whole or not at all; default: stdout")
        ->type_name("FILE");
    command->footer(
        examples({{"truefill export run.tf --format hledger --book money --out run.journal",
                   "then: hledger -f run.journal balance"},
                  {"truefill export run.tf --format balances", "what the same accounts must come to"},
                  {"truefill export run.tf --format jsonl", "the events for other programs"}}));
    command->callback([options] { finish(guarded(false, [&] { return run_export(*options); })); });
}

} // namespace truefill::cli
