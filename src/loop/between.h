/// What the two threads of the loop and its callers share. Everything in it guards itself.
#pragma once

#include "loop/handover.h"
#include "loop/intake.h"
#include "loop/loop.h"
#include "loop/side.h"

#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

namespace truefill::loop {

/// Reads on their way to the engine thread. They do not stand in the intake: under load a read waits for one
/// slice, not for thousands of messages.
class Looks {
public:
    /// False when closed; then nothing was taken.
    bool add(Look& look) {
        const std::scoped_lock lock{mutex_};
        if (closed_) return false;
        looks_.push_back(std::move(look));
        any_.store(true, std::memory_order_release);
        return true;
    }
    std::vector<Look> take() {
        if (!any_.load(std::memory_order_acquire)) return {};
        const std::scoped_lock lock{mutex_};
        any_.store(false, std::memory_order_release);
        return std::exchange(looks_, {});
    }
    std::vector<Look> close() {
        const std::scoped_lock lock{mutex_};
        closed_ = true;
        return std::exchange(looks_, {});
    }

private:
    std::mutex mutex_;
    std::vector<Look> looks_;
    std::atomic<bool> any_{false};
    bool closed_ = false;
};

struct Between {
    Between(Ports with, LoopOptions chosen)
        : ports{std::move(with)},
          options{chosen},
          intake{chosen.intake_max},
          handover{chosen.ahead_bytes_max} {}

    Ports ports;
    LoopOptions options;
    Gate gate;
    Intake<Asked> intake;
    Looks looks;
    SideChanges side;
    Handover<Work> handover;
    std::atomic<Position> durable{0};
    std::atomic<bool> abandon{false}; ///< what is not yet handled shall not be

    /// For the messages and reads that the loop will not do any more.
    Fault refusal() const {
        auto reason = gate.why_closed();
        return reason ? std::move(*reason)
                      : Fault{FaultKind::stopped, "The program ends. Send it again later."};
    }
};

} // namespace truefill::loop
