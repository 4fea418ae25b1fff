/// The edge of Truefill that takes jobs and brings them to the systems outside. Its leases are in memory
/// only: after a crash every open job is free again, and the agent knows by the job's id that it was there
/// before.
///
/// A connection can break before the request (the job was not done) or after it (nobody knows): then Truefill
/// is told just that, and asks the system what it knows before it tries again.
#pragma once

#include "sim/agent.h"
#include "sim/node.h"

#include <map>
#include <set>
#include <string>

namespace truefill::sim {

struct WorkerFaults {
    int broken_before{}; ///< in a thousand
    int broken_after{};
};

class Workers {
public:
    Workers(Outside& outside, Node& node)
        : outside_{outside}, node_{node}, random_{outside.seed, "workers"} {}

    /// `destination` as in the jobs: "wms:LYON", "finance"; a family such as "customer" serves all of it.
    void serve(std::string destination, Agent& agent) {
        agents_.insert_or_assign(std::move(destination), &agent);
    }
    void set_faults(const WorkerFaults& faults) { faults_ = faults; }
    /// Leases what may be taken now.
    void poll();

private:
    Agent* agent_of(std::string_view destination) const;
    void bring(JobId id);
    void complete(JobId id, const engine::Job& job);
    void fail(JobId id, const engine::Job& job, engine::JobOutcome outcome, std::string reason);
    void tell(JobId id, const engine::Job& job, engine::FlowCommand command);

    Outside& outside_;
    Node& node_;
    Random random_;
    WorkerFaults faults_;
    std::map<std::string, Agent*, std::less<>> agents_;
    std::set<JobId> leased_;
    std::uint64_t epoch_ = 0;
    Time retry_at_;
};

} // namespace truefill::sim
