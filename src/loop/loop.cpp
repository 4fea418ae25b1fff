#include "loop/loop.h"

#include "base/assert.h"
#include "loop/engine_thread.h"
#include "loop/journal_thread.h"

#include <algorithm>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace truefill::loop {
namespace {

/// Hears once and is gone.
class OneAnswer final : public AnswerSink {
public:
    explicit OneAnswer(std::function<void(Answer)> done) : done_{std::move(done)} {}
    void answered(std::uint64_t, Answer answer) override {
        const std::unique_ptr<OneAnswer> self{this};
        done_(std::move(answer));
    }

private:
    std::function<void(Answer)> done_;
};

class WaitingCaller final : public AnswerSink {
public:
    void answered(std::uint64_t, Answer answer) override { waiter_.set(std::move(answer)); }
    Answer wait() { return waiter_.wait(); }

private:
    Waiter<Answer> waiter_;
};

} // namespace

bool is_fact(const engine::Command& command) {
    return visit(
        [](const auto& of_module) { return visit([]<class C>(const C&) { return C::fact; }, of_module); },
        command);
}

struct Loop::Machine {
    Machine(Ports ports, LoopOptions options)
        : between{std::move(ports), options}, engine{between}, journal{between} {}

    Between between;
    EngineThread engine;
    JournalThread journal;
    std::mutex stopping;
    std::thread engine_thread, journal_thread;

    /// Answers a message that the gate does not let through.
    bool refused(const Asked& asked) const {
        if (between.gate.open()) return false;
        if (between.gate.open_to_facts() && is_fact(asked.message.command)) return false;
        const auto why = between.gate.why_closed();
        if (!why) return false; // opened again meanwhile
        if (asked.sink) asked.sink->answered(asked.ticket, std::unexpected(*why));
        return true;
    }

    void take(std::span<Asked> asked) {
        // The intake is closed after the gate, so a round in vain ends with an answer.
        while (!asked.empty()) {
            if (between.gate.open()) asked = asked.subspan(between.intake.push_some(asked));
            else if (refused(asked.front())) asked = asked.subspan(1);
            else asked = asked.subspan(between.intake.push_some(asked.first(1)));
        }
    }
};

Loop::Loop(Ports ports, LoopOptions options)
    : machine_{std::make_unique<Machine>(std::move(ports), options)} {
    auto& between = machine_->between;
    TF_ASSERT(options.intake_max > 0 && options.mark_every > 0, "a loop takes messages");
    TF_ASSERT(between.ports.engine.position() == between.ports.journal.end(),
              "the engine is at the journal's end");
    between.durable = between.ports.journal.end();
    machine_->journal.test_write();
    machine_->engine_thread = std::thread{[this] { machine_->engine.run(); }};
    machine_->journal_thread = std::thread{[this] { machine_->journal.run(); }};
}

Loop::~Loop() { stop(Stop::abandon); }

void Loop::submit(engine::Message message, AnswerSink* sink, std::uint64_t ticket) {
    Asked asked{std::move(message), sink, ticket};
    machine_->take({&asked, 1});
}

void Loop::submit_many(std::span<engine::Message> messages, AnswerSink* sink, std::uint64_t first_ticket,
                       const Condition& only_if) {
    constexpr std::size_t at_once = 64;
    std::vector<Asked> asked;
    for (auto ticket = first_ticket; !messages.empty(); ticket += at_once) {
        asked.clear();
        for (auto& message : messages.first(std::min(at_once, messages.size())))
            asked.push_back({std::move(message), sink, ticket + asked.size(), only_if});
        machine_->take(asked);
        messages = messages.subspan(asked.size());
    }
}

bool Loop::try_submit(engine::Message& message, AnswerSink* sink, std::uint64_t ticket, Condition only_if) {
    Asked asked{std::move(message), sink, ticket, std::move(only_if)};
    if (machine_->refused(asked) || machine_->between.intake.try_push(asked)) return true;
    if (machine_->refused(asked)) return true; // closed meanwhile, so it is not full
    message = std::move(asked.message);
    return false;
}

void Loop::submit(engine::Message message, std::function<void(Answer)> done) {
    submit(std::move(message), new OneAnswer{std::move(done)});
}

Answer Loop::call(engine::Message message) {
    WaitingCaller caller;
    submit(std::move(message), &caller);
    return caller.wait();
}

void Loop::look(std::function<void(const engine::State&)> at,
                std::function<void(std::optional<Fault>)> then) {
    Look look{std::move(at), std::move(then)};
    if (machine_->between.looks.add(look)) machine_->between.intake.wake();
    else look.then(machine_->between.refusal());
}

void Loop::change_side(SideChange change) {
    if (machine_->between.side.add(change)) return;
    if (change.then) change.then(machine_->between.refusal());
}

Position Loop::durable() const { return machine_->between.durable.load(std::memory_order_acquire); }
std::optional<Fault> Loop::closed() const { return machine_->between.gate.why_closed(); }
bool Loop::failed() const { return machine_->between.gate.closed_by(FaultKind::journal_failed); }

void Loop::stop(Stop how) {
    const std::scoped_lock lock{machine_->stopping};
    if (!machine_->engine_thread.joinable()) return;
    auto& between = machine_->between;
    between.gate.close(FaultKind::stopped, "The program ends. Send it again when it is back.");
    if (how == Stop::abandon) between.abandon = true;
    between.intake.close();
    machine_->engine_thread.join();
    machine_->journal_thread.join();
}

} // namespace truefill::loop
