/// The SQL file: made, judged, and written in transactions that carry their position.
///
/// Any program may read it at any time (WAL). One that keeps it locked for writing makes us wait for
/// Database::busy_wait_ms, then the transaction is given up as a fault and tried again later by whoever
/// drives us. A file whose pages are damaged is thrown away. Nothing in the file is a truth: after a fault it
/// is closed, opened again, and followed from the position that it says.
#pragma once

#include "views/database.h"
#include "views/rows.h"

#include <array>
#include <expected>
#include <string>
#include <vector>

namespace truefill::views {

/// Why the file cannot be written at the moment.
struct Fault {
    std::string sentence;
};
using Done = std::expected<void, Fault>;

/// How far the tables are.
struct Place {
    Position position{};
    Time as_of;
    bool is_complete{};
    std::string record_hash; ///< hex; empty at position 0
};

class Store {
public:
    explicit Store(std::string path) : path_{std::move(path)} {}
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    const std::string& path() const { return path_; }
    /// Opens the file, made first when it is missing. Refuses one that is not ours. Answers where it stands;
    /// position 0 and not complete when it was made or is of another schema version: then it is empty.
    std::expected<Place, Fault> open();
    void close();
    bool is_open() const { return database_.is_open(); }
    /// Empties all tables and begins anew, at a place that is not complete.
    Done clear();

    /// One transaction: begin, any number of write, commit. After a fault: close.
    Done begin();
    Done write(const Rows& rows);
    /// The place moves from where this store has left it; that it is still there says that nobody else
    /// writes.
    Done commit(const Place& place);
    /// Copies the log into the file and empties it: what rows said before is in no file then. False while a
    /// reader holds on to it.
    bool empty_log();

private:
    /// SQLITE_OK or what failed.
    int judge(Place& place, bool& is_ours);
    int make();
    int drop_all();
    int upsert(TableId table, const Rows& rows);
    int remove(Statement& statement, const std::vector<std::int64_t>& keys);
    void prepare();
    std::unexpected<Fault> fault(int code, std::string_view doing);

    std::string path_;
    Database database_; // before the statements, which go first
    std::array<Statement, table_count> upserts_;
    Statement drop_quantities_, drop_invoice_lines_, drop_hold_, begin_, commit_, place_;
    Place last_;
    bool is_broken_ = false; ///< its pages: it is made anew from nothing
};

} // namespace truefill::views
