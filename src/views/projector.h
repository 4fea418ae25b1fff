/// Keeps the views behind a running engine, on a thread of its own. Nothing waits for it: a commit tells it
/// where the journal ends, and it follows as fast as it can.
///
/// It writes at most every `gather`, so that documents which change several times meanwhile are written once,
/// and a busy server commits 20 times a second here. A fault (disk full, a locked file) is told once; then it
/// tries again every `again_after`, and goes on where the file stands. Reads of the journal and of the engine
/// go on in the same way after a fault, since all of it is derived.
#pragma once

#include "views/projection.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace truefill::views {

struct ProjectorOptions {
    std::string file;
    std::chrono::milliseconds gather{50};
    std::chrono::milliseconds again_after{2000};
    Limits limits{};
    std::function<std::string(std::string_view)> unseal{}; ///< see Projection::unseal_with
    /// Told of a fault once, and with an empty sentence when it goes on again; on its own thread.
    std::function<void(const std::string&)> alarm{};
};

/// What a reader may know.
struct Status {
    Position position{};  ///< of the tables
    Position durable{};   ///< of the journal
    double lag_seconds{}; ///< since when the oldest record waits that is not in the tables
    bool is_rebuilding{};
    std::size_t done{}, total{}; ///< documents, while it is rebuilt
    std::string fault;           ///< why it does not go on at the moment; else empty
};

class Projector {
public:
    using Clock = std::chrono::steady_clock;

    Projector(journal::Journal& journal, States& states, ProjectorOptions options);
    ~Projector();
    Projector(const Projector&) = delete;
    Projector& operator=(const Projector&) = delete;

    /// Begins to follow; the journal ends with `durable` now.
    void start(Position durable);
    /// Ends after the step that is under way. Before the states end.
    void stop();
    /// Records up to `end` are durable. Quick: for the journal thread.
    void committed(Position end);

    Status status() const;
    /// Calls `told` with true when the tables have a position, at once when they do, or with false after
    /// `at_most` or when it ends. On the caller's or the projector's thread: it returns soon.
    void when(Position position, std::chrono::milliseconds at_most, std::function<void(bool)> told);
    bool wait_for(Position position, std::chrono::milliseconds at_most);

private:
    struct Waiting {
        Position position{};
        Clock::time_point until;
        std::function<void(bool)> told;
    };
    /// Records up to `end` became durable at `since` or a little later.
    struct Arrived {
        Position end{};
        Clock::time_point since;
    };

    void run();
    bool sleep(std::unique_lock<std::mutex>& lock);
    void work(Position durable);
    void note(std::string fault, bool goes_on);
    bool has(Position position) const;
    void tell_waiting(bool ending);

    ProjectorOptions options_;
    Projection projection_;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Waiting> waiting_;
    std::deque<Arrived> arrived_;
    Status status_;
    Clock::time_point next_{}; ///< not before it writes again
    bool ending_ = false;
    bool ended_ = false;
    std::thread thread_; // the last one: it uses the others
};

} // namespace truefill::views
