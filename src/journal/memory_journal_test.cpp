#include "journal/memory_journal.h"

#include "journal/conformance_faults.h"

#include <doctest/doctest.h>

using namespace truefill;
using namespace truefill::journal;

namespace {

struct MemoryHarness {
    MemoryJournal memory;

    Journal& journal() { return memory; }
    void reopen() {}
    void flip(Position position, std::size_t at) { memory.flip(position, at); }
    void break_disk() { memory.fail_next({FaultKind::disk_full, "No space."}); }
    void mend_disk() {}
};

} // namespace

TEST_CASE("the memory journal keeps the promises of the port") { conformance::promises<MemoryHarness>(); }

TEST_CASE("the memory journal finds records across its segments of 1 MB") {
    MemoryJournal memory;
    for (int i = 0; i < 30; ++i) {
        conformance::append(memory,
                            {std::string(100'000, static_cast<char>('a' + i % 26)), std::to_string(i)});
    }
    Batch batch;
    for (Position position = 2; position <= 60; position += 2) {
        REQUIRE(memory.read(position, 1, batch).has_value());
        CHECK(batch.record(0) == std::to_string(position / 2 - 1));
    }
    CHECK(conformance::read_all(memory, 5'000'000).size() == 60);
}

TEST_CASE("an ordered fault of the memory journal comes once, for side tables too") {
    MemoryJournal memory;
    memory.fail_next({FaultKind::io, "The disk said no."});
    const auto failed = memory.put("person", "p-1", "Ann");
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().kind == FaultKind::io);
    CHECK_FALSE(memory.get("person", "p-1")->has_value());
    CHECK(memory.put("person", "p-1", "Ann").has_value());
    CHECK(**memory.get("person", "p-1") == "Ann");
}
