/// Truefill in a simulated world, run as its loop runs it: one message after the other, records gathered into
/// small batches, a batch made durable, and only then answered. It can be killed at any moment; then
/// everything that is not durable is gone, and so is every answer that was not given.
#pragma once

#include "sim/bus.h"
#include "sim/journal_disk.h"
#include "sim/watch.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace truefill::sim {

/// Bugs that are switched on to prove that worlds find them. The first two are in the engine (Sabotage), the
/// third is here: an answer goes out before its record is durable.
enum class Plant : std::uint8_t { none, drop_posting, lose_seen_entry, answer_before_sync };

struct NodeSetup {
    Bus& bus;
    JournalDisk& disk;
    Watch& watch;
    Plant plant{};
    std::uint64_t seed{};
    std::size_t batch_max{16}; ///< records
    bool snapshots{};
};

class Node {
public:
    explicit Node(const NodeSetup& setup);

    /// Opens the journal and restores the state; false when that is not possible now.
    bool start();
    void kill();
    bool is_up() const { return up_; }
    /// Grows with every start: what was begun before is void.
    std::uint64_t epoch() const { return epoch_; }

    const engine::Engine& engine() const { return *engine_; }
    Time clock() const { return setup_.bus.now() + skew_; }
    /// The machine's clock jumps.
    void set_skew(Duration skew) { skew_ = skew; }
    /// Dies after so many more records, with what is not durable then.
    void kill_after(std::uint64_t records) { kill_countdown_ = records; }

    /// A letter has come. Ignored while down: the sender sends it again.
    void receive(LetterId letter);
    /// A message from inside, such as a worker's.
    std::optional<engine::Result> tell(engine::Message message);
    void flush();

    /// Called after each batch that became durable, and after a start.
    void on_durable(std::function<void()> hook) { durable_hook_ = std::move(hook); }
    std::uint64_t kills() const { return kills_; }
    std::uint64_t records() const { return engine_->position(); }

private:
    struct Answer {
        LetterId letter{};
        engine::Result result;
    };

    engine::Result handle(engine::Message message);
    void own(engine::FlowCommand command);
    void pump();
    void plan_flush();
    void plan_wake();
    void count_duplicates();
    bool restore(journal::Journal& journal);

    NodeSetup setup_;
    Random random_;
    std::unique_ptr<engine::Engine> engine_ = std::make_unique<engine::Engine>();
    journal::Journal* journal_ = nullptr;
    journal::Batch batch_;
    std::vector<Answer> answers_;
    std::function<void()> durable_hook_;
    std::string snapshot_;
    Position snapshot_position_{};
    std::map<std::string, std::int64_t> repeats_;
    std::int64_t repeats_hour_ = 0;
    Duration skew_;
    Time wake_at_;
    std::uint64_t kill_countdown_ = 0;
    std::uint64_t kills_ = 0;
    std::uint64_t epoch_ = 0;
    bool up_ = false;
    bool flush_planned_ = false;
};

} // namespace truefill::sim
