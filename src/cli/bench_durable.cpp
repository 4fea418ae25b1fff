#include "cli/bench_durable.h"

#include "base/assert.h"
#include "cli/bench_memory.h"
#include "cli/failure.h"
#include "loop/clock.h"
#include "loop/loop.h"
#include "loop/restore.h"
#include "loop/snapshot.h"
#include "stores/sqlite/raw_limit.h"
#include "stores/sqlite/sqlite_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

namespace truefill::cli {
namespace {

std::unique_ptr<stores::SqliteJournal> open_journal(const std::string& path, stores::OpenMode mode) {
    auto opened = stores::SqliteJournal::open({path, mode, {}, stores::Sync::full, true});
    if (!opened) fail(exit_bad_journal, "bench_journal_failed", opened.error().sentence);
    return std::move(*opened);
}

void remove_journal(const std::string& path) {
    for (const auto* tail : {"", "-wal", "-shm", "-lock"}) std::filesystem::remove(path + tail);
}

/// Sizes of the commits, so that plain SQLite can be given the same ones.
class Commits final : public loop::CommitListener {
public:
    void committed(const journal::Batch& batch, std::span<const loop::Mark>) override {
        if (batch.size() > 0) sizes_.push_back(batch.size());
    }
    const std::vector<std::size_t>& sizes() const { return sizes_; }

private:
    std::vector<std::size_t> sizes_;
};

/// Counts answers and checks them: a lifecycle that did not take effect is no lifecycle.
class Counter final : public loop::AnswerSink {
public:
    void answered(std::uint64_t, loop::Answer answer) override {
        if (!answer || answer->outcome != engine::Outcome::committed) ++bad_;
        ++count_;
    }
    std::uint64_t bad() const { return bad_; }
    std::uint64_t count() const { return count_; }

private:
    std::atomic<std::uint64_t> bad_{0}, count_{0};
};

/// Reads the journal back in the batches in which it was committed.
std::vector<journal::Batch> batches_of(journal::Journal& journal, const std::vector<std::size_t>& sizes,
                                       Position from) {
    std::vector<journal::Batch> batches;
    journal::Batch read;
    std::size_t at = 0;
    for (const auto size : sizes) {
        auto& batch = batches.emplace_back();
        batch.first = from;
        for (std::size_t i = 0; i < size; ++i, ++at) {
            if (at == read.size()) {
                if (auto done = journal.read(from + i, std::size_t{1} << 22, read); !done)
                    fail(exit_bad_journal, "bench_journal_failed", done.error().sentence);
                at = 0;
            }
            batch.bytes += read.record(at);
            batch.ends.push_back(static_cast<std::uint32_t>(batch.bytes.size()));
            batch.hashes.push_back(read.hashes[at]);
        }
        from += size;
    }
    return batches;
}

std::uint64_t events_in(const std::vector<journal::Batch>& batches) {
    constexpr std::string_view mark = R"({"event":")";
    std::uint64_t count = 0;
    for (const auto& batch : batches)
        for (auto at = batch.bytes.find(mark); at != std::string::npos; at = batch.bytes.find(mark, at + 1))
            ++count;
    return count;
}

double replay_rate(const std::string& path, std::uint64_t events, const Hash128& ledger) {
    auto journal = open_journal(path, stores::OpenMode::open);
    engine::Engine engine;
    const auto start = Wall::now();
    const auto restored = loop::restore(engine, *journal);
    const double seconds = seconds_since(start);
    if (!restored) fail(exit_bad_journal, "bench_journal_failed", restored.error().sentence);
    TF_ASSERT(engine.state().ledger.digest() == ledger, "a replay comes to the same ledger");
    return static_cast<double>(events) / seconds;
}

} // namespace

DurableRun durable_run(const std::string& folder, std::uint32_t lifecycles, std::uint32_t lines) {
    const auto path = folder + "/bench.tf";
    remove_journal(path);
    Workload workload{{lines}};
    auto setup = workload.setup();
    auto messages = workload.lifecycles(lifecycles, 500);
    loop::ManualClock clock{workload.now()};
    Hash128 ledger{};
    Commits commits;
    DurableRun result;
    {
        auto journal = open_journal(path, stores::OpenMode::create);
        engine::Engine engine;
        Counter counter;
        loop::Loop loop{{engine, *journal, clock, nullptr, {}, {&commits}, {}}};
        for (auto& message : setup) (void)loop.call(std::move(message));
        const auto start = Wall::now();
        loop.submit_many(messages, &counter);
        loop.stop(loop::Stop::drain);
        result.lifecycles_per_s = lifecycles / seconds_since(start);
        TF_ASSERT(counter.bad() == 0 && counter.count() == messages.size(), "every message takes effect");
        ledger = engine.state().ledger.digest();
    }
    {
        auto journal = open_journal(path, stores::OpenMode::open);
        const auto batches = batches_of(*journal, commits.sizes(), 1);
        // The first commits are master data and stock; they are not part of what was timed.
        const auto skipped = setup.size();
        const std::span<const journal::Batch> timed{batches.begin() + static_cast<std::ptrdiff_t>(skipped),
                                                    batches.end()};
        std::size_t bytes = 0, records = 0;
        for (const auto& batch : timed) {
            bytes += batch.bytes.size();
            records += batch.size();
        }
        result.bytes_per_lifecycle = static_cast<double>(bytes) / lifecycles;
        result.records_per_commit = static_cast<double>(records) / static_cast<double>(timed.size());
        const auto raw = stores::raw_append(timed, folder + "/raw.db");
        if (!raw) fail(exit_bad_journal, "bench_journal_failed", raw.error().sentence);
        result.raw_lifecycles_per_s = lifecycles / std::chrono::duration<double>(*raw).count();
        const auto events = events_in(batches);
        journal.reset();
        result.replay_events_per_s = replay_rate(path, events, ledger);
    }
    remove_journal(path);
    return result;
}

