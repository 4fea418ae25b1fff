/// The journal as the loop sees it: a few verbs with a memory twin (memory_journal.h) and SQLite behind
/// (stores/sqlite).
///
/// A record's stored bytes are JSON (record.h). Records are chained: hash(n) = SHA-256(hash(n-1) ||
/// bytes(n)), and the hash before the first is 32 zero bytes. A batch is sealed (hashed) by the caller and
/// stored whole or not at all. `append` returns only when the batch is durable. Side tables keep what does
/// not belong into the chain (personal data, keys); they live in the same file and are written in the same
/// way.
///
/// Faults are values. After a fault of `append` nothing of the batch is stored and `end()` says so: the
/// caller reads it anew before it appends again. One case cannot be known: a disk that failed while it made
/// the batch durable may still have it after a restart. Then the sentence says that the batch is undecided,
/// the journal refuses every append until it could write something else in its place, and whoever opens the
/// file again learns from `end()` whether it is there.
///
/// A journal belongs to one thread at a time. Who wants to read while another thread appends opens a second
/// one.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/sha256.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::journal {

enum class FaultKind : std::uint8_t {
    io,            ///< the disk said no
    disk_full,     ///< no space for the batch
    read_only,     ///< the file or its folder may not be written
    foreign_file,  ///< not a Truefill journal
    newer_version, ///< written by a newer Truefill
    locked,        ///< another process has it
    corrupt,       ///< the chain or the file is broken; the sentence names the position
    conflict,      ///< the batch does not follow the end: somebody else appended
    missing,       ///< there is no such file or folder
};
TF_DESCRIBE_ENUM(FaultKind, io, disk_full, read_only, foreign_file, newer_version, locked, corrupt, conflict,
                 missing)

/// The sentence names what happened to which file and what mends it.
struct Fault {
    FaultKind kind{};
    std::string sentence;
};

/// Records first, first + 1, ... in one buffer: ends[i] is the end offset of record i, hashes[i] its chain
/// hash. At most 4 GB, as the offsets have 32 bits.
struct Batch {
    Position first{};
    std::string bytes;
    std::vector<std::uint32_t> ends;
    std::vector<Digest> hashes;

    std::size_t size() const { return ends.size(); }
    std::string_view record(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends[index - 1];
        return std::string_view{bytes}.substr(begin, ends[index] - begin);
    }
    void clear() {
        first = 0;
        bytes.clear();
        ends.clear();
        hashes.clear();
    }
};

/// Fills `hashes` of a batch from the hash before it; returns the last one.
Digest seal(Batch& batch, const Digest& before);
/// The index of the first record whose hash does not follow, or nothing when the chain holds.
std::optional<std::size_t> first_broken(const Batch& batch, const Digest& before);
/// Why a sealed batch cannot follow a journal that ends at (end, head): another position, or a first hash
/// that was made from another head. For the stores; costs one hash. An empty batch follows anything.
std::optional<Fault> conflict_of(const Batch& batch, Position end, const Digest& head);

/// A row of a side table.
struct SideRow {
    std::string key, value;
    bool operator==(const SideRow&) const = default;
};

class Journal {
public:
    virtual ~Journal() = default;
    /// Stores a sealed batch durably. It must follow the end (conflict_of), else `conflict`. An empty one
    /// does nothing.
    virtual std::expected<void, Fault> append(const Batch& batch) = 0;
    /// Reads records from a position on into `into`, at least one and then until about `bytes_max` are there;
    /// an empty batch at the end. Hashes are as stored, not checked.
    virtual std::expected<void, Fault> read(Position from, std::size_t bytes_max, Batch& into) = 0;
    /// Position and hash of the last durable record; {0, zero} when empty.
    virtual Position end() const = 0;
    virtual Digest head() const = 0;

    /// Side tables: durable when the call returns. Keys and values are bytes.
    virtual std::expected<void, Fault> put(std::string_view table, std::string_view key,
                                           std::string_view value) = 0;
    virtual std::expected<std::optional<std::string>, Fault> get(std::string_view table,
                                                                 std::string_view key) = 0;
    virtual std::expected<void, Fault> remove(std::string_view table, std::string_view key) = 0;
    /// Several rows of one table: all of them or none, and one wait for the disk.
    virtual std::expected<void, Fault> put_all(std::string_view table, std::span<const SideRow> rows) = 0;
    virtual std::expected<void, Fault> remove_all(std::string_view table,
                                                  std::span<const std::string> keys) = 0;
    /// The whole table, by key.
    virtual std::expected<std::vector<SideRow>, Fault> list(std::string_view table) = 0;

    /// Work that can wait until an append is answered: a store copies its log into its file. Never needed: an
    /// append does it when it must be. A failure harms nothing but the length of the log, and how long a
    /// removed row of a side table can still be found in it.
    virtual void checkpoint() {}
};

} // namespace truefill::journal
