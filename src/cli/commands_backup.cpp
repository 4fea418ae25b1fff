#include "cli/backup.h"
#include "cli/commands.h"
#include "cli/failure.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace truefill::cli {

void add_backup(CLI::App& app) {
    auto arguments = std::make_shared<CopyArguments>();
    auto* command =
        app.add_subcommand("backup", "Copy a journal, also while its server runs, and prove the copy");
    command->add_option("JOURNAL", arguments->from, "The journal; default: TRUEFILL_JOURNAL")
        ->required()
        ->envname("TRUEFILL_JOURNAL")
        ->type_name("");
    command->add_option("--to", arguments->to, "The file to make, in a folder that is there")
        ->required()
        ->type_name("FILE");
    command->add_flag("--force", arguments->force, "Replace a file that is there");
    command->add_flag("--json", arguments->json, json_help);
    command->footer(
        "\nThe copy is the journal as it was when the copying began. The server goes on meanwhile. Keep it "
        "as\n"
        "secret as the journal: keys are in it.\n" +
        examples(
            {{"truefill backup run.tf --to backups/monday.tf", "exit code 4: there is no backup"},
             {"truefill backup run.tf --to backups/latest.tf --force", "the old one stays until the new one "
                                                                       "is proven"}}));
    command->callback(
        [arguments] { finish(guarded(arguments->json, [&] { return run_backup(*arguments); })); });
}

void add_restore(CLI::App& app) {
    auto arguments = std::make_shared<CopyArguments>();
    auto* command = app.add_subcommand("restore", "Bring a backup back to where a server finds it");
    command->add_option("BACKUP", arguments->from, "The backup; it is only read")->required()->type_name("");
    command->add_option("--to", arguments->to, "The journal to make")->required()->type_name("FILE");
    command->add_flag("--force", arguments->force,
                      "A journal that is there is kept under another name, and the backup takes its place");
    command->add_flag("--json", arguments->json, json_help);
    command->footer(
        "\nThe server must be stopped. Snapshots and views of the old journal are removed; they are made "
        "anew.\n"
        "What came after the backup is not in it: clients that send it again are answered as usual.\n" +
        examples(
            {{"truefill restore backups/monday.tf --to run.tf", "then: truefill serve --journal run.tf"}}));
    command->callback(
        [arguments] { finish(guarded(arguments->json, [&] { return run_restore(*arguments); })); });
}

} // namespace truefill::cli
