/// What the flow, workers and people say about jobs.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "engine/jobs.h"

#include <array>
#include <string>
#include <string_view>

namespace truefill::engine {

/// Follow-up: something is wanted from outside.
struct CreateJob {
    static constexpr std::string_view name = "engine.create_job";
    static constexpr bool fact = false;
    JobKind kind{};
    std::string destination;
    OrderId order;
    std::uint32_t subject{};
};
TF_DESCRIBE(CreateJob, (kind, destination, order, subject))

/// A worker did it; or a follow-up, when the answer itself proves that it was done.
struct CompleteJob {
    static constexpr std::string_view name = "engine.complete_job";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"job"});
    JobId job;
    std::string reference; ///< what the destination calls it
};
TF_DESCRIBE(CompleteJob, (job, reference))

enum class JobOutcome : std::uint8_t {
    not_done, ///< the destination did not take it: safe to try again
    unknown,  ///< the connection broke after the request was sent
    refused   ///< the destination says no for good
};
TF_DESCRIBE_ENUM(JobOutcome, not_done, unknown, refused)

struct FailJob {
    static constexpr std::string_view name = "engine.fail_job";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"job"});
    JobId job;
    JobOutcome outcome{};
    std::string reason;
};
TF_DESCRIBE(FailJob, (job, outcome, reason))

/// A person decides about a stuck job: try again, or give it up.
struct SettleJob {
    static constexpr std::string_view name = "engine.settle_job";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"job"});
    JobId job;
    bool give_up{};
    std::string reason;
};
TF_DESCRIBE(SettleJob, (job, give_up, reason))

} // namespace truefill::engine
