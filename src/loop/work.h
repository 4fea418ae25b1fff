/// What travels between the threads of the loop.
#pragma once

#include "base/assert.h"
#include "engine/engine.h"
#include "journal/port.h"
#include "loop/gate.h"
#include "loop/listener.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace truefill::loop {

using Answer = std::expected<engine::Result, Fault>;

/// Whether a command says what has happened in the world (ledger.md section 1).
bool is_fact(const engine::Command& command);

/// Gets the answers to messages, one for each, told apart by the ticket that the caller gave. It is called on
/// the journal thread, in the order in which the messages were handled, or with a fault on any thread, the
/// caller's own included. It must be quick, must not throw, and must not wait for the loop (`submit` waits
/// when the intake is full).
class AnswerSink {
public:
    virtual void answered(std::uint64_t ticket, Answer answer) = 0;

protected:
    ~AnswerSink() = default;
};

struct Asked;
/// Asked of the state right before a message is handled, in the same turn of the engine, so that nothing
/// comes between. When it answers false, nothing happens and the message's answer is the fault `changed`. It
/// looks and returns soon, like a read, and must not throw.
using Condition = std::function<bool(const engine::State&, const Asked&)>;

/// A message on its way to the engine.
struct Asked {
    engine::Message message;
    AnswerSink* sink{}; ///< none: nobody waits
    std::uint64_t ticket{};
    Condition only_if{}; ///< none: whatever the state is
};

/// A read: `at` on the engine thread, `then` when what it saw is durable.
struct Look {
    std::function<void(const engine::State&)> at;
    std::function<void(std::optional<Fault>)> then;
};

struct Answered {
    AnswerSink* sink{};
    std::uint64_t ticket{};
    Answer answer;
};

/// What the engine did since the journal thread took the last pile: records, and those who wait until they
/// are durable. A duplicate's answer stands behind the record that it repeats, so it waits for it without
/// looking.
struct Work {
    journal::Batch batch; ///< not yet sealed
    std::vector<Answered> answers;
    std::vector<std::function<void(std::optional<Fault>)>> looks;
    std::vector<Mark> marks;

    bool empty() const { return batch.size() == 0 && answers.empty() && looks.empty() && marks.empty(); }
    std::size_t weight() const { return batch.bytes.size() + answers.size() * sizeof(Answered); }

    void absorb(Work& later) {
        if (batch.size() == 0) std::swap(batch, later.batch);
        else append(later.batch);
        std::move(later.answers.begin(), later.answers.end(), std::back_inserter(answers));
        std::move(later.looks.begin(), later.looks.end(), std::back_inserter(looks));
        marks.insert(marks.end(), later.marks.begin(), later.marks.end());
        later.clear();
    }

    void clear() {
        batch.clear();
        answers.clear();
        looks.clear();
        marks.clear();
    }

private:
    void append(const journal::Batch& later) {
        if (later.size() == 0) return;
        TF_ASSERT(batch.first + batch.size() == later.first, "records follow each other");
        const auto offset = static_cast<std::uint32_t>(batch.bytes.size());
        batch.bytes += later.bytes;
        for (const auto end : later.ends) batch.ends.push_back(offset + end);
    }
};

} // namespace truefill::loop
