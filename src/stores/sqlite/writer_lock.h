/// One writer for each journal: an exclusive lock that ends with the process, however it ends.
///
/// The lock is SQLite's own, on an empty database beside the journal (`journal.db-lock`), so it works in
/// every VFS and against a second journal in the same process too. It is not on the journal itself, so that
/// readers, a sqlite3 shell among them, can look while a server runs.
///
/// Who has the lock removes the file before he lets go. Somebody may have opened it meanwhile and get the
/// lock on a file that has no name any more: he asks for its name after he has the lock, and begins anew.
/// After a crash the empty file stays and does no harm.
#pragma once

#include "journal/port.h"
#include "stores/sqlite/connection.h"

#include <expected>
#include <string>

namespace truefill::stores {

class WriterLock {
public:
    WriterLock() = default;
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

    /// Takes the lock or says at once who is in the way.
    std::expected<void, journal::Fault> take(const Place& journal);

private:
    /// SQLITE_OK or what failed.
    int lock(const Place& place);

    Connection beside_;
    std::string file_; ///< ours to remove; empty: nothing is
};

} // namespace truefill::stores
