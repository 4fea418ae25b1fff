#include "stores/sqlite/store_fixture.h"

#include <sys/wait.h>

#include <algorithm>
#include <vector>

using namespace truefill;
using namespace truefill::stores;
using namespace truefill::journal::conformance;
using journal::FaultKind;

namespace {

void write_text(const std::string& path, const std::string& text) { std::ofstream{path} << text; }

/// A journal of three records, closed.
std::string make_journal(const Folder& folder) {
    const std::string path = folder.file("journal.db");
    append(*open_well({.path = path, .mode = OpenMode::create}), {"one", "two", "three"});
    return path;
}

/// What another process answers when it opens a journal for writing: 0, or 1 + its fault's kind.
template <class Act> int in_another_process(Act act) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) _exit(act());
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::vector<std::string> names_in(const Folder& folder) {
    std::vector<std::string> names;
    for (const auto& one : std::filesystem::directory_iterator{folder.path()})
        names.push_back(one.path().filename().string());
    std::ranges::sort(names);
    return names;
}

int try_to_open(const SqliteOptions& options) {
    const auto opened = SqliteJournal::open(options);
    return opened ? 0 : 1 + static_cast<int>(opened.error().kind);
}

} // namespace

TEST_CASE("what is not there is named together with what helps") {
    const Folder folder;
    SUBCASE("a folder that is missing") {
        const auto fault = fault_of_open({.path = folder.file("no/journal.db"), .mode = OpenMode::create});
        CHECK(fault.kind == FaultKind::missing);
        CHECK(fault.sentence.find("mkdir -p " + folder.file("no")) != std::string::npos);
    }
    SUBCASE("a file that is missing is made only when asked") {
        const std::string path = folder.file("journal.db");
        CHECK(fault_of_open({.path = path}).kind == FaultKind::missing);
        CHECK(fault_of_open({.path = path, .mode = OpenMode::read_only}).kind == FaultKind::missing);
        CHECK_FALSE(std::filesystem::exists(path));
        CHECK(open_well({.path = path, .mode = OpenMode::create})->end() == 0);
    }
}

