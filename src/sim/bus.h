/// Time and post of a simulated world. Time is a queue of things that will happen; nothing happens between
/// them. Post between the agents and Truefill is as bad as the mood says: letters are lost, doubled, delayed
/// and overtake each other, and so do the answers. Senders are at-least-once: a letter is sent again, under
/// the same message id and with the same bytes, until its answer has come.
#pragma once

#include "base/sha256.h"
#include "engine/engine.h"
#include "sim/random.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::sim {

/// How many in a thousand.
struct PostFaults {
    int lost{};
    int answer_lost{};
    int doubled{};
    int delayed{}; ///< by hours instead of seconds
    Duration slowest{seconds(20)};
    Duration resend{minutes(5)}; ///< first wait for an answer; doubles up to 16 times of it
};

/// A message of an agent, from the moment it was written.
struct Letter {
    std::string source;
    std::string id;
    std::string command; ///< its name
    std::string body;    ///< its JSON
    Hash128 hash;
    Time event_time;
    std::uint32_t sent{};
    bool answered{};
    engine::Outcome outcome{};
    Position position{}; ///< by the first answer
    std::string refusal; ///< code, when refused
    std::function<void(const Letter&)> on_answer;
};
using LetterId = std::size_t;

/// What the post has done so far.
struct PostCount {
    std::uint64_t sent{}, lost{}, doubled{}, delayed{}, answers_lost{};
};

class Bus {
public:
    using Action = std::function<void()>;
    /// What Truefill does with a letter that has come. It answers by `answer`, when the record is durable.
    using Receiver = std::function<void(LetterId)>;

    Bus(std::uint64_t seed, Time start) : random_{seed, "bus"}, now_{start} {}

    Time now() const { return now_; }
    /// Something happens at a time; now, when that has passed.
    void at(Time when, Action action);
    void in(Duration wait, Action action) { at(now_ + wait, std::move(action)); }
    /// The time of the next thing to happen, or nothing.
    bool empty() const { return queue_.empty(); }
    Time next() const { return queue_.top().when; }
    /// Lets the next thing happen.
    void step();

    void set_receiver(Receiver receiver) { receiver_ = std::move(receiver); }
    /// Faults of a source's post from now on.
    void set_faults(std::string_view source, const PostFaults& faults);
    /// From now on the post is good: letters under way come within seconds.
    void heal();
    LetterId send(std::string_view source, std::string id, const engine::Command& command,
                  std::function<void(const Letter&)> on_answer = {});
    void answer(LetterId letter, const engine::Result& result);

    const std::deque<Letter>& letters() const { return letters_; }
    const PostCount& count() const { return count_; }
    std::size_t unanswered() const { return unanswered_; }
    std::size_t unanswered(std::string_view source) const;

private:
    struct Event {
        Time when;
        std::uint64_t order{};
        Action action;
        bool operator<(const Event& other) const { // the queue gives the greatest first
            return std::pair{other.when, other.order} < std::pair{when, order};
        }
    };

    const PostFaults& faults_of(std::string_view source) const;
    void dispatch(LetterId letter);

    Random random_;
    Time now_;
    std::uint64_t order_ = 0;
    std::priority_queue<Event> queue_;
    std::deque<Letter> letters_; ///< a hook may send while it looks at a letter
    PostCount count_;
    std::size_t unanswered_ = 0;
    std::map<std::string, std::size_t, std::less<>> unanswered_by_;
    std::map<std::string, PostFaults, std::less<>> faults_;
    Receiver receiver_;
};

} // namespace truefill::sim
