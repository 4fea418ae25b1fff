/// The thread that owns the engine: one message after the other, in slices, with the engine's own messages
/// and reads between them.
#pragma once

#include "loop/archivist.h"
#include "loop/between.h"

#include <span>
#include <string>

namespace truefill::loop {

class EngineThread {
public:
    explicit EngineThread(Between& between);
    /// Returns when the intake is closed and all of it is handled or refused; closes the handover.
    void run();

private:
    std::size_t slice(std::span<Asked> asked);
    void handle(Asked& asked);
    void keep(engine::Result result, AnswerSink* sink, std::uint64_t ticket);
    void mark();
    void refuse(std::span<Asked> asked);
    void serve_looks();
    void send_own(bool idle);
    void send(engine::Command command);
    void bring_back(const engine::Command& command);
    bool wait_until_durable(Position position);
    void count_duplicates(Time now);
    bool timers_due(Time now, bool idle);
    std::chrono::milliseconds idle_wait() const;
    void finish();

    Between& between_;
    engine::Engine& engine_;
    Work work_;
    Archivist archivist_;
    Position marked_;
    std::int64_t counted_hour_;
    Time timers_seen_;
    bool more_due_ = false;
};

} // namespace truefill::loop
