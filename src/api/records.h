/// Single records of the journal by position, for many threads: a connection of its own behind a lock.
#pragma once

#include "journal/port.h"

#include <expected>
#include <mutex>
#include <string>

namespace truefill::api {

class Records {
public:
    /// `journal` is a connection of its own, or one that guards itself.
    explicit Records(journal::Journal& journal) : journal_{journal} {}

    /// The sentence says what is wrong: no such record, or the disk.
    std::expected<std::string, std::string> record(Position position);
    /// Records from a position on: at least one, then until about `bytes_max`; an empty batch at the end.
    std::expected<void, std::string> read(Position from, std::size_t bytes_max, journal::Batch& into);

private:
    std::mutex mutex_;
    journal::Journal& journal_;
};

} // namespace truefill::api
