#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/private_files.h"
#include "cli/views.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace truefill::cli {

void add_views(CLI::App& app) {
    auto options = std::make_shared<ViewsOptions>();
    auto* command = app.add_subcommand("views", "Write the SQL views of a journal, for sqlite3 and BI tools");
    command->add_option("FILE", options->journal, "The journal; it is only read")->type_name("");
    command
        ->add_option("--out", options->out,
                     "The SQLite file, made when missing and brought up to date otherwise; default: "
                     "FILE.views.db")
        ->type_name("FILE");
    add_number(command, "--to", options->to, {.least = 1})
        ->description("As it was after this record; default: the end")
        ->type_name("POSITION");
    command->add_flag(
        "--follow", options->follow,
        "Make it anew by going through the records as a server does; slower, with the same rows");
    command->add_flag("--progress", options->progress, "Tell every second how far it is, on stderr");
    command->add_flag("--describe", options->describe,
                      "Print what stands in docs/views.md of tables and columns, and end");
    command->add_flag("--json", options->json, json_help);
    command->footer(
        examples({{"truefill views run.tf", "writes run.tf.views.db; docs/views.md says what stands in it"},
                  {"sqlite3 -box run.tf.views.db 'select * from late_orders_by_carrier'",
                   "one of its ready questions"},
                  {"truefill views run.tf --out week.db --json", "for programs"}}));
    command->callback([options] {
        finish(guarded(options->json, [&] {
            if (options->journal.empty() && !options->describe)
                fail(exit_usage, "bad_arguments", "views needs FILE, as in: truefill views run.tf");
            keep_files_private();
            return run_views(*options);
        }));
    });
}

} // namespace truefill::cli
