#include "cli/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

extern char** environ;

namespace truefill::cli {
namespace {

/// Attributes and file actions of a start, freed with it.
struct SpawnPlan {
    posix_spawnattr_t attributes{};
    posix_spawn_file_actions_t files{};
    SpawnPlan() {
        ::posix_spawnattr_init(&attributes);
        ::posix_spawn_file_actions_init(&files);
    }
    ~SpawnPlan() {
        ::posix_spawnattr_destroy(&attributes);
        ::posix_spawn_file_actions_destroy(&files);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
};

/// The parent waits for its signals with a mask; a child begins without one.
void make_ordinary(SpawnPlan& plan) {
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (const int one : {SIGTERM, SIGINT, SIGPIPE}) sigaddset(&usual, one);
    ::posix_spawnattr_setsigmask(&plan.attributes, &none);
    ::posix_spawnattr_setsigdefault(&plan.attributes, &usual);
    ::posix_spawnattr_setflags(&plan.attributes,
                               POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Child::~Child() {
    if (is_running()) wait(0);
    if (pipe_ >= 0) ::close(pipe_);
}

Child& Child::operator=(Child&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(pipe_, other.pipe_);
    std::swap(begun_, other.begun_);
    return *this;
}

std::optional<Child> Child::start(const ChildPlan& plan) {
    SpawnPlan spawn;
    make_ordinary(spawn);
    int ends[2] = {-1, -1};
    Child child;
    if (plan.output.empty()) {
        if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
        child.pipe_ = ends[0];
        ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
        ::posix_spawn_file_actions_adddup2(&spawn.files, ends[1], STDOUT_FILENO);
    } else {
        ::posix_spawn_file_actions_addopen(&spawn.files, STDOUT_FILENO, plan.output.c_str(),
                                           O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::posix_spawn_file_actions_addopen(&spawn.files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    ::posix_spawn_file_actions_addopen(&spawn.files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    std::vector<std::string> arguments{"truefill"};
    arguments.insert(arguments.end(), plan.arguments.begin(), plan.arguments.end());
    std::vector<std::string> variables;
    for (char** one = environ; *one != nullptr; ++one) variables.emplace_back(*one);
    for (const auto& [name, value] : plan.secrets) variables.push_back(name + "=" + value);
    const int failed = ::posix_spawn(&child.id_, "/proc/self/exe", &spawn.files, &spawn.attributes,
                                     pointers_to(arguments).data(), pointers_to(variables).data());
    if (ends[1] >= 0) ::close(ends[1]);
    if (failed != 0) {
        child.id_ = 0;
        return std::nullopt;
    }
    constexpr int lowest = 19;
    if (plan.low_priority) ::setpriority(PRIO_PROCESS, static_cast<id_t>(child.id_), lowest);
    return child;
}

std::optional<int> Child::ended() {
    int status = 0;
    if (!is_running() || ::waitpid(id_, &status, WNOHANG) != id_) return std::nullopt;
    id_ = 0;
    constexpr int signalled = 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : signalled + WTERMSIG(status);
}

std::vector<std::string> Child::lines() {
    std::vector<std::string> whole;
    char buffer[4096];
    for (ssize_t got = 0; pipe_ >= 0 && (got = ::read(pipe_, buffer, sizeof buffer)) > 0;)
        begun_.append(buffer, static_cast<std::size_t>(got));
    for (auto end = begun_.find('\n'); end != std::string::npos; end = begun_.find('\n')) {
        whole.push_back(begun_.substr(0, end));
        begun_.erase(0, end + 1);
    }
    return whole;
}

void Child::tell_to_stop() const {
    if (is_running()) ::kill(id_, SIGTERM);
}

void Child::wait(int milliseconds) {
    constexpr int step = 10;
    for (int waited = 0; waited < milliseconds && is_running(); waited += step)
        if (!ended()) ::usleep(step * 1000);
    if (!is_running()) return;
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
    id_ = 0;
}

} // namespace truefill::cli
