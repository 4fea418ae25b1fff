/// The file format of the SQLite journal, in one place: the journal writes it and the raw limit of the
/// benchmark too.
///
///     record   one row per record, its JSON as text: select body from record where position = 17
///     side     what does not belong into the chain: table, key, value; the keys of persons, under which
///              personal data stand in the records as ciphertext
///     meta     name and value: what this file is, and which format it has
///
/// Page size 32 KB. Measured on 2 cores and a virtual disk with batches of 11,000 records of 550 bytes, WAL,
/// synchronous=FULL, checkpoints included; thousand records a second, and the same for batches of 1,000 and
/// 100 records:
///
///     page       4 KB    8 KB    16 KB   32 KB   64 KB
///     11,000      413     530      620     760     880
///      1,000              490      560     650
///        100      260     300      320     320
///
/// Larger pages mean fewer frames in the write-ahead log, and a commit writes at least one page: at 64 KB a
/// server that commits single records would write 120 bytes for each one that it stores. 32 KB lies where the
/// curve flattens.
///
/// Checkpoints: the automatic one is off. After an append that leaves more than 16 MB in the log, the
/// appending thread copies the log into the file itself. On a quiet disk 8 to 128 MB have the same throughput
/// within the noise; on a busy one 16 MB store 14 % more than 8 MB, and 32 MB 19 %. The stall grows with the
/// limit: 8, 16, 32, 64 and 128 MB stop the writer for 10, 14, 22, 45 and 95 ms. A second thread that copies
/// in the background made it longer for such batches, as the rest has to be copied with the log locked.
/// Inserting several rows by one statement gained nothing either (4 to 64 rows), nor did
/// locking_mode=EXCLUSIVE, which would keep every reader out.
///
/// A stall of 14 ms is nothing between batches of 11,000 records, and much between those of ten. So the limit
/// follows the batches: a checkpoint comes after about 64 appends of the size of the last one, never before
/// 2 MB and never after 16 MB.
///
/// A server that commits small batches has a copier (log_copier.h). At 23,000 messages/s in 6,700 commits/s,
/// the log grows by 220 MB/s and the file by 14. Copying that takes 5 % of the time wherever it is done:
/// flushes of the file and of the log go through the same disk. What can be chosen is how long the writer
/// waits at a time. In 3 s on 2 cores, with other work beside it: behind the writer with 3 MB of log, p98
/// is 1.2 ms and p99 1.7 ms; with 8 MB 1.3 and 1.8; with 32 MB 2.7 and 3.5; by the writer itself p99 is 2.4
/// ms. Smaller pages do not help: 8 KB 2.4 and 3.1.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace truefill::stores {

inline constexpr int application_id = 0x54724A6C; ///< "TrJl", in the header of the SQLite file
inline constexpr int format_version = 1;          ///< user_version
inline constexpr int page_bytes = 32768;
inline constexpr std::int64_t log_bytes_min = 2 << 20;
inline constexpr std::int64_t log_bytes_max = 16 << 20;
/// With a copier behind the writer: it begins at so many bytes, the writer copies the rest when there are so
/// few pages of it, and copies all by itself when the log is longer than the last.
inline constexpr std::int64_t log_bytes_behind = 3 << 20;
inline constexpr int log_pages_rest = 32;
inline constexpr std::int64_t log_bytes_hard = 64 << 20;

/// More than this in the log is copied into the file after an append of so many bytes.
constexpr std::int64_t log_bytes_limit(std::size_t batch_bytes) {
    constexpr std::size_t appends = 64;
    return std::clamp(static_cast<std::int64_t>(std::min<std::size_t>(batch_bytes, 1 << 20) * appends),
                      log_bytes_min, log_bytes_max);
}

/// Before the first table, as the page size is fixed by it.
inline constexpr const char* page_size_sql = "pragma page_size=32768";

/// For a connection that writes. secure_delete: what is removed from a side table is overwritten, not only
/// forgotten.
inline constexpr const char* writer_sql = "pragma wal_autocheckpoint=0;"
                                          "pragma cache_size=-32768;"
                                          "pragma journal_size_limit=67108864;"
                                          "pragma secure_delete=on;"
                                          "pragma temp_store=memory";

inline constexpr const char* schema_sql =
    "create table record(position integer primary key, hash blob not null, body text not null);"
    "create table side(table_name text not null, key blob not null, value blob not null,"
    " primary key(table_name, key)) without rowid;"
    "create table meta(name text primary key, value text not null) without rowid;"
    "insert into meta values('what', 'Truefill journal: hash(n) = SHA-256(hash(n-1) || body(n))'), "
    "('format', '1');"
    "pragma application_id=1416776300;"
    "pragma user_version=1";

inline constexpr const char* insert_sql = "insert into record(position, hash, body) values(?1, ?2, ?3)";

static_assert(application_id == 1416776300 && format_version == 1 && page_bytes == 32768,
              "as in the texts above");

} // namespace truefill::stores
