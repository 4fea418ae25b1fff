#include "loop/gate.h"

#include <utility>

namespace truefill::loop {

std::optional<Fault> Gate::why_closed() const {
    const std::scoped_lock lock{mutex_};
    for (auto kind = kinds; kind-- > 0;) {
        const auto candidate = static_cast<FaultKind>(kind);
        if (closed_by(candidate)) return Fault{candidate, sentences_[kind]};
    }
    return std::nullopt;
}

void Gate::close(FaultKind kind, std::string sentence) {
    const std::scoped_lock lock{mutex_};
    sentences_[static_cast<std::size_t>(kind)] = std::move(sentence);
    closed_.fetch_or(bit(kind), std::memory_order_release);
}

void Gate::reopen(FaultKind kind) {
    const std::scoped_lock lock{mutex_};
    closed_.fetch_and(~bit(kind), std::memory_order_release);
}

} // namespace truefill::loop
