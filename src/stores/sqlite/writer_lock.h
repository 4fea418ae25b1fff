/// One writer for each journal: an exclusive lock that ends with the process, however it ends.
///
/// The lock is SQLite's own, on an empty database beside the journal (`journal.db-lock`), so it works in
/// every VFS and against a second journal in the same process too. It is not on the journal itself, so that
/// readers, a sqlite3 shell among them, can look while a server runs. The empty file stays; it may be removed
/// when nothing runs.
#pragma once

#include "journal/port.h"
#include "stores/sqlite/connection.h"

#include <expected>

namespace truefill::stores {

class WriterLock {
public:
    /// Takes the lock or says at once who is in the way.
    std::expected<void, journal::Fault> take(const Place& journal);

private:
    Connection beside_;
};

} // namespace truefill::stores
