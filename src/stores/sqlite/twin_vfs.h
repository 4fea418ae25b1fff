/// SQLite's file layer (VFS) over a disk in memory. Register it, and open a journal with its name:
///
///     TwinDisk disk;
///     TwinVfs vfs{disk, "twin"};
///     auto journal = SqliteJournal::open({.path = "journal.db", .mode = OpenMode::create, .vfs = "twin"});
///     disk.crash(42); // the journal is dead now, as a process is; open a new one
///
/// Locks and the shared memory of a write-ahead log work between all connections of the process, so a reader
/// can follow a writer. It mirrors SQLite's own layer for Unix in what it promises: 4096-byte sectors that a
/// torn write leaves unharmed beside it, and a folder that is synced together with the first sync of a new
/// log or rollback journal. There is no clock in it and nobody sleeps: whoever waits for a lock polls.
#pragma once

#include "stores/sqlite/twin_disk.h"

#include <memory>
#include <string>

struct sqlite3_vfs;

namespace truefill::stores {

class TwinVfs {
public:
    /// The disk must outlive the layer, and the layer every connection. Names are unique in the process.
    TwinVfs(TwinDisk& disk, std::string name);
    ~TwinVfs();
    TwinVfs(const TwinVfs&) = delete;
    TwinVfs& operator=(const TwinVfs&) = delete;

    const std::string& name() const { return name_; }

private:
    std::string name_;
    std::unique_ptr<sqlite3_vfs> vfs_;
};

} // namespace truefill::stores
