/// The journal on a disk that loses its power, fills up and fails, at every operation.
#include "stores/sqlite/store_fixture.h"

using namespace truefill;
using namespace truefill::stores;
using namespace truefill::journal::conformance;
using journal::FaultKind;

namespace {

using Bodies = std::vector<std::string>;

/// What a journal acknowledged, and what it was about to store when it failed.
struct Written {
    Bodies sure;
    Bodies maybe;
    std::string person;       ///< the acknowledged value of the side table; empty: none
    std::string person_maybe; ///< what it may have become
    bool failed = false;
};

/// A few batches of many sizes, with a side table that is written, and erased together with the log.
constexpr int steps = 14;
/// Bytes that a record is shorter than. With the large ones the log is copied into the file on the way.
constexpr std::size_t small = 9'000, large = 1'500'000;

Bodies bodies_of(int step, std::size_t size) {
    Bodies bodies;
    for (int i = 0; i < 1 + step * 7 % 5; ++i) {
        bodies.push_back(
            std::to_string(step) + ":" + std::to_string(i) +
            std::string((static_cast<std::size_t>(step) * 97'711 + static_cast<std::size_t>(i) * 31'307) %
                            size,
                        'x'));
    }
    return bodies;
}

bool do_step(SqliteJournal& journal, int step, std::size_t size, Written& written) {
    if (step % 5 == 3) {
        written.person_maybe = step == 8 ? "" : "person " + std::to_string(step);
        const auto done =
            step == 8 ? journal.remove("person", "p") : journal.put("person", "p", written.person_maybe);
        if (done) written.person = written.person_maybe;
        return done.has_value();
    }
    written.maybe = bodies_of(step, size);
    if (!journal.append(next_batch(journal, written.maybe))) return false;
    written.sure.insert(written.sure.end(), written.maybe.begin(), written.maybe.end());
    written.maybe.clear();
    return true;
}

/// Opens and writes until something fails.
Written write(const SqliteOptions& options, std::size_t size) {
    Written written;
    auto opened = SqliteJournal::open(options);
    written.failed = !opened;
    for (int step = 0; step < steps && !written.failed; ++step)
        written.failed = !do_step(**opened, step, size, written);
    return written;
}

/// Every record whose chain holds, from the first on.
Bodies all_of(SqliteJournal& journal) {
    Bodies bodies;
    journal::Batch batch;
    for (Digest before;;) {
        const auto done = journal.read(bodies.size() + 1, 100'000, batch);
        if (!done || batch.size() == 0 || journal::first_broken(batch, before)) return bodies;
        before = batch.hashes.back();
        for (std::size_t i = 0; i < batch.size(); ++i) bodies.emplace_back(batch.record(i));
    }
}

/// What is wrong with a journal that was opened after a crash; empty: every promise was kept.
std::string wrong_with(SqliteJournal& journal, const Written& written) {
    if (const auto checked = journal.check_pages(); !checked) return checked.error().sentence;
    Bodies whole = written.sure;
    whole.insert(whole.end(), written.maybe.begin(), written.maybe.end());
    const Bodies found = all_of(journal);
    if (found.size() < written.sure.size()) return "an acknowledged batch is lost";
    if (found != written.sure && found != whole) return "a batch is there in part";
    if (journal.end() != found.size()) return "the chain is broken";
    const auto person = journal.get("person", "p");
    const std::string value = person && *person ? **person : "";
    if (value != written.person && value != written.person_maybe) return "the side table is another one";
    if (!journal.append(next_batch(journal, {"after"}))) return "it does not go on";
    return "";
}

/// A disk with one journal on it.
struct World {
    TwinDisk disk;
    TwinVfs vfs{disk, "world"};
    SqliteOptions options{.path = "journal.db", .mode = OpenMode::create, .vfs = "world"};

    std::string wrong_after(const Written& written) {
        auto opened = SqliteJournal::open(options);
        return opened ? wrong_with(**opened, written) : opened.error().sentence;
    }
    Written cut_and_crash(std::uint64_t at, std::uint64_t seed, std::size_t size) {
        disk.cut_power_at(at);
        Written written = write(options, size);
        disk.crash(seed);
        return written;
    }
};

/// How many operations of the disk a whole run takes.
std::uint64_t operations_of_a_run(std::size_t size) {
    World world;
    REQUIRE_FALSE(write(world.options, size).failed);
    return world.disk.operations();
}

} // namespace

TEST_CASE("a power cut at any operation loses nothing that was acknowledged, and no batch in part") {
    const std::uint64_t operations = operations_of_a_run(small);
    CHECK(operations > 100);
    int torn = 0;
    for (std::uint64_t cut = 1; cut <= operations; ++cut) {
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
            World world;
            const Written written = world.cut_and_crash(cut, cut * 31 + seed, small);
            INFO("cut at " << cut << ", seed " << seed << ", " << written.sure.size() << " records sure");
            REQUIRE(world.wrong_after(written) == "");
            torn += written.failed ? 1 : 0;
        }
    }
    CHECK(torn > 500);
}

