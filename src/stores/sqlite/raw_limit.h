/// What the machine could do: for `truefill bench`, so that its numbers stand beside the limit and not alone.
#pragma once

#include "journal/port.h"

#include <chrono>
#include <expected>
#include <span>
#include <string>

namespace truefill::stores {

/// How long plain SQLite takes to store these batches in a new file: the same schema, pragmas, page size,
/// checkpoints, batch boundaries and bytes as SqliteJournal, written straight to SQLite's interface, with no
/// check, no fault handling and no Truefill code in the loop. The file must not exist; it is removed
/// afterwards. The time ends with the last durable commit, before the file is closed.
std::expected<std::chrono::nanoseconds, journal::Fault> raw_append(std::span<const journal::Batch> batches,
                                                                   const std::string& path);

struct SyncProfile {
    std::chrono::nanoseconds median{};
    std::chrono::nanoseconds p99{};
};
/// How long the disk takes for write(4 KB) and fdatasync, appended to a new file `count` times. The file must
/// not exist; it is removed afterwards.
std::expected<SyncProfile, journal::Fault> fdatasync_profile(const std::string& path, int count);

} // namespace truefill::stores
