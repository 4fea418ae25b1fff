/// The promises of the port as tests that every store passes; its faults are in conformance_faults.h. For
/// test files only. A store joins with a harness that is made anew for every promise and begins with an empty
/// journal:
///
///     struct MemoryHarness {
///         Journal& journal();                  // open and writable
///         void reopen();                       // closed and opened again; a memory twin has nothing to do
///         void flip(Position, std::size_t at); // the lowest bit of a byte of a stored body, behind the
///         store's back void break_disk();                   // from now on nothing can be stored ... void
///         mend_disk();                    // ... and now it can again
///     };
///     TEST_CASE("the memory journal keeps the promises of the port") {
///     conformance::promises<MemoryHarness>(); }
#pragma once

#include "journal/port.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::journal::conformance {

/// A sealed batch of these bodies that follows (end, head).
inline Batch batch_after(Position end, const Digest& head, const std::vector<std::string>& bodies) {
    Batch batch;
    batch.first = end + 1;
    for (const std::string& body : bodies) {
        batch.bytes += body;
        batch.ends.push_back(static_cast<std::uint32_t>(batch.bytes.size()));
    }
    seal(batch, head);
    return batch;
}

inline Batch next_batch(const Journal& journal, const std::vector<std::string>& bodies) {
    return batch_after(journal.end(), journal.head(), bodies);
}

inline void append(Journal& journal, const std::vector<std::string>& bodies) {
    const Batch batch = next_batch(journal, bodies);
    const auto done = journal.append(batch);
    REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().sentence));
    CHECK(journal.end() == batch.first + batch.size() - 1);
    CHECK(journal.head() == batch.hashes.back());
}

/// Every body from a position on, read in pieces, with the chain checked on the way from `before`.
inline std::vector<std::string> read_all(Journal& journal, std::size_t bytes_max = 100'000) {
    std::vector<std::string> bodies;
    Batch batch;
    for (Digest before;;) {
        const auto done = journal.read(bodies.size() + 1, bytes_max, batch);
        REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().sentence));
        if (batch.size() == 0) break;
        CHECK_FALSE(first_broken(batch, before).has_value());
        before = batch.hashes.back();
        for (std::size_t i = 0; i < batch.size(); ++i) bodies.emplace_back(batch.record(i));
    }
    CHECK(bodies.size() == journal.end());
    return bodies;
}

inline std::vector<std::string> small_records(std::size_t count) {
    std::vector<std::string> bodies;
    for (std::size_t i = 0; i < count; ++i) bodies.push_back("{\"n\":" + std::to_string(i) + "}");
    return bodies;
}

template <class Harness> void keeps_records() {
    Harness harness;
    Journal& journal = harness.journal();
    SUBCASE("an empty journal ends at 0 with the zero hash, and gives an empty batch") {
        CHECK(journal.end() == 0);
        CHECK_FALSE(static_cast<bool>(journal.head()));
        CHECK(read_all(journal).empty());
    }
    SUBCASE("gives back every byte of every record, after reopening too") {
        std::vector<std::string> bodies{"{}", "", std::string{"a\0b", 3}, "\xC3\xA9\xFF'\"", "NULL", "17"};
        append(journal, {bodies[0]});
        append(journal, {bodies.begin() + 1, bodies.end()});
        CHECK(read_all(journal) == bodies);
        const Digest head = journal.head();
        harness.reopen();
        CHECK(harness.journal().end() == bodies.size());
        CHECK(harness.journal().head() == head);
        CHECK(read_all(harness.journal()) == bodies);
        append(harness.journal(), {"next"});
    }
    SUBCASE("stores a record of 1 MB between small ones") {
        const std::vector<std::string> bodies{"{}", std::string(1 << 20, 'x') + "end", "{}"};
        append(journal, bodies);
        CHECK(read_all(journal) == bodies);
    }
    SUBCASE("stores 10,000 small records in one batch") {
        const auto bodies = small_records(10'000);
        append(journal, bodies);
        append(journal, bodies);
        CHECK(journal.end() == 20'000);
        CHECK(read_all(journal, 1'000).size() == 20'000);
    }
    SUBCASE("reads from any position, at least one record, and stops after about as many bytes as asked") {
        append(journal, small_records(1'000));
        Batch batch;
        REQUIRE(journal.read(500, 1, batch).has_value());
        CHECK(batch.first == 500);
        REQUIRE(batch.size() == 1);
        CHECK(batch.record(0) == "{\"n\":499}");
        REQUIRE(journal.read(990, 45, batch).has_value());
        CHECK(batch.size() == 5);
        REQUIRE(journal.read(990, 1'000'000, batch).has_value());
        CHECK(batch.size() == 11);
        REQUIRE(journal.read(1'001, 1'000'000, batch).has_value());
        CHECK(batch.size() == 0);
    }
}

} // namespace truefill::journal::conformance
