#include "stores/sqlite/log_copier.h"

#include "stores/sqlite/layout.h"
#include "stores/sqlite/store_fixture.h"

using namespace truefill;
using namespace truefill::stores;
using journal::conformance::next_batch;

TEST_CASE(
    "with a copier behind the writer, small batches never wait for a long copy and the log stays short") {
    const Folder folder;
    const SqliteOptions options{.path = folder.file("journal.db"), .mode = OpenMode::create, .copier = true};
    auto journal = open_well(options);
    constexpr Position records = 2'000; // each at least a page in the log: 64 MB and more, copied on the way
    std::uint64_t longest = 0;
    std::uint64_t shortest_after = ~std::uint64_t{0};
    for (Position i = 0; i < records; ++i) {
        REQUIRE(journal->append(next_batch(*journal, {std::string(5'000, 'x')})).has_value());
        journal->checkpoint();
        longest = std::max(longest, journal->log_bytes());
        if (longest >= std::uint64_t{log_bytes_behind})
            shortest_after = std::min(shortest_after, journal->log_bytes());
    }
    CHECK(longest >= std::uint64_t{log_bytes_behind});
    CHECK(longest <= std::uint64_t{log_bytes_hard} + 4 * page_bytes);
    CHECK(shortest_after < std::uint64_t{log_bytes_behind}); // it began anew
    CHECK_FALSE(journal->checkpoint_fault().has_value());
    journal.reset();
    CHECK_FALSE(std::filesystem::exists(options.path + "-wal"));

    auto again = open_well({.path = options.path, .mode = OpenMode::read_only});
    CHECK(again->end() == records);
    CHECK(again->check_pages().has_value());
}

TEST_CASE("a reader that holds on to the log keeps it long, and nothing is lost") {
    const Folder folder;
    const SqliteOptions options{.path = folder.file("journal.db"), .mode = OpenMode::create, .copier = true};
    auto journal = open_well(options);
    REQUIRE(journal->append(next_batch(*journal, {std::string(100, 'x')})).has_value());
    Connection reader;
    REQUIRE(reader.open({options.path, {}}, Connection::Access::write) == SQLITE_OK);
    REQUIRE(reader.run("begin") == SQLITE_OK);
    std::string counted;
    REQUIRE(reader.ask("select count(*) from record", counted) == SQLITE_ROW);
    for (int i = 0; i < 600; ++i) {
        REQUIRE(journal->append(next_batch(*journal, {std::string(5'000, 'x')})).has_value());
        journal->checkpoint();
    }
    CHECK(journal->log_bytes() > std::uint64_t{log_bytes_behind});
    REQUIRE(reader.run("commit") == SQLITE_OK);
    reader.close();
    journal.reset();
    CHECK(open_well({.path = options.path, .mode = OpenMode::read_only})->end() == 601);
}
