/// For the tests of this room: a journal that a test can share between threads, hold, break and read.
#pragma once

#include "journal/memory_journal.h"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace truefill::loop {

inline constexpr std::chrono::milliseconds long_enough{20'000}; ///< for a wait that should succeed
inline constexpr std::chrono::milliseconds a_moment{30};        ///< for something that should not happen

/// The memory twin behind a lock, so that a follower may read it too. A test can hold appends, and let them
/// fail.
class TestJournal final : public journal::Journal {
    template <class F> auto guarded(F f) const {
        const std::scoped_lock lock{mutex_};
        return f();
    }

public:
    std::expected<void, journal::Fault> append(const journal::Batch& batch) override {
        std::unique_lock lock{mutex_};
        ++arrived_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return !held_; });
        if (append_fault_) return std::unexpected(*append_fault_);
        return journal_.append(batch);
    }
    std::expected<void, journal::Fault> read(Position from, std::size_t bytes,
                                             journal::Batch& into) override {
        return guarded([&] { return journal_.read(from, bytes, into); });
    }
    Position end() const override {
        return guarded([&] { return journal_.end(); });
    }
    Digest head() const override {
        return guarded([&] { return journal_.head(); });
    }
    std::expected<void, journal::Fault> put(std::string_view t, std::string_view k,
                                            std::string_view v) override {
        const std::scoped_lock lock{mutex_};
        if (put_fault_) return std::unexpected(*put_fault_);
        return journal_.put(t, k, v);
    }
    std::expected<std::optional<std::string>, journal::Fault> get(std::string_view t,
                                                                  std::string_view k) override {
        return guarded([&] { return journal_.get(t, k); });
    }
    std::expected<void, journal::Fault> remove(std::string_view t, std::string_view k) override {
        return guarded([&] { return journal_.remove(t, k); });
    }

    std::expected<void, journal::Fault> put_all(std::string_view t,
                                                std::span<const journal::SideRow> rows) override {
        const std::scoped_lock lock{mutex_};
        if (put_fault_) return std::unexpected(*put_fault_);
        ++side_changes_;
        return journal_.put_all(t, rows);
    }
    std::expected<void, journal::Fault> remove_all(std::string_view t,
                                                   std::span<const std::string> keys) override {
        const std::scoped_lock lock{mutex_};
        if (put_fault_) return std::unexpected(*put_fault_);
        ++side_changes_;
        return journal_.remove_all(t, keys);
    }
    std::expected<std::vector<journal::SideRow>, journal::Fault> list(std::string_view t) override {
        return guarded([&] { return journal_.list(t); });
    }
    /// How often several rows of a side table were put or removed.
    std::size_t side_changes() const {
        return guarded([&] { return side_changes_; });
    }

    void hold(bool held) {
        const std::scoped_lock lock{mutex_};
        held_ = held;
        changed_.notify_all();
    }
    /// Waits until so many appends have come, held ones included.
    void wait_for_append(std::size_t count) {
        std::unique_lock lock{mutex_};
        REQUIRE(changed_.wait_for(lock, long_enough, [&] { return arrived_ >= count; }));
    }
    std::size_t appends() const {
        return guarded([&] { return arrived_; });
    }
    void fail_appends(std::optional<journal::Fault> fault) {
        const std::scoped_lock lock{mutex_};
        append_fault_ = std::move(fault);
    }
    void fail_puts(std::optional<journal::Fault> fault) {
        const std::scoped_lock lock{mutex_};
        put_fault_ = std::move(fault);
    }
    void flip(Position position, std::size_t at) {
        guarded([&] {
            journal_.flip(position, at);
            return 0;
        });
    }
    std::string record(Position position) {
        journal::Batch batch;
        REQUIRE(read(position, 1, batch).has_value());
        return batch.size() == 0 ? std::string{} : std::string{batch.record(0)};
    }
    /// How many records contain a text.
    int count(std::string_view text) {
        int found = 0;
        for (Position at = 1; at <= end(); ++at) found += record(at).find(text) != std::string::npos ? 1 : 0;
        return found;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    journal::MemoryJournal journal_;
    bool held_ = false;
    std::size_t arrived_ = 0, side_changes_ = 0;
    std::optional<journal::Fault> append_fault_, put_fault_;
};

/// Waits for something that another thread brings about.
inline bool eventually(const std::function<bool()>& true_now) {
    for (int i = 0; i < 4'000; ++i) {
        if (true_now()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return false;
}

} // namespace truefill::loop
