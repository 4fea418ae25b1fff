#include "engine/engine.h"

#include "base/assert.h"
#include "engine/follow_ups.h"
#include "engine/hold_guard.h"
#include "engine/reactions.h"

#include <algorithm>

namespace truefill::engine {
namespace {

/// Why the entry of an event may not be posted; nothing when it may.
template <class ModuleEvent>
std::optional<std::string> illegal(const State& state, const ModuleEvent& event) {
    return visit(
        [&](const auto& one) -> std::optional<std::string> {
            if constexpr (requires { one.entry; }) return state.ledger.check(one.entry);
            return std::nullopt;
        },
        event);
}

/// A decision that the ledger does not take: the message asks for what cannot be, or the module has a slip.
/// Either way the book stays whole, and somebody looks at it.
journal::Refusal refused_by_ledger(std::string sentence) {
    return {"illegal_entry", std::move(sentence), {}, "contradiction"};
}

/// Why the decision of an intent may not be taken: a hold lists a step of it. Nothing for a fact.
template <class ModuleCommand, class ModuleEvent>
std::optional<std::string> held(const State& state, const ModuleCommand& command,
                                const std::vector<ModuleEvent>& events) {
    const bool is_asked = visit([]<class C>(const C&) { return can_be_held<C>(); }, command);
    if (!is_asked) return std::nullopt;
    for (const auto& event : events)
        if (auto why = passed_hold(state, event)) return why;
    return std::nullopt;
}

} // namespace

/// One message on its way through: the record being written and what is left over when it is full.
struct Engine::Run {
    RecordWriter writer;
    journal::Envelope envelope;
    std::optional<journal::Refusal> refusal; ///< of the first step
    bool waits{};
    std::vector<Deferred> rest;
};

bool is_repeat(const Seen& seen, const Message& message) {
    return seen.has(message.envelope.content_hash) || seen.position < message.erased_at ||
           (message.plain_hash && seen.has(message.plain_hash));
}

Result Engine::handle(Message message, Time clock, std::string& out) {
    auto& envelope = message.envelope;
    envelope.record_time = std::max(state_.flow.now, clock);
    envelope.position = state_.flow.position + 1;
    const bool own = envelope.source == own_source && envelope.message_id.empty();
    Hash128 key;
    bool report = false;
    if (!own) {
        key = seen_key(envelope.source, envelope.message_id);
        const auto* seen = state_.flow.seen.find(key);
        const bool conflict = seen && !is_repeat(*seen, message);
        if (seen && !conflict) {
            ++duplicates_[envelope.source];
            return {Outcome::duplicate, seen->position, std::nullopt, seen->refused()};
        }
        const bool stale = !seen && envelope.event_time != Time{} &&
                           envelope.event_time.micros < envelope.record_time.micros - SeenSet::keep.micros;
        if (conflict || stale) {
            report = true;
            ReportMessage told{conflict ? "conflicting_message" : "stale", envelope.source,
                               envelope.message_id, envelope.content_hash,
                               std::string{name_of(message.command)}};
            message.command = FlowCommand{std::move(told)};
            if (conflict) { // The other content gets a name of its own, so that its repeats are known too.
                envelope.message_id += '#';
                append_hex(envelope.message_id, envelope.content_hash);
                key = seen_key(envelope.source, envelope.message_id);
                if (const auto* again = state_.flow.seen.find(key)) {
                    ++duplicates_[envelope.source];
                    return {Outcome::duplicate, again->position, std::nullopt, again->refused()};
                }
            }
        }
    }
    state_.flow.now = envelope.record_time;
    Run run{RecordWriter{out}, envelope, std::nullopt, false, {}};
    run.writer.begin(envelope);
    run_step(run, message.command);
    if (!run.rest.empty()) defer_rest(run);
    run.writer.end();
    state_.flow.position = envelope.position;
    const bool forget = sabotage_.lose_seen_entry && envelope.position % 53 == 0;
    if (!own && !forget)
        state_.flow.seen.add(key,
                             Seen::make(envelope.position, envelope.content_hash, run.refusal && !run.waits),
                             envelope.record_time);
    Result result{Outcome::committed, envelope.position, run.refusal, false};
    if (report) result.outcome = Outcome::reported;
    else if (run.waits) result.outcome = Outcome::waiting;
    else if (run.refusal) result.outcome = Outcome::refused;
    return result;
}

void Engine::run_step(Run& run, const Command& command) {
    if (run.writer.steps() + 1 >= steps_max || run.writer.bytes() > record_bytes_max) {
        std::string body;
        encode_body(body, command);
        run.rest.push_back({std::string{name_of(command)}, std::move(body)});
        return;
    }
    visit([&](const auto& module_command) { run_module(run, module_command); }, command);
}

template <class M> void Engine::run_module(Run& run, const M& command) {
    const bool first = run.writer.steps() == 0;
    run.writer.step(command);
    auto decision = decide(state_, command, run.envelope);
    if (decision && !decision->empty())
        if (auto wrong = illegal(state_, decision->front()))
            decision = std::unexpected(refused_by_ledger(std::move(*wrong)));
    if (decision && !state_.ledger.holds().empty())
        if (auto why = held(state_, command, *decision))
            decision = journal::refuse("on_hold", std::move(*why));
    if (!decision) {
        run.writer.refusal(decision.error());
        if (first) run.refusal = decision.error();
        after_refusal(run, Command{command}, decision.error());
        return;
    }
    FollowUps then;
    std::vector<std::string> keys;
    for (const auto& event : *decision) {
        if (&event != decision->data()) {
            const auto wrong = illegal(state_, event);
            TF_ASSERT(!wrong, wrong->c_str());
        }
        run.writer.event(event);
        apply_live(event);
        react(state_, event, then);
        open_cases(event, then);
        if (!state_.flow.waiting.empty()) keys_of(state_, event, keys);
    }
    for (const auto& follow_up : then) run_step(run, follow_up);
    for (const auto& key : keys) wake_waiting(run, key);
}

template <class M> void Engine::apply_live(const M& event) {
    if (sabotage_.drop_posting && state_.flow.position % 97 == 96) {
        auto changed = event;
        const bool dropped = visit(
            [](auto& one) {
                if constexpr (requires { one.entry; }) {
                    if (one.entry.units.empty()) return false;
                    one.entry.units.pop_back();
                    return true;
                }
                return false;
            },
            changed);
        if (dropped) return engine::apply(state_, changed);
    }
    engine::apply(state_, event);
}

void Engine::after_refusal(Run& run, const Command& command, const journal::Refusal& refusal) {
    const bool first = run.writer.steps() == 1;
    if (!refusal.wait_for.empty()) {
        if (first) run.waits = true;
        PutAside aside{refusal.wait_for, std::string{name_of(command)}, {}, refusal.sentence};
        encode_body(aside.body, command);
        run_step(run, Command{FlowCommand{std::move(aside)}});
        return;
    }
    const bool own_case = holds<cases::Command>(command);
    if (refusal.case_category.empty() && (first || own_case || is_no_surprise(refusal.code))) return;
    ledger::Deviation deviation;
    deviation.category = refusal.case_category.empty() ? "refused_follow_up" : refusal.case_category;
    deviation.sentence = std::string{name_of(command)} + ": " + refusal.sentence;
    deviation.order = order_of(state_, command);
    run_step(run, open_case(deviation));
}

void Engine::wake_waiting(Run& run, const std::string& key) {
    const auto found = state_.flow.waiting_by_key.find(key);
    if (found == state_.flow.waiting_by_key.end()) return;
    const auto ids = found->second; // a copy: taking one up changes the list
    for (const auto id : ids) {
        const auto fact = state_.flow.waiting.find(id);
        if (fact == state_.flow.waiting.end()) continue;
        const auto command = decode_command(fact->second.command, std::string_view{fact->second.body});
        TF_ASSERT(command.has_value(), "what was put aside can be read");
        // Decisions are pure, so asking costs nothing: only a fact that has its precursor now is taken up.
        const bool still_waits = visit(
            [&](const auto& one) {
                const auto probe = decide(state_, one, run.envelope);
                return !probe && !probe.error().wait_for.empty();
            },
            *command);
        if (!still_waits) run_step(run, Command{FlowCommand{TakeUp{id}}});
    }
}

void Engine::defer_rest(Run& run) {
    DeferWork rest{std::move(run.rest)};
    run.rest.clear();
    // The one step beyond steps_max: it carries the others.
    run_module(run, FlowCommand{std::move(rest)});
}

std::map<std::string, std::int64_t> Engine::take_duplicate_counts() { return std::exchange(duplicates_, {}); }

} // namespace truefill::engine
