#include "stores/sqlite/raw_limit.h"

#include "journal/memory_journal.h"
#include "stores/sqlite/disk_space.h"
#include "stores/sqlite/store_fixture.h"

using namespace truefill;
using namespace truefill::stores;
using journal::FaultKind;

namespace {

std::vector<journal::Batch> some_batches() {
    std::vector<journal::Batch> batches;
    journal::MemoryJournal memory;
    for (int i = 0; i < 20; ++i) {
        batches.push_back(
            journal::conformance::next_batch(memory, std::vector<std::string>(500, std::string(550, 'x'))));
        REQUIRE(memory.append(batches.back()).has_value());
    }
    return batches;
}

} // namespace

TEST_CASE("the raw limit is measured with the batches that are given, and its file goes away") {
    const Folder folder;
    const auto batches = some_batches();
    const auto time = raw_append(batches, folder.file("raw.db"));
    REQUIRE_MESSAGE(time.has_value(), time.error().sentence);
    CHECK(*time > std::chrono::microseconds{100});
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("the raw limit never touches a file that is there, and says when it cannot be measured") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    std::ofstream{path} << "mine";
    CHECK(raw_append(some_batches(), path).error().kind == FaultKind::conflict);
    CHECK(fdatasync_profile(path, 3).error().kind == FaultKind::conflict);
    CHECK(bytes_of_file(path) == "mine");
    const auto nowhere = raw_append(some_batches(), folder.file("no/raw.db"));
    REQUIRE_FALSE(nowhere.has_value());
    CHECK(nowhere.error().sentence.find("no/raw.db cannot be measured") != std::string::npos);
    CHECK_FALSE(fdatasync_profile(folder.file("no/raw.db"), 3).has_value());
}

TEST_CASE("a full disk ends the measurement with a sentence") {
    const Folder folder;
    const FileSizeLimit limit{1 << 20};
    CHECK_FALSE(raw_append(some_batches(), folder.file("raw.db")).has_value());
}

TEST_CASE("the times of fdatasync are in order") {
    const Folder folder;
    const auto profile = fdatasync_profile(folder.file("sync"), 20);
    REQUIRE(profile.has_value());
    CHECK(profile->median > std::chrono::nanoseconds{0});
    CHECK(profile->p99 >= profile->median);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("free space is that of the file system, also for a file that is not there yet") {
    const Folder folder;
    const auto here = free_bytes(folder.path());
    REQUIRE(here.has_value());
    CHECK(*here > 0);
    CHECK(free_bytes(folder.file("journal.db")).has_value());
    const auto nowhere = free_bytes("/no-such-folder/at/all");
    REQUIRE_FALSE(nowhere.has_value());
    CHECK(nowhere.error().kind == FaultKind::missing);
}
