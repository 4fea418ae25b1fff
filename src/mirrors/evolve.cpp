#include "base/one_of_impl.h"
#include "mirrors/verbs.h"

#include <algorithm>

namespace truefill::mirrors {
namespace {

SystemId hear(State& state, const std::string& name, Time at) {
    auto id = find_system(state, name);
    if (!id) {
        state.systems.push_back({name, {}, 0, 0, 0});
        id = SystemId{static_cast<std::uint16_t>(state.systems.size())};
    }
    auto& heard = state.systems[id.value - 1u].heard;
    heard = std::max(heard, at);
    return id;
}

std::uint32_t& counter(State& state, const Claim& claim) {
    auto& system = state.systems[claim.system.value - 1u];
    switch (claim.verdict) {
    case Verdict::agrees: return system.agreeing;
    case Verdict::in_flight: return system.in_flight;
    case Verdict::contradicts: break;
    }
    return system.contradicting;
}

void put(State& state, OrderMirror& mirror, const Claim& claim) {
    const auto at = std::ranges::lower_bound(mirror.claims, order_of(claim), {},
                                             [](const Claim& other) { return order_of(other); });
    ++counter(state, claim);
    if (at != mirror.claims.end() && order_of(*at) == order_of(claim)) {
        --counter(state, *at);
        *at = claim;
    } else {
        mirror.claims.insert(at, claim);
    }
}

/// Drops the claims of orders that have left memory.
void prune(State& state, const ledger::Ledger& ledger) {
    boost::unordered::erase_if(state.orders, [&](const auto& entry) {
        if (ledger.find(entry.first)) return false;
        for (const auto& claim : entry.second.claims) --counter(state, claim);
        return true;
    });
    state.prune_at = static_cast<std::uint32_t>(std::max<std::size_t>(1024, 2 * state.orders.size()));
}

SiteMirror& mirror_of(State& state, SystemId system, SiteId site) {
    const std::tuple key{system, site};
    auto at = std::ranges::lower_bound(state.sites, key, {},
                                       [](const SiteMirror& mirror) { return order_of(mirror); });
    if (at != state.sites.end() && order_of(*at) == key) return *at;
    SiteMirror mirror;
    mirror.system = system;
    mirror.site = site;
    return *state.sites.insert(at, std::move(mirror));
}

void evolve(State& state, const StockCompared& event, const Facts&) {
    auto& mirror = mirror_of(state, hear(state, event.system, event.as_of), event.site);
    mirror.as_of = event.as_of;
    mirror.compared = event.compared;
    if (mirror.statements.size() >= statements_kept) mirror.statements.erase(mirror.statements.begin());
    mirror.statements.push_back(event.statement);
    const auto by_place = [](const Gap& gap) { return order_of(gap); };
    // Both lists of the event are sorted as the mirror's is.
    std::vector<Gap> gaps;
    gaps.reserve(mirror.gaps.size() + event.gaps.size());
    for (const auto& gap : mirror.gaps) {
        const bool told = std::ranges::binary_search(event.gaps, order_of(gap), {}, by_place) ||
                          std::ranges::binary_search(event.closed, order_of(gap), {}, by_place);
        if (!told) gaps.push_back(gap);
    }
    gaps.insert(gaps.end(), event.gaps.begin(), event.gaps.end());
    std::ranges::sort(gaps, {}, by_place);
    mirror.gaps = std::move(gaps);
}

void evolve(State& state, const ClaimCompared& event, const Facts& facts) {
    auto claim = event.claim;
    claim.system = hear(state, event.system, claim.as_of);
    if (state.orders.size() >= state.prune_at) prune(state, facts.ledger);
    put(state, state.orders[event.order], claim);
}

void evolve(State& state, const ClaimsReviewed& event, const Facts&) {
    auto& mirror = state.orders[event.order];
    for (const auto& claim : event.claims) put(state, mirror, claim);
}

} // namespace

void apply(State& state, const Event& event, const Facts& facts) {
    visit([&](const auto& one) { evolve(state, one, facts); }, event);
}

} // namespace truefill::mirrors

template struct truefill::KindsOf<truefill::mirrors::Event>;
