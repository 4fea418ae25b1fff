#include "cli/bench_http_server.h"

#include "api/door.h"
#include "base/sha256.h"
#include "cli/failure.h"
#include "loop/chain_reader.h"
#include "stores/sqlite/sqlite_journal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace truefill::cli {
namespace {

constexpr std::string_view listens = "Truefill listens on http://127.0.0.1:";

double resident_of(pid_t process) {
    long pages = 0, resident = 0;
    std::ifstream{fmt::format("/proc/{}/statm", process)} >> pages >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

[[noreturn]] void fail_start(const std::string& folder) {
    fail(exit_bad_journal, "bench_server_failed",
         "the server did not start; " + folder + "/server.log says why");
}

/// In the child: replays to the position and tells how much the process has grown.
class Replayer {
public:
    explicit Replayer(const std::string& path) {
        stores::SqliteOptions options;
        options.path = path;
        options.mode = stores::OpenMode::read_only;
        auto opened = stores::SqliteJournal::open(options);
        if (!opened) ::_exit(1);
        journal_ = std::move(*opened);
        ::malloc_trim(0);
        empty_ = resident_of(::getpid());
    }
    double bytes_at(Position position) {
        journal::Batch batch;
        while (engine_.position() < position) {
            batch.clear();
            if (!journal_->read(engine_.position() + 1, loop::replay_bytes, batch) || batch.size() == 0)
                ::_exit(1);
            for (std::size_t i = 0; i < batch.size() && engine_.position() < position; ++i)
                if (!engine_.replay(batch.record(i))) ::_exit(1);
        }
        batch = {};
        ::malloc_trim(0);
        return resident_of(::getpid()) - empty_;
    }

private:
    std::unique_ptr<stores::SqliteJournal> journal_;
    engine::Engine engine_;
    double empty_ = 0;
};

struct Question {
    std::array<char, 1024> journal{};
    std::uint64_t first{}, second{};
};

} // namespace

BenchServer::BenchServer(const std::string& folder)
    : folder_{folder}, journal_{folder + "/bench.tf"}, token_{"tf_" + api::random_hex()} {
    std::string hash;
    append_hex(hash, sha256(token_));
    const auto file = journal_ + ".token";
    ::unlink(file.c_str());
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    hash += '\n';
    if (made < 0 || ::write(made, hash.data(), hash.size()) < 0) fail_start(folder);
    ::close(made);
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) fail_start(folder);
    process_ = ::fork();
    if (process_ == 0) run(pipe[1]);
    ::close(pipe[1]);
    if (process_ < 0) fail_start(folder);
    said_ = pipe[0];
    wait_until_it_listens();
}

/// In the child: becomes the server.
void BenchServer::run(int out) const {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int log = ::open((folder_ + "/server.log").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    ::setenv("TRUEFILL_LOG_LEVEL", "warning", 1);
    ::execl("/proc/self/exe", "truefill", "serve", "--journal", journal_.c_str(), "--address", "127.0.0.1",
            "--port", "0", static_cast<char*>(nullptr));
    ::_exit(127);
}

void BenchServer::wait_until_it_listens() {
    constexpr int seconds_max = 60;
    std::string said;
    std::array<char, 4096> some{};
    pollfd readable{said_, POLLIN, 0};
    while (port_ == 0 && ::poll(&readable, 1, seconds_max * 1000) > 0) {
        const auto got = ::read(said_, some.data(), some.size());
        if (got <= 0) break;
        said.append(some.data(), static_cast<std::size_t>(got));
        const auto at = said.find(listens);
        if (at != std::string::npos && said.find('\n', at) != std::string::npos)
            std::from_chars(said.data() + at + listens.size(), said.data() + said.size(), port_);
    }
    if (port_ == 0) fail_start(folder_);
}

BenchServer::~BenchServer() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    ::close(said_);
    const auto name = std::filesystem::path{journal_}.filename().string();
    std::error_code ignored;
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator{folder_, ignored})
        if (file.path().filename().string().starts_with(name)) files.push_back(file.path());
    for (const auto& file : files) std::filesystem::remove_all(file, ignored);
}

double BenchServer::resident() const { return resident_of(process_); }

double BenchServer::cpu_seconds() const {
    std::ifstream in{fmt::format("/proc/{}/stat", process_)};
    std::string line;
    std::getline(in, line);
    constexpr int before = 11; // fields between the name and utime
    std::string_view rest{line};
    rest.remove_prefix(std::min(rest.size(), rest.rfind(')') + 2));
    for (int field = 0; field < before; ++field)
        rest.remove_prefix(std::min(rest.size(), rest.find(' ') + 1));
    long user = 0, system = 0;
    const auto [next, error] = std::from_chars(rest.data(), rest.data() + rest.size(), user);
    if (error == std::errc{}) std::from_chars(next + 1, rest.data() + rest.size(), system);
    return static_cast<double>(user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

StateMeter::StateMeter() {
    std::array<int, 2> ask{}, answer{};
    if (::pipe2(ask.data(), O_CLOEXEC) != 0 || ::pipe2(answer.data(), O_CLOEXEC) != 0) return;
    process_ = ::fork();
    if (process_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        Question question;
        if (::read(ask[0], &question, sizeof question) != sizeof question) ::_exit(0);
        Replayer replayer{question.journal.data()};
        Bytes bytes;
        bytes.first = replayer.bytes_at(question.first);
        bytes.second = replayer.bytes_at(question.second);
        ::_exit(::write(answer[1], &bytes, sizeof bytes) == sizeof bytes ? 0 : 1);
    }
    ::close(ask[0]);
    ::close(answer[1]);
    to_ = ask[1];
    from_ = answer[0];
}

StateMeter::~StateMeter() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    ::close(to_);
    ::close(from_);
}

StateMeter::Bytes StateMeter::measure(const std::string& journal, std::uint64_t first, std::uint64_t second) {
    Question question;
    question.first = first;
    question.second = second;
    if (journal.size() < question.journal.size()) journal.copy(question.journal.data(), journal.size());
    Bytes bytes;
    if (::write(to_, &question, sizeof question) != sizeof question ||
        ::read(from_, &bytes, sizeof bytes) != sizeof bytes)
        fail(exit_bad_journal, "bench_journal_failed", "the journal of the server cannot be replayed");
    return bytes;
}

} // namespace truefill::cli