TEST_CASE("a power cut while a long log is copied into the file loses nothing either") {
    const std::uint64_t operations = operations_of_a_run(large);
    for (std::uint64_t run = 1; run <= 25; ++run) {
        World world;
        const std::uint64_t cut = 1 + run * 7919 % operations;
        const Written written = world.cut_and_crash(cut, run, large);
        INFO("cut at " << cut << " of " << operations << ", seed " << run);
        REQUIRE(world.wrong_after(written) == "");
    }
}

TEST_CASE("a journal that does not wait for the disk loses acknowledged batches, and this test finds it") {
    const std::uint64_t operations = operations_of_a_run(small);
    int lost = 0;
    for (std::uint64_t run = 1; run <= 200; ++run) {
        World world;
        world.options.sync = Sync::off;
        const Written written = world.cut_and_crash(operations / 2 + run % (operations / 2), run, small);
        world.options.sync = Sync::full;
        lost += world.wrong_after(written).empty() ? 0 : 1;
    }
    CHECK(lost > 20);
}

TEST_CASE("a second power cut while the first one is being mended loses nothing") {
    const std::uint64_t operations = operations_of_a_run(small);
    for (std::uint64_t run = 1; run <= 2 * operations; ++run) {
        World world;
        const Written written = world.cut_and_crash(1 + run % operations, run, small);
        world.disk.cut_power_at(1 + run % 12);
        { const auto mending = SqliteJournal::open(world.options); }
        world.disk.crash(run + 1'000);
        INFO("run " << run);
        REQUIRE(world.wrong_after(written) == "");
    }
}

TEST_CASE("a disk that fails for a while loses nothing, and the same journal goes on") {
    const std::uint64_t operations = operations_of_a_run(small);
    int hit = 0;
    for (const std::uint64_t lasts : {1U, 2U, 5U, 40U}) {
        for (std::uint64_t at = 1; at <= operations; ++at) {
            World world;
            auto opened = SqliteJournal::open(world.options);
            REQUIRE(opened.has_value());
            Written written;
            world.disk.fail_at(at, lasts);
            for (int step = 0; step < steps; ++step) {
                bool done = false;
                for (int attempt = 0; attempt < 60 && !done; ++attempt) {
                    done = do_step(**opened, step, small, written);
                    hit += done ? 0 : 1;
                }
                INFO("failing from " << at << " for " << lasts << ", step " << step);
                REQUIRE(done);
                REQUIRE((*opened)->end() == written.sure.size());
            }
            INFO("failing from " << at << " for " << lasts);
            REQUIRE(all_of(**opened) == written.sure);
            world.disk.crash(at);
            REQUIRE(world.wrong_after(written) == "");
        }
    }
    CHECK(hit > 500);
}

TEST_CASE("a batch that a failing disk left undecided is whole or gone after a power cut, as its end says") {
    const std::uint64_t operations = operations_of_a_run(small);
    int undecided = 0;
    for (std::uint64_t run = 1; run <= 2 * operations; ++run) {
        World world;
        world.disk.fail_at(1 + run % operations, 1'000'000);
        Written written;
        {
            auto opened = SqliteJournal::open(world.options);
            for (int step = 0; opened && step < steps; ++step) {
                if (do_step(**opened, step, small, written)) continue;
                const auto again = (*opened)->append(next_batch(**opened, {"refused"}));
                REQUIRE_FALSE(again.has_value());
                undecided += again.error().sentence.find("is undecided") != std::string::npos ? 1 : 0;
                REQUIRE((*opened)->end() <= written.sure.size() + written.maybe.size());
                break;
            }
            world.disk.crash(run); // before it is closed
        }
        INFO("run " << run);
        REQUIRE(world.wrong_after(written) == "");
    }
    CHECK(undecided > 50);
}

TEST_CASE("a batch that failed and is not called undecided does not come back after a power cut") {
    const std::uint64_t operations = operations_of_a_run(small);
    int decided = 0;
    for (std::uint64_t run = 1; run <= 4 * operations; ++run) {
        World world;
        world.disk.fail_at(1 + run % operations, 1 + run / operations);
        Written written;
        {
            auto opened = SqliteJournal::open(world.options);
            if (!opened) continue;
            for (int step = 0; step < steps; ++step) {
                if (step % 5 == 3) continue;
                const Bodies bodies = bodies_of(step, small);
                const auto done = (*opened)->append(next_batch(**opened, bodies));
                if (done) {
                    written.sure.insert(written.sure.end(), bodies.begin(), bodies.end());
                    continue;
                }
                const bool undecided = done.error().sentence.find("is undecided") != std::string::npos;
                if (undecided) written.maybe = bodies;
                decided += undecided ? 0 : 1;
                break;
            }
            world.disk.crash(run); // before it is closed, which would mend it
        }
        INFO("run " << run);
        REQUIRE(world.wrong_after(written) == "");
    }
    CHECK(decided > 40);
}

TEST_CASE("a disk that is full says so, keeps what it has, and goes on when there is space") {
    int refused = 0;
    for (std::uint64_t kilobytes = 0; kilobytes < 800; kilobytes += 16) {
        World world;
        world.disk.limit(kilobytes << 10);
        Written written;
        auto opened = SqliteJournal::open(world.options);
        INFO("a disk of " << kilobytes << " KB");
        if (!opened) {
            REQUIRE(opened.error().kind == FaultKind::disk_full);
            CHECK(opened.error().sentence.find("The disk of journal.db") == 0);
            world.disk.limit(~std::uint64_t{0});
            opened = SqliteJournal::open(world.options);
            REQUIRE_MESSAGE(opened.has_value(), opened.error().sentence);
            ++refused;
        }
        for (int step = 0; step < steps; ++step) {
            if (do_step(**opened, step, small, written)) continue;
            ++refused;
            const auto fault = (*opened)->append(next_batch(**opened, bodies_of(step, large)));
            REQUIRE_FALSE(fault.has_value());
            REQUIRE(fault.error().kind == FaultKind::disk_full);
            REQUIRE((*opened)->end() == written.sure.size());
            world.disk.limit(~std::uint64_t{0});
            REQUIRE(do_step(**opened, step, small, written));
        }
        REQUIRE(all_of(**opened) == written.sure);
        world.disk.crash(kilobytes);
        REQUIRE(world.wrong_after(written) == "");
    }
    CHECK(refused > 10);
}

TEST_CASE("a journal on a full disk can be opened, and read") {
    World world;
    const Written written = write(world.options, small);
    REQUIRE_FALSE(written.failed);
    SUBCASE("after it was closed") {}
    SUBCASE("after a power cut") { world.disk.crash(1); }
    world.disk.limit(0);
    const auto journal = open_well({.path = "journal.db", .vfs = "world"});
    CHECK(all_of(*journal) == written.sure);
    const auto refused = journal->append(next_batch(*journal, {"more"}));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == FaultKind::disk_full);
    world.disk.limit(~std::uint64_t{0});
    CHECK(journal->append(next_batch(*journal, {"more"})).has_value());
}

TEST_CASE("a medium that became read-only stores nothing, and what is there can be read") {
    World world;
    const Written written = write(world.options, small);
    REQUIRE_FALSE(written.failed);
    world.disk.protect(true);
    const auto fault = fault_of_open({.path = "journal.db", .vfs = "world"});
    CHECK(fault.kind == FaultKind::read_only);
    world.disk.protect(false);
    auto journal = open_well(world.options);
    world.disk.protect(true);
    const auto refused = journal->append(next_batch(*journal, {"more"}));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == FaultKind::read_only);
    CHECK(all_of(*journal) == written.sure);
    world.disk.protect(false);
    CHECK(journal->append(next_batch(*journal, {"more"})).has_value());
}

TEST_CASE("a first page that is destroyed is no journal any more, and says so") {
    World world;
    REQUIRE_FALSE(write(world.options, small).failed);
    world.disk.flip("journal.db", 3);
    CHECK(fault_of_open(world.options).kind == FaultKind::foreign_file);
    world.disk.flip("journal.db", 3);
    CHECK(open_well(world.options)->check_pages().has_value());
}
