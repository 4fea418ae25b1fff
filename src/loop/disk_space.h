/// How much room the disk of the journal has left, as a port.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

namespace truefill::loop {

/// Bytes that this program may still write; nothing when the system does not say. Asked before each append,
/// so it should cost microseconds. Empty: not watched.
using DiskSpace = std::function<std::optional<std::uint64_t>()>;

/// Below `low` no intent is taken, and below `floor` no fact either; from `high` on everything is again.
/// `floor` must cover what is on its way to the disk: the intake, what the engine is ahead, and the log of
/// the journal.
struct DiskMarks {
    std::uint64_t floor_bytes = std::uint64_t{128} << 20;
    std::uint64_t low_bytes = std::uint64_t{512} << 20;
    std::uint64_t high_bytes = std::uint64_t{1} << 30;
};

} // namespace truefill::loop
