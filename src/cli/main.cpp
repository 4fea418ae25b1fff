/// `truefill`: arguments in, exit code out. Each subcommand is added by its own function; commands.h.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/failure.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <string_view>

namespace {

namespace cli = truefill::cli;

/// Arguments that make no sense may hide the flag from the parser, so it is looked for here.
bool wants_json(int argc, const char* const* argv) {
    return std::any_of(argv, argv + argc, [](std::string_view one) { return one == "--json"; });
}

int misused(const CLI::App& app, const cli::Failure& failure, bool json) {
    cli::report(failure, json);
    std::fprintf(stderr, "Try `%s`.\n", cli::help_of(app).c_str());
    return failure.exit_code;
}

int run(int argc, char** argv) {
    CLI::App app{"Truefill: the one true state of every order line, provably right.", "truefill"};
    app.set_version_flag("--version", "truefill 0.1.0");
    app.require_subcommand(1);
    app.get_formatter()->column_width(28);
    cli::add_demo(app);
    cli::add_import(app);
    cli::add_explain(app);
    cli::add_verify(app);
    cli::add_replay(app);
    cli::add_export(app);
    cli::add_sim(app);
    cli::add_bench(app);
    cli::add_search(app);
    cli::add_serve(app);
    cli::add_views(app);
    cli::add_backup(app);
    cli::add_restore(app);
    app.footer(cli::exit_codes());
    try {
        cli::check_command(app, argc, argv);
        app.parse(argc, argv);
    } catch (const CLI::RuntimeError& ended) {
        return ended.get_exit_code();
    } catch (const CLI::Success& asked) { // help and version
        return app.exit(asked);
    } catch (const CLI::ParseError& wrong) {
        return misused(app, cli::failure_of(app, wrong), wants_json(argc, argv));
    } catch (const cli::Failure& wrong) {
        return misused(app, wrong, wants_json(argc, argv));
    }
    return cli::exit_done;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const cli::Failure& failure) {
        cli::report(failure, false);
        return failure.exit_code;
    } catch (const std::bad_alloc&) {
        std::fputs("truefill: there is not enough memory\n", stderr);
    } catch (const std::exception& other) {
        std::fprintf(stderr, "truefill: %s\n", other.what());
    }
    return cli::exit_bad_journal;
}
