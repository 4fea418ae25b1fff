/// Everything that Truefill wants from outside: a document sent, an invoice posted, a person asked.
///
/// A job is made by an event and ended by one; who works on it is not journaled, so after a restart every
/// open job is free again. The job id is the worker's idempotency key. What happens after an unknown outcome
/// (the connection broke after the request was sent) is declared per destination: `idempotent` destinations
/// are simply asked again, `queryable` ones are asked what they know first, and for those that are `neither`
/// a person decides: it is a case.
///
/// One lane per destination and order: jobs of a lane run in the order in which they were made, and a job
/// that failed parks the later ones of its lane until it succeeds or is given up. Lanes of other orders go
/// on.
///
/// About 60 bytes for each open job. The payload is not kept: it is rendered from the state when a worker
/// takes it.
#pragma once

#include "base/archive.h"
#include "base/describe.h"
#include "base/ids.h"
#include "base/names.h"
#include "base/table.h"
#include "base/time.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::engine {

/// What is wanted. `subject` of the job is the id behind the dash.
enum class JobKind : std::uint8_t {
    none,
    send_release, ///< to the site - release
    send_recall,  ///< to the site - release
    tender,       ///< to the carrier - shipment
    send_asn,     ///< to the customer - shipment
    post_invoice, ///< to finance - invoice
    post_credit,  ///< to finance - credit memo
    request_count ///< to the site - count
};
TF_DESCRIBE_ENUM(JobKind, none, send_release, send_recall, tender, send_asn, post_invoice, post_credit,
                 request_count)

enum class DestinationKind : std::uint8_t { idempotent, queryable, neither };
TF_DESCRIBE_ENUM(DestinationKind, idempotent, queryable, neither)

enum class JobStatus : std::uint8_t {
    ready,  ///< may be taken, when it is first in its lane and `not_before` has come
    asking, ///< the outcome is unknown; the destination is asked what it knows
    stuck   ///< a person decides (retry or give up)
};
TF_DESCRIBE_ENUM(JobStatus, ready, asking, stuck)

struct DestinationTag;
using DestinationId = Id<DestinationTag, std::uint16_t>;

struct Job {
    JobKind kind{};
    JobStatus status{};
    DestinationId destination;
    OrderId order; ///< the lane's key; none: a lane of its own for each subject
    std::uint32_t subject{};
    std::uint16_t attempts{};
    Time not_before;
};
TF_DESCRIBE(Job, (kind, status, destination, order, subject, attempts, not_before))

/// How often a job is tried before it is stuck, and the longest wait between two attempts.
inline constexpr std::uint16_t attempts_max = 8;
/// Full jitter: a wait drawn evenly from [0, min(5 min, 2 s x 2^attempt)], by a hash of job and attempt, so
/// that a replay waits the same and a thousand jobs do not knock together.
Duration retry_wait(JobId job, std::uint16_t attempt);
/// The part of a destination before the colon decides: wms, carrier, finance, customer, people.
DestinationKind destination_kind(std::string_view destination);

class Jobs {
public:
    JobId next_id() const { return jobs_.next_id(); }
    const Job* find(JobId id) const { return jobs_.find(id); }
    std::size_t open() const { return jobs_.live(); }
    std::string_view destination(DestinationId id) const { return destinations_.name(id); }
    DestinationId find_destination(std::string_view name) const { return destinations_.find(name); }
    std::size_t destinations() const { return destinations_.size(); }
    const Table<JobId, Job>& all() const { return jobs_; }

    /// The open job of a kind for a subject, or none.
    JobId find_open(JobKind kind, std::uint32_t subject) const;
    /// True when the job may be taken now.
    bool runnable(JobId id, Time now) const;
    /// Calls f(id, job) for the jobs of a destination that may be taken now, oldest first, until f answers
    /// false.
    template <class F> void each_runnable(DestinationId destination, Time now, F&& f) const {
        const auto queue = queues_.find(destination);
        if (queue == queues_.end()) return;
        for (const auto id : queue->second)
            if (runnable(id, now) && !f(id, *jobs_.find(id))) return;
    }

    void add(JobId id, Job job, std::string_view destination);
    void finish(JobId id);
    void retry(JobId id, Time not_before, JobStatus status);

    void save(archive::Output& output) const;
    void load(archive::Reader& reader);
    static constexpr std::uint64_t format_hash() { return archive::format_hash<Job>(); }

private:
    std::uint64_t lane_of(const Job& job) const;
    void index(JobId id, const Job& job);

    Table<JobId, Job> jobs_;
    Names<DestinationId> destinations_;
    std::map<DestinationId, std::deque<JobId>>
        queues_; ///< in order of making; heads that are done are dropped
    boost::unordered_flat_map<std::uint64_t, std::vector<JobId>> lanes_;
    boost::unordered_flat_map<std::uint64_t, JobId> by_subject_;
};

} // namespace truefill::engine
