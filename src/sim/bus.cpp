#include "sim/bus.h"

#include "base/assert.h"

#include <algorithm>
#include <utility>

namespace truefill::sim {

void Bus::at(Time when, Action action) {
    queue_.push(Event{std::max(when, now_), ++order_, std::move(action)});
}

void Bus::step() {
    TF_ASSERT(!queue_.empty(), "something is left to happen");
    // The queue gives its top as const; it is taken out in the next line, so moving from it harms nobody.
    auto event = std::move(const_cast<Event&>(queue_.top()));
    queue_.pop();
    now_ = event.when;
    event.action();
}

void Bus::set_faults(std::string_view source, const PostFaults& faults) {
    faults_.insert_or_assign(std::string{source}, faults);
}

void Bus::heal() { faults_.clear(); }

const PostFaults& Bus::faults_of(std::string_view source) const {
    static const PostFaults none;
    const auto found = faults_.find(source);
    return found == faults_.end() ? none : found->second;
}

LetterId Bus::send(std::string_view source, std::string id, const engine::Command& command,
                   std::function<void(const Letter&)> on_answer) {
    Letter letter;
    letter.source = source;
    letter.id = std::move(id);
    letter.command = engine::name_of(command);
    engine::encode_body(letter.body, command);
    letter.hash = hash128(letter.body);
    letter.event_time = now_;
    letter.on_answer = std::move(on_answer);
    letters_.push_back(std::move(letter));
    ++unanswered_;
    ++unanswered_by_[letters_.back().source];
    dispatch(letters_.size() - 1);
    return letters_.size() - 1;
}

std::size_t Bus::unanswered(std::string_view source) const {
    const auto found = unanswered_by_.find(source);
    return found == unanswered_by_.end() ? 0 : found->second;
}

void Bus::dispatch(LetterId id) {
    auto& letter = letters_[id];
    if (letter.answered) return;
    const auto& faults = faults_of(letter.source);
    ++letter.sent;
    ++count_.sent;
    const int copies = random_.chance(faults.lost) ? 0 : random_.chance(faults.doubled) ? 2 : 1;
    if (copies == 0) ++count_.lost;
    if (copies == 2) ++count_.doubled;
    for (int copy = 0; copy < copies; ++copy) {
        const bool late = random_.chance(faults.delayed);
        if (late) ++count_.delayed;
        const auto wait =
            late ? random_.wait(minutes(20), hours(30)) : random_.wait(milliseconds(5), faults.slowest);
        in(wait, [this, id] { receiver_(id); });
    }
    const auto doublings = std::min<std::uint32_t>(letter.sent - 1, 4);
    in(faults.resend * (1LL << doublings), [this, id] { dispatch(id); });
}

void Bus::answer(LetterId id, const engine::Result& result) {
    if (random_.chance(faults_of(letters_[id].source).answer_lost)) {
        ++count_.answers_lost;
        return;
    }
    in(random_.wait(milliseconds(5), seconds(3)), [this, id, result] {
        auto& letter = letters_[id];
        if (letter.answered) return;
        letter.answered = true;
        --unanswered_;
        --unanswered_by_[letter.source];
        letter.outcome = result.outcome;
        letter.position = result.position;
        if (result.refusal) letter.refusal = result.refusal->code;
        if (!letter.on_answer) return;
        const auto hook = std::move(letter.on_answer);
        hook(letters_[id]); // it may send, which moves the letters
    });
}

} // namespace truefill::sim
