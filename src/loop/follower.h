/// The follower: a second engine that replays what became durable. It compares its ledger with the writer's
/// wherever the loop set a mark, and writes snapshots at marks where both agree. So the writer never stops
/// for a snapshot, and every snapshot is the proof of a replay, from the bytes on the disk. The price is a
/// second copy of the state and about a third of a core at full load.
///
/// It reads the journal by itself, so it must have a connection of its own, and it may be far behind without
/// costing memory. When the two ledgers differ, or a record cannot be read or replayed, it tells the alarm
/// and ends: no snapshot is made any more. The writer goes on; whether it should is for those who hear the
/// alarm to say.
#pragma once

#include "loop/chain_reader.h"
#include "loop/listener.h"
#include "loop/restore.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace truefill::loop {

struct FollowerOptions {
    std::string snapshots{};             ///< folder; empty: only compares
    Position snapshot_every = 1'000'000; ///< records; at the next mark where both agree
    /// Told of a difference or a fault (it then ends) and of snapshots that could not be written (it goes
    /// on), on its thread. Empty: a line on stderr.
    std::function<void(const JournalFault&)> alarm{};
};

class Follower final : public CommitListener {
public:
    /// `journal` is a connection of its own, or one that guards itself. Starts at once, with the last
    /// snapshot.
    Follower(journal::Journal& journal, FollowerOptions options);
    ~Follower() override;

    /// From the loop: these records are durable now.
    void committed(const journal::Batch& batch, std::span<const Mark> marks) override;

    /// Follows everything that is durable by now, writes a snapshot when it is newer than the last one and
    /// both agree, and ends. After Loop::stop, so that the next start is a short one.
    void finish();
    /// Ends soon.
    void stop();

    Position position() const { return position_; } ///< replayed
    Position agreed() const { return agreed_; }     ///< the last mark where both ledgers were the same
    Position snapshot() const { return snapshot_; } ///< of the last snapshot, loaded or written
    std::optional<JournalFault> fault() const;
    /// Waits until it has replayed the position; false when it ends before or the time is over.
    bool wait_for(Position position, std::chrono::milliseconds at_most);

private:
    enum class Ending : std::uint8_t { no, when_done, now };

    void run();
    void load();
    bool step();
    bool replay_to(Position position);
    bool read_more();
    bool compare(const Mark& mark);
    void write();
    bool fail(JournalFault fault);
    void tell(const JournalFault& fault) const;
    void join(Ending how);
    Ending ending() const;

    journal::Journal& journal_;
    FollowerOptions options_;
    engine::Engine engine_;
    std::optional<ChainReader> chain_;
    journal::Batch batch_;
    std::size_t next_ = 0; ///< index in the batch of the next record
    Digest head_;          ///< of the last record that was replayed

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Mark> marks_; ///< not yet reached
    Position durable_ = 0;
    Ending ending_ = Ending::no;
    bool ended_ = false;
    std::optional<JournalFault> fault_;
    std::atomic<Position> position_{0}, agreed_{0}, snapshot_{0};
    std::thread thread_; // the last one: it uses the others
};

} // namespace truefill::loop
