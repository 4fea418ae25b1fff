#include "loop/restore.h"

#include "base/assert.h"

#include <fmt/format.h>

#include <array>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace truefill::loop {
namespace {

constexpr std::size_t batches_ahead = 4;

/// Reads ahead on a thread of its own. Batches go round, so their memory is taken once.
class ReadAhead {
public:
    ReadAhead(journal::Journal& journal, Position after, const Digest& head)
        : reader_{journal, after, head}, thread_{[this] { run(); }} {}

    ~ReadAhead() {
        {
            const std::scoped_lock lock{mutex_};
            given_up_ = true;
            changed_.notify_all();
        }
        thread_.join();
    }

    /// The next batch, valid until the next call; nullptr at the end or at a fault.
    const journal::Batch* next() {
        std::unique_lock lock{mutex_};
        if (in_use_) ++taken_;
        in_use_ = false;
        changed_.notify_all();
        changed_.wait(lock, [&] { return taken_ < filled_ || ended_; });
        if (taken_ == filled_) return nullptr;
        in_use_ = true;
        return &batches_[taken_ % batches_ahead];
    }

    /// After next() has answered nullptr.
    const std::optional<JournalFault>& fault() const { return fault_; }
    const Digest& head() const { return reader_.head(); }

private:
    void run() {
        for (std::size_t number = 0; may_fill(number); ++number) {
            auto& batch = batches_[number % batches_ahead];
            auto done = reader_.read(batch, replay_bytes);
            const std::scoped_lock lock{mutex_};
            if (!done) fault_ = std::move(done.error());
            ended_ = fault_ || batch.size() == 0;
            if (!ended_) filled_ = number + 1;
            changed_.notify_all();
        }
    }

    bool may_fill(std::size_t number) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return number - taken_ < batches_ahead || given_up_; });
        return !ended_ && !given_up_;
    }

    ChainReader reader_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::array<journal::Batch, batches_ahead> batches_;
    std::size_t filled_ = 0, taken_ = 0; ///< batches so far
    std::optional<JournalFault> fault_;
    bool in_use_ = false, ended_ = false, given_up_ = false;
    std::thread thread_; // the last one: it uses the others
};

} // namespace

std::expected<void, JournalFault> replay(engine::Engine& engine, const journal::Batch& batch,
                                         std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        if (auto done = engine.replay(batch.record(i)); !done) {
            const Position at = batch.first + i;
            return std::unexpected(
                JournalFault{at, fmt::format("Record {} cannot be replayed: {}", at, done.error())});
        }
    }
    return {};
}

std::expected<Restored, JournalFault> restore(engine::Engine& engine, journal::Journal& journal,
                                              const RestoreOptions& options) {
    TF_ASSERT(engine.position() == 0, "an engine is filled once");
    const auto end = journal.end();
    auto choice = load_last_snapshot(options.snapshots, journal, engine);
    Restored restored;
    restored.refused_snapshots = std::move(choice.refused);
    restored.from_snapshot = choice.loaded ? choice.loaded->position : 0;
    const auto first = restored.from_snapshot;
    ReadAhead records{journal, first, choice.loaded ? choice.loaded->chain : Digest{}};
    while (const auto* batch = records.next()) {
        if (auto done = replay(engine, *batch, 0, batch->size()); !done)
            return std::unexpected(std::move(done.error()));
        if (options.progress) options.progress(engine.position() - first, end - first);
    }
    if (records.fault()) return std::unexpected(*records.fault());
    restored.position = engine.position();
    restored.head = records.head();
    if (restored.position == end) return restored;
    return std::unexpected(JournalFault{
        restored.position + 1,
        fmt::format("The journal ends with record {}, but it says that it has {}.", restored.position, end)});
}

} // namespace truefill::loop