TEST_CASE("a file that is not a journal is refused, and not one byte of it changes") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    FaultKind kind = FaultKind::foreign_file;
    std::string reason;
    SUBCASE("a text") {
        write_text(path, "Dear customer, thank you for your order. " + std::string(2'000, '.'));
        reason = "is no SQLite file";
    }
    SUBCASE("a short text") {
        write_text(path, "x");
        reason = "is no SQLite file";
    }
    SUBCASE("a SQLite file of another program") {
        run_sql({path, {}}, "create table photo(name); pragma application_id=1196444487");
        reason = "of another program (application id 0x47504b47";
    }
    SUBCASE("a SQLite file without an application id") {
        run_sql({path, {}}, "create table record(position integer primary key, hash, body)");
        reason = "of another program (application id 0x0";
    }
    SUBCASE("a journal of a newer Truefill") {
        make_journal(folder);
        run_sql({path, {}}, "pragma user_version=2");
        kind = FaultKind::newer_version;
        reason = "written by a newer Truefill (format 2; this program knows format 1)";
    }
    SUBCASE("a file that calls itself a journal but has no tables") {
        run_sql({path, {}}, "create table x(y); pragma application_id=1416776300; pragma user_version=1");
        kind = FaultKind::corrupt;
        reason = "has not its tables";
    }
    const std::string before = bytes_of_file(path);
    for (const OpenMode mode : {OpenMode::create, OpenMode::open, OpenMode::read_only}) {
        const auto fault = fault_of_open({.path = path, .mode = mode});
        INFO(fault.sentence);
        CHECK(fault.kind == kind);
        CHECK(fault.sentence.find(reason) != std::string::npos);
        CHECK((bytes_of_file(path) == before));
        CHECK(names_in(folder) == std::vector<std::string>{"journal.db"});
    }
}

TEST_CASE(
    "a closed journal is one file, after writing and after reading, and reading changes no byte of it") {
    const Folder folder;
    const std::string path = make_journal(folder);
    const std::vector<std::string> alone{"journal.db"};
    CHECK(names_in(folder) == alone);
    const std::string before = bytes_of_file(path);
    SUBCASE("for an account that may write") {
        CHECK(read_all(*open_well({.path = path, .mode = OpenMode::read_only})).size() == 3);
    }
    SUBCASE("for one that may not write the file") {
        using std::filesystem::perms;
        std::filesystem::permissions(path, perms::owner_read | perms::group_read | perms::others_read);
        const AsNobody nobody;
        CHECK(read_all(*open_well({.path = path, .mode = OpenMode::read_only})).size() == 3);
    }
    SUBCASE("after a reader that was killed") {
        CHECK(in_another_process([&] {
                  const auto reader = SqliteJournal::open({.path = path, .mode = OpenMode::read_only});
                  if (!reader) return 1;
                  _exit(0); // without closing
              }) == 0);
        CHECK(read_all(*open_well({.path = path, .mode = OpenMode::read_only})).size() == 3);
    }
    SUBCASE("a reader that is still there when a writer comes and goes") {
        const auto reader = open_well({.path = path, .mode = OpenMode::read_only});
        append(*open_well({.path = path}), {"four"});
        CHECK(reader->refresh().has_value());
        CHECK(read_all(*reader).size() == 4);
    }
    CHECK(names_in(folder) == alone);
    if (read_all(*open_well({.path = path, .mode = OpenMode::read_only})).size() == 3)
        CHECK((bytes_of_file(path) == before));
}

TEST_CASE("the lock keeps others out though its file comes and goes: no two write at a time") {
    const Folder folder;
    const std::string path = make_journal(folder);
    constexpr int writers = 3, turns = 40;
    const auto write = [&] {
        for (int done = 0; done < turns;) {
            const auto journal = SqliteJournal::open({.path = path});
            if (!journal && journal.error().kind == FaultKind::locked) continue;
            if (!journal || !(*journal)->append(next_batch(**journal, {"more"}))) return 1;
            ++done;
        }
        return 0;
    };
    std::vector<pid_t> children;
    for (int i = 0; i < writers; ++i) {
        children.push_back(fork());
        REQUIRE(children.back() >= 0);
        if (children.back() == 0) _exit(write());
    }
    for (const auto child : children) {
        int status = -1;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    CHECK(read_all(*open_well({.path = path, .mode = OpenMode::read_only})).size() == 3 + writers * turns);
    CHECK(names_in(folder) == std::vector<std::string>{"journal.db"});
}

TEST_CASE("a folder in the file's place, and an empty file") {
    const Folder folder;
    const auto at_folder = fault_of_open({.path = folder.path(), .mode = OpenMode::create});
    CHECK(at_folder.kind == FaultKind::foreign_file);
    CHECK(at_folder.sentence.find("is a folder") != std::string::npos);
    const std::string path = folder.file("journal.db");
    write_text(path, "");
    CHECK(fault_of_open({.path = path}).kind == FaultKind::foreign_file);
    CHECK(fault_of_open({.path = path, .mode = OpenMode::read_only}).kind == FaultKind::foreign_file);
    CHECK(open_well({.path = path, .mode = OpenMode::create})->end() == 0);
}

TEST_CASE("a file that may not be written is opened for reading only") {
    const Folder folder;
    const std::string path = make_journal(folder);
    using std::filesystem::perms;
    std::string helps;
    SUBCASE("the file") {
        std::filesystem::permissions(path, perms::owner_read | perms::group_read | perms::others_read);
        helps = "chmod u+w " + path;
    }
    SUBCASE("its folder") {
        std::filesystem::permissions(path, perms::all);
        std::filesystem::permissions(folder.path(), perms::owner_read | perms::owner_exec |
                                                        perms::group_read | perms::group_exec |
                                                        perms::others_read | perms::others_exec);
        helps = "chmod u+w " + folder.path();
    }
    const AsNobody nobody;
    const auto fault = fault_of_open({.path = path});
    INFO(fault.sentence);
    CHECK(fault.kind == FaultKind::read_only);
    CHECK(fault.sentence.find(helps) != std::string::npos);
    CHECK(read_all(*open_well({.path = path, .mode = OpenMode::read_only})).size() == 3);
}

TEST_CASE("what a crash left in a folder that cannot be written says so and is not read without its log") {
    const Folder folder;
    const std::string path = make_journal(folder);
    CHECK(in_another_process([&] {
              const auto journal = SqliteJournal::open({.path = path});
              if (!journal || !(*journal)->append(next_batch(**journal, {"four"}))) return 1;
              _exit(0); // without closing, as a crash does
          }) == 0);
    REQUIRE(std::filesystem::file_size(path + "-wal") > 0);
    std::filesystem::remove(path + "-shm");
    using std::filesystem::perms;
    std::filesystem::permissions(
        folder.path(), perms::all & ~(perms::owner_write | perms::group_write | perms::others_write));
    {
        const AsNobody nobody;
        const auto fault = fault_of_open({.path = path, .mode = OpenMode::read_only});
        INFO(fault.sentence);
        CHECK(fault.kind == FaultKind::read_only);
        CHECK(fault.sentence.find("left by a crash") != std::string::npos);
    }
    std::filesystem::permissions(folder.path(), perms::all);
    CHECK(read_all(*open_well({.path = path})).size() == 4);
}

TEST_CASE("what was removed right before a crash is in no file after the next writer's first pause") {
    const Folder folder;
    const std::string path = make_journal(folder), secret = "the key of a person who wants to be forgotten";
    CHECK(in_another_process([&] {
              const auto journal = SqliteJournal::open({.path = path});
              if (!journal || !(*journal)->put("person", "p-1", secret)) return 1;
              Connection reader; // in the way of the log's end
              std::string count;
              if (reader.open({path, {}}, Connection::Access::read) != SQLITE_OK) return 2;
              if (reader.run("begin") != SQLITE_OK) return 3;
              if (reader.ask("select count(*) from side", count) != SQLITE_ROW) return 4;
              if (!(*journal)->remove("person", "p-1")) return 5;
              _exit(0); // without closing, as a crash does
          }) == 0);
    const auto is_somewhere = [&] {
        return bytes_of_file(path).find(secret) != std::string::npos ||
               bytes_of_file(path + "-wal").find(secret) != std::string::npos;
    };
    CHECK(is_somewhere());
    const auto journal = open_well({.path = path});
    journal->checkpoint();
    CHECK_FALSE(is_somewhere());
}

TEST_CASE("one writer at a time: a second one is told who to look for, and the first goes on") {
    const Folder folder;
    const std::string path = make_journal(folder);
    const auto first = open_well({.path = path});
    SUBCASE("in this process") {
        const auto fault = fault_of_open({.path = path});
        CHECK(fault.kind == FaultKind::locked);
        CHECK(fault.sentence.find("is in use by another Truefill process (fuser " + path + "-lock") !=
              std::string::npos);
    }
    SUBCASE("in another process") {
        CHECK(in_another_process([&] { return try_to_open({.path = path}); }) ==
              1 + static_cast<int>(FaultKind::locked));
    }
    SUBCASE("a reader is welcome") {
        CHECK(in_another_process([&] { return try_to_open({.path = path, .mode = OpenMode::read_only}); }) ==
              0);
    }
    append(*first, {"four"});
    CHECK(first->end() == 4);
}

TEST_CASE("the lock goes with its process, however that ends") {
    const Folder folder;
    const std::string path = make_journal(folder);
    CHECK(in_another_process([&] {
              const auto journal = SqliteJournal::open({.path = path});
              if (!journal || !(*journal)->append(next_batch(**journal, {"four"}))) return 1;
              std::signal(SIGKILL, SIG_DFL);
              kill(getpid(), SIGKILL);
              return 2;
          }) == -SIGKILL);
    const auto journal = open_well({.path = path});
    CHECK(read_all(*journal).size() == 4);
    append(*journal, {"five"});
}

TEST_CASE("a lock file that is something else is named") {
    const Folder folder;
    const std::string path = make_journal(folder);
    write_text(path + "-lock", "somebody's notes " + std::string(1'000, '.'));
    const auto fault = fault_of_open({.path = path});
    CHECK(fault.kind == FaultKind::foreign_file);
    CHECK(fault.sentence.find(path + "-lock is not the lock") == 0);
}

TEST_CASE("another program with an open transaction is named, nothing is lost, and then it goes on") {
    TwinDisk disk; // where nobody sleeps while he waits
    const TwinVfs vfs{disk, "busy"};
    const auto journal = open_well({.path = "journal.db", .mode = OpenMode::create, .vfs = "busy"});
    append(*journal, {"one"});
    Connection shell;
    REQUIRE(shell.open({"journal.db", "busy"}, Connection::Access::write) == SQLITE_OK);
    REQUIRE(shell.run("begin immediate") == SQLITE_OK);
    const auto batch = next_batch(*journal, {"two"});
    const auto refused = journal->append(batch);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == FaultKind::locked);
    CHECK(refused.error().sentence.find("locked by another program while storing 1 records from 2 on") !=
          std::string::npos);
    CHECK(journal->end() == 1);
    REQUIRE(shell.run("commit") == SQLITE_OK);
    CHECK(journal->append(batch).has_value());
    CHECK(read_all(*journal).size() == 2);
}
