/// External workers: other systems take jobs, do them, and say so.
///
///     POST /v1/jobs/activate        {types[], destinations[], worker, max, lease_seconds, wait_seconds}
///     POST /v1/jobs/{id}/complete   {worker, reference}
///     POST /v1/jobs/{id}/fail       {worker, outcome: not_done | unknown | refused, reason}
///     POST /v1/jobs/{id}/extend     {worker, lease_seconds}
///     GET  /v1/jobs                 open ones: type, destination, status, order
///
/// The oldest job that may be taken goes first, of all types and destinations that are asked for. With
/// `wait_seconds` the request waits until there is one (a long poll). A job with `asks` has an unknown
/// outcome: its destination is to be asked whether it knows the job, before it is sent again. Completing and
/// failing are journaled under a message id made from the job, so a repeat takes no effect twice; the worker
/// keeps the job until they are. Who closes the connection, or his side of it, while he waits gets no job.
#pragma once

#include "api/commands/leases.h"
#include "api/list_of.h"
#include "api/work_orders.h"
#include "loop/listener.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace truefill::api {

struct JobRow {
    static constexpr auto required = std::to_array<std::string_view>({"id", "type", "destination", "status"});
    JobId id;
    engine::JobKind type{};
    std::string destination;
    engine::JobStatus status{};
    std::string order;
    std::uint32_t subject{};
    std::uint32_t attempts{};
    Time not_before;
    std::string worker; ///< that has it now
    std::string trace;  ///< traceparent of the request that it comes from
};
TF_DESCRIBE(JobRow, (id, type, destination, status, order, subject, attempts, not_before, worker, trace))
using JobList = ListOf<JobRow>;
TF_DESCRIBE(JobList, (items, next_cursor, total, more, position))

struct ActivateJobs {
    static constexpr auto required = std::to_array<std::string_view>({"worker"});
    std::vector<engine::JobKind> types;    ///< empty: all
    std::vector<std::string> destinations; ///< "wms:LYON", or a family: "wms"; empty: all
    std::string worker;
    std::int64_t max{1};
    std::int64_t lease_seconds{60};
    std::int64_t wait_seconds{};
};
TF_DESCRIBE(ActivateJobs, (types, destinations, worker, max, lease_seconds, wait_seconds))

struct TakenJob {
    static constexpr auto required = std::to_array<std::string_view>({"id", "type", "destination", "asks"});
    JobId id;
    engine::JobKind type{};
    std::string destination;
    bool asks{}; ///< ask the destination whether it knows the job
    std::uint32_t attempts{};
    Time lease_until;
    WorkOrder work;
    std::string trace; ///< traceparent of the request that it comes from
};
TF_DESCRIBE(TakenJob, (id, type, destination, asks, attempts, lease_until, work, trace))

struct TakenJobs {
    static constexpr auto required = std::to_array<std::string_view>({"jobs", "position"});
    std::vector<TakenJob> jobs;
    Position position{};
};
TF_DESCRIBE(TakenJobs, (jobs, position))

/// Who waits for jobs. One thread tries again for all of them when records were written, and in between for
/// retries that come due and leases that end.
class JobDesk final : public loop::CommitListener {
public:
    static constexpr std::size_t waiting_max = 1'000;
    ~JobDesk() override;
    void start(Service& service);
    void stop();
    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;
    /// False when too many wait.
    bool wait(http::ExchangePtr exchange, ActivateJobs wanted);
    Leases& leases() { return leases_; }

private:
    struct Waiting {
        http::ExchangePtr exchange;
        ActivateJobs wanted;
        std::chrono::steady_clock::time_point until;
    };
    void run();
    void add_traces(std::vector<TakenJobs>& taken, Position position);
    static void let_go(std::vector<Waiting>& waiting, Position position);

    Leases leases_;
    Service* service_ = nullptr;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Waiting> waiting_;
    bool woken_ = false, ending_ = false;
    std::thread thread_; // the last one: it uses the others
};

void get_jobs(Service& service, const http::ExchangePtr& exchange);
void post_activate(Service& service, const http::ExchangePtr& exchange);
void post_complete(Service& service, const http::ExchangePtr& exchange);
void post_fail(Service& service, const http::ExchangePtr& exchange);
void post_extend(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
