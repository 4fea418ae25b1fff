#include "base/assert.h"
#include "stores/sqlite/faults.h"
#include "stores/sqlite/layout.h"
#include "stores/sqlite/sqlite_journal.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <charconv>
#include <utility>

namespace truefill::stores {

using journal::Fault;
using journal::FaultKind;

namespace {

constexpr std::string_view opening = "opening it";
constexpr std::string_view our_tables_sql =
    "select count(*) from sqlite_schema where type = 'table' and name in ('record', 'side', 'meta')";

/// A number that a pragma or a count gave; SQLITE_ROW when it did.
int ask_number(const Connection& connection, std::string_view sql, std::int64_t& number) {
    std::string text;
    const int code = connection.ask(sql, text);
    if (code == SQLITE_ROW) std::from_chars(text.data(), text.data() + text.size(), number);
    return code;
}

/// A log that still holds something: the file alone would be an old state.
bool has_log(const Place& place) { return look_at({place.path + "-wal", place.vfs}) == Look::file; }

/// How to read without leaving anything behind. Where a log holds something, somebody writes, or crashed:
/// that is only looked at. Elsewhere reading makes an empty log and its index: who may write takes them away
/// again; who may not cannot make them, and reads the file alone.
Connection::Access reading(const Place& place) {
    if (!place.vfs.empty() || has_log(place) || look_at({place.path + "-journal", {}}) != Look::missing)
        return Connection::Access::read;
    return may_write_file(place) && may_write_folder(place) ? Connection::Access::read_tidy
                                                            : Connection::Access::read_fixed;
}

Connection::Access access_of(OpenMode mode, const Place& place) {
    switch (mode) {
    case OpenMode::create: return Connection::Access::create;
    case OpenMode::open: return Connection::Access::write;
    case OpenMode::read_only: break;
    }
    return reading(place);
}

} // namespace

SqliteJournal::SqliteJournal(const SqliteOptions& options)
    : place_{options.path, options.vfs}, mode_{options.mode}, sync_{options.sync} {}

SqliteJournal::~SqliteJournal() {
    if (connection_.handle() != nullptr && connection_.in_transaction()) connection_.run("rollback");
}

std::expected<std::unique_ptr<SqliteJournal>, Fault> SqliteJournal::open(const SqliteOptions& options) {
    TF_ASSERT(!options.path.empty(), "a journal has a path");
    std::unique_ptr<SqliteJournal> journal{new SqliteJournal{options}};
    if (auto begun = journal->begin(); !begun) return std::unexpected(std::move(begun.error()));
    if (options.copier && options.mode != OpenMode::read_only)
        journal->copier_ = LogCopier::start(journal->place_);
    return journal;
}

std::expected<void, Fault> SqliteJournal::begin() {
    if (auto found = obstacle(place_, mode_ == OpenMode::create)) return std::unexpected(std::move(*found));
    if (mode_ != OpenMode::read_only) {
        if (auto taken = lock_.take(place_); !taken) return taken;
        erase_log_ = has_log(place_); // of a crash: what was removed may stand in it
    }
    if (auto opened = open_connection(); !opened) return opened;
    const auto is_new = recognise();
    if (!is_new) return std::unexpected(is_new.error());
    if (mode_ != OpenMode::read_only) {
        if (auto ready = prepare_to_write(*is_new); !ready) return ready;
    }
    if (auto prepared = prepare(); !prepared) return prepared;
    return refresh();
}

/// Opens, and reads the first page: only then does SQLite look at the file and at the log of a crash.
std::expected<void, Fault> SqliteJournal::open_connection() {
    std::int64_t version = 0;
    int code = connection_.open(place_, access_of(mode_, place_));
    if (code == SQLITE_OK) code = ask_number(connection_, "pragma user_version", version);
    const bool not_there = (code & 255) == SQLITE_CANTOPEN || (code & 255) == SQLITE_READONLY;
    if (not_there && mode_ == OpenMode::read_only && look_at(place_) == Look::file) {
        if (has_log(place_)) {
            return std::unexpected(
                Fault{FaultKind::read_only,
                      fmt::format("{0} was left by a crash and its log {0}-wal cannot be read without "
                                  "writing beside it. Copy both files to a folder that can be written.",
                                  place_.path)});
        }
        connection_.close();
        code = connection_.open(place_, Connection::Access::read_fixed);
        if (code == SQLITE_OK) code = ask_number(connection_, "pragma user_version", version);
    }
    if (code == SQLITE_ROW) return {};
    return std::unexpected(fault(code, opening));
}

/// True when the file is empty and its tables must be made.
std::expected<bool, Fault> SqliteJournal::recognise() {
    std::int64_t application = 0;
    std::int64_t version = 0;
    std::int64_t tables = 0;
    int code = ask_number(connection_, "pragma application_id", application);
    if (code == SQLITE_ROW) code = ask_number(connection_, "pragma user_version", version);
    if (code == SQLITE_ROW) code = ask_number(connection_, "select count(*) from sqlite_schema", tables);
    if (code != SQLITE_ROW) return std::unexpected(fault(code, opening));

    const std::string& path = place_.path;
    if (application == application_id && version == format_version) {
        std::int64_t ours = 0;
        code = ask_number(connection_, our_tables_sql, ours);
        if (code != SQLITE_ROW) return std::unexpected(fault(code, opening));
        if (ours == 3) return false;
        return std::unexpected(without_tables("some are missing"));
    }
    if (application == application_id && version > format_version) {
        return std::unexpected(
            Fault{FaultKind::newer_version,
                  fmt::format("{} was written by a newer Truefill (format {}; this program knows "
                              "format {}). Start the newer program; nothing was changed.",
                              path, version, format_version)});
    }
    if (application == 0 && version == 0 && tables == 0) {
        if (mode_ == OpenMode::create) return true;
        return std::unexpected(
            Fault{FaultKind::foreign_file, fmt::format("{} is empty: its creation was never "
                                                       "finished. Remove it, or create a journal "
                                                       "in its place.",
                                                       path)});
    }
    return std::unexpected(
        Fault{FaultKind::foreign_file,
              fmt::format("{} is a SQLite file of another program (application id {:#x}, a Truefill "
                          "journal has {:#x}). Check the path; nothing was changed.",
                          path, application, application_id)});
}

std::expected<void, Fault> SqliteJournal::prepare_to_write(bool is_new) {
    constexpr std::string_view doing = "preparing it for writing";
    if (connection_.is_read_only()) return std::unexpected(fault(SQLITE_READONLY, doing));
    const char* sync_sql = sync_ == Sync::full ? "pragma synchronous=full" : "pragma synchronous=off";
    int code = connection_.run(page_size_sql);
    if (code == SQLITE_OK) code = connection_.run(sync_sql);
    std::string mode;
    if (code == SQLITE_OK) code = connection_.ask("pragma journal_mode=wal", mode);
    if (code == SQLITE_ROW) code = SQLITE_OK;
    if (code == SQLITE_OK && mode != "wal") {
        return std::unexpected(
            Fault{FaultKind::io, fmt::format("{} cannot have a write-ahead log: its file system has "
                                             "no shared memory. Put it on a local disk.",
                                             place_.path)});
    }
    if (code == SQLITE_OK) code = connection_.run(writer_sql);
    if (code == SQLITE_OK && is_new) code = create_tables();
    if (code != SQLITE_OK) return std::unexpected(fault(code, is_new ? "creating it" : doing));
    const auto count_pages = [](void* journal, sqlite3*, const char*, int pages) {
        static_cast<SqliteJournal*>(journal)->log_pages_ = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(connection_.handle(), count_pages, this);
    return {};
}

/// In one transaction, so that a crash leaves an empty file or a whole journal.
int SqliteJournal::create_tables() {
    int code = connection_.run("begin immediate");
    if (code == SQLITE_OK) code = connection_.run(schema_sql);
    if (code == SQLITE_OK) code = connection_.run("commit");
    if (connection_.in_transaction()) connection_.run("rollback");
    return code;
}

std::expected<void, Fault> SqliteJournal::prepare() {
    const bool writes = mode_ != OpenMode::read_only;
    const auto prepare_one = [&](Statement& statement, std::string_view sql, bool wanted) {
        if (!wanted) return SQLITE_OK;
        statement = connection_.prepare(sql);
        return statement.code();
    };
    int code = prepare_one(last_, "select position, hash from record order by position desc limit 1", true);
    const auto next = [&](Statement& statement, std::string_view sql, bool wanted) {
        if (code == SQLITE_OK) code = prepare_one(statement, sql, wanted);
    };
    next(read_, "select position, hash, body from record where position >= ?1 order by position", true);
    next(get_, "select value from side where table_name = ?1 and key = ?2", true);
    next(list_, "select key, value from side where table_name = ?1 order by key", true);
    next(begin_, "begin immediate", writes);
    next(commit_, "commit", writes);
    next(rollback_, "rollback", writes);
    next(insert_, insert_sql, writes);
    next(put_, "insert or replace into side(table_name, key, value) values(?1, ?2, ?3)", writes);
    next(remove_, "delete from side where table_name = ?1 and key = ?2", writes);
    next(settle_, "insert or replace into meta(name, value) values('settled_after', ?1)", writes);
    if (code == SQLITE_OK) return {};
    if ((code & 255) != SQLITE_ERROR) return std::unexpected(fault(code, opening));
    return std::unexpected(without_tables(connection_.reason()));
}

Fault SqliteJournal::without_tables(std::string_view reason) const {
    return {FaultKind::corrupt, fmt::format("{} calls itself a Truefill journal but has not its tables: {}. "
                                            "Restore the last backup.",
                                            place_.path, reason)};
}

Fault SqliteJournal::fault(int code, std::string_view doing) const {
    return fault_of(code, connection_, place_, doing);
}

} // namespace truefill::stores
