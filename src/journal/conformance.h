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

template <class Harness> void keeps_side_tables() {
    Harness harness;
    const auto value = [&](std::string_view table, std::string_view key) {
        const auto got = harness.journal().get(table, key);
        REQUIRE_MESSAGE(got.has_value(), (got ? "" : got.error().sentence));
        return got->value_or("(none)");
    };
    const std::string bytes{"\0\xFF key", 6};
    CHECK(value("person", "p-1") == "(none)");
    REQUIRE(harness.journal().put("person", "p-1", "Ann").has_value());
    REQUIRE(harness.journal().put("person", bytes, bytes + bytes).has_value());
    REQUIRE(harness.journal().put("key", "p-1", "").has_value());
    REQUIRE(harness.journal().put("key", "", "no name").has_value());
    REQUIRE(harness.journal().put("person", "p-1", "Bea").has_value());
    REQUIRE(harness.journal().remove("person", "nobody").has_value());
    harness.reopen();
    CHECK(value("person", "p-1") == "Bea");
    CHECK(value("person", bytes) == bytes + bytes);
    CHECK(value("key", "p-1").empty());
    CHECK(value("key", "") == "no name");
    REQUIRE(harness.journal().remove("person", "p-1").has_value());
    CHECK(value("person", "p-1") == "(none)");
    CHECK(value("key", "p-1").empty());
    harness.reopen();
    CHECK(value("person", "p-1") == "(none)");
    CHECK(harness.journal().end() == 0);
}

template <class Harness> void lists_side_tables() {
    Harness harness;
    const auto rows = [&](std::string_view table) {
        auto got = harness.journal().list(table);
        REQUIRE_MESSAGE(got.has_value(), (got ? "" : got.error().sentence));
        return std::move(*got);
    };
    CHECK(rows("keys").empty());
    const std::string bytes{"\0\xFF key", 6};
    const std::vector<SideRow> some{{"b", "Bea"}, {"a", "Ann"}, {bytes, bytes + bytes}};
    REQUIRE(harness.journal().put_all("keys", some).has_value());
    REQUIRE(harness.journal().put_all("keys", {}).has_value());
    REQUIRE(harness.journal().put("other", "a", "another").has_value());
    const std::vector<SideRow> sorted{some[2], some[1], some[0]};
    CHECK(rows("keys") == sorted);
    harness.reopen();
    CHECK(rows("keys") == sorted);
    SUBCASE("several rows change at once") {
        REQUIRE(harness.journal().put_all("keys", std::vector<SideRow>{{"c", "Cem"}, {"a", "Ada"}}));
        REQUIRE(harness.journal().remove_all("keys", std::vector<std::string>{"b", "nobody", bytes}));
        CHECK(rows("keys") == std::vector<SideRow>{{"a", "Ada"}, {"c", "Cem"}});
        harness.reopen();
        CHECK(rows("keys") == std::vector<SideRow>{{"a", "Ada"}, {"c", "Cem"}});
        CHECK(rows("other") == std::vector<SideRow>{{"a", "another"}});
    }
    SUBCASE("all of them or none when the disk says no") {
        harness.break_disk();
        std::vector<SideRow> many;
        for (int i = 0; i < 100; ++i) many.push_back({"many-" + std::to_string(i), std::string(10'000, 'x')});
        CHECK_FALSE(harness.journal().put_all("keys", many).has_value());
        harness.mend_disk();
        CHECK(rows("keys") == sorted);
        append(harness.journal(), {"{}"});
        harness.reopen();
        CHECK(rows("keys") == sorted);
    }
}

} // namespace truefill::journal::conformance
