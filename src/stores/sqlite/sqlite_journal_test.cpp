#include "stores/sqlite/sqlite_journal.h"

#include "stores/sqlite/layout.h"
#include "stores/sqlite/store_fixture.h"

#include <optional>

using namespace truefill;
using namespace truefill::stores;
using namespace truefill::journal::conformance;
using journal::Batch;
using journal::FaultKind;

namespace {

/// On a real file.
class FileHarness {
public:
    FileHarness() { reopen(); }
    journal::Journal& journal() { return *journal_; }
    void reopen() {
        journal_.reset();
        journal_ = open_well({.path = path_, .mode = OpenMode::create});
    }
    void flip(Position position, std::size_t at) { flip_body({path_, {}}, position, at); }
    void break_disk() { limit_.emplace(std::filesystem::file_size(path_ + "-wal")); }
    void mend_disk() { limit_.reset(); }

private:
    Folder folder_;
    std::string path_ = folder_.file("journal.db");
    std::unique_ptr<SqliteJournal> journal_;
    std::optional<FileSizeLimit> limit_;
};

/// On the twin disk, where reopening comes after a power cut.
class TwinHarness {
public:
    TwinHarness() { reopen(); }
    journal::Journal& journal() { return *journal_; }
    void reopen() {
        disk_.crash(++seed_);
        journal_.reset();
        journal_ = open_well({.path = "journal.db", .mode = OpenMode::create, .vfs = "conformance"});
    }
    void flip(Position position, std::size_t at) { flip_body({"journal.db", "conformance"}, position, at); }
    void break_disk() { disk_.limit(0); }
    void mend_disk() { disk_.limit(~std::uint64_t{0}); }

private:
    TwinDisk disk_;
    TwinVfs vfs_{disk_, "conformance"};
    std::uint64_t seed_ = 0;
    std::unique_ptr<SqliteJournal> journal_;
};

} // namespace

TEST_CASE("the SQLite journal on a real file keeps the promises of the port") { promises<FileHarness>(); }

TEST_CASE("the SQLite journal on the twin disk keeps them, and over every power cut") {
    promises<TwinHarness>();
}

TEST_CASE("a closed journal is one file, and a sqlite3 shell can read it") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    append(*open_well({.path = path, .mode = OpenMode::create}), {R"({"n":1})", R"({"n":2})"});
    CHECK_FALSE(std::filesystem::exists(path + "-wal"));
    Connection shell;
    REQUIRE(shell.open({path, {}}, Connection::Access::read) == SQLITE_OK);
    std::string answer;
    CHECK(shell.ask("select body from record where position = 2", answer) == SQLITE_ROW);
    CHECK(answer == R"({"n":2})");
    CHECK(shell.ask("pragma page_size", answer) == SQLITE_ROW);
    CHECK(answer == std::to_string(page_bytes));
    CHECK(shell.ask("pragma journal_mode", answer) == SQLITE_ROW);
    CHECK(answer == "wal");
}

TEST_CASE("a reader beside the writer sees what is durable, after it asked anew") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const auto writer = open_well({.path = path, .mode = OpenMode::create});
    append(*writer, {"one"});
    const auto reader = open_well({.path = path, .mode = OpenMode::read_only});
    CHECK(read_all(*reader).size() == 1);
    append(*writer, {"two", "three"});
    CHECK(reader->end() == 1);
    REQUIRE(reader->refresh().has_value());
    CHECK(reader->end() == 3);
    CHECK(reader->head() == writer->head());
    CHECK(read_all(*reader).back() == "three");

    const auto refused = reader->append(next_batch(*reader, {"four"}));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == FaultKind::read_only);
    CHECK(reader->put("person", "p-1", "Ann").error().kind == FaultKind::read_only);
    CHECK(reader->remove("person", "p-1").error().kind == FaultKind::read_only);
    CHECK(writer->end() == 3);
}

