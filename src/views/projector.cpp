#include "views/projector.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace truefill::views {
namespace {

/// Records that arrive within it share one entry of the list that the lag is told from.
constexpr std::chrono::milliseconds same_arrival{5};
constexpr std::chrono::milliseconds waiting_tick{100};

} // namespace

Projector::Projector(journal::Journal& journal, States& states, ProjectorOptions options)
    : options_{std::move(options)}, projection_{journal, states, options_.file, options_.limits} {
    projection_.unseal_with(options_.unseal);
}

Projector::~Projector() { stop(); }

void Projector::start(Position durable) {
    committed(durable);
    thread_ = std::thread{[this] { run(); }};
}

void Projector::stop() {
    {
        const std::scoped_lock lock{mutex_};
        ending_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

void Projector::committed(Position end) {
    const std::scoped_lock lock{mutex_};
    if (end <= status_.durable) return;
    status_.durable = end;
    const auto now = Clock::now();
    if (!arrived_.empty() && now - arrived_.back().since < same_arrival) arrived_.back().end = end;
    else arrived_.push_back({end, now});
    changed_.notify_all();
}

Status Projector::status() const {
    const std::scoped_lock lock{mutex_};
    auto status = status_;
    if (!arrived_.empty())
        status.lag_seconds = std::chrono::duration<double>(Clock::now() - arrived_.front().since).count();
    return status;
}

bool Projector::has(Position position) const {
    return !status_.is_rebuilding && status_.position >= position;
}

bool Projector::wait_for(Position position, std::chrono::milliseconds at_most) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, at_most, [&] { return has(position) || ended_; });
    return has(position);
}

void Projector::when(Position position, std::chrono::milliseconds at_most, std::function<void(bool)> told) {
    bool seen = false;
    {
        const std::scoped_lock lock{mutex_};
        seen = has(position);
        if (!seen && !ended_) {
            waiting_.push_back({position, Clock::now() + at_most, std::move(told)});
            changed_.notify_all();
            return;
        }
    }
    told(seen);
}

/// Those whose position is there, or who have waited for too long.
void Projector::tell_waiting(bool ending) {
    std::vector<std::pair<std::function<void(bool)>, bool>> over;
    {
        const std::scoped_lock lock{mutex_};
        const auto now = Clock::now();
        const auto rest = std::ranges::partition(
            waiting_, [&](const Waiting& one) { return !ending && now < one.until && !has(one.position); });
        for (auto& one : rest) over.emplace_back(std::move(one.told), has(one.position));
        waiting_.erase(rest.begin(), rest.end());
    }
    for (auto& [told, seen] : over) told(seen);
}

/// Until there is something to write, and then for what else gathers. False when it is over.
bool Projector::sleep(std::unique_lock<std::mutex>& lock) {
    const auto due = [&] {
        const bool behind =
            status_.durable > status_.position || !projection_.is_open() || projection_.is_rebuilding();
        return ending_ || (behind && Clock::now() >= next_);
    };
    while (!due()) {
        const bool behind =
            status_.durable > status_.position || !projection_.is_open() || projection_.is_rebuilding();
        if (!waiting_.empty()) {
            const auto tick = Clock::now() + waiting_tick;
            changed_.wait_until(lock, behind ? std::min(next_, tick) : tick);
            lock.unlock();
            tell_waiting(false);
            lock.lock();
        } else if (behind) changed_.wait_until(lock, next_);
        else changed_.wait(lock);
    }
    return !ending_;
}

void Projector::run() {
    for (;;) {
        Position durable = 0;
        {
            std::unique_lock lock{mutex_};
            if (!sleep(lock)) break;
            durable = status_.durable;
        }
        work(durable);
        tell_waiting(false);
    }
    projection_.close();
    {
        const std::scoped_lock lock{mutex_};
        ended_ = true;
        changed_.notify_all();
    }
    tell_waiting(true);
}

/// Opens the file or takes one step, and says how far it is.
void Projector::work(Position durable) {
    const auto began = Clock::now();
    std::string fault;
    bool goes_on = true;
    if (!projection_.is_open()) {
        goes_on = false; // a full disk lets a file be opened
        if (auto done = projection_.open(durable); !done) fault = std::move(done.error().sentence);
    } else if (auto done = projection_.step(durable); !done) {
        fault = std::move(done.error().sentence);
    }
    if (!fault.empty()) projection_.close();
    {
        const std::scoped_lock lock{mutex_};
        status_.position = projection_.position();
        status_.is_rebuilding = projection_.is_rebuilding();
        status_.done = projection_.done();
        status_.total = projection_.total();
        while (!arrived_.empty() && !status_.is_rebuilding && arrived_.front().end <= status_.position)
            arrived_.pop_front();
        const bool hurries = status_.is_rebuilding || status_.durable > status_.position + 10'000;
        next_ = !fault.empty() ? Clock::now() + options_.again_after
                : hurries      ? began
                               : began + options_.gather;
        changed_.notify_all();
    }
    note(std::move(fault), goes_on);
}

void Projector::note(std::string fault, bool goes_on) {
    bool is_new = false;
    {
        const std::scoped_lock lock{mutex_};
        const bool has_all = status_.position >= status_.durable && !status_.is_rebuilding;
        if (fault.empty() && !goes_on && !has_all) return;
        is_new = fault.empty() != status_.fault.empty();
        status_.fault = fault;
    }
    if (is_new && options_.alarm) options_.alarm(fault);
}

} // namespace truefill::views
