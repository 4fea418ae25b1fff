/// Snapshots: the engine's state in a file, so that a start replays minutes of records and not years. A
/// snapshot is a cache of the journal. When anything about it is doubtful it is refused with the reason, and
/// the next older one or the whole journal is taken.
///
///     magic "TrSnap1\n" | format | position | chain | ledger | length | SHA-256 of body | body
///
/// `format` is archive::format_hash<State>: another build may have another one, and then its files mean
/// nothing here. `chain` is the journal's hash at `position`, so a snapshot of another journal is found out.
/// `ledger` is the ledger's digest, which must come out again. Numbers are little-endian. The file is written
/// under another name, flushed, renamed, and its folder is flushed: it is there whole or not at all. The last
/// two are kept.
#pragma once

#include "base/describe.h"
#include "base/sha256.h"
#include "engine/engine.h"
#include "journal/port.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace truefill::loop {

struct SnapshotHeader {
    std::uint64_t format{};
    Position position{};
    Digest chain;
    Hash128 ledger;
    std::uint64_t length{}; ///< of the body, in bytes
    Digest body;
};
TF_DESCRIBE(SnapshotHeader, (format, position, chain, ledger, length, body))

/// Writes the state as <folder>/snapshot-<position> and removes all but the last two; the folder is made when
/// it is missing. `chain` is the journal's hash at the engine's position. Streams: no second copy of the
/// state in memory, about 1 GB/s. Answers the path, or what the disk said.
std::expected<std::string, std::string> write_snapshot(const std::string& folder,
                                                       const engine::Engine& engine, const Digest& chain);

/// Paths, the latest first.
std::vector<std::string> list_snapshots(const std::string& folder);

/// The header alone; a sentence when the file is not a snapshot of this build.
std::expected<SnapshotHeader, std::string> read_snapshot_header(const std::string& path);

/// Replaces the engine's state. The sentence says why not; the engine is then as it was, or empty when the
/// bytes were whole but said something else than the header.
std::expected<SnapshotHeader, std::string> load_snapshot(const std::string& path, engine::Engine& engine);

struct SnapshotChoice {
    std::optional<SnapshotHeader> loaded; ///< none: begin with an empty engine
    std::vector<std::string> refused;     ///< a sentence for each one that was passed over
};

/// Loads the latest snapshot that belongs to the journal into an empty engine. An empty folder name means
/// none.
SnapshotChoice load_last_snapshot(const std::string& folder, journal::Journal& journal,
                                  engine::Engine& engine);

} // namespace truefill::loop