TEST_CASE("the log is copied into the file when it is long, also while somebody reads") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const auto writer = open_well({.path = path, .mode = OpenMode::create});
    const std::vector<std::string> bodies(3, std::string(1 << 20, 'x'));
    for (int i = 0; i < 10; ++i) append(*writer, bodies);
    CHECK(writer->log_bytes() <= log_bytes_max);
    CHECK(std::filesystem::file_size(path) > (16U << 20));
    CHECK(std::filesystem::file_size(path + "-wal") < (24U << 20));

    Connection shell; // a read transaction holds on to the log
    REQUIRE(shell.open({path, {}}, Connection::Access::read) == SQLITE_OK);
    REQUIRE(shell.run("begin; select count(*) from record") == SQLITE_OK);
    for (int i = 0; i < 10; ++i) append(*writer, bodies);
    CHECK(writer->log_bytes() > log_bytes_max);
    CHECK_FALSE(writer->checkpoint_fault().has_value());
    REQUIRE(shell.run("commit") == SQLITE_OK);
    append(*writer, {"{}"});
    append(*writer, {"{}"});
    CHECK(writer->log_bytes() <= log_bytes_max);
    CHECK(read_all(*writer, 4 << 20).size() == 62);
    CHECK(writer->check_pages().has_value());
}

TEST_CASE("a value that was removed from a side table is in no file any more") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const auto journal = open_well({.path = path, .mode = OpenMode::create});
    const std::string secret = "the ciphertext of a person who wants to be forgotten";
    const auto is_somewhere = [&] {
        return bytes_of_file(path).find(secret) != std::string::npos ||
               bytes_of_file(path + "-wal").find(secret) != std::string::npos;
    };
    append(*journal, {"{}"});
    REQUIRE(journal->put("person", "p-1", secret).has_value());
    CHECK(is_somewhere());
    SUBCASE("while it was in the log") {}
    SUBCASE("after it was copied into the file") {
        REQUIRE(journal->put("person", "p-2", "x").has_value());
        REQUIRE(journal->remove("person", "p-2").has_value());
        CHECK(bytes_of_file(path).find(secret) != std::string::npos);
    }
    REQUIRE(journal->remove("person", "p-1").has_value());
    CHECK_FALSE(is_somewhere());
}

TEST_CASE("a record that is gone names itself, and what is before it can be read") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const auto journal = open_well({.path = path, .mode = OpenMode::create});
    append(*journal, small_records(10));
    run_sql({path, {}}, "delete from record where position = 5");
    Batch batch;
    REQUIRE(journal->read(1, 1'000'000, batch).has_value());
    CHECK(batch.size() == 4);
    const auto broken = journal->read(5, 1'000'000, batch);
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().kind == FaultKind::corrupt);
    CHECK(broken.error().sentence.find("Record 5 of " + path + " is missing.") == 0);
}

TEST_CASE("a writer notices that somebody else moved the end, and stores nothing") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const auto journal = open_well({.path = path, .mode = OpenMode::create});
    append(*journal, {"one", "two"});
    const Batch batch = next_batch(*journal, {"three"});
    SUBCASE("forward") {
        run_sql({path, {}}, "insert into record select 3, hash, body from record where position = 2");
    }
    SUBCASE("backward") { run_sql({path, {}}, "delete from record where position = 2"); }
    const auto refused = journal->append(batch);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == FaultKind::conflict);
    CHECK(refused.error().sentence.find("Another program changed the records of " + path) == 0);
    CHECK(journal->end() != 2);
}

TEST_CASE("a destroyed page is found by the check of all pages") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    append(*open_well({.path = path, .mode = OpenMode::create}),
           std::vector<std::string>(200, std::string(2'000, 'x')));
    CHECK(open_well({.path = path})->check_pages().has_value());
    {
        std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(6 * page_bytes);
        file << std::string(200, '\x7F');
        REQUIRE(file.good());
    }
    const auto checked = open_well({.path = path})->check_pages();
    REQUIRE_FALSE(checked.has_value());
    CHECK(checked.error().kind == FaultKind::corrupt);
    CHECK(checked.error().sentence.find(path + " is damaged: ") == 0);
}

TEST_CASE("a quota that ends a file in the middle of a batch is told with its reason") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const auto journal = open_well({.path = path, .mode = OpenMode::create});
    append(*journal, {"one"});
    const Batch batch = next_batch(*journal, std::vector<std::string>(100, std::string(10'000, 'x')));
    {
        const FileSizeLimit limit{std::filesystem::file_size(path + "-wal") + 100'000};
        const auto failed = journal->append(batch);
        REQUIRE_FALSE(failed.has_value());
        INFO(failed.error().sentence);
        CHECK(failed.error().sentence.find("storing 100 records from 2 on") != std::string::npos);
        CHECK(journal->end() == 1);
    }
    REQUIRE(journal->append(batch).has_value());
    CHECK(read_all(*journal).size() == 101);
}
