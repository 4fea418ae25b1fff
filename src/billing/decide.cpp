#include "base/one_of_impl.h"
#include "billing/verbs.h"
namespace truefill::billing {

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope) {
    return visit([&](const auto& verb) { return decide_one(facts, state, verb, envelope); }, command);
}

} // namespace truefill::billing

template struct truefill::KindsOf<truefill::billing::Command>;
