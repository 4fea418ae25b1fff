/// The loop on the journal that servers use: what was answered is there after a crash, a power cut and a full
/// disk, and answers leave only after the disk has them.
#include "loop/follower.h"
#include "loop/loop_fixture.h"
#include "stores/sqlite/sqlite_journal.h"
#include "stores/sqlite/twin_vfs.h"

#include <doctest/doctest.h>

using namespace truefill;
using namespace truefill::loop;

namespace {

std::unique_ptr<stores::SqliteJournal> open(const stores::SqliteOptions& options) {
    auto opened = stores::SqliteJournal::open(options);
    REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : opened.error().sentence));
    return std::move(*opened);
}

LoopOptions quick() { return {.tick = std::chrono::milliseconds{1}}; }

/// The orders that a journal knows.
std::vector<bool> orders_in(journal::Journal& journal, int highest) {
    engine::Engine engine;
    const auto restored = restore(engine, journal);
    REQUIRE_MESSAGE(restored.has_value(), (restored ? "" : restored.error().sentence));
    std::vector<bool> there(static_cast<std::size_t>(highest) + 1);
    for (int n = 1; n <= highest; ++n)
        there[static_cast<std::size_t>(n)] =
            static_cast<bool>(engine.state().ledger.find_number("SO-" + std::to_string(n)));
    return there;
}

} // namespace

TEST_CASE("a power cut under load loses no order that was confirmed") {
    int confirmed_in_all = 0, unconfirmed_in_all = 0;
    for (std::uint64_t run = 1; run <= 12; ++run) {
        stores::TwinDisk disk;
        const stores::TwinVfs vfs{disk, "loop"};
        const stores::SqliteOptions options{
            .path = "journal.db", .mode = stores::OpenMode::create, .vfs = "loop"};
        constexpr int count = 400;
        std::vector<int> confirmed;
        {
            const auto journal = open(options);
            engine::Engine engine;
            ManualClock clock{morning};
            Loop loop{
                Ports{.engine = engine, .journal = *journal, .clock = clock, .alarm = [](const Fault&) {}},
                quick()};
            REQUIRE(loop.call(catalogue()).has_value());
            disk.cut_power_at(run * 11);
            Answers answers;
            for (int n = 1; n <= count; ++n) loop.submit(order(n), &answers, static_cast<std::uint64_t>(n));
            for (const auto& one : answers.wait_for(count)) {
                if (one.answer) confirmed.push_back(static_cast<int>(one.ticket));
                else ++unconfirmed_in_all;
            }
            loop.stop(Stop::drain);
            disk.crash(run);
        }
        const auto there = orders_in(*open(options), count);
        for (const int n : confirmed) REQUIRE(there[static_cast<std::size_t>(n)]);
        confirmed_in_all += static_cast<int>(confirmed.size());
    }
    CHECK(confirmed_in_all > 0);
    CHECK(unconfirmed_in_all > 0);
}

TEST_CASE("after a full disk the next start goes on, and repeats are known") {
    stores::TwinDisk disk;
    const stores::TwinVfs vfs{disk, "full"};
    const stores::SqliteOptions options{
        .path = "journal.db", .mode = stores::OpenMode::create, .vfs = "full"};
    {
        const auto journal = open(options);
        engine::Engine engine;
        ManualClock clock{morning};
        Loop loop{Ports{.engine = engine, .journal = *journal, .clock = clock, .alarm = [](const Fault&) {}},
                  quick()};
        REQUIRE(loop.call(catalogue()).has_value());
        REQUIRE(loop.call(order(1)).has_value());
        disk.limit(0);
        const auto refused = loop.call(order(2));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == FaultKind::journal_failed);
        CHECK(refused.error().sentence.find("is full") != std::string::npos);
    }
    const auto journal = open(options);
    engine::Engine engine;
    REQUIRE(restore(engine, *journal).has_value());
    ManualClock clock{morning};
    Loop loop{Ports{.engine = engine, .journal = *journal, .clock = clock}, quick()};
    CHECK(loop.call(order(2)).error().kind == FaultKind::read_only);
    disk.limit(~std::uint64_t{0});
    REQUIRE(eventually([&] { return !loop.closed(); }));
    CHECK(loop.call(order(1))->outcome == engine::Outcome::duplicate);
    CHECK(loop.call(order(2))->outcome == engine::Outcome::committed);
}

TEST_CASE(
    "a follower reads the file beside the writer, agrees with it, and its snapshot shortens the start") {
    const Folder folder;
    const std::string path = folder.path() + "/journal.db", snapshots = folder.path() + "/snapshots";
    const auto journal = open({.path = path, .mode = stores::OpenMode::create});
    const auto beside = open({.path = path, .mode = stores::OpenMode::read_only});
    engine::Engine engine;
    ManualClock clock{morning};
    Follower follower{*beside, {snapshots, 100, {}}};
    {
        auto options = quick();
        options.mark_every = 50;
        Loop loop{Ports{.engine = engine, .journal = *journal, .clock = clock, .listeners = {&follower}},
                  options};
        Answers answers;
        loop.submit(catalogue(), &answers);
        for (int n = 1; n <= 500; ++n) loop.submit(order(n), &answers);
        answers.wait_for(501);
        loop.stop(Stop::drain);
    }
    follower.finish();
    CHECK_FALSE(follower.fault().has_value());
    CHECK(follower.agreed() == 501);
    CHECK(follower.snapshot() == 501);
    engine::Engine again;
    const auto restored = restore(again, *journal, {.snapshots = snapshots, .progress = {}});
    REQUIRE(restored.has_value());
    CHECK(restored->from_snapshot == 501);
    CHECK(again.state().digest() == engine.state().digest());
}
