#include "engine/jobs.h"

#include "base/assert.h"
#include "base/mix.h"

#include <algorithm>

namespace truefill::engine {
namespace {

std::uint64_t subject_key(JobKind kind, std::uint32_t subject) {
    return static_cast<std::uint64_t>(kind) << 32 | subject;
}

} // namespace

Duration retry_wait(JobId job, std::uint16_t attempt) {
    constexpr std::int64_t longest = 5 * 60 * 1'000'000LL;
    const std::int64_t bound = std::min<std::int64_t>(longest, 2'000'000LL << std::min<int>(attempt, 8));
    return Duration{
        static_cast<std::int64_t>(mix64(job.value * 64 + attempt) % static_cast<std::uint64_t>(bound))};
}

DestinationKind destination_kind(std::string_view destination) {
    const auto family = destination.substr(0, destination.find(':'));
    // A WMS takes a release once per id and an e-mail or ASN may be doubled harmlessly by its document
    // number.
    if (family == "wms" || family == "customer") return DestinationKind::idempotent;
    if (family == "finance" || family == "carrier") return DestinationKind::queryable;
    return DestinationKind::neither;
}

std::uint64_t Jobs::lane_of(const Job& job) const {
    const std::uint64_t key =
        job.order ? std::uint64_t{job.order.value} << 1 : std::uint64_t{job.subject} << 1 | 1;
    return std::uint64_t{job.destination.value} << 40 | key;
}

void Jobs::index(JobId id, const Job& job) {
    queues_[job.destination].push_back(id);
    lanes_[lane_of(job)].push_back(id);
    by_subject_[subject_key(job.kind, job.subject)] = id;
}

JobId Jobs::find_open(JobKind kind, std::uint32_t subject) const {
    const auto found = by_subject_.find(subject_key(kind, subject));
    return found == by_subject_.end() ? JobId{} : found->second;
}

bool Jobs::runnable(JobId id, Time now) const {
    const auto* job = jobs_.find(id);
    if (!job || job->status == JobStatus::stuck || job->not_before > now) return false;
    const auto lane = lanes_.find(lane_of(*job));
    return lane != lanes_.end() && lane->second.front() == id;
}

void Jobs::add(JobId id, Job job, std::string_view destination) {
    job.destination = destinations_.add(destination);
    index(id, jobs_.add(id, job));
}

void Jobs::finish(JobId id) {
    const auto& job = jobs_.at(id);
    const auto lane = lanes_.find(lane_of(job));
    TF_ASSERT(lane != lanes_.end(), "an open job is in its lane");
    std::erase(lane->second, id);
    if (lane->second.empty()) lanes_.erase(lane);
    const auto subject = by_subject_.find(subject_key(job.kind, job.subject));
    if (subject != by_subject_.end() && subject->second == id) by_subject_.erase(subject);
    auto& queue = queues_[job.destination];
    jobs_.erase(id);
    while (!queue.empty() && !jobs_.find(queue.front())) queue.pop_front();
}

void Jobs::retry(JobId id, Time not_before, JobStatus status) {
    auto& job = jobs_.at(id);
    job.not_before = not_before;
    job.status = status;
    ++job.attempts;
}

void Jobs::save(archive::Output& output) const {
    archive::save(output, jobs_);
    archive::save(output, destinations_);
}

void Jobs::load(archive::Reader& reader) {
    *this = Jobs{};
    archive::load(reader, jobs_);
    archive::load(reader, destinations_);
    jobs_.each([&](JobId id, const Job& job) { index(id, job); });
}

} // namespace truefill::engine
