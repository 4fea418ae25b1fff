#include "loop/follower.h"

#include "loop/loop_fixture.h"

#include <doctest/doctest.h>

using namespace truefill;
using namespace truefill::loop;

namespace {

struct Alarms {
    std::mutex mutex;
    std::vector<JournalFault> told;
    std::function<void(const JournalFault&)> hook() {
        return [this](const JournalFault& fault) {
            const std::scoped_lock lock{mutex};
            told.push_back(fault);
        };
    }
};

void place(Loop& loop, int from, int to) {
    Answers answers;
    for (int n = from; n <= to; ++n) loop.submit(order(n), &answers);
    answers.wait_for(static_cast<std::size_t>(to - from + 1));
}

} // namespace

TEST_CASE("the follower agrees with the writer at every mark, and writes snapshots that a start can use") {
    const Folder folder;
    Network network;
    network.options.mark_every = 10;
    Alarms alarms;
    Follower follower{network.journal, {folder.path(), 100, alarms.hook()}};
    network.listeners = {&follower};
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    place(*loop, 1, 250);
    REQUIRE(follower.wait_for(251, long_enough));
    CHECK(eventually([&] { return follower.snapshot() >= 100; }));
    place(*loop, 251, 255);
    loop->stop(Stop::drain);
    follower.finish();
    CHECK(follower.agreed() == 256);
    CHECK(follower.snapshot() == 256);
    CHECK(alarms.told.empty());

    engine::Engine engine;
    const auto restored = restore(engine, network.journal, {.snapshots = folder.path(), .progress = {}});
    REQUIRE(restored.has_value());
    CHECK(restored->from_snapshot == 256);
    CHECK(engine.state().digest() == network.engine.state().digest());
}

TEST_CASE("a follower that starts late begins with the last snapshot and catches up") {
    const Folder folder;
    Network network;
    network.fill(60);
    REQUIRE(write_snapshot(folder.path(), network.engine, network.journal.head()).has_value());
    Alarms alarms;
    const auto loop = network.start();
    place(*loop, 61, 90);
    loop->stop(Stop::drain);
    Follower follower{network.journal, {folder.path(), 1'000, alarms.hook()}};
    CHECK(follower.wait_for(91, long_enough));
    follower.finish();
    CHECK(follower.position() == 91);
    CHECK(follower.snapshot() == 61); // Without a mark there is no proof, so nothing new is written.
    CHECK(alarms.told.empty());
}

TEST_CASE("a ledger that differs from the replay is a loud fault, and makes no snapshot") {
    const Folder folder;
    Network network;
    network.fill(20);
    Alarms alarms;
    Follower follower{network.journal, {folder.path(), 1, alarms.hook()}};
    const Mark wrong{21, Hash128{1, 2}};
    follower.committed({}, {&wrong, 1});
    REQUIRE(eventually([&] { return follower.fault().has_value(); }));
    CHECK(follower.fault()->position == 21);
    follower.finish();
    REQUIRE(alarms.told.size() == 1);
    CHECK(alarms.told[0].sentence.find("After record 21 the ledger of the writer is ") == 0);
    CHECK(list_snapshots(folder.path()).empty());
}

TEST_CASE("a record that changed on the disk is found by the follower while the writer goes on") {
    Network network;
    network.fill(20);
    network.journal.flip(12, 40);
    Alarms alarms;
    Follower follower{network.journal, {{}, 1'000, alarms.hook()}};
    network.listeners = {&follower};
    const auto loop = network.start();
    REQUIRE(eventually([&] { return follower.fault().has_value(); }));
    CHECK(follower.fault()->position == 12);
    CHECK(loop->call(order(21)).has_value());
}

TEST_CASE("a snapshot that cannot be written is told, and the follower goes on") {
    Network network;
    network.options.mark_every = 5;
    Alarms alarms;
    Follower follower{network.journal, {"/proc/no-such-folder", 10, alarms.hook()}};
    network.listeners = {&follower};
    network.fill(30);
    follower.finish();
    CHECK(follower.agreed() == 31);
    CHECK(!follower.fault().has_value());
    CHECK(!alarms.told.empty());
}
