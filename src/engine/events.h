/// What happened in the engine itself.
#pragma once

#include "base/one_of.h"
#include "engine/commands.h"
#include "ledger/deviation.h"

namespace truefill::engine {

/// `examined` timers are gone; those of them that still mean something are in `fired`. `more` are due.
struct TimeAdvanced {
    static constexpr std::string_view name = "engine.time_advanced";
    static constexpr int version = 1;
    Time now;
    std::uint32_t examined{};
    bool more{};
    std::vector<Timer> fired;
};
TF_DESCRIBE(TimeAdvanced, (now, examined, more, fired))

struct JobCreated {
    static constexpr std::string_view name = "engine.job_created";
    static constexpr int version = 1;
    JobId job;
    JobKind kind{};
    std::string destination;
    OrderId order;
    std::uint32_t subject{};
};
TF_DESCRIBE(JobCreated, (job, kind, destination, order, subject))

struct JobCompleted {
    static constexpr std::string_view name = "engine.job_completed";
    static constexpr int version = 1;
    JobId job;
    JobKind kind{};
    std::uint32_t subject{};
    std::string reference;
};
TF_DESCRIBE(JobCompleted, (job, kind, subject, reference))

/// The attempt failed. `status` ready: tried again at `retry_at`; asking: the destination is asked first;
/// stuck: a case.
struct JobFailed {
    static constexpr std::string_view name = "engine.job_failed";
    static constexpr int version = 1;
    JobId job;
    JobStatus status{};
    Time retry_at;
    std::string reason;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(JobFailed, (job, status, retry_at, reason, deviations))

struct JobGivenUp {
    static constexpr std::string_view name = "engine.job_given_up";
    static constexpr int version = 1;
    JobId job;
    std::string reason;
};
TF_DESCRIBE(JobGivenUp, (job, reason))

struct FactPutAside {
    static constexpr std::string_view name = "engine.fact_put_aside";
    static constexpr int version = 1;
    std::uint64_t waiting{};
    std::string key, command, body, sentence;
    Time due;
};
TF_DESCRIBE(FactPutAside, (waiting, key, command, body, sentence, due))

struct FactTakenUp {
    static constexpr std::string_view name = "engine.fact_taken_up";
    static constexpr int version = 1;
    std::uint64_t waiting{};
    std::string command, body;
};
TF_DESCRIBE(FactTakenUp, (waiting, command, body))

struct FactGivenUp {
    static constexpr std::string_view name = "engine.fact_given_up";
    static constexpr int version = 1;
    std::uint64_t waiting{};
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(FactGivenUp, (waiting, deviations))

struct WorkDeferred {
    static constexpr std::string_view name = "engine.work_deferred";
    static constexpr int version = 1;
    std::vector<Deferred> work;
};
TF_DESCRIBE(WorkDeferred, (work))

/// The oldest `work` is done now.
struct WorkContinued {
    static constexpr std::string_view name = "engine.work_continued";
    static constexpr int version = 1;
    std::vector<Deferred> work;
};
TF_DESCRIBE(WorkContinued, (work))

struct DuplicatesCounted {
    static constexpr std::string_view name = "engine.duplicates_counted";
    static constexpr int version = 1;
    std::string source;
    Time hour;
    std::int64_t count{};
};
TF_DESCRIBE(DuplicatesCounted, (source, hour, count))

struct MessageReported {
    static constexpr std::string_view name = "engine.message_reported";
    static constexpr int version = 1;
    std::string source, message_id;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(MessageReported, (source, message_id, deviations))

using FlowEvent =
    OneOf<TimeAdvanced, JobCreated, JobCompleted, JobFailed, JobGivenUp, FactPutAside, FactTakenUp,
          FactGivenUp, WorkDeferred, WorkContinued, DuplicatesCounted, MessageReported, OrdersResumed>;

} // namespace truefill::engine
