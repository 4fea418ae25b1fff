/// `truefill serve`, `init` and `doctor`: the server as a process, its settings, and whether it would start.
#pragma once

#include "server/live.h"

#include <cstdint>
#include <optional>
#include <string>

namespace truefill::cli {

/// What the command line says beside the file and the environment.
struct ServeArguments {
    std::string config; ///< TOML file; empty: none
    std::optional<std::string> journal, address;
    std::optional<std::int64_t> port;
    bool json{};           ///< doctor
    bool recover_access{}; ///< a first-run link although there is an administrator

    /// Everything together; fails when a setting makes no sense or no journal is named.
    api::ServeOptions options() const;
};

/// These return the exit code or throw Failure.
int run_serve(const ServeArguments& arguments);
int run_doctor(const ServeArguments& arguments);
/// Serves until SIGTERM or SIGINT. `link`: prints the link that opens the console at once.
int serve(api::ServeOptions options, bool link);

struct InitArguments {
    std::string file = "truefill.toml";
    std::string journal = "truefill.tf";
};
/// Writes a file with every setting at its default; never over one that is there.
int run_init(const InitArguments& arguments);

} // namespace truefill::cli
