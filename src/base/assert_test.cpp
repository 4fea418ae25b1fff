#include "base/assert.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>

namespace {

struct Death {
    int signal{};
    std::string said;
};

void speak_to_stderr(const char* line) { std::fprintf(stderr, "hook: %s\n", line); }

/// Runs `act` in a child process and tells how it ended and what it wrote to stderr.
template <class Act>
Death death_of(Act act) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        std::signal(SIGABRT, SIG_DFL);
        act();
        _exit(0);
    }
    close(ends[1]);
    Death death;
    char buffer[512];
    for (ssize_t size = 0; (size = read(ends[0], buffer, sizeof buffer)) > 0;) {
        death.said.append(buffer, static_cast<std::size_t>(size));
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    death.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return death;
}

} // namespace

TEST_CASE("an assertion that holds does nothing and evaluates its condition once") {
    int evaluated = 0;
    TF_ASSERT(++evaluated == 1);
    TF_ASSERT(++evaluated == 2, "with a sentence");
    CHECK(evaluated == 2);
}

TEST_CASE("a failed assertion says where, what and why, and aborts") {
    const Death death = death_of([] {
        const int on_hand = 3;
        TF_ASSERT(on_hand > 5, "there is enough");
    });
    CHECK(death.signal == SIGABRT);
    CHECK(death.said.find("assert_test.cpp:") != std::string::npos);
    CHECK(death.said.find("assertion failed: on_hand > 5: there is enough\n") != std::string::npos);
}

TEST_CASE("the hook sees the same line before the abort") {
    const Death death = death_of([] {
        truefill::set_assert_hook(speak_to_stderr);
        TF_ASSERT(1 + 1 == 3);
    });
    CHECK(death.signal == SIGABRT);
    const auto hooked = death.said.find("hook: ");
    REQUIRE(hooked != std::string::npos);
    CHECK(death.said.find("assertion failed: 1 + 1 == 3", hooked) != std::string::npos);
}

TEST_CASE("an assertion that fails inside the hook does not call the hook again") {
    const Death death = death_of([] {
        truefill::set_assert_hook([](const char* line) {
            speak_to_stderr(line);
            TF_ASSERT(2 > 3);
        });
        TF_ASSERT(1 > 2);
    });
    CHECK(death.signal == SIGABRT);
    const auto first = death.said.find("hook: ");
    REQUIRE(first != std::string::npos);
    CHECK(death.said.find("hook: ", first + 1) == std::string::npos);
    CHECK(death.said.find("2 > 3") != std::string::npos);
}
