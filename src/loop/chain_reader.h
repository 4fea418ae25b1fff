/// Reading the journal in order with its chain checked: for a restart, for the follower, for `verify`.
#pragma once

#include "base/ids.h"
#include "base/sha256.h"
#include "journal/port.h"

#include <cstddef>
#include <expected>
#include <functional>
#include <string>

namespace truefill::loop {

/// So much of a journal is read at once where it is also replayed.
inline constexpr std::size_t replay_bytes = std::size_t{1} << 20;

/// Something is wrong with the journal, or with what was made of it: at which record, and what.
struct JournalFault {
    Position position{};
    std::string sentence;
};

/// Records done and records in all. Called now and then, on the caller's thread.
using Progress = std::function<void(Position done, Position total)>;

class ChainReader {
public:
    /// Goes on after a record whose chain hash is `head`; position 0 and zeros for the beginning.
    ChainReader(journal::Journal& journal, Position after, const Digest& head)
        : journal_{journal}, position_{after}, head_{head} {}

    /// Reads the next records, about `bytes_max` of them; an empty batch at the end.
    std::expected<void, JournalFault> read(journal::Batch& into, std::size_t bytes_max);
    /// Of the last record that was read.
    Position position() const { return position_; }
    const Digest& head() const { return head_; }

private:
    journal::Journal& journal_;
    Position position_;
    Digest head_;
};

/// Walks through the whole chain: 1.6 GB/s for the hashes on one core, plus what reading costs. Gives the
/// last record's position, or the first record whose hash does not follow.
std::expected<Position, JournalFault> verify_chain(journal::Journal& journal, const Progress& progress = {});

} // namespace truefill::loop
