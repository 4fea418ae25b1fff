/// What the flow asks of the engine itself: time, jobs, facts put aside, work cut into slices.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/one_of.h"
#include "base/sha256.h"
#include "base/time.h"
#include "engine/job_commands.h"
#include "engine/resume.h"
#include "engine/timers.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::engine {

/// Sent by the loop when timers are due; the time is the envelope's record time.
struct AdvanceTime {
    static constexpr std::string_view name = "engine.advance_time";
    static constexpr bool fact = false;
    bool tick{true}; ///< nothing to say but "now"
};
TF_DESCRIBE(AdvanceTime, (tick))

/// Follow-up: a fact came before its precursor.
struct PutAside {
    static constexpr std::string_view name = "engine.put_aside";
    static constexpr bool fact = false;
    std::string key;
    std::string command; ///< its name
    std::string body;    ///< its JSON
    std::string sentence;
};
TF_DESCRIBE(PutAside, (key, command, body, sentence))

/// Follow-up: its precursor has come.
struct TakeUp {
    static constexpr std::string_view name = "engine.take_up";
    static constexpr bool fact = false;
    std::uint64_t waiting{};
};
TF_DESCRIBE(TakeUp, (waiting))

/// Follow-up of a timer: the precursor never came.
struct GiveUpWaiting {
    static constexpr std::string_view name = "engine.give_up_waiting";
    static constexpr bool fact = false;
    std::uint64_t waiting{};
};
TF_DESCRIBE(GiveUpWaiting, (waiting))

struct Deferred {
    std::string command;
    std::string body;
};
TF_DESCRIBE(Deferred, (command, body))

/// Follow-up: the record is full (100 steps or 1 MB); the rest goes on in a record of its own.
struct DeferWork {
    static constexpr std::string_view name = "engine.defer_work";
    static constexpr bool fact = false;
    std::vector<Deferred> work;
};
TF_DESCRIBE(DeferWork, (work))

/// Sent by the loop between other messages while there is deferred work.
struct ContinueWork {
    static constexpr std::string_view name = "engine.continue_work";
    static constexpr bool fact = false;
    bool next{true};
};
TF_DESCRIBE(ContinueWork, (next))

/// Sent by the loop once an hour: repeats that were answered from the seen set.
struct CountDuplicates {
    static constexpr std::string_view name = "engine.count_duplicates";
    static constexpr bool fact = false;
    std::string source;
    Time hour;
    std::int64_t count{};
};
TF_DESCRIBE(CountDuplicates, (source, hour, count))

/// Made by the engine: a message that may not take effect, and that somebody must look at.
struct ReportMessage {
    static constexpr std::string_view name = "engine.report_message";
    static constexpr bool fact = false;
    std::string category; ///< conflicting_message, stale, quarantined
    std::string source, message_id;
    Hash128 content_hash;
    std::string command;
};
TF_DESCRIBE(ReportMessage, (category, source, message_id, content_hash, command))

using FlowCommand =
    OneOf<AdvanceTime, CreateJob, CompleteJob, FailJob, SettleJob, PutAside, TakeUp, GiveUpWaiting, DeferWork,
          ContinueWork, CountDuplicates, ReportMessage, ResumeOrders>;

} // namespace truefill::engine
