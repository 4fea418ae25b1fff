/// The loop: the only place where messages, the engine, the journal and time meet.
///
///     producers -> intake -> engine thread: decide, evolve, react -> handover -> journal thread: seal,
///     append, answer
///
/// The engine fills the next batch while the last one is being made durable, so a commit is as large as the
/// disk is slow, and one fsync serves hundreds of messages. The engine may be ahead of the disk by
/// `ahead_bytes_max`; nobody sees anything of that: answers and reads leave only when the position that they
/// know of is durable. A full intake makes producers wait.
///
/// Between slices of 64 messages the engine thread serves reads and sends the engine's own messages:
/// AdvanceTime when timers are due, ArchiveOrder for orders that are long at rest, ContinueWork while work is
/// deferred (one for each slice, so neither can starve the other), and once an hour CountDuplicates.
///
/// Faults are values. When the journal refuses an append, the engine knows more than the disk, and there is
/// no way back inside this process: every message in flight and every later one is answered with
/// `journal_failed`, reads too, and the program should end. At the start nothing is taken until a test write
/// succeeded (`read_only`). Under the free space mark intents are refused (`disk_low`) while facts are taken,
/// and under a lower one nothing is (`disk_full`), before an append can fail. Reads go on in all three cases.
///
/// A message that stopped the program twice is not handled a third time: crash_notes.h.
#pragma once

#include "loop/clock.h"
#include "loop/crash_notes.h"
#include "loop/disk_space.h"
#include "loop/side.h"
#include "loop/waiter.h"
#include "loop/work.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>

namespace truefill::loop {

/// What the loop works with. All of it must outlive the loop, and engine and journal belong to it meanwhile.
struct Ports {
    engine::Engine& engine; ///< at the end of the journal (restore.h)
    journal::Journal& journal;
    Clock& clock;
    CrashNotes* crash_notes = nullptr; ///< none: nothing is quarantined
    DiskSpace disk_space{};
    std::vector<CommitListener*> listeners{};
    /// Told once of what stops the writing, on the journal thread. Empty: a line on stderr.
    std::function<void(const Fault&)> alarm{};
    /// A connection of its own for reading, or one that guards itself: what brings archived orders back when
    /// a message is about one. None: no order is archived.
    journal::Journal* archive = nullptr;
};

struct LoopOptions {
    std::size_t intake_max = 4096;                      ///< messages
    std::size_t ahead_bytes_max = std::size_t{8} << 20; ///< records and answers that wait for the disk
    Position mark_every = 10'000;                       ///< records between two marks for the listeners
    std::chrono::milliseconds tick =
        std::chrono::milliseconds{50}; ///< how often an idle thread looks at clock and disk
    DiskMarks disk{};
    /// How long an order must have been at rest before it leaves memory (archivist.h); zero: it stays.
    Duration archive_after{};
};

enum class Stop : std::uint8_t {
    drain,   ///< what was taken is handled and answered
    abandon, ///< what was not yet handled is answered with `stopped`
};

class Loop {
public:
    /// Tries to write, then starts both threads.
    explicit Loop(Ports ports, LoopOptions options = {});
    /// Stops with `abandon` unless `stop` was called.
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    /// Takes a message; waits while the intake is full. The sink hears of it exactly once; none: nobody does.
    void submit(engine::Message message, AnswerSink* sink, std::uint64_t ticket = 0);
    /// The same without a wait: false when the intake is full; then nothing was taken and nothing is
    /// answered. With a condition it is handled only if that holds in its turn.
    bool try_submit(engine::Message& message, AnswerSink* sink, std::uint64_t ticket = 0,
                    Condition only_if = {});
    /// Messages with the tickets first_ticket, first_ticket + 1, ...: one lock for as many as fit. The
    /// condition is that of each of them.
    void submit_many(std::span<engine::Message> messages, AnswerSink* sink, std::uint64_t first_ticket = 0,
                     const Condition& only_if = {});
    /// For callers without a sink of their own; costs an allocation.
    void submit(engine::Message message, std::function<void(Answer)> done);
    /// Waits for the answer. Not for sinks and listeners.
    Answer call(engine::Message message);

    /// Runs `at` on the engine thread, between messages: it copies what it wants and returns soon. Then, when
    /// the position that it saw is durable, `then` without a fault on the journal thread; else `then` with
    /// the fault on some thread. A read sees every message that was answered before it was asked for.
    void look(std::function<void(const engine::State&)> at, std::function<void(std::optional<Fault>)> then);
    /// The value of f(state), which waits. Not for sinks and listeners.
    template <class F> auto read(F f)
        -> std::expected<std::invoke_result_t<F&, const engine::State&>, Fault> {
        std::optional<std::invoke_result_t<F&, const engine::State&>> value;
        Waiter<std::optional<Fault>> told;
        look([&](const engine::State& state) { value.emplace(f(state)); },
             [&](std::optional<Fault> fault) { told.set(std::move(fault)); });
        if (auto fault = told.wait()) return std::unexpected(std::move(*fault));
        return std::move(*value);
    }

    /// Changes a side table of the journal; durable before the record of any message that is submitted from
    /// now on (side.h).
    void change_side(SideChange change);

    /// Position of the last durable record.
    Position durable() const;
    /// Why messages are refused at the moment; nothing when they are taken.
    std::optional<Fault> closed() const;
    /// True when an append failed: the program should end and start again.
    bool failed() const;

    /// Takes no more messages, ends both threads and returns when everything is answered. For any thread that
    /// is not the loop's own; a second call does nothing.
    void stop(Stop how);

private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

} // namespace truefill::loop
