#include "api/commands/jobs.h"

#include "api/post_command.h"
#include "api/rows.h"
#include "api/scan.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

namespace truefill::api {
namespace {

using engine::State;
using std::chrono::steady_clock;

constexpr std::int64_t jobs_max = 100;
constexpr std::int64_t lease_max = 3'600, wait_max = 60;
/// Between two looks for those who wait: a burst of commits is one look.
constexpr std::chrono::milliseconds pause{20}, idle{200};

/// "wms" asks for wms:LYON too.
bool is_wanted(const ActivateJobs& wanted, std::string_view destination) {
    return wanted.destinations.empty() || std::ranges::any_of(wanted.destinations, [&](const auto& one) {
               return destination == one ||
                      (destination.starts_with(one) && destination.substr(one.size()).starts_with(':'));
           });
}

bool is_wanted(const ActivateJobs& wanted, engine::JobKind type) {
    return wanted.types.empty() || std::ranges::find(wanted.types, type) != wanted.types.end();
}

/// Free jobs, the oldest first; at most `max` for each destination are looked at.
std::vector<JobId> free_jobs(const State& state, const ActivateJobs& wanted, const Leases& leases, Time now) {
    const auto& jobs = state.flow.jobs;
    std::vector<JobId> found;
    for (std::size_t i = 1; i <= jobs.destinations(); ++i) {
        const engine::DestinationId destination{static_cast<std::uint16_t>(i)};
        if (!is_wanted(wanted, jobs.destination(destination))) continue;
        std::int64_t count = 0;
        jobs.each_runnable(destination, now, [&](JobId id, const engine::Job& job) {
            if (is_wanted(wanted, job.kind) && leases.holder(id, now).empty()) {
                found.push_back(id);
                ++count;
            }
            return count < wanted.max;
        });
    }
    std::ranges::sort(found);
    if (found.size() > static_cast<std::size_t>(wanted.max))
        found.resize(static_cast<std::size_t>(wanted.max));
    return found;
}

TakenJobs take_jobs(const State& state, const ActivateJobs& wanted, Leases& leases, Time now) {
    TakenJobs taken;
    taken.position = state.flow.position;
    const auto until = now + seconds(wanted.lease_seconds);
    for (const auto id : free_jobs(state, wanted, leases, now)) {
        const auto& job = *state.flow.jobs.find(id);
        if (!leases.take(id, {wanted.worker, until, job.attempts}, now)) continue;
        taken.jobs.push_back({id,
                              job.kind,
                              std::string{state.flow.jobs.destination(job.destination)},
                              job.status == engine::JobStatus::asking,
                              job.attempts,
                              until,
                              work_order_of(state, job),
                              {}});
    }
    return taken;
}

/// Record time may be ahead of a clock that was set back; what is due by it may be taken.
Time time_of(Service& service, const State& state) { return std::max(service.clock.now(), state.flow.now); }

std::optional<Problem> wrong_in(const ActivateJobs& wanted) {
    constexpr std::size_t name_max = 64;
    if (wanted.worker.empty() || wanted.worker.size() > name_max)
        return make_problem(400, "worker_invalid", "A worker has a name of 1 to 64 characters");
    const auto within = [](std::int64_t value, std::int64_t least, std::int64_t most) {
        return value >= least && value <= most;
    };
    if (!within(wanted.max, 1, jobs_max)) return bad_parameter("max", "it is a number from 1 to 100");
    if (!within(wanted.lease_seconds, 1, lease_max))
        return bad_parameter("lease_seconds", "it is a number from 1 to 3600");
    if (!within(wanted.wait_seconds, 0, wait_max))
        return bad_parameter("wait_seconds", "it is a number from 0 to 60");
    return std::nullopt;
}

template <class T> std::expected<T, Problem> body_of(const http::Request& request) {
    thread_local json::Document document;
    T value;
    const auto body = document.parse(request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    if (auto done = json::decode(*body, value); !done) return std::unexpected(bad_json(done.error()));
    return value;
}

std::expected<JobId, Problem> job_in(const http::Request& request) {
    const auto part = request.part("id");
    JobId id;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), id.value);
    if (error != std::errc{} || end != part.data() + part.size() || !id)
        return std::unexpected(make_problem(404, "job_unknown", "A job has a number"));
    return id;
}

Problem lease_lost(JobId id, std::string_view worker) {
    return make_problem(409, "lease_lost",
                        std::string{worker} + " does not have job " + std::to_string(id.value) +
                            " any more; activate it again before working on it");
}

JobRow row_of(const State& state, JobId id, const std::string& worker) {
    const auto& job = *state.flow.jobs.find(id);
    return {id,
            job.kind,
            std::string{state.flow.jobs.destination(job.destination)},
            job.status,
            number_of(state, job.order),
            job.subject,
            job.attempts,
            job.not_before,
            worker,
            {}};
}

struct Done {
    static constexpr auto required = std::to_array<std::string_view>({"worker"});
    std::string worker, reference;
};
TF_DESCRIBE(Done, (worker, reference))

struct Failed {
    static constexpr auto required = std::to_array<std::string_view>({"worker", "outcome"});
    std::string worker;
    engine::JobOutcome outcome{};
    std::string reason;
};
TF_DESCRIBE(Failed, (worker, outcome, reason))

/// Sends what ends a lease. The worker keeps the job until the answer says that it took effect: between, and
/// after an answer that promises nothing, nobody else may begin the same work.
void send_ending(Service& service, const http::ExchangePtr& exchange, Outgoing outgoing,
                 std::function<void()> drop_lease) {
    outgoing.then = [exchange, drop = std::move(drop_lease)](std::expected<CommandAnswer, Problem> said) {
        if (!said) return respond(exchange, std::move(said.error()));
        if (said->outcome == engine::Outcome::committed || said->outcome == engine::Outcome::duplicate)
            drop();
        respond_with(exchange, *said);
    };
    send_command(service, exchange, std::move(outgoing));
}

struct Extend {
    static constexpr auto required = std::to_array<std::string_view>({"worker", "lease_seconds"});
    std::string worker;
    std::int64_t lease_seconds{};
};
TF_DESCRIBE(Extend, (worker, lease_seconds))

struct Lease {
    static constexpr auto required = std::to_array<std::string_view>({"lease_until"});
    Time lease_until;
};
TF_DESCRIBE(Lease, (lease_until))

} // namespace

