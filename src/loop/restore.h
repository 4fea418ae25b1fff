/// From the disk to a running engine: the last snapshot that fits, then the records after it. A thread reads
/// and checks the chain while the caller's thread replays, so a start costs what the slower of the two costs.
#pragma once

#include "loop/chain_reader.h"
#include "loop/snapshot.h"

#include <expected>
#include <string>
#include <vector>

namespace truefill::loop {

struct RestoreOptions {
    std::string snapshots{}; ///< folder; empty: the whole journal is replayed
    Progress progress{};
};

struct Restored {
    Position position{};      ///< of the last record
    Position from_snapshot{}; ///< 0: all of it was replayed
    Digest head;
    std::vector<std::string> refused_snapshots; ///< why the others were passed over
};

/// Fills an empty engine. The journal is used by another thread meanwhile and free again at the end. After a
/// fault the engine holds what came before the faulty record.
std::expected<Restored, JournalFault> restore(engine::Engine& engine, journal::Journal& journal,
                                              const RestoreOptions& options = {});

/// Replays the records of a batch from an index on. For the follower too.
std::expected<void, JournalFault> replay(engine::Engine& engine, const journal::Batch& batch,
                                         std::size_t from, std::size_t to);

} // namespace truefill::loop
