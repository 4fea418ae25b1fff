/// Who must do something by when. Every phase has one limit, so the order in which connections enter a phase
/// is the order of their deadlines: a list per phase, no heap and no timer per connection.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace truefill::http {

enum class Phase : std::uint8_t {
    none,   ///< the handler's turn: no deadline
    idle,   ///< the client may send a request
    head,   ///< the client is sending a head
    body,   ///< the client is sending a body
    write,  ///< the client must take bytes
    linger, ///< we are through; the client must see the last answer and close
};

class Deadlines {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t phases = 6;

    /// Base of what has a deadline. Leaves its list when it is destroyed.
    class Entry {
    public:
        Entry() = default;
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;
        virtual ~Entry() { leave(); }
        Phase phase() const { return phase_; }
        /// The time of the phase is over, and the entry has left it.
        virtual void expire(Phase phase) = 0;

    private:
        friend class Deadlines;
        void leave() {
            if (!list_) return;
            (before_ ? before_->after_ : list_->first) = after_;
            (after_ ? after_->before_ : list_->last) = before_;
            before_ = after_ = nullptr;
            list_ = nullptr;
        }

        struct List {
            Entry* first = nullptr;
            Entry* last = nullptr;
        };
        Phase phase_ = Phase::none;
        Clock::time_point due_{};
        Entry* before_ = nullptr;
        Entry* after_ = nullptr;
        List* list_ = nullptr;
    };

    void set_limit(Phase phase, Clock::duration limit) { limits_[static_cast<std::size_t>(phase)] = limit; }

    /// Also when it is in that phase already: the time starts anew.
    void enter(Entry& entry, Phase phase, Clock::time_point now) {
        entry.leave();
        entry.phase_ = phase;
        if (phase == Phase::none) return;
        Entry::List& list = lists_[static_cast<std::size_t>(phase)];
        entry.due_ = now + limits_[static_cast<std::size_t>(phase)];
        entry.list_ = &list;
        entry.before_ = list.last;
        (list.last ? list.last->after_ : list.first) = &entry;
        list.last = &entry;
    }

    /// Null when nobody is in the phase.
    Entry* longest_in(Phase phase) const { return lists_[static_cast<std::size_t>(phase)].first; }

    std::optional<Clock::time_point> next() const {
        std::optional<Clock::time_point> earliest;
        for (const Entry::List& list : lists_) {
            if (list.first && (!earliest || list.first->due_ < *earliest)) earliest = list.first->due_;
        }
        return earliest;
    }

    /// Tells those whose time is over.
    void expire(Clock::time_point now) {
        for (std::size_t phase = 0; phase < phases; ++phase) {
            Entry::List& list = lists_[phase];
            while (list.first && list.first->due_ <= now) {
                Entry& entry = *list.first;
                enter(entry, Phase::none, now);
                entry.expire(static_cast<Phase>(phase));
            }
        }
    }

private:
    std::array<Entry::List, phases> lists_{};
    std::array<Clock::duration, phases> limits_{};
};

} // namespace truefill::http