JobDesk::~JobDesk() { stop(); }

void JobDesk::start(Service& service) {
    service_ = &service;
    thread_ = std::thread{[this] { run(); }};
}

void JobDesk::stop() {
    {
        const std::scoped_lock lock{mutex_};
        ending_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

void JobDesk::committed(const journal::Batch& batch, std::span<const loop::Mark>) {
    if (batch.size() == 0) return;
    const std::scoped_lock lock{mutex_};
    if (waiting_.empty()) return;
    woken_ = true;
    changed_.notify_one();
}

bool JobDesk::wait(http::ExchangePtr exchange, ActivateJobs wanted) {
    const auto until = steady_clock::now() + std::chrono::seconds{wanted.wait_seconds};
    const std::scoped_lock lock{mutex_};
    if (ending_ || waiting_.size() >= waiting_max) return false;
    waiting_.push_back({std::move(exchange), std::move(wanted), until});
    woken_ = true;
    changed_.notify_one();
    return true;
}

/// Nobody would do what a closed one takes. Its answer is empty, for who only sends no more.
void JobDesk::let_go(std::vector<Waiting>& waiting, Position position) {
    std::erase_if(waiting, [&](const Waiting& one) {
        if (one.exchange->is_open()) return false;
        respond_with(one.exchange, TakenJobs{{}, position});
        return true;
    });
}

/// Where the jobs come from, as the board has read it. A job that was made this moment is waited for shortly;
/// while the board is behind, a job goes out without its trace rather than late.
void JobDesk::add_traces(std::vector<TakenJobs>& taken, Position position) {
    constexpr std::chrono::milliseconds patience{50};
    const auto& board = service_->board;
    bool waited = !board.is_ready();
    for (auto& one : taken)
        for (auto& job : one.jobs) {
            auto trace = board.trace_of(job.id);
            if (!trace && !std::exchange(waited, true) && service_->board.wait_for(position, patience))
                trace = board.trace_of(job.id);
            job.trace = std::move(trace).value_or("");
        }
}

void JobDesk::run() {
    std::vector<Waiting> mine;
    for (;;) {
        {
            std::unique_lock lock{mutex_};
            std::ranges::move(mine, std::back_inserter(waiting_));
            mine.clear();
            if (waiting_.empty()) changed_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
            else changed_.wait_for(lock, idle, [&] { return ending_ || woken_; });
            woken_ = false;
            std::swap(mine, waiting_);
            if (ending_) break;
        }
        let_go(mine, service_->loop.durable());
        if (mine.empty()) continue;
        std::vector<TakenJobs> taken(mine.size());
        const auto looked = service_->loop.read([&](const State& state) {
            const auto now = time_of(*service_, state);
            for (std::size_t i = 0; i < mine.size(); ++i)
                if (mine[i].exchange->is_open()) // it may have closed since
                    taken[i] = take_jobs(state, mine[i].wanted, leases_, now);
            return state.flow.position;
        });
        if (looked) add_traces(taken, *looked);
        const auto now = steady_clock::now();
        std::vector<Waiting> still;
        for (std::size_t i = 0; i < mine.size(); ++i) {
            if (!looked) respond(mine[i].exchange, closed(looked.error()));
            else if (!taken[i].jobs.empty() || now >= mine[i].until) {
                taken[i].position = *looked;
                respond_with(mine[i].exchange, taken[i]);
            } else still.push_back(std::move(mine[i]));
        }
        mine = std::move(still);
        std::unique_lock lock{mutex_};
        changed_.wait_for(lock, pause, [&] { return ending_; });
    }
    for (auto& one : mine) respond_with(one.exchange, TakenJobs{{}, service_->loop.durable()});
}

void get_jobs(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto page = page_of(request, {"type", "destination", "status", "order"});
    if (!page) return respond(exchange, page.error());
    const auto types = names_in<engine::JobKind>(request, "type");
    if (!types) return respond(exchange, types.error());
    const auto statuses = names_in<engine::JobStatus>(request, "status");
    if (!statuses) return respond(exchange, statuses.error());
    Scan<JobRow> scan;
    scan.page = *page;
    scan.last = [](const State& state) { return std::uint64_t{state.flow.jobs.all().issued()}; };
    scan.matches = [exchange, types = *types, statuses = *statuses](const State& state, std::uint64_t id) {
        const auto* job = state.flow.jobs.find(JobId{id});
        if (!job) return false;
        const auto& asked = exchange->request();
        const auto fits = [](const auto& wanted, const auto& value) {
            return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
        };
        return fits(types, job->kind) && fits(statuses, job->status) &&
               fits(words_of(asked, "destination"), state.flow.jobs.destination(job->destination)) &&
               fits(words_of(asked, "order"), std::string_view{number_of(state, job->order)});
    };
    scan.row = [&service](const State& state, std::uint64_t id) {
        return row_of(state, JobId{id}, service.jobs.leases().holder(JobId{id}, time_of(service, state)));
    };
    scan.finish = [&service](JobRow& row) { row.trace = service.board.trace_of(row.id).value_or(""); };
    list<JobRow>(service, exchange, std::move(scan));
}

void post_activate(Service& service, const http::ExchangePtr& exchange) {
    auto wanted = body_of<ActivateJobs>(exchange->request());
    if (!wanted) return respond(exchange, std::move(wanted.error()));
    if (auto wrong = wrong_in(*wanted)) return respond(exchange, std::move(*wrong));
    if (!service.jobs.wait(exchange, std::move(*wanted)))
        respond(exchange, busy("Too many workers wait for jobs"));
}

void post_complete(Service& service, const http::ExchangePtr& exchange) {
    const auto id = job_in(exchange->request());
    if (!id) return respond(exchange, id.error());
    auto done = body_of<Done>(exchange->request());
    if (!done) return respond(exchange, std::move(done.error()));
    // What is done is done, also when the lease has ended meanwhile.
    auto& leases = service.jobs.leases();
    send_ending(service, exchange,
                {.command = engine::FlowCommand{engine::CompleteJob{*id, std::move(done->reference)}},
                 .message_id = "job/" + std::to_string(id->value) + "/complete"},
                [&leases, id = *id] { leases.drop(id); });
}

void post_fail(Service& service, const http::ExchangePtr& exchange) {
    const auto id = job_in(exchange->request());
    if (!id) return respond(exchange, id.error());
    auto failed = body_of<Failed>(exchange->request());
    if (!failed) return respond(exchange, std::move(failed.error()));
    auto& leases = service.jobs.leases();
    auto lease = leases.find(*id, failed->worker, service.clock.now());
    if (!lease) return respond(exchange, lease_lost(*id, failed->worker));
    // How often it was tried names the message: the next attempt may fail in the same way, and a repeat for
    // this lease is no second failure.
    auto message_id = "job/" + std::to_string(id->value) + "/fail/" + std::to_string(lease->attempts);
    engine::FailJob fail{*id, failed->outcome, std::move(failed->reason)};
    send_ending(service, exchange,
                {.command = engine::FlowCommand{std::move(fail)}, .message_id = std::move(message_id)},
                [&leases, id = *id, lease = std::move(*lease)] { leases.drop(id, lease); });
}

void post_extend(Service& service, const http::ExchangePtr& exchange) {
    const auto id = job_in(exchange->request());
    if (!id) return respond(exchange, id.error());
    const auto wanted = body_of<Extend>(exchange->request());
    if (!wanted) return respond(exchange, wanted.error());
    if (wanted->lease_seconds < 1 || wanted->lease_seconds > lease_max)
        return respond(exchange, bad_parameter("lease_seconds", "it is a number from 1 to 3600"));
    const auto now = service.clock.now();
    const auto until = now + seconds(wanted->lease_seconds);
    if (!service.jobs.leases().extend(*id, wanted->worker, until, now))
        return respond(exchange, lease_lost(*id, wanted->worker));
    respond_with(exchange, Lease{until});
}

} // namespace truefill::api
