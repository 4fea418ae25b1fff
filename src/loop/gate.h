/// Whether messages are taken, and if not, why. Several reasons may hold at once; the gravest is told.
///
/// While the disk is low, intents are refused and facts are still taken: what has happened in the world has
/// happened, and its sender may not be able to say it again. Only when the disk is nearly full are they
/// refused too.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

namespace truefill::loop {

/// Why the loop does not do what it was asked for; the later one is the graver one.
enum class FaultKind : std::uint8_t {
    disk_low,       ///< little space on the disk: facts are taken, intents not; ends by itself
    disk_full,      ///< so little that nothing is taken; ends by itself
    read_only,      ///< after the start: nothing could be written yet; tried again all the time
    stopped,        ///< the program ends, or the queue is full and the caller did not want to wait
    journal_failed, ///< an append failed: what the engine knows is ahead of the disk; only a new start helps
    changed,        ///< of one message only: its condition does not hold (work.h); never closes the gate
};

/// The sentence says what would help.
struct Fault {
    FaultKind kind{};
    std::string sentence;
};

/// Looking is one load; closing and opening are rare. For any thread.
class Gate {
public:
    bool open() const { return closed_.load(std::memory_order_acquire) == 0; }
    bool closed_by(FaultKind kind) const {
        return (closed_.load(std::memory_order_acquire) & bit(kind)) != 0;
    }
    /// Whether a fact would be taken.
    bool open_to_facts() const {
        return (closed_.load(std::memory_order_acquire) & ~bit(FaultKind::disk_low)) == 0;
    }
    /// True while records may be written, even though the program may be about to end.
    bool writable() const {
        return (closed_.load(std::memory_order_acquire) & ~bit(FaultKind::stopped)) == 0;
    }

    std::optional<Fault> why_closed() const;
    void close(FaultKind kind, std::string sentence);
    void reopen(FaultKind kind);

private:
    static constexpr std::size_t kinds = 5;
    static constexpr std::uint32_t bit(FaultKind kind) { return 1U << static_cast<unsigned>(kind); }

    std::atomic<std::uint32_t> closed_{0};
    mutable std::mutex mutex_;
    std::array<std::string, kinds> sentences_;
};

} // namespace truefill::loop
