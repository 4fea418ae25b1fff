#include "sim/workers.h"

#include "base/assert.h"
#include "sim/render.h"

#include <utility>

namespace truefill::sim {

Agent* Workers::agent_of(std::string_view destination) const {
    if (const auto found = agents_.find(destination); found != agents_.end()) return found->second;
    const auto family = agents_.find(destination.substr(0, destination.find(':')));
    return family == agents_.end() ? nullptr : family->second;
}

void Workers::poll() {
    if (!node_.is_up()) return;
    if (epoch_ != node_.epoch()) {
        leased_.clear();
        epoch_ = node_.epoch();
    }
    const auto& jobs = node_.engine().state().flow.jobs;
    for (std::size_t index = 1; index <= jobs.destinations(); ++index) {
        const engine::DestinationId destination{static_cast<std::uint16_t>(index)};
        if (!agent_of(jobs.destination(destination))) continue;
        jobs.each_runnable(destination, node_.clock(), [&](JobId id, const engine::Job&) {
            if (leased_.insert(id).second)
                outside_.bus.in(random_.wait(milliseconds(50), seconds(20)), [this, id, epoch = epoch_] {
                    if (node_.is_up() && epoch == node_.epoch()) bring(id);
                });
            return true;
        });
    }
}

void Workers::bring(JobId id) {
    const auto& state = node_.engine().state();
    const auto* job = state.flow.jobs.find(id);
    if (!job) { // another way led to its end
        leased_.erase(id);
        return;
    }
    auto* agent = agent_of(state.flow.jobs.destination(job->destination));
    if (job->status == engine::JobStatus::asking) {
        if (agent->knows(id)) return complete(id, *job);
        return fail(id, *job, engine::JobOutcome::not_done, "the destination does not know it");
    }
    if (random_.chance(faults_.broken_before))
        return fail(id, *job, engine::JobOutcome::not_done, "no connection");
    const auto taken = agent->hand_over({id, job->kind, render(state, *job)});
    if (taken == Taken::busy) return fail(id, *job, engine::JobOutcome::not_done, "busy, come again");
    if (taken == Taken::refused) return fail(id, *job, engine::JobOutcome::refused, "not taken");
    if (random_.chance(faults_.broken_after))
        return fail(id, *job, engine::JobOutcome::unknown, "the connection broke after the request");
    complete(id, *job);
}

void Workers::complete(JobId id, const engine::Job& job) {
    tell(id, job, engine::CompleteJob{id, "job-" + std::to_string(id.value)});
}

void Workers::fail(JobId id, const engine::Job& job, engine::JobOutcome outcome, std::string reason) {
    tell(id, job, engine::FailJob{id, outcome, std::move(reason)});
}

void Workers::tell(JobId id, const engine::Job& job, engine::FlowCommand command) {
    leased_.erase(id);
    engine::Message message;
    message.envelope.source = "worker";
    message.envelope.message_id = "job-" + std::to_string(id.value) + "-" + std::to_string(job.attempts) +
                                  "-" + std::to_string(static_cast<int>(job.status)) +
                                  (holds<engine::CompleteJob>(command) ? "-done" : "-failed");
    message.envelope.event_time = outside_.bus.now();
    message.command = std::move(command);
    std::string body;
    engine::encode_body(body, message.command);
    message.envelope.content_hash = hash128(body);
    node_.tell(std::move(message));
}

} // namespace truefill::sim
