/// For the tests of this room: folders and files that go away, and the two worlds in which a journal is
/// tested, the operating system's files and the twin disk.
#pragma once

#include "journal/conformance_faults.h"
#include "stores/sqlite/sqlite_journal.h"
#include "stores/sqlite/twin_vfs.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

namespace truefill::stores {

/// A folder that goes away with its content. Everybody may go in, for the tests that give up their rights.
class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "truefill-store-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
        std::filesystem::permissions(path_, std::filesystem::perms::all);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::permissions(path_, std::filesystem::perms::all, ignored);
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return path_ + "/" + name; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

inline std::unique_ptr<SqliteJournal> open_well(const SqliteOptions& options) {
    auto journal = SqliteJournal::open(options);
    REQUIRE_MESSAGE(journal.has_value(), (journal ? "" : journal.error().sentence));
    return std::move(*journal);
}

/// Why it cannot be opened; a journal that opens fails the test.
inline journal::Fault fault_of_open(const SqliteOptions& options) {
    const auto opened = SqliteJournal::open(options);
    REQUIRE_FALSE(opened.has_value());
    INFO(opened.error().sentence);
    CHECK(opened.error().sentence.ends_with("."));
    CHECK(opened.error().sentence.find(options.path) != std::string::npos);
    return opened.error();
}

/// SQL behind the store's back.
inline void run_sql(const Place& place, const std::string& sql) {
    Connection connection;
    REQUIRE(connection.open(place, Connection::Access::create) == SQLITE_OK);
    const int code = connection.run(sql.c_str());
    REQUIRE_MESSAGE(code == SQLITE_OK, connection.reason());
}

inline void flip_body(const Place& place, Position position, std::size_t at) {
    Connection connection;
    REQUIRE(connection.open(place, Connection::Access::write) == SQLITE_OK);
    Statement look = connection.prepare("select body from record where position = ?1");
    REQUIRE(look.bind(1, static_cast<std::int64_t>(position)).step() == SQLITE_ROW);
    std::string body{look.bytes(0)};
    look.reset();
    body[at] = static_cast<char>(body[at] ^ 1);
    Statement change = connection.prepare("update record set body = ?2 where position = ?1");
    REQUIRE(change.bind(1, static_cast<std::int64_t>(position)).bind_text(2, body).run() == SQLITE_OK);
}

inline std::string bytes_of_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// While it lives, files cannot grow beyond a size, as with a quota.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uint64_t bytes) {
        before_ = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &limits_);
        const rlimit tight{static_cast<rlim_t>(bytes), limits_.rlim_max};
        REQUIRE(setrlimit(RLIMIT_FSIZE, &tight) == 0);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &limits_);
        std::signal(SIGXFSZ, before_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    void (*before_)(int) = nullptr;
    rlimit limits_{};
};

/// While it lives, this process has the rights of nobody, even when root runs the tests.
class AsNobody {
public:
    AsNobody() {
        if (was_root_) REQUIRE(setresuid(nobody, nobody, 0) == 0);
    }
    ~AsNobody() {
        if (was_root_ && setresuid(0, 0, 0) != 0) std::abort();
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    static constexpr uid_t nobody = 65534;
    const bool was_root_ = geteuid() == 0;
};

} // namespace truefill::stores
