#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/serve.h"
#include "cli/terminal.h"
#include "server/openapi.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace truefill::cli {
namespace {

void add_settings(CLI::App& command, ServeArguments& arguments) {
    command.add_option("--config", arguments.config, "Settings in TOML; `truefill init` writes them")
        ->type_name("FILE")
        ->envname("TRUEFILL_CONFIG");
    command
        .add_option("--journal", arguments.journal,
                    "The journal, made when it is missing; default: as configured")
        ->type_name("FILE");
    command
        .add_option("--address", arguments.address, "Where to listen; default: 127.0.0.1, this machine only")
        ->type_name("ADDRESS");
    command.add_option("--port", arguments.port, "0 takes any free one; default: 8080")->type_name("PORT");
}

void add_init(CLI::App& app) {
    auto arguments = std::make_shared<InitArguments>();
    auto* command = app.add_subcommand("init", "Write a file with all settings of the server");
    command->add_option("FILE", arguments->file, "Default: truefill.toml")->type_name("");
    command->add_option("--journal", arguments->journal, "The journal that it names; default: truefill.tf")
        ->type_name("FILE");
    command->footer(examples({{"truefill init /etc/truefill.toml --journal /var/lib/truefill/run.tf",
                               "then: truefill doctor --config /etc/truefill.toml"}}));
    command->callback([arguments] { finish(guarded(false, [&] { return run_init(*arguments); })); });
}

void add_doctor(CLI::App& app) {
    auto arguments = std::make_shared<ServeArguments>();
    auto* command = app.add_subcommand("doctor", "Would the server start here, and what will hurt later?");
    add_settings(*command, *arguments);
    command->add_flag("--json", arguments->json, "Print one JSON object instead of text");
    command->footer(examples(
        {{"truefill doctor --config truefill.toml", "exit code 1: something must be mended first"}}));
    command->callback(
        [arguments] { finish(guarded(arguments->json, [&] { return run_doctor(*arguments); })); });
}

void add_openapi(CLI::App& app) {
    auto* command = app.add_subcommand("openapi", "Print the contract of the API: OpenAPI 3.1, in JSON");
    command->footer(examples({{"truefill openapi > v1.json", "the same as GET /openapi.json of a server"}}));
    command->callback([] {
        print(server::openapi());
        print("\n");
    });
}

} // namespace

void add_serve(CLI::App& app) {
    auto arguments = std::make_shared<ServeArguments>();
    auto* command = app.add_subcommand("serve", "Run the server: API, event feed and console");
    add_settings(*command, *arguments);
    command->add_flag("--recover-access", arguments->recover_access,
                      "Print a link that makes an administrator although there is one: nobody can log in");
    command->footer(
        "\nSettings come from --config, then from the environment (http.port is TRUEFILL_HTTP_PORT), then "
        "from\n"
        "these options; the later wins. SIGTERM and SIGINT end it after what is under way is answered.\n" +
        examples({{"truefill serve --journal run.tf",
                   "the URL and, at the first start, a link for the first person"},
                  {"truefill serve --config truefill.toml --port 0", "on any free port"}}));
    command->callback([arguments] { finish(guarded(false, [&] { return run_serve(*arguments); })); });
    add_init(app);
    add_doctor(app);
    add_openapi(app);
}

} // namespace truefill::cli
