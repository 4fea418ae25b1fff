#include "cli/serve.h"

#include "api/log.h"
#include "cli/failure.h"
#include "cli/private_files.h"
#include "cli/systemd.h"
#include "cli/terminal.h"
#include "server/config.h"
#include "server/doctor.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace truefill::cli {
namespace {

using api::Level;

struct DoctorReport {
    static constexpr auto required = std::to_array<std::string_view>({"ok", "examined"});
    bool ok{};
    std::vector<server::Examined> examined;
};
TF_DESCRIBE(DoctorReport, (ok, examined))

/// SIGTERM and SIGINT are waited for, not handled: blocked before any thread is made, so that all inherit it.
sigset_t block_signals() {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return ends;
}

/// Whether one of them has come meanwhile; it stays pending.
bool is_pending(const sigset_t& ends) {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    return (sigismember(&pending, SIGTERM) == 1 && sigismember(&ends, SIGTERM) == 1) ||
           (sigismember(&pending, SIGINT) == 1 && sigismember(&ends, SIGINT) == 1);
}

ExitCode exit_code_of(server::StartFault::Kind kind) {
    using Kind = server::StartFault::Kind;
    return kind == Kind::network || kind == Kind::setting ? exit_usage : exit_bad_journal;
}

/// Where it is, and what only the first start knows.
void greet(server::Live& live, bool link, bool recovers) {
    print(fmt::format("Truefill listens on {}\n", live.url()));
    const auto& token = live.new_token();
    if (link && !token.empty())
        print(fmt::format("Open {}#token={} in a browser; Ctrl+C ends it.\n", live.url(), token));
    else if (!token.empty()) print(fmt::format("The token of this server, shown this once: {}\n", token));
    if (const auto shown = live.token_shown(); !shown) fail(exit_bad_journal, "token_file", shown.error());
    if (const auto first = live.first_run_url(); !first.empty())
        print(fmt::format("{}, with this link, once: {}\n",
                          recovers ? "Make an administrator"
                                   : "Nobody can log in yet. Make the first administrator",
                          first));
}

} // namespace

api::ServeOptions ServeArguments::options() const {
    api::ServeOptions made;
    const auto taken = [](const std::expected<void, std::string>& done) {
        if (!done) fail(exit_usage, "bad_setting", done.error());
    };
    if (!config.empty()) taken(server::load_config(config, made));
    taken(server::read_environment(
        [](const std::string& name) -> std::optional<std::string> {
            const char* value = std::getenv(name.c_str());
            return value ? std::optional<std::string>{value} : std::nullopt;
        },
        made));
    if (journal) made.journal = *journal;
    if (address) made.address = *address;
    if (port && (*port < 0 || *port > 65'535))
        fail(exit_usage, "bad_setting", "--port is a number from 0 to 65535");
    if (port) made.port = *port;
    made.recover_access = recover_access;
    if (made.journal.empty())
        fail(exit_usage, "no_journal",
             "name the journal: --journal FILE, `journal` in the settings, or TRUEFILL_JOURNAL");
    return made;
}

int run_init(const InitArguments& arguments) {
    // "x": never over a file that is there, and no moment between looking and writing.
    std::FILE* file = std::fopen(arguments.file.c_str(), "wx");
    if (!file)
        fail(exit_bad_journal, "cannot_write",
             fmt::format("{} cannot be made: {}", arguments.file, std::strerror(errno)));
    const auto text = server::default_config(arguments.journal);
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (std::fclose(file) != 0 || !written)
        fail(exit_bad_journal, "cannot_write", arguments.file + ": is the disk full?");
    print(fmt::format(
        "{} has every setting at its default. Then:\n  truefill doctor --config {}\n  truefill serve "
        "--config {}\n",
        arguments.file, arguments.file, arguments.file));
    return exit_done;
}

int run_doctor(const ServeArguments& arguments) {
    const auto examined = server::examine(arguments.options());
    const bool ok =
        std::ranges::none_of(examined, [](const auto& one) { return one.finding == server::Finding::bad; });
    if (arguments.json) {
        print_json(DoctorReport{ok, examined});
        return ok ? exit_done : exit_wrong;
    }
    TextTable table{{"what", "", ""}};
    for (const auto& one : examined) table.add({one.what, std::string{name_of(one.finding)}, one.sentence});
    print(table.text());
    print(ok ? good("The server would start.") + "\n" : bad("The server would not start.") + "\n");
    return ok ? exit_done : exit_wrong;
}

int run_serve(const ServeArguments& arguments) {
    keep_files_private();
    auto options = arguments.options();
    make_private(options.journal);
    return serve(std::move(options), false);
}

int serve(api::ServeOptions options, bool link) {
    const auto ends = block_signals();
    std::atomic<bool> failed{false};
    options.catch_crashes = true;
    options.failed = [&] {
        failed = true;
        ::kill(::getpid(), SIGTERM);
    };
    options.ends = [&] { return is_pending(ends); };
    const bool recovers = options.recover_access;
    auto live = server::Live::start(std::move(options));
    if (!live && live.error().kind == server::StartFault::Kind::given_up) {
        api::log(Level::info, "stopped", "The start was given up; nothing was changed.");
        return exit_done;
    }
    if (!live) fail(exit_code_of(live.error().kind), live.error().code, live.error().sentence);
    greet(**live, link, recovers);
    tell_systemd("READY=1");
    api::log(Level::info, "listening", "The server takes requests.",
             {{"url", (*live)->url()}, {"position", std::to_string((*live)->position())}});
    int signal = 0;
    sigwait(&ends, &signal);
    tell_systemd("STOPPING=1");
    api::log(Level::info, "stopping", "Requests under way are answered.");
    (*live)->stop();
    api::log(Level::info, "stopped", "Everything that was answered is in the journal.",
             {{"position", std::to_string((*live)->position())}});
    if (!failed) return exit_done;
    fail(exit_bad_journal, "journal_failed", "the journal could not be written; the log says why");
}

} // namespace truefill::cli
