#include "engine/flow.h"

#include "base/assert.h"
#include "base/one_of_impl.h"

#include <algorithm>

namespace truefill::engine {
namespace {

constexpr std::int64_t micros_per_hour = 3600LL * 1'000'000;

void evolve_one(Flow& flow, const TimeAdvanced& event) {
    flow.timers.fired(event.now, event.examined);
    flow.seen.expire(event.now);
}

void evolve_one(Flow& flow, const JobCreated& event) {
    Job job;
    job.kind = event.kind;
    job.order = event.order;
    job.subject = event.subject;
    flow.jobs.add(event.job, job, event.destination);
}

void evolve_one(Flow& flow, const JobCompleted& event) { flow.jobs.finish(event.job); }
void evolve_one(Flow& flow, const JobFailed& event) {
    flow.jobs.retry(event.job, event.retry_at, event.status);
}
void evolve_one(Flow& flow, const JobGivenUp& event) { flow.jobs.finish(event.job); }

void evolve_one(Flow& flow, const FactPutAside& event) {
    flow.last_waiting = event.waiting;
    flow.waiting.emplace(event.waiting, WaitingFact{event.key, event.command, event.body, event.sentence});
    flow.waiting_by_key[event.key].push_back(event.waiting);
    flow.timers.set(TimerKind::waiting_fact, event.waiting, event.due);
}

void stop_waiting(Flow& flow, std::uint64_t id) {
    const auto found = flow.waiting.find(id);
    TF_ASSERT(found != flow.waiting.end(), "only what waits can stop waiting");
    const auto key = flow.waiting_by_key.find(found->second.key);
    std::erase(key->second, id);
    if (key->second.empty()) flow.waiting_by_key.erase(key);
    flow.waiting.erase(found);
}

void evolve_one(Flow& flow, const FactTakenUp& event) { stop_waiting(flow, event.waiting); }
void evolve_one(Flow& flow, const FactGivenUp& event) { stop_waiting(flow, event.waiting); }

void evolve_one(Flow& flow, const WorkDeferred& event) {
    flow.deferred.insert(flow.deferred.end(), event.work.begin(), event.work.end());
}

void evolve_one(Flow& flow, const WorkContinued& event) {
    flow.deferred.erase(flow.deferred.begin(),
                        flow.deferred.begin() + static_cast<std::ptrdiff_t>(event.work.size()));
}

void evolve_one(Flow& flow, const DuplicatesCounted& event) { flow.duplicates += event.count; }
void evolve_one(Flow&, const MessageReported&) {}
void evolve_one(Flow&, const OrdersResumed&) {}

} // namespace

Hash128 seen_key(std::string_view source, std::string_view message_id) {
    // A source is a short configured name without the separator, so two pairs never make one text.
    std::string text;
    text.reserve(source.size() + message_id.size() + 1);
    text += source;
    text += '\n';
    text += message_id;
    return hash128(text);
}

const Seen* SeenSet::find(const Hash128& key) const {
    const auto found = seen_.find(key);
    return found == seen_.end() ? nullptr : &found->second;
}

void SeenSet::add(const Hash128& key, const Seen& seen, Time at) {
    if (seen_.emplace(key, seen).second) hours_[at.micros / micros_per_hour].push_back(key);
}

void SeenSet::expire(Time now) {
    const auto oldest = (now.micros - keep.micros) / micros_per_hour;
    while (!hours_.empty() && hours_.begin()->first < oldest) {
        for (const auto& key : hours_.begin()->second) seen_.erase(key);
        hours_.erase(hours_.begin());
    }
}

void SeenSet::save(archive::Output& output) const {
    archive::save(output, hours_);
    for (const auto& [hour, keys] : hours_)
        for (const auto& key : keys) {
            const auto* seen = find(key);
            archive::save(output, seen != nullptr);
            if (!seen) continue;
            archive::save(output, seen->position);
            archive::save(output, seen->content);
        }
}

void SeenSet::load(archive::Reader& reader) {
    *this = SeenSet{};
    archive::load(reader, hours_);
    for (const auto& [hour, keys] : hours_)
        for (const auto& key : keys) {
            bool present = false;
            Seen seen;
            archive::load(reader, present);
            if (!present) continue;
            archive::load(reader, seen.position);
            archive::load(reader, seen.content);
            seen_.emplace(key, seen);
        }
}

void Flow::save(archive::Output& output) const {
    archive::save(output, position);
    archive::save(output, now);
    archive::save(output, seen);
    archive::save(output, timers);
    archive::save(output, jobs);
    archive::save(output, waiting);
    archive::save(output, last_waiting);
    archive::save(output, std::vector<Deferred>(deferred.begin(), deferred.end()));
    archive::save(output, duplicates);
}

void Flow::load(archive::Reader& reader) {
    *this = Flow{};
    archive::load(reader, position);
    archive::load(reader, now);
    archive::load(reader, seen);
    archive::load(reader, timers);
    archive::load(reader, jobs);
    archive::load(reader, waiting);
    archive::load(reader, last_waiting);
    std::vector<Deferred> work;
    archive::load(reader, work);
    deferred.assign(work.begin(), work.end());
    archive::load(reader, duplicates);
    for (const auto& [id, fact] : waiting) waiting_by_key[fact.key].push_back(id);
}

void evolve(Flow& flow, const FlowEvent& event) {
    visit([&](const auto& one) { evolve_one(flow, one); }, event);
}

} // namespace truefill::engine

template struct truefill::KindsOf<truefill::engine::FlowEvent>;
