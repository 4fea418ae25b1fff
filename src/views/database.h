/// SQLite's handles with owners, for a file that may be thrown away: it can be made again from the journal.
/// So it is written without waiting for the disk at each commit (WAL, synchronous=NORMAL): a kill loses
/// nothing that was committed, a power cut the last commits, and both leave a sound file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace truefill::views {

/// One prepared statement, kept for many uses. Parameters count from 1, columns from 0. Bound text is not
/// copied: it must stay until run() or step() has returned.
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* database, std::string_view sql);

    void bind(int parameter, std::int64_t value);
    void bind(int parameter, std::string_view text);
    void bind_null(int parameter);
    /// SQLITE_ROW, SQLITE_DONE, or what failed: a bind or the preparation included.
    int step();
    void reset();
    /// step() and reset(): SQLITE_OK or what failed.
    int run();

    std::int64_t integer(int column) const;
    std::string text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    void note(int code);

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int failed_ = 0;
};

class Database {
public:
    /// How long a statement waits for a reader that keeps the file locked.
    static constexpr int busy_wait_ms = 2000;

    /// SQLITE_OK or what failed. Makes the file when it is missing.
    int open(const std::string& path);
    void close() { handle_.reset(); }
    bool is_open() const { return handle_ != nullptr; }

    /// Runs statements without rows: SQLITE_OK or what failed.
    int run(const std::string& sql) const;
    /// The first column of the first row; nothing is changed when there is none. SQLITE_OK or what failed.
    int ask(std::string_view sql, std::int64_t& answer) const;
    int ask(std::string_view sql, std::string& answer) const;
    Statement prepare(std::string_view sql) const { return {handle_.get(), sql}; }
    /// Rows that the last statement changed.
    std::int64_t changes() const;
    bool in_transaction() const;
    /// "the disk is full", or SQLite's own words.
    std::string reason(int code) const;

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

} // namespace truefill::views
