#include "loop/engine_thread.h"

#include "base/assert.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <utility>

namespace truefill::loop {
namespace {

constexpr std::size_t slice_messages = 64;
/// A slice ends early when its records are large, so that a read does not wait for many megabytes.
constexpr std::size_t slice_bytes = std::size_t{1} << 20;
/// Under load timers are looked at so often; the look may walk through all timers of a minute.
constexpr Duration timers_every = milliseconds(5);

std::int64_t hour_of(Time time) { return time.micros / hours(1).micros; }

engine::Command report_of(const engine::Message& message) {
    engine::ReportMessage told;
    told.category = "quarantined";
    told.source = message.envelope.source;
    told.message_id = message.envelope.message_id;
    told.content_hash = message.envelope.content_hash;
    told.command = engine::name_of(message.command);
    return engine::FlowCommand{std::move(told)};
}

} // namespace

EngineThread::EngineThread(Between& between)
    : between_{between},
      engine_{between.ports.engine},
      archivist_{between.ports.archive, between.options.archive_after},
      marked_{engine_.position()},
      counted_hour_{hour_of(between.ports.clock.now())} {}

void EngineThread::run() {
    std::vector<Asked> asked;
    while (between_.intake.take(asked, idle_wait())) {
        std::span<Asked> rest{asked};
        do rest = rest.subspan(slice(rest));
        while (!rest.empty());
        asked.clear();
    }
    finish();
}

std::chrono::milliseconds EngineThread::idle_wait() const {
    const bool busy = between_.gate.writable() && (more_due_ || engine_.work_deferred());
    return busy ? std::chrono::milliseconds{0} : between_.options.tick;
}

/// Handles a part of what was asked, at least one; tells how many.
std::size_t EngineThread::slice(std::span<Asked> asked) {
    if (between_.abandon) {
        refuse(asked);
        return asked.size();
    }
    std::size_t done = 0;
    while (done < asked.size() && done < slice_messages && work_.batch.bytes.size() < slice_bytes)
        handle(asked[done++]);
    if (between_.gate.writable()) send_own(done == 0);
    serve_looks();
    between_.handover.give(work_);
    return done;
}

void EngineThread::handle(Asked& asked) {
    if (asked.only_if && !asked.only_if(engine_.state(), asked)) {
        Fault changed{FaultKind::changed, "What this is about has changed since it was looked at."};
        if (asked.sink)
            work_.answers.push_back({asked.sink, asked.ticket, std::unexpected(std::move(changed))});
        return;
    }
    bring_back(asked.message.command);
    auto* notes = between_.ports.crash_notes;
    auto& message = asked.message;
    const bool kept_out = notes && notes->is_quarantined(message.envelope);
    if (kept_out) message.command = report_of(message);
    if (notes) notes->remember(message.envelope);
    auto result = engine_.handle(std::move(message), between_.ports.clock.now(), work_.batch.bytes);
    if (notes) notes->forget();
    if (kept_out && result.outcome == engine::Outcome::committed) result.outcome = engine::Outcome::reported;
    keep(std::move(result), asked.sink, asked.ticket);
}

/// Notes where the record ends, if there is one, and who waits for it.
void EngineThread::keep(engine::Result result, AnswerSink* sink, std::uint64_t ticket) {
    auto& batch = work_.batch;
    const std::size_t begin = batch.ends.empty() ? 0 : batch.ends.back();
    if (batch.bytes.size() > begin) {
        TF_ASSERT(result.position == engine_.position(), "the record is that of the message");
        if (batch.ends.empty()) batch.first = result.position;
        TF_ASSERT(batch.first + batch.size() == result.position, "records follow each other");
        batch.ends.push_back(static_cast<std::uint32_t>(batch.bytes.size()));
        if (result.position >= marked_ + between_.options.mark_every) mark();
    }
    if (sink) work_.answers.push_back({sink, ticket, std::move(result)});
}

void EngineThread::mark() {
    marked_ = engine_.position();
    if (!between_.ports.listeners.empty()) work_.marks.push_back({marked_, engine_.state().ledger.digest()});
}

void EngineThread::refuse(std::span<Asked> asked) {
    for (auto& one : asked)
        if (one.sink) one.sink->answered(one.ticket, std::unexpected(between_.refusal()));
}

void EngineThread::serve_looks() {
    for (auto& look : between_.looks.take()) {
        look.at(engine_.state());
        work_.looks.push_back(std::move(look.then));
    }
}

/// One of each kind, so that other messages come between them.
void EngineThread::send_own(bool idle) {
    const Time now = between_.ports.clock.now();
    if (engine_.work_deferred()) send(engine::FlowCommand{engine::ContinueWork{}});
    if (hour_of(now) != counted_hour_) count_duplicates(now);
    if (timers_due(now, idle)) send(engine::FlowCommand{engine::AdvanceTime{}});
    if (auto leaves = archivist_.next(engine_.state(), now, idle ? 300 : 30)) send(std::move(*leaves));
}

/// An archived order that the command is about comes back before it.
void EngineThread::bring_back(const engine::Command& command) {
    const auto id = archivist_.wanted(engine_.state(), command);
    if (!id || !wait_until_durable(engine_.state().orders.archived.at(id).position)) return;
    auto recall = archivist_.recall(engine_.state(), id);
    if (recall) send(std::move(*recall));
    else fmt::print(stderr, "truefill: {}\n", recall.error());
}

/// Only for an order that comes back right after it was archived: false when it will never be durable.
bool EngineThread::wait_until_durable(Position position) {
    if (between_.durable >= position) return true;
    between_.handover.give(work_);
    while (between_.durable < position && !between_.gate.closed_by(FaultKind::journal_failed))
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    return between_.durable >= position;
}

void EngineThread::send(engine::Command command) {
    Asked own;
    own.message.envelope.source = "truefill";
    own.message.command = std::move(command);
    handle(own);
}

bool EngineThread::timers_due(Time now, bool idle) {
    const bool soon = timers_seen_ <= now && now < timers_seen_ + timers_every;
    if (soon && !idle && !more_due_) return false;
    timers_seen_ = now;
    // After the clock went back, record time stands still, and what is due by it is due.
    more_due_ = engine_.timers_due(std::max(now, engine_.state().flow.now));
    return more_due_;
}

void EngineThread::count_duplicates(Time now) {
    const Time hour{counted_hour_ * hours(1).micros};
    for (const auto& [source, count] : engine_.take_duplicate_counts())
        send(engine::FlowCommand{engine::CountDuplicates{source, hour, count}});
    counted_hour_ = hour_of(now);
}

void EngineThread::finish() {
    for (auto& look : between_.looks.close()) look.then(between_.refusal());
    if (!between_.abandon && between_.gate.writable()) count_duplicates(between_.ports.clock.now());
    if (engine_.position() > marked_) mark();
    between_.handover.give(work_);
    between_.handover.close();
}

} // namespace truefill::loop
