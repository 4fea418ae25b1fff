/// Who may do what, as the threads of the edge read it: a copy of `engine::State::access` that is made anew
/// when a record with an event of access has become durable. The engine is not asked and does not wait.
///
/// The copy follows the journal within the journal thread itself, microseconds after the answers of the batch
/// have left. Whoever must not tell of a change before it counts waits for its position (`wait_for`).
///
/// A record that it cannot read may have taken a right away. From then on the copy is not to be trusted
/// (`lost`): the door lets nobody in, and nothing is sent, until the server is started again.
#pragma once

#include "access/access.h"
#include "loop/listener.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>

namespace truefill::api {

class AccessMirror final : public loop::CommitListener {
public:
    using Copy = std::shared_ptr<const access::State>;

    AccessMirror() : state_{std::make_shared<const access::State>()} {}
    /// What the journal says so far; before the loop starts.
    void start(const access::State& state, Position position);

    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;

    Copy state() const;
    /// Grows with each change.
    std::uint64_t version() const { return version_.load(std::memory_order_acquire); }
    /// It could not read a record: nobody knows who may do what. It stays so.
    bool lost() const { return lost_.load(std::memory_order_acquire); }
    /// False when it has not seen the position in time. Not on the journal thread.
    bool wait_for(Position position, std::chrono::milliseconds at_most);

private:
    void publish(Copy next, Position position);

    mutable std::mutex mutex_; ///< for the copy and the position
    std::condition_variable changed_;
    Copy state_;
    Position position_ = 0;
    std::atomic<std::uint64_t> version_{0};
    std::atomic<bool> lost_{false};
};

} // namespace truefill::api
