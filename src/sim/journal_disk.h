/// Where a world's journal lies, and what can happen to that place. Opening may fail; then there is no
/// journal until a later try.
#pragma once

#include "journal/port.h"
#include "stores/sqlite/sqlite_journal.h"
#include "stores/sqlite/twin_vfs.h"

#include <cstdint>
#include <memory>
#include <string>

namespace truefill::sim {

class JournalDisk {
public:
    virtual ~JournalDisk() = default;
    /// Null while it cannot be opened.
    virtual journal::Journal* open() = 0;
    /// The process is gone: what is not durable may be lost.
    virtual void crash(std::uint64_t seed) = 0;
    /// The power goes at one of the next writes.
    virtual void cut_power_soon(std::uint64_t operations) { static_cast<void>(operations); }
    virtual void fail_soon(std::uint64_t operations) { static_cast<void>(operations); }
    virtual void fill_up() {}
    virtual void make_room() {}
};

/// A journal in memory: what was appended survives.
std::unique_ptr<JournalDisk> make_memory_disk();
/// SQLite over a disk in memory that forgets what was not synced. `name` is unique in the process.
std::unique_ptr<JournalDisk> make_twin_disk(std::string name);
/// SQLite on a real file.
std::unique_ptr<JournalDisk> make_file_disk(std::string path);

} // namespace truefill::sim
