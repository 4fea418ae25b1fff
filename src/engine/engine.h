/// The engine: one deterministic state machine over every module.
///
/// `handle` takes one outside message through decide -> evolve -> react, depth first, and appends the record
/// of all of it to a buffer. It neither knows the clock nor the disk: the loop stamps the time and makes the
/// bytes durable before anybody sees the result. `replay` applies the events of a stored record; commands are
/// never run again. After both, the state is the same, byte for byte.
///
/// At most once: (source, message id) with the same content answers from the seen set; with other content it
/// is a case.
#pragma once

#include "base/json.h"
#include "engine/modules.h"
#include "engine/record.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::engine {

/// Its special members are made in one place: a command is one of 120, and not every file should pay for
/// that.
struct Message {
    Message();
    ~Message();
    Message(Message&&) noexcept;
    Message(const Message&);
    Message& operator=(Message&&) noexcept;
    Message& operator=(const Message&);

    journal::Envelope envelope; ///< source, message_id, content_hash, actor, event_time, trace, replay_of
    Command command;
    // What the edge knows of its content and no record keeps. Personal data are sealed before the hash is
    // made, and other keys give other tokens, so either of these tells a repeat too.
    Hash128 plain_hash;   ///< of the content before it was sealed: messages of before there were keys
    Position erased_at{}; ///< a person in it was erased there: what was sealed before has another hash now
};

enum class Outcome : std::uint8_t {
    committed, ///< events took effect when the record is durable
    refused,   ///< journaled once; the refusal says why
    waiting,   ///< a fact before its precursor: put aside, it goes on by itself
    duplicate, ///< seen before: nothing is journaled; `position` is that of the first one
    reported   ///< other content under a known id, or older than the seen set reaches: a case, no effect
};
TF_DESCRIBE_ENUM(Outcome, committed, refused, waiting, duplicate, reported)

/// Whether a message whose name was seen before says what the first one said.
bool is_repeat(const Seen& seen, const Message& message);

/// The loop's own messages come from here and have no id.
inline constexpr std::string_view own_source = "truefill";

struct Result {
    Outcome outcome{};
    Position position{};
    std::optional<journal::Refusal> refusal; ///< of the first step; for a duplicate read it from `position`
    bool was_refused{};                      ///< a duplicate of a message that was refused
};

/// Looks at each event of a record right before it is applied, with the name of the command that it came
/// from: for what the state at the end no longer shows.
class Witness {
public:
    virtual ~Witness() = default;
    virtual void before(const State& state, std::string_view command, const Event& event) = 0;
};

/// Faults that the simulator plants to prove that it finds them. Never set outside tests.
struct Sabotage {
    bool drop_posting{};    ///< now and then the last unit posting of an event is not applied
    bool lose_seen_entry{}; ///< now and then a message is not remembered
};

class Engine {
public:
    static constexpr std::size_t steps_max = 100;
    static constexpr std::size_t record_bytes_max = 1 << 20;

    Engine();
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Appends the record to `out` unless nothing is to be journaled (a duplicate). `clock` is wall time;
    /// record time never goes back. Source "truefill" is the loop itself: its messages carry no id and are
    /// never duplicates.
    Result handle(Message message, Time clock, std::string& out);
    /// Applies a stored record, which must be the next one. The sentence says what is wrong with it.
    std::expected<void, std::string> replay(std::string_view record, Witness* witness = nullptr);

    const State& state() const { return state_; }
    Position position() const { return state_.flow.position; }
    bool timers_due(Time now) const { return state_.flow.timers.any_due(now); }
    bool work_deferred() const { return !state_.flow.deferred.empty(); }
    /// Repeats answered since the last call, by source: the loop journals them once an hour.
    std::map<std::string, std::int64_t> take_duplicate_counts();

    void save(std::string& out) const;
    /// Replaces the state by a snapshot's; false when the bytes are torn or of another format.
    bool load(std::string_view snapshot);

    void set_sabotage(const Sabotage& sabotage) { sabotage_ = sabotage; }

private:
    struct Run;
    void run_step(Run& run, const Command& command);
    template <class M> void run_module(Run& run, const M& command);
    void after_refusal(Run& run, const Command& command, const journal::Refusal& refusal);
    void wake_waiting(Run& run, const std::string& key);
    template <class M> void apply_live(const M& event);
    void defer_rest(Run& run);

    State state_;
    json::Document document_;
    std::map<std::string, std::int64_t> duplicates_;
    Sabotage sabotage_;
};

} // namespace truefill::engine
