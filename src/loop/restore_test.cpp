#include "loop/restore.h"

#include "loop/file.h"
#include "loop/loop_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

using namespace truefill;
using namespace truefill::loop;

namespace {

std::string take_snapshot(const Network& network, const std::string& folder) {
    const auto path = write_snapshot(folder, network.engine, network.journal.head());
    REQUIRE_MESSAGE(path.has_value(), path.error());
    return *path;
}

void change_byte(const std::string& path, std::int64_t at) {
    std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
    file.seekg(at);
    const int byte = file.get();
    file.seekp(at);
    file.put(static_cast<char>(byte ^ 1));
    REQUIRE(file.good());
}

/// Restores what the network's journal says and compares it with its live engine.
Restored restore_and_compare(Network& network, const std::string& snapshots) {
    engine::Engine engine;
    const auto restored = restore(engine, network.journal, {.snapshots = snapshots, .progress = {}});
    REQUIRE_MESSAGE(restored.has_value(), restored.error().sentence);
    CHECK(restored->position == network.engine.position());
    CHECK(restored->head == network.journal.head());
    CHECK(engine.state().digest() == network.engine.state().digest());
    return *restored;
}

} // namespace

TEST_CASE("a replay of the journal gives the state that was live, byte for byte") {
    Network network;
    network.fill(300);
    std::vector<Position> seen;
    engine::Engine engine;
    const auto restored =
        restore(engine, network.journal, {.snapshots = {}, .progress = [&](Position done, Position all) {
                                              seen.push_back(done);
                                              CHECK(all == 301);
                                          }});
    REQUIRE(restored.has_value());
    CHECK(restored->from_snapshot == 0);
    CHECK(engine.state().digest() == network.engine.state().digest());
    REQUIRE(!seen.empty());
    CHECK(seen.back() == 301);
    CHECK(std::ranges::is_sorted(seen));
}

TEST_CASE("an empty journal gives an empty engine") {
    Network network;
    CHECK(restore_and_compare(network, "").position == 0);
}

TEST_CASE("a journal of many megabytes goes through the small window of batches") {
    Network network;
    network.fill(8'000);
    CHECK(restore_and_compare(network, "").position == 8'001);
}

TEST_CASE("with a snapshot only the records after it are replayed") {
    const Folder folder;
    Network network;
    network.fill(50);
    take_snapshot(network, folder.path());
    {
        const auto loop = network.start();
        for (int n = 51; n <= 80; ++n) REQUIRE(loop->call(order(n)).has_value());
    }
    const auto restored = restore_and_compare(network, folder.path());
    CHECK(restored.from_snapshot == 51);
    CHECK(restored.refused_snapshots.empty());
}

TEST_CASE("a snapshot holds what the engine itself would save, and the last two are kept") {
    const Folder folder;
    Network network;
    network.fill(20);
    const auto first = take_snapshot(network, folder.path());
    std::string bytes;
    network.engine.save(bytes);
    const auto file = MappedFile::open(first);
    REQUIRE(file.has_value());
    CHECK(file->bytes().ends_with(bytes));
    CHECK(read_snapshot_header(first)->length == bytes.size());

    const auto loop = network.start();
    for (int n = 21; n <= 23; ++n) {
        REQUIRE(loop->call(order(n)).has_value());
        loop->read([&](const engine::State&) { return take_snapshot(network, folder.path()).size(); })
            .value();
    }
    const auto paths = list_snapshots(folder.path());
    REQUIRE(paths.size() == 2);
    CHECK(read_snapshot_header(paths[0])->position == 24);
    CHECK(read_snapshot_header(paths[1])->position == 23);
    CHECK(!std::filesystem::exists(folder.path() + "/unfinished"));
}

TEST_CASE("a torn or damaged snapshot is refused with the reason, and the one before it is taken") {
    const Folder folder;
    Network network;
    network.fill(30);
    take_snapshot(network, folder.path());
    {
        const auto loop = network.start();
        REQUIRE(loop->call(order(31)).has_value());
    }
    const auto path = take_snapshot(network, folder.path());
    const auto size = std::filesystem::file_size(path);
    std::string reason;
    SUBCASE("cut off") {
        std::filesystem::resize_file(path, size - 10);
        reason = "torn";
    }
    SUBCASE("cut off within the header") {
        std::filesystem::resize_file(path, 40);
        reason = "not a snapshot";
    }
    SUBCASE("empty") {
        std::filesystem::resize_file(path, 0);
        reason = "not a snapshot";
    }
    SUBCASE("another byte in the body") {
        change_byte(path, static_cast<std::int64_t>(size) - 20);
        reason = "damaged";
    }
    SUBCASE("another format") {
        change_byte(path, 8);
        reason = "another format";
    }
    SUBCASE("another position") {
        change_byte(path, 16);
        reason = "record";
    }
    SUBCASE("another chain") {
        change_byte(path, 24);
        reason = "another journal";
    }
    SUBCASE("another ledger") {
        change_byte(path, 56);
        reason = "another state";
    }
    const auto restored = restore_and_compare(network, folder.path());
    CHECK(restored.from_snapshot == 31);
    REQUIRE(restored.refused_snapshots.size() == 1);
    INFO(restored.refused_snapshots[0]);
    CHECK(restored.refused_snapshots[0].find(reason) != std::string::npos);
}

TEST_CASE("when no snapshot fits the whole journal is replayed") {
    const Folder folder;
    Network other;
    other.fill(40);
    take_snapshot(other, folder.path());
    Network network;
    SUBCASE("another journal of the same length") {
        network.clock.advance(seconds(1));
        network.fill(40);
    }
    SUBCASE("a journal that is shorter") { network.fill(10); }
    const auto restored = restore_and_compare(network, folder.path());
    CHECK(restored.from_snapshot == 0);
    CHECK(restored.refused_snapshots.size() == 1);
}

TEST_CASE("a broken chain names the record, for a start and for a verification") {
    Network network;
    network.fill(200);
    CHECK(verify_chain(network.journal).value() == 201);
    network.journal.flip(117, 30);
    engine::Engine engine;
    const auto restored = restore(engine, network.journal);
    REQUIRE(!restored.has_value());
    CHECK(restored.error().position == 117);
    CHECK(restored.error().sentence.find("117") != std::string::npos);
    const auto verified = verify_chain(network.journal);
    REQUIRE(!verified.has_value());
    CHECK(verified.error().position == 117);
}

TEST_CASE("a record that cannot be replayed names itself and its reason") {
    TestJournal journal;
    journal::Batch batch;
    batch.first = 1;
    batch.bytes = "not a record";
    batch.ends.push_back(12);
    journal::seal(batch, {});
    REQUIRE(journal.append(batch).has_value());
    engine::Engine engine;
    const auto restored = restore(engine, journal);
    REQUIRE(!restored.has_value());
    CHECK(restored.error().position == 1);
    CHECK(restored.error().sentence.starts_with("Record 1 cannot be replayed: "));
}

TEST_CASE("a snapshot that cannot be written leaves nothing behind and says why") {
    const Folder folder;
    const std::string blocked = folder.path() + "/file";
    std::ofstream{blocked} << "x";
    const auto written = write_snapshot(blocked, engine::Engine{}, {});
    REQUIRE(!written.has_value());
    CHECK(written.error().find(blocked) != std::string::npos);
}
