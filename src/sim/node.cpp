#include "sim/node.h"

#include "base/assert.h"

#include <algorithm>
#include <utility>

namespace truefill::sim {
namespace {

engine::Message message_of(const Letter& letter) {
    auto command = engine::decode_command(letter.command, std::string_view{letter.body});
    TF_ASSERT(command.has_value(), "agents write messages that can be read");
    engine::Message message;
    message.envelope.source = letter.source;
    message.envelope.message_id = letter.id;
    message.envelope.content_hash = letter.hash;
    message.envelope.event_time = letter.event_time;
    message.command = std::move(*command);
    return message;
}

} // namespace

Node::Node(const NodeSetup& setup) : setup_{setup}, random_{setup.seed, "node"} {}

bool Node::start() {
    TF_ASSERT(!up_, "it is down");
    journal_ = setup_.disk.open();
    if (!journal_) return false;
    engine_ = std::make_unique<engine::Engine>();
    batch_.clear();
    if (!restore(*journal_)) return false;
    engine_->set_sabotage({setup_.plant == Plant::drop_posting, setup_.plant == Plant::lose_seen_entry});
    setup_.watch.restored(*engine_);
    up_ = true;
    ++epoch_;
    wake_at_ = {};
    pump();
    if (durable_hook_) durable_hook_();
    return true;
}

/// The last snapshot, when there is one, then the tail of the journal.
bool Node::restore(journal::Journal& journal) {
    if (!snapshot_.empty() && snapshot_position_ <= journal.end() && !engine_->load(snapshot_)) {
        setup_.watch.report(snapshot_position_, "the snapshot cannot be loaded");
        return false;
    }
    auto head = Digest{};
    journal::Batch tail;
    Position from = engine_->position() + 1;
    if (from > 1) {
        if (!journal.read(from - 1, 1, tail) || tail.size() == 0) return false;
        head = tail.hashes.front();
    }
    while (from <= journal.end()) {
        tail.clear();
        if (!journal.read(from, 1 << 20, tail) || tail.size() == 0) return false;
        if (const auto broken = first_broken(tail, head))
            setup_.watch.report(from + *broken, "the chain is broken");
        for (std::size_t at = 0; at < tail.size(); ++at) {
            const auto record = tail.record(at);
            if (const auto done = engine_->replay(record); !done) {
                setup_.watch.report(from + at, "the record cannot be replayed: " + done.error());
                return false;
            }
            // A batch whose append failed may have survived after all; then the follower has not seen it yet.
            if (engine_->position() > setup_.watch.follower().position()) setup_.watch.durable(record);
        }
        from += tail.size();
        head = tail.hashes.back();
    }
    return true;
}

void Node::kill() {
    if (!up_) return;
    up_ = false;
    ++kills_;
    ++epoch_;
    answers_.clear();
    batch_.clear();
    flush_planned_ = false;
    kill_countdown_ = 0;
    journal_ = nullptr;
    repeats_.clear();
    setup_.disk.crash(random_.next());
}

void Node::receive(LetterId id) {
    if (!up_) return;
    const auto before = engine_->position();
    const auto result = handle(message_of(setup_.bus.letters()[id]));
    if (setup_.plant == Plant::answer_before_sync || (engine_->position() == before && batch_.size() == 0)) {
        setup_.bus.answer(id, result);
    } else {
        answers_.push_back({id, result});
    }
    pump();
    plan_flush();
    if (kill_countdown_ > 0 && --kill_countdown_ == 0) kill();
}

std::optional<engine::Result> Node::tell(engine::Message message) {
    if (!up_) return std::nullopt;
    auto result = handle(std::move(message));
    pump();
    plan_flush();
    return result;
}

engine::Result Node::handle(engine::Message message) {
    if (batch_.size() == 0) batch_.first = engine_->position() + 1;
    const auto begin = batch_.bytes.size();
    auto result = engine_->handle(std::move(message), clock(), batch_.bytes);
    if (batch_.bytes.size() > begin) {
        batch_.ends.push_back(static_cast<std::uint32_t>(batch_.bytes.size()));
        setup_.watch.made(*engine_, std::string_view{batch_.bytes}.substr(begin));
    }
    return result;
}

void Node::own(engine::FlowCommand command) {
    engine::Message message;
    message.envelope.source = "truefill";
    message.command = std::move(command);
    handle(std::move(message));
}

/// What the loop does between messages.
void Node::pump() {
    count_duplicates();
    for (int turn = 0; turn < 1000 && (engine_->work_deferred() || engine_->timers_due(clock())); ++turn) {
        if (engine_->work_deferred()) own(engine::ContinueWork{});
        else own(engine::AdvanceTime{});
    }
    plan_wake();
}

void Node::plan_wake() {
    const auto next = engine_->state().flow.timers.next();
    const auto at = std::max(next - skew_, setup_.bus.now() + minutes(1));
    if (next.micros > clock().micros + days(400).micros) return;
    if (wake_at_ && wake_at_ <= at && wake_at_ > setup_.bus.now()) return;
    wake_at_ = at;
    setup_.bus.at(at, [this, epoch = epoch_] {
        if (!up_ || epoch != epoch_) return;
        pump();
        plan_flush();
    });
}

void Node::count_duplicates() {
    for (const auto& [source, count] : engine_->take_duplicate_counts()) repeats_[source] += count;
    const auto hour = clock().micros / hours(1).micros;
    if (hour == repeats_hour_) return;
    const auto counted = std::exchange(repeats_, {});
    for (const auto& [source, count] : counted)
        own(engine::CountDuplicates{source, Time{repeats_hour_ * hours(1).micros}, count});
    repeats_hour_ = hour;
}

void Node::plan_flush() {
    if (!up_ || batch_.size() == 0) return;
    if (batch_.size() >= setup_.batch_max) return flush();
    if (flush_planned_) return;
    flush_planned_ = true;
    setup_.bus.in(random_.wait(milliseconds(1), milliseconds(400)), [this, epoch = epoch_] {
        if (epoch == epoch_) flush();
    });
}

void Node::flush() {
    flush_planned_ = false;
    if (!up_ || batch_.size() == 0) return;
    seal(batch_, journal_->head());
    if (!journal_->append(batch_)) return kill(); // exits, and comes back when a start succeeds
    for (std::size_t at = 0; at < batch_.size(); ++at) setup_.watch.durable(batch_.record(at));
    setup_.watch.caught_up(*engine_);
    const auto bytes = batch_.bytes.capacity();
    batch_.clear();
    batch_.bytes.reserve(bytes);
    for (const auto& answer : std::exchange(answers_, {})) setup_.bus.answer(answer.letter, answer.result);
    if (setup_.snapshots && random_.chance(2)) {
        snapshot_.clear();
        setup_.watch.follower().save(snapshot_);
        snapshot_position_ = setup_.watch.follower().position();
    }
    if (durable_hook_) durable_hook_();
}

} // namespace truefill::sim
