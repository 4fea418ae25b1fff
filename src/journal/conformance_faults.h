/// The second half of conformance.h: what a store refuses, what it survives, and what is found when a disk
/// lies.
#pragma once

#include "journal/conformance.h"
#include "journal/conformance_side.h"

namespace truefill::journal::conformance {

template <class Harness> void refuses_what_does_not_follow() {
    Harness harness;
    Journal& journal = harness.journal();
    append(journal, {"{}", "{\"n\":2}"});
    const Digest head = journal.head();
    const auto refuses = [&](const Batch& batch) {
        const auto done = journal.append(batch);
        REQUIRE_FALSE(done.has_value());
        CHECK(done.error().kind == FaultKind::conflict);
        CHECK_FALSE(done.error().sentence.empty());
        CHECK(journal.end() == 2);
        CHECK(journal.head() == head);
        CHECK(read_all(journal).size() == 2);
    };
    SUBCASE("a batch that leaves a gap") { refuses(batch_after(3, head, {"gap"})); }
    SUBCASE("a batch that begins before the end") { refuses(batch_after(1, head, {"again"})); }
    SUBCASE("a batch that was sealed after another record") { refuses(batch_after(2, Digest{}, {"other"})); }
    SUBCASE("but takes an empty batch, which changes nothing") {
        CHECK(journal.append(Batch{}).has_value());
        CHECK(journal.end() == 2);
    }
}

template <class Harness> void stores_a_batch_whole_or_not_at_all() {
    Harness harness;
    append(harness.journal(), {"one", "two"});
    const Batch batch = next_batch(harness.journal(), small_records(5'000));
    harness.break_disk();
    const auto failed = harness.journal().append(batch);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().sentence.ends_with("."));
    CHECK(harness.journal().end() == 2);
    SUBCASE("the same journal goes on when the disk is mended") {
        harness.mend_disk();
        CHECK(read_all(harness.journal()).size() == 2);
        const auto done = harness.journal().append(batch);
        REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().sentence));
        CHECK(read_all(harness.journal()).size() == 5'002);
    }
    SUBCASE("nothing of the batch is there after reopening") {
        harness.mend_disk();
        harness.reopen();
        CHECK(harness.journal().end() == 2);
        CHECK(read_all(harness.journal()).size() == 2);
    }
}

template <class Harness> void finds_a_flipped_bit() {
    Harness harness;
    std::vector<std::string> bodies = small_records(300);
    append(harness.journal(), bodies);
    append(harness.journal(), {"{\"last\":true}"});
    harness.flip(123, 3);
    bodies[122][3] = static_cast<char>(bodies[122][3] ^ 1);
    Batch batch;
    const auto done = harness.journal().read(1, 1'000'000, batch);
    REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().sentence));
    REQUIRE(batch.size() == 301);
    CHECK(batch.record(122) == bodies[122]);
    CHECK(first_broken(batch, Digest{}) == std::optional<std::size_t>{122});
}

/// All of it. One call in a test case: the parts are subcases.
template <class Harness> void promises() {
    SUBCASE("keeps records") { keeps_records<Harness>(); }
    SUBCASE("keeps side tables") { keeps_side_tables<Harness>(); }
    SUBCASE("lists side tables") { lists_side_tables<Harness>(); }
    SUBCASE("refuses what does not follow") { refuses_what_does_not_follow<Harness>(); }
    SUBCASE("stores a batch whole or not at all") { stores_a_batch_whole_or_not_at_all<Harness>(); }
    SUBCASE("finds a flipped bit") { finds_a_flipped_bit<Harness>(); }
}

} // namespace truefill::journal::conformance
