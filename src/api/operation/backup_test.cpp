#include "api/operation/backup.h"

#include "stores/sqlite/store_fixture.h"

#include <sys/stat.h>

#include <filesystem>

using namespace truefill;
using namespace truefill::api;
using namespace truefill::stores;
using namespace truefill::journal::conformance;

namespace {

std::unique_ptr<SqliteJournal> journal_of(const Folder& folder, const std::string& name) {
    auto journal = open_well({.path = folder.file(name), .mode = OpenMode::create});
    append(*journal, {"one", "two", "three"});
    return journal;
}

std::string failure_of(const std::expected<Copied, CopyFault>& done) {
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().sentence.ends_with("."));
    return done.error().code;
}

void write_text(const std::string& path, const std::string& text) { std::ofstream{path} << text; }

} // namespace

TEST_CASE("a backup of a journal that is being written holds what was there when it began") {
    const Folder folder;
    const auto journal = journal_of(folder, "run.tf");
    for (int i = 0; i < 40; ++i) append(*journal, {std::string(300'000, 'x')}); // several steps
    REQUIRE(journal->put("key", "k", "secret"));
    const auto end = journal->end();
    CopyOptions options{folder.file("run.tf"), folder.file("copy.tf")};
    int told = 0;
    options.progress = [&](std::uint64_t, std::uint64_t) {
        ++told;
        append(*journal, {"while it is copied"}); // the writer is not in the way, nor is it kept waiting
        return true;
    };
    const auto done = back_up(options);
    REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().sentence));
    CHECK(told > 3);
    CHECK(journal->end() > end);
    CHECK(done->position == end);
    CHECK(done->bytes == std::filesystem::file_size(folder.file("copy.tf")));
    const auto copy = open_well({.path = folder.file("copy.tf"), .mode = OpenMode::read_only});
    CHECK(copy->end() == end);
    std::string head;
    append_hex(head, copy->head());
    CHECK(done->head == head);
    CHECK(copy->get("key", "k").value() == "secret");
    struct stat about{};
    REQUIRE(stat(folder.file("copy.tf").c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600); // keys are in it
}

TEST_CASE("a backup never replaces a file unless told to, and never one that a server uses") {
    const Folder folder;
    journal_of(folder, "run.tf");
    write_text(folder.file("copy.tf"), "my notes");
    CHECK(failure_of(back_up({folder.file("run.tf"), folder.file("copy.tf")})) == "exists");
    CHECK(bytes_of_file(folder.file("copy.tf")) == "my notes");
    CHECK(failure_of(back_up({folder.file("run.tf"), folder.file("run.tf"), true})) == "same_file");
    CHECK(failure_of(back_up({folder.file("run.tf"), folder.path(), true})) == "exists");
    CHECK(failure_of(back_up({folder.file("run.tf"), folder.file("no/copy.tf")})) == "missing");
    CHECK(failure_of(back_up({folder.file("no.tf"), folder.file("new.tf")})) == "missing");
    CHECK(back_up({folder.file("run.tf"), folder.file("copy.tf"), true}).has_value());
    const auto used = open_well({.path = folder.file("copy.tf")});
    CHECK(failure_of(back_up({folder.file("run.tf"), folder.file("copy.tf"), true})) == "locked");
}

TEST_CASE("what lies beside a journal is copied with it, and comes back with it") {
    const Folder folder;
    journal_of(folder, "run.tf");
    run_sql({folder.file("run.tf.webhooks.db"), {}}, "create table hook(url); insert into hook values('a')");
    const auto done = back_up({folder.file("run.tf"), folder.file("copy.tf")});
    REQUIRE(done.has_value());
    CHECK(done->beside == std::vector<std::string>{folder.file("copy.tf.webhooks.db")});
    run_sql({folder.file("run.tf.webhooks.db"), {}}, "update hook set url = 'b'");
    REQUIRE(bring_back({folder.file("copy.tf"), folder.file("run.tf"), true}).has_value());
    Connection connection;
    REQUIRE(connection.open({folder.file("run.tf.webhooks.db"), {}}, Connection::Access::read) == SQLITE_OK);
    std::string url;
    CHECK(connection.ask("select url from hook", url) == SQLITE_ROW);
    CHECK(url == "a");
}

TEST_CASE("a journal whose chain does not hold gives no backup, and a copy given up leaves nothing") {
    const Folder folder;
    journal_of(folder, "run.tf");
    SUBCASE("broken") {
        flip_body({folder.file("run.tf"), {}}, 2, 0);
        CHECK(failure_of(back_up({folder.file("run.tf"), folder.file("copy.tf")})) == "corrupt");
    }
    SUBCASE("given up") {
        CopyOptions options{folder.file("run.tf"), folder.file("copy.tf")};
        options.progress = [](std::uint64_t, std::uint64_t) { return false; };
        CHECK(failure_of(back_up(options)) == "given_up");
    }
    SUBCASE("of a newer program") {
        run_sql({folder.file("run.tf"), {}}, "pragma user_version=2");
        CHECK(failure_of(back_up({folder.file("run.tf"), folder.file("copy.tf")})) == "newer_version");
        CHECK(failure_of(bring_back({folder.file("run.tf"), folder.file("copy.tf")})) == "newer_version");
    }
    for (const auto& one : std::filesystem::directory_iterator{folder.path()})
        CHECK(one.path().filename() == "run.tf");
}

TEST_CASE("what is brought back stands alone: the old journal is kept, what was made from it is not") {
    const Folder folder;
    journal_of(folder, "run.tf");
    REQUIRE(back_up({folder.file("run.tf"), folder.file("copy.tf")}).has_value());
    CHECK(failure_of(bring_back({folder.file("copy.tf"), folder.file("run.tf")})) == "exists");
    {
        const auto used = open_well({.path = folder.file("run.tf")});
        append(*used, {"four"});
        CHECK(failure_of(bring_back({folder.file("copy.tf"), folder.file("run.tf"), true})) == "locked");
    }
    std::filesystem::create_directory(folder.file("run.tf.snapshots"));
    write_text(folder.file("run.tf.snapshots/1"), "of the old one");
    write_text(folder.file("run.tf.views.db"), "of the old one");
    write_text(folder.file("run.tf-wal"), "of the old one");
    write_text(folder.file("run.tf.token"), "of this machine");
    const auto done = bring_back({folder.file("copy.tf"), folder.file("run.tf"), true});
    REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().sentence));
    CHECK(done->position == 3);
    CHECK(done->removed.size() == 2);
    CHECK(open_well({.path = folder.file("run.tf")})->end() == 3);
    CHECK_FALSE(std::filesystem::exists(folder.file("run.tf.snapshots")));
    CHECK_FALSE(std::filesystem::exists(folder.file("run.tf.views.db")));
    CHECK(bytes_of_file(folder.file("run.tf.token")) == "of this machine");
    REQUIRE(done->replaced.starts_with(folder.file("run.tf.replaced-")));
    std::filesystem::remove(done->replaced + "-wal");
    CHECK(open_well({.path = done->replaced, .mode = OpenMode::read_only})->end() == 4);
    CHECK(bring_back({folder.file("copy.tf"), folder.file("new.tf")}).has_value());
}

