/// SQLite's handles with owners. Codes of SQLite stay codes here; faults.h makes sentences of them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace truefill::stores {

/// A file and the name of SQLite's file layer (VFS) under which it lies. Empty: the operating system's.
struct Place {
    std::string path;
    std::string vfs;
};

/// One prepared statement, kept for many uses. Parameters count from 1, columns from 0. Bound bytes are not
/// copied: they must stay until step() has returned.
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* database, std::string_view sql);

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind_text(int parameter, std::string_view text);
    Statement& bind_blob(int parameter, std::string_view bytes);

    /// SQLITE_OK, or why it could not be prepared.
    int code() const { return failed_; }
    /// SQLITE_ROW, SQLITE_DONE or what failed, a bind included.
    int step();
    void reset();
    /// step() and reset() of a statement without rows: SQLITE_OK or what failed.
    int run();

    std::int64_t integer(int column) const;
    /// The bytes of a text or blob, until the next step() or reset(). Null gives none.
    std::string_view bytes(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int failed_ = 0;
};

/// How long a statement waits for somebody else's lock on the file.
inline constexpr int busy_wait_ms = 5000;

class Connection {
public:
    enum class Access : std::uint8_t {
        create,     ///< read and write; made when it is not there
        write,      ///< read and write
        read,       ///< read only
        read_tidy,  ///< changes nothing, and at its end takes away the log that reading needs beside the file
        read_fixed, ///< read only, a file that nobody changes: no locks, no log, so a read-only folder will
                    ///< do
    };

    /// SQLITE_OK or what failed; the connection is open enough to ask for the reason.
    int open(const Place& place, Access access);
    void close() { handle_.reset(); }

    /// Runs statements without rows: SQLITE_OK or what failed.
    int run(const char* sql) const;
    /// The first column of the first row as text; the code says whether there was one (SQLITE_ROW,
    /// SQLITE_DONE).
    int ask(std::string_view sql, std::string& answer) const;
    Statement prepare(std::string_view sql) const { return {handle_.get(), sql}; }

    bool is_read_only() const;
    bool in_transaction() const;
    std::string reason() const; ///< SQLite's words for the last failure
    int system_error() const;   ///< errno of the last failure, or 0
    sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

} // namespace truefill::stores
