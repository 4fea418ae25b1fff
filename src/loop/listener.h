/// Who goes on after a commit: the follower, views, jobs, the event feed.
#pragma once

#include "base/ids.h"
#include "base/sha256.h"
#include "journal/port.h"

#include <span>

namespace truefill::loop {

/// The ledger's digest in the engine after a record. Whoever replays to that position must come to the same
/// one.
struct Mark {
    Position position{};
    Hash128 ledger;
};

class CommitListener {
public:
    virtual ~CommitListener() = default;
    /// Called on the journal thread for each batch that became durable, in order; the batch may be empty when
    /// there are only marks. It must be quick: copy what is wanted, wake a thread, return. The next append
    /// waits for it.
    virtual void committed(const journal::Batch& batch, std::span<const Mark> marks) = 0;
};

} // namespace truefill::loop