TEST_CASE(
    "a restore that is cut off between its renames leaves a mark that no server passes, and is done again") {
    const Folder folder;
    journal_of(folder, "run.tf");
    REQUIRE(back_up({folder.file("run.tf"), folder.file("copy.tf")}).has_value());
    const auto run = folder.file("run.tf");
    CHECK(unfinished_restore(run).empty());
    struct Killed {};
    CopyOptions options{folder.file("copy.tf"), run, true};
    options.between_renames = [] { throw Killed{}; };
    CHECK_THROWS_AS((void)bring_back(options), Killed);
    CHECK_FALSE(std::filesystem::exists(run));
    CHECK(unfinished_restore(run).find("Do it again") != std::string::npos);
    const auto done = bring_back({folder.file("copy.tf"), run});
    REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().sentence));
    CHECK(unfinished_restore(run).empty());
    CHECK(open_well({.path = run})->end() == 3);
}

TEST_CASE("a restore that is through leaves no mark") {
    const Folder folder;
    journal_of(folder, "run.tf");
    REQUIRE(back_up({folder.file("run.tf"), folder.file("copy.tf")}).has_value());
    CHECK(bring_back({folder.file("copy.tf"), folder.file("run.tf"), true}).has_value());
    CHECK(unfinished_restore(folder.file("run.tf")).empty());
    CHECK_FALSE(std::filesystem::exists(folder.file("run.tf.restoring")));
}
