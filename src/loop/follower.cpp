#include "loop/follower.h"

#include "base/assert.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace truefill::loop {
namespace {

std::string hex(const Hash128& hash) {
    std::string text;
    append_hex(text, hash);
    return text;
}

} // namespace

Follower::Follower(journal::Journal& journal, FollowerOptions options)
    : journal_{journal}, options_{std::move(options)}, thread_{[this] { run(); }} {}

Follower::~Follower() { stop(); }

void Follower::committed(const journal::Batch& batch, std::span<const Mark> marks) {
    const std::scoped_lock lock{mutex_};
    if (ended_) return;
    if (batch.size() > 0) durable_ = std::max(durable_, batch.first + batch.size() - 1);
    marks_.insert(marks_.end(), marks.begin(), marks.end());
    changed_.notify_all();
}

void Follower::finish() { join(Ending::when_done); }
void Follower::stop() { join(Ending::now); }

void Follower::join(Ending how) {
    {
        const std::scoped_lock lock{mutex_};
        ending_ = std::max(ending_, how);
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

std::optional<JournalFault> Follower::fault() const {
    const std::scoped_lock lock{mutex_};
    return fault_;
}

Follower::Ending Follower::ending() const {
    const std::scoped_lock lock{mutex_};
    return ending_;
}

bool Follower::wait_for(Position position, std::chrono::milliseconds at_most) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, at_most, [&] { return position_ >= position || ended_; });
    return position_ >= position;
}

void Follower::run() {
    load();
    while (step()) {}
    const bool followed_all = !fault() && agreed_ == position_ && position_ > snapshot_;
    if (followed_all && ending() == Ending::when_done) write();
    const std::scoped_lock lock{mutex_};
    ended_ = true;
    marks_.clear();
    changed_.notify_all();
}

void Follower::load() {
    const auto choice = load_last_snapshot(options_.snapshots, journal_, engine_);
    head_ = choice.loaded ? choice.loaded->chain : Digest{};
    chain_.emplace(journal_, engine_.position(), head_);
    snapshot_ = engine_.position();
    const std::scoped_lock lock{mutex_};
    position_ = engine_.position();
    durable_ = std::max(durable_, journal_.end());
    changed_.notify_all();
}

/// Goes on to the next mark, or as far as the durable records reach. False when it is over.
bool Follower::step() {
    Position target = 0;
    std::optional<Mark> mark;
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return durable_ > position_ || !marks_.empty() || ending_ != Ending::no; });
        // A mark lies behind what was replayed when the follower began with a snapshot that is newer.
        while (!marks_.empty() && marks_.front().position < position_) marks_.pop_front();
        if (ending_ == Ending::now) return false;
        if (ending_ == Ending::when_done && durable_ <= position_ && marks_.empty()) return false;
        target = durable_;
        if (!marks_.empty() && marks_.front().position <= durable_) {
            mark = marks_.front();
            target = mark->position;
            marks_.pop_front();
        }
    }
    if (!replay_to(target)) return false;
    return !mark || compare(*mark);
}

bool Follower::replay_to(Position target) {
    while (engine_.position() < target) {
        if (next_ == batch_.size() && !read_more()) return false;
        const auto wanted = static_cast<std::size_t>(target - engine_.position());
        const auto end = std::min(batch_.size(), next_ + wanted);
        if (auto done = replay(engine_, batch_, next_, end); !done) return fail(std::move(done.error()));
        next_ = end;
        head_ = batch_.hashes[end - 1];
        const std::scoped_lock lock{mutex_};
        position_ = engine_.position();
        changed_.notify_all();
        if (ending_ == Ending::now) return false;
    }
    return true;
}

bool Follower::read_more() {
    next_ = 0;
    if (auto done = chain_->read(batch_, replay_bytes); !done) return fail(std::move(done.error()));
    if (batch_.size() > 0) return true;
    const Position missing = engine_.position() + 1;
    return fail({missing, fmt::format("Record {} was durable and is not there any more.", missing)});
}

bool Follower::compare(const Mark& mark) {
    TF_ASSERT(engine_.position() == mark.position, "both are asked after the same record");
    const auto replayed = engine_.state().ledger.digest();
    if (replayed != mark.ledger)
        return fail(
            {mark.position, fmt::format("After record {} the ledger of the writer is {}, but a replay of the "
                                        "journal comes to {}. The journal is the truth: start again.",
                                        mark.position, hex(mark.ledger), hex(replayed))});
    agreed_ = mark.position;
    if (mark.position >= snapshot_ + options_.snapshot_every) write();
    return true;
}

void Follower::write() {
    if (options_.snapshots.empty()) return;
    const auto done = write_snapshot(options_.snapshots, engine_, head_);
    if (done) snapshot_ = engine_.position();
    else tell({engine_.position(), "A snapshot could not be written. " + done.error()});
}

bool Follower::fail(JournalFault fault) {
    tell(fault);
    const std::scoped_lock lock{mutex_};
    fault_ = std::move(fault);
    return false;
}

void Follower::tell(const JournalFault& fault) const {
    if (options_.alarm) options_.alarm(fault);
    else fmt::print(stderr, "truefill: {}\n", fault.sentence);
}

} // namespace truefill::loop
