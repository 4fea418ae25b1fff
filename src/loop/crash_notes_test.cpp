#include "loop/crash_notes.h"

#include "base/assert.h"
#include "loop/loop_fixture.h"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdio>
#include <fstream>

using namespace truefill;
using namespace truefill::loop;

namespace {

/// How a child process ends that does `act`: the signal, or 0.
template <class Act> int death_of(Act act) {
    std::fflush(nullptr); // Or the child says again what the parent has not yet said.
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (!std::freopen("/dev/null", "w", stderr)) _exit(3);
        std::signal(SIGABRT, SIG_DFL);
        act();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

std::string text_of(const std::string& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::unique_ptr<CrashNotes> notes_at(const std::string& path) {
    auto notes = CrashNotes::open(path);
    REQUIRE_MESSAGE(notes.has_value(), notes.error());
    return std::move(*notes);
}

} // namespace

TEST_CASE("a message that was being handled in two crashes is quarantined") {
    const Folder folder;
    const auto path = folder.path() + "/journal.crash";
    const auto poison = order(1);
    auto odd = order(2);
    odd.envelope.message_id = "50% of\nit, " + std::string(400, 'x');
    for (int crash = 1; crash <= 2; ++crash) {
        CHECK(!notes_at(path)->is_quarantined(poison.envelope));
        for (const auto& victim : {poison, odd})
            CHECK(death_of([&] {
                      const auto notes = notes_at(path);
                      notes->remember(victim.envelope);
                      TF_ASSERT(crash > 2, "this message stops the program");
                  }) == SIGABRT);
    }
    const auto notes = notes_at(path);
    CHECK(notes->size() == 4);
    CHECK(notes->is_quarantined(poison.envelope));
    CHECK(notes->is_quarantined(odd.envelope));
    CHECK(!notes->is_quarantined(order(3).envelope));
    auto mended = poison.envelope;
    mended.content_hash = hash128("another content");
    CHECK(!notes->is_quarantined(mended));
    CHECK(text_of(path).find("this%20message%20stops") != std::string::npos);
}

TEST_CASE("a crash while nothing is handled, or on another thread, blames nobody") {
    const Folder folder;
    const auto path = folder.path() + "/journal.crash";
    CHECK(death_of([&] {
              const auto notes = notes_at(path);
              notes->remember(order(1).envelope);
              notes->forget();
              TF_ASSERT(notes == nullptr);
          }) == SIGABRT);
    CHECK(notes_at(path)->size() == 0);
}

TEST_CASE("a note that was cut off by the crash is not counted") {
    const Folder folder;
    const auto path = folder.path() + "/journal.crash";
    CHECK(death_of([&] {
              const auto notes = notes_at(path);
              notes->remember(order(1).envelope);
              TF_ASSERT(notes == nullptr);
          }) == SIGABRT);
    const auto whole = text_of(path);
    std::ofstream{path, std::ios::app} << whole.substr(0, whole.size() - 1);
    const auto notes = notes_at(path);
    CHECK(notes->size() == 1);
    CHECK(!notes->is_quarantined(order(1).envelope));
}

TEST_CASE("a death by a signal is noted once, and stays a death by that signal") {
    const Folder folder;
    const auto path = folder.path() + "/journal.crash";
    int expected = 0;
    SUBCASE("a library's own assertion") { expected = SIGABRT; }
    SUBCASE("a wild pointer") { expected = SIGSEGV; }
    CHECK(death_of([&] {
              const auto notes = notes_at(path);
              CrashNotes::watch_signals();
              notes->remember(order(1).envelope);
              if (expected == SIGABRT) std::abort();
              raise(expected);
          }) == expected);
    CHECK(notes_at(path)->size() == 1);
}

TEST_CASE("an assertion under watched signals makes one note, not two") {
    const Folder folder;
    const auto path = folder.path() + "/journal.crash";
    CHECK(death_of([&] {
              const auto notes = notes_at(path);
              CrashNotes::watch_signals();
              notes->remember(order(1).envelope);
              TF_ASSERT(notes == nullptr);
          }) == SIGABRT);
    CHECK(notes_at(path)->size() == 1);
}

TEST_CASE("the loop does not handle a message a third time that stopped the program twice") {
    const Folder folder;
    const auto path = folder.path() + "/journal.crash";
    // A fact with a body that cannot be read waits for the order, so placing the order stops the engine.
    engine::PutAside trap;
    trap.key = "order:SO-1";
    trap.command = "no.such_command";
    trap.body = "{}";
    const auto run = [&](Network& network) {
        const auto notes = notes_at(path);
        network.crash_notes = notes.get();
        const auto loop = network.start();
        REQUIRE(loop->call(catalogue()).has_value());
        REQUIRE(loop->call(message("trap", engine::FlowCommand{trap})).has_value());
        const auto first = loop->call(order(1));
        const auto again = loop->call(order(1));
        const auto other = loop->call(order(2));
        loop->stop(Stop::drain);
        return std::vector{first.value(), again.value(), other.value()};
    };
    for (int crash = 1; crash <= 2; ++crash) {
        CHECK(death_of([&] {
                  Network network;
                  run(network);
              }) == SIGABRT);
        CHECK(notes_at(path)->size() == static_cast<std::size_t>(crash));
    }
    Network network;
    const auto results = run(network);
    CHECK(results[0].outcome == engine::Outcome::reported);
    CHECK(network.journal.record(results[0].position).find("engine.report_message") != std::string::npos);
    CHECK(results[1].outcome == engine::Outcome::duplicate);
    CHECK(results[1].position == results[0].position);
    CHECK(results[2].outcome == engine::Outcome::committed);
    engine::Engine replayed;
    REQUIRE(restore(replayed, network.journal).has_value());
    CHECK(replayed.state().digest() == network.engine.state().digest());
}

TEST_CASE("notes that cannot be opened say why") {
    const auto notes = CrashNotes::open("/proc/no-such-folder/journal.crash");
    REQUIRE(!notes.has_value());
    CHECK(notes.error().find("/proc/no-such-folder/journal.crash") != std::string::npos);
}
