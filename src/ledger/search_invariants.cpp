#include "ledger/ledger.h"
#include "ledger/rows.h"
#include "ledger/search_space.h"

#include <numeric>

namespace truefill::ledger::space {
namespace {

using P = Pipeline;
using F = Billing;

/// Units of one line by bucket.
struct Sums {
    std::array<int, pipeline_count> p{};
    std::array<int, billing_count> f{};
    int units(auto... bucket) const { return (p[static_cast<std::size_t>(bucket)] + ...); }
    int billed(auto... bucket) const { return (f[static_cast<std::size_t>(bucket)] + ...); }
};

const char* broken_line(LineKind kind, const Sums& line, int total) {
    if (std::accumulate(line.p.begin() + 1, line.p.end(), 0) != total) return "I1";
    const int billing = std::accumulate(line.f.begin() + 1, line.f.end(), 0);
    if (kind == LineKind::transfer) return billing == 0 ? nullptr : "I2";
    if (billing != total) return "I2";
    const int early =
        line.units(P::open, P::promised, P::backordered, P::reserved, P::released, P::picked, P::packed);
    if (line.billed(F::not_due) != early) return "I3";
    if (line.billed(F::voided) != line.units(P::cancelled, P::substituted)) return "I4";
    if (line.billed(F::billable, F::invoiced) != line.units(P::shipped, P::delivered)) return "I5";
    if (line.billed(F::credit_due, F::credited, F::waived) != line.units(P::lost, P::returned)) return "I6";
    return nullptr;
}

using Places = std::array<std::array<std::int8_t, stock_count>, places>;

/// I7: what must stand in stock because of where the units stand.
bool stock_fits(const Setup& setup, const State& state, const Places& behind, int in_transit) {
    for (std::size_t place = 0; place < places; ++place)
        for (const auto bucket : {Stock::inbound_alloc, Stock::allocated, Stock::staged, Stock::customer}) {
            const auto i = static_cast<std::size_t>(bucket);
            if (state.stock[place][i] != behind[place][i]) return false;
        }
    if (setup.layout != Layout::two_sites) return true;
    const auto& target = state.stock[1];
    return target[static_cast<std::size_t>(Stock::inbound)] +
               target[static_cast<std::size_t>(Stock::inbound_alloc)] ==
           in_transit;
}

/// I8: nothing below zero, and nothing comes or goes: in all, and in each lot.
bool stock_is_whole(const Setup& setup, const State& state) {
    std::array<int, places> sums{}, started{};
    for (const auto& start : setup.start) started[start.place] += start.units;
    for (std::size_t place = 0; place < places; ++place)
        for (std::size_t bucket = 1; bucket < stock_count; ++bucket) {
            const int units = state.stock[place][bucket];
            if (units < 0 && !is_contra(static_cast<Stock>(bucket))) return false;
            sums[place] += units;
        }
    if (setup.layout == Layout::two_sites) return sums[0] + sums[1] == started[0] + started[1];
    return sums == started;
}

} // namespace

const char* broken(const Setup& setup, const State& state) {
    Places behind{};
    int in_transit = 0;
    std::size_t first = 0;
    for (const auto& line : setup.lines) {
        Sums sums;
        int total = 0;
        for (std::size_t i = first; i < first + line.units; ++i) {
            const auto& unit = state.units[i];
            if (unit == UnitAt{}) continue;
            ++total;
            ++sums.p[static_cast<std::size_t>(unit.pipeline)];
            ++sums.f[static_cast<std::size_t>(unit.billing)];
            const auto bucket = stock_behind(unit.pipeline);
            if (bucket == Stock::none) continue;
            if (line.kind == LineKind::sale || bucket != Stock::customer)
                ++behind[unit.place][static_cast<std::size_t>(bucket)];
            else if (unit.pipeline == P::shipped) ++in_transit;
        }
        if (const auto* wrong = broken_line(line.kind, sums, total)) return wrong;
        first += line.units;
    }
    if (!stock_fits(setup, state, behind, in_transit)) return "I7";
    if (!stock_is_whole(setup, state)) return "I8";
    return nullptr;
}

} // namespace truefill::ledger::space