namespace {

/// Notes when each answer came.
class Stopwatch final : public loop::AnswerSink {
public:
    explicit Stopwatch(std::size_t count) : at_(count) {}
    void answered(std::uint64_t ticket, loop::Answer answer) override {
        TF_ASSERT(answer.has_value(), "every message is answered");
        at_[ticket] = Wall::now();
    }
    Wall::time_point at(std::size_t ticket) const { return at_[ticket]; }

private:
    std::vector<Wall::time_point> at_;
};

} // namespace

Latency latency_at(const std::string& folder, double lifecycles_per_s, double seconds) {
    const auto path = folder + "/latency.tf";
    remove_journal(path);
    Workload workload;
    auto setup = workload.setup();
    const auto count = static_cast<std::uint32_t>(std::max(1.0, lifecycles_per_s * seconds));
    auto messages = workload.lifecycles(count, 50);
    loop::ManualClock clock{workload.now()};
    std::vector<double> waited(messages.size());
    {
        auto journal = open_journal(path, stores::OpenMode::create);
        engine::Engine engine;
        Stopwatch watch{messages.size()};
        std::vector<Wall::time_point> intended(messages.size());
        loop::Loop loop{{engine, *journal, clock, nullptr, {}, {}, {}}};
        for (auto& message : setup) (void)loop.call(std::move(message));
        const auto gap = std::chrono::duration<double>(1.0 / (lifecycles_per_s * workload.steps()));
        const auto start = Wall::now() + std::chrono::milliseconds(10);
        for (std::size_t i = 0; i < messages.size(); ++i) {
            intended[i] = start + std::chrono::duration_cast<Wall::duration>(gap * static_cast<double>(i));
            std::this_thread::sleep_until(intended[i]);
            loop.submit(std::move(messages[i]), &watch, i);
        }
        loop.stop(loop::Stop::drain);
        for (std::size_t i = 0; i < waited.size(); ++i)
            waited[i] = std::chrono::duration<double, std::milli>(watch.at(i) - intended[i]).count();
    }
    remove_journal(path);
    std::ranges::sort(waited);
    const auto at = [&](double share) {
        return waited[static_cast<std::size_t>(share * static_cast<double>(waited.size() - 1))];
    };
    return {at(0.50), at(0.99)};
}

Restart restart_run(const std::string& folder) {
    constexpr std::uint32_t open = 1'000'000;
    constexpr std::uint64_t tail = 5'000'000;
    const auto path = folder + "/restart.tf";
    const auto snapshots = folder + "/snapshots";
    remove_journal(path);
    Workload workload;
    workload.reserve(open + tail / workload.steps());
    Position end = 0;
    {
        auto journal = open_journal(path, stores::OpenMode::create);
        engine::Engine engine;
        journal::Batch batch;
        Digest head;
        const auto flush = [&] {
            if (batch.ends.empty()) return;
            head = journal::seal(batch, head);
            if (auto done = journal->append(batch); !done)
                fail(exit_bad_journal, "bench_journal_failed", done.error().sentence);
            batch.clear();
        };
        const auto handle = [&](engine::Message message) {
            const auto now = message.envelope.event_time;
            const auto result = engine.handle(std::move(message), now, batch.bytes);
            if (batch.ends.empty()) batch.first = result.position;
            batch.ends.push_back(static_cast<std::uint32_t>(batch.bytes.size()));
            if (batch.bytes.size() >= (std::size_t{4} << 20)) flush();
        };
        for (auto& message : workload.setup()) handle(std::move(message));
        for (std::uint32_t i = 0; i < open; ++i) handle(workload.place());
        flush();
        if (auto written = loop::write_snapshot(snapshots, engine, head); !written)
            fail(exit_bad_journal, "bench_journal_failed", written.error());
        // Each new order takes the place of one that is paid, so a million stay open.
        std::uint32_t oldest = 0;
        for (std::uint64_t done = 0; done < tail;) {
            for (; !workload.is_paid(oldest); ++done) handle(workload.next(oldest));
            handle(workload.place());
            ++oldest, ++done;
        }
        flush();
        end = engine.position();
    }
    auto journal = open_journal(path, stores::OpenMode::open);
    engine::Engine engine;
    const auto start = Wall::now();
    const auto restored = loop::restore(engine, *journal, {snapshots, {}});
    const double seconds = seconds_since(start);
    if (!restored) fail(exit_bad_journal, "bench_journal_failed", restored.error().sentence);
    TF_ASSERT(restored->position == end && restored->from_snapshot > 0, "all of it is there again");
    const auto records = end - restored->from_snapshot;
    journal.reset();
    remove_journal(path);
    std::filesystem::remove_all(snapshots);
    return {seconds, records};
}

} // namespace truefill::cli
