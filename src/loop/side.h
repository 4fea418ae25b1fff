/// Changes of the journal's side tables (journal/port.h) on their way to the journal thread, which alone
/// writes to the journal.
///
/// What is handed in before a message is submitted is durable before the record of that message: the journal
/// thread makes all changes that wait before it appends. So nobody waits for a row on which a message
/// depends, and the rows of all messages of a batch cost one wait for the disk together. If such a row cannot
/// be stored, the batch is not stored either, and the loop fails as after a failed append.
#pragma once

#include "journal/port.h"
#include "loop/gate.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace truefill::loop {

/// Rows to put, or keys to remove, of one table.
struct SideChange {
    std::string table;
    std::vector<journal::SideRow> put{};
    std::vector<std::string> remove{};
    /// Told once, when it is durable or with why it is not; on the journal thread, or on the caller's when
    /// the loop has ended. Empty: nobody is told.
    std::function<void(std::optional<Fault>)> then{};
};

class SideChanges {
public:
    /// False when closed; then nothing was taken.
    bool add(SideChange& change) {
        const std::scoped_lock lock{mutex_};
        if (closed_) return false;
        changes_.push_back(std::move(change));
        any_.store(true, std::memory_order_release);
        return true;
    }
    bool any() const { return any_.load(std::memory_order_acquire); }
    std::vector<SideChange> take() {
        if (!any()) return {};
        const std::scoped_lock lock{mutex_};
        any_.store(false, std::memory_order_release);
        return std::exchange(changes_, {});
    }
    /// What could not be done goes back to the front.
    void give_back(std::vector<SideChange> changes) {
        const std::scoped_lock lock{mutex_};
        std::swap(changes, changes_);
        for (auto& later : changes) changes_.push_back(std::move(later));
        any_.store(!changes_.empty(), std::memory_order_release);
    }
    std::vector<SideChange> close() {
        const std::scoped_lock lock{mutex_};
        closed_ = true;
        any_.store(false, std::memory_order_release);
        return std::exchange(changes_, {});
    }

private:
    std::mutex mutex_;
    std::vector<SideChange> changes_;
    std::atomic<bool> any_{false};
    bool closed_ = false;
};

} // namespace truefill::loop
