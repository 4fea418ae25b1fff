#include "base/one_of_impl.h"
#include "mirrors/verbs.h"

#include <algorithm>

namespace truefill::mirrors {

using journal::refuse;

Decision decide(const Facts& facts, const State& state, const Command& command, const Envelope& envelope) {
    return visit([&](const auto& one) { return decide_one(facts, state, one, envelope); }, command);
}

std::expected<std::string, journal::Refusal> speaker(const State& state, const std::string& named,
                                                     const Envelope& envelope) {
    const auto& name = named.empty() ? envelope.source : named;
    if (name.empty() || name.size() > 64)
        return refuse("system_invalid", "the name of a system has 1 to 64 characters");
    if (!find_system(state, name) && state.systems.size() >= systems_max)
        return refuse("too_many_systems", "200 systems have spoken already; '" + name + "' is one too many");
    return name;
}

Time as_of(Time named, const Envelope& envelope) {
    if (named) return named;
    return envelope.event_time ? envelope.event_time : envelope.record_time;
}

SystemId find_system(const State& state, std::string_view name) {
    const auto found = std::ranges::find(state.systems, name, &System::name);
    if (found == state.systems.end()) return {};
    return SystemId{static_cast<std::uint16_t>(found - state.systems.begin() + 1)};
}

const SiteMirror* find_site(const State& state, SystemId system, SiteId site) {
    const std::tuple key{system, site};
    const auto at = std::ranges::lower_bound(state.sites, key, {},
                                             [](const SiteMirror& mirror) { return order_of(mirror); });
    return at != state.sites.end() && order_of(*at) == key ? &*at : nullptr;
}

const OrderMirror* claims_of(const State& state, OrderId order) {
    const auto found = state.orders.find(order);
    return found == state.orders.end() ? nullptr : &found->second;
}

bool needs_review(const State& state, OrderId order, Time now) {
    const auto* mirror = claims_of(state, order);
    return mirror && std::ranges::any_of(mirror->claims, [&](const Claim& claim) {
               return claim.verdict == Verdict::in_flight && claim.since + claim_patience <= now;
           });
}

std::vector<Agreement> agreements(const State& state) {
    std::vector<Agreement> found;
    for (const auto& system : state.systems)
        found.push_back(
            {system.name, system.heard, system.agreeing, system.in_flight, system.contradicting, 0, 0});
    for (const auto& mirror : state.sites) {
        auto& agreement = found[mirror.system.value - 1u];
        agreement.balances += mirror.compared;
        agreement.balances_differ += static_cast<std::uint32_t>(mirror.gaps.size());
    }
    return found;
}

} // namespace truefill::mirrors

template struct truefill::KindsOf<truefill::mirrors::Command>;
