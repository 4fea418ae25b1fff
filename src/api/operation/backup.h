/// Copies of a journal: taken while a server writes it, and brought back.
///
/// A journal is one file with everything that must not be lost: the records, and the side tables with the
/// keys under which names and addresses are sealed: a copy can be read as the journal could. Subscriptions of
/// webhooks and notices under way lie beside it, in run.tf.webhooks.db and run.tf.notices.db, and are copied
/// with it under the same endings. A copy is made through SQLite within one read transaction: the server goes
/// on writing meanwhile and never waits; the copy is the journal as it was when the copying began. Until it
/// ends, the server's log cannot be emptied, so it grows by what is written meanwhile.
///
/// A copy is written beside its place with mode 0600 and the ending .part. Then every page and the whole
/// chain are read from the disk; only what passes gets its name. What stood there stays until that moment.
///
/// About 1 s for each 300 MB, half of it for the proof, on 2 cores.
#pragma once

#include "base/describe.h"
#include "base/ids.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct CopyOptions {
    std::string from, to;
    bool force{}; ///< what stands at `to` may go
    /// Told of bytes done and in all, now and then; false gives up.
    std::function<bool(std::uint64_t done, std::uint64_t total)> progress{};
    /// bring_back: when the old journal has gone and the new one has not come; for tests.
    std::function<void()> between_renames{};
};

/// What lies there now.
struct Copied {
    static constexpr auto required = std::to_array<std::string_view>({"file", "position", "head", "bytes"});
    std::string file;
    Position position{};              ///< of the last record
    std::string head;                 ///< its chain hash, as hex
    std::uint64_t bytes{};            ///< length of the file
    std::vector<std::string> beside;  ///< what lies beside it: subscriptions and notices, where there are any
    std::string replaced;             ///< restore: where the journal that stood there lies now
    std::vector<std::string> removed; ///< restore: side files of the journal that stood there
};
TF_DESCRIBE(Copied, (file, position, head, bytes, beside, replaced, removed))

struct CopyFault {
    std::string code; ///< snake_case: exists, same_file, given_up, or that of the journal's fault
    std::string sentence;
};

/// From a journal, of a running server too, to a file.
std::expected<Copied, CopyFault> back_up(const CopyOptions& options);

/// From a backup to a place where a server finds it. With `force` a journal that stands there is renamed to
/// FILE.replaced-TIME; one that a server uses is refused. What was made from it goes: snapshots and views are
/// made anew. The token and the crash notes stay: they are this machine's, not the journal's. Root gives the
/// files to the owner of the folder that they go into. From before the old journal goes until the new one is
/// there, FILE.restoring lies beside it, so that a server started in between makes no empty journal.
std::expected<Copied, CopyFault> bring_back(const CopyOptions& options);

/// What to do when `bring_back` was cut off there, as a sentence; else empty.
std::string unfinished_restore(const std::string& journal);

} // namespace truefill::api
