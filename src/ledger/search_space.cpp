#include "ledger/search_space.h"

#include "base/assert.h"
#include "base/mix.h"
#include "ledger/ledger.h"
#include "ledger/rows.h"

#include <boost/unordered/unordered_flat_set.hpp>

#include <algorithm>
#include <optional>

namespace truefill::ledger::space {
namespace {

/// A state in 88 bits: 2 for each stock bucket of each place, 8 for each unit.
struct Packed {
    std::uint64_t stock{};
    std::uint32_t units{};
    bool operator==(const Packed&) const = default;
    friend std::size_t hash_value(const Packed& packed) { return mix64(packed.stock ^ mix64(packed.units)); }
};

/// Nothing when a count is not 0 to 3: such a state is broken, as a test of `broken` on it shows.
std::optional<Packed> pack(const State& state) {
    Packed packed;
    for (const auto& place : state.stock)
        for (std::size_t bucket = 1; bucket < stock_count; ++bucket) {
            if (place[bucket] < 0 || place[bucket] > 3) return std::nullopt;
            packed.stock = packed.stock << 2 | static_cast<std::uint64_t>(place[bucket]);
        }
    for (const auto& unit : state.units)
        packed.units = packed.units << 8 | static_cast<std::uint32_t>(unit.pipeline) << 4 |
                       static_cast<std::uint32_t>(unit.billing) << 1 | unit.place;
    return packed;
}

State unpack(Packed packed) {
    State state;
    for (std::size_t place = places; place-- > 0;)
        for (std::size_t bucket = stock_count; --bucket >= 1; packed.stock >>= 2)
            state.stock[place][bucket] = static_cast<std::int8_t>(packed.stock & 3);
    for (std::size_t unit = units_max; unit-- > 0; packed.units >>= 8)
        state.units[unit] = {static_cast<Pipeline>(packed.units >> 4 & 15),
                             static_cast<Billing>(packed.units >> 1 & 7),
                             static_cast<std::uint8_t>(packed.units & 1)};
    return state;
}

std::int8_t& at(State& state, std::size_t place, Stock bucket) {
    return state.stock[place][static_cast<std::size_t>(bucket)];
}

/// Stock that a step may take: all but `customer` must be there. That account is checked by I7 instead.
bool can_take(State& state, std::size_t place, Stock bucket) {
    return bucket == Stock::customer || at(state, place, bucket) > 0;
}

class Walk {
public:
    Walk(const Setup& setup, const std::vector<Rule>& rules) : setup_{setup}, rules_{rules} {
        for (std::size_t i = 0; i < rules.size(); ++i) by_from_[slot(rules[i])].push_back(i);
    }

    Searched run() {
        State start;
        for (const auto& stock : setup_.start)
            at(start, stock.place, stock.bucket) = static_cast<std::int8_t>(stock.units);
        reach(start, 0);
        for (here_ = 0; here_ < states_.size() && !result_.violation; ++here_) {
            const auto state = unpack(states_[here_]);
            step_units(state);
            step_stock(state);
        }
        result_.setup = setup_.name;
        result_.states = states_.size();
        return std::move(result_);
    }

private:
    static std::size_t slot(LineKind kind, Pipeline pipeline, Billing billing) {
        return (static_cast<std::size_t>(kind) * pipeline_count + static_cast<std::size_t>(pipeline)) *
                   billing_count +
               static_cast<std::size_t>(billing);
    }
    static std::size_t slot(const Rule& rule) {
        return slot(rule.kind, rule.row.from, rule.row.billing_from);
    }

    void step_units(const State& state) {
        std::size_t first = 0;
        for (const auto& line : setup_.lines) {
            for (std::size_t i = first; i < first + line.units; ++i) {
                // Units that stand alike take the same steps.
                if (i > first && state.units[i] == state.units[i - 1]) continue;
                const auto& unit = state.units[i];
                for (const auto rule : by_from_[slot(line.kind, unit.pipeline, unit.billing)])
                    step_unit(state, i, rule, {first, line.units});
            }
            first += line.units;
        }
    }

    struct Range {
        std::size_t first, count;
    };

    void step_unit(const State& before, std::size_t unit, std::size_t rule, Range line) {
        const auto& row = rules_[rule].row;
        const bool placed = keys_of(row.from).site;
        const std::size_t choices =
            placed || row.stock_from == Stock::none || setup_.layout == Layout::one_place ? 1 : places;
        for (std::size_t choice = 0; choice < choices; ++choice) {
            const std::size_t from = placed ? before.units[unit].place : choice;
            if (!is_legal(rules_[rule], from)) continue;
            State after = before;
            std::size_t to = from;
            if (rules_[rule].kind == LineKind::transfer && row.trigger == Trigger::issue) to = 1;
            if (row.trigger == Trigger::swap_lot) {
                if (setup_.layout != Layout::two_lots) continue;
                to = 1 - from;
                if (!can_take(after, to, Stock::available)) continue;
                --at(after, to, Stock::available);
                ++at(after, from, Stock::available);
            }
            if (row.stock_from != Stock::none) {
                if (!can_take(after, from, row.stock_from)) continue;
                --at(after, from, row.stock_from);
                ++at(after, to, row.stock_to);
            }
            const auto place = keys_of(row.to).site ? static_cast<std::uint8_t>(to) : std::uint8_t{0};
            after.units[unit] = {row.to, row.billing_to, place};
            const auto begin = after.units.begin() + static_cast<std::ptrdiff_t>(line.first);
            std::sort(begin, begin + static_cast<std::ptrdiff_t>(line.count));
            ++result_.steps;
            reach(after, static_cast<std::uint16_t>(1 + rule));
        }
    }

    /// A transfer starts at place 0. At place 1 of two sites all that is inbound is in transit, and the
    /// ledger refuses to receive or cut that for a sale.
    bool is_legal(const Rule& rule, std::size_t place) const {
        if (setup_.layout != Layout::two_sites || place == 0) return true;
        if (rule.kind == LineKind::transfer) return rule.row.from >= Pipeline::shipped;
        return rule.row.trigger != Trigger::receive_promised && rule.row.trigger != Trigger::cut_supply;
    }

    void step_stock(const State& before) {
        const auto rows = stock_rows();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& row = rows[i];
            if (row.from == row.to) continue; // the exchange of lots is one step with the pick's swap
            for (std::size_t place = 0; place < (setup_.layout == Layout::one_place ? 1 : places); ++place) {
                const bool in_transit = setup_.layout == Layout::two_sites && place == 1 &&
                                        (row.from == Stock::inbound || row.to == Stock::inbound);
                State after = before;
                if (in_transit || !can_take(after, place, row.from)) continue;
                --at(after, place, row.from);
                ++at(after, place, row.to);
                ++result_.steps;
                reach(after, static_cast<std::uint16_t>(1 + rules_.size() + i));
            }
        }
    }

    void reach(const State& state, std::uint16_t by) {
        if (result_.violation) return;
        const auto packed = pack(state);
        if (packed && !seen_.insert(*packed).second) return;
        if (const auto* invariant = broken(setup_, state)) result_.violation = {invariant, path(by)};
        TF_ASSERT(packed || result_.violation, "a state that cannot be packed is broken");
        if (!packed) return;
        states_.push_back(*packed);
        came_.push_back({static_cast<std::uint32_t>(here_), by});
    }

    std::string path(std::uint16_t by) const {
        std::vector<std::string> names;
        for (auto at = here_; by != 0; by = came_[at].by, at = came_[at].from) names.push_back(name(by));
        std::string text;
        for (auto step = names.rbegin(); step != names.rend(); ++step)
            text += (text.empty() ? "" : ", ") + *step;
        return text;
    }

    std::string name(std::uint16_t by) const {
        const std::size_t index = by - 1u;
        if (index < rules_.size()) return std::string{name_of(rules_[index].row.trigger)};
        return stock_rows()[index - rules_.size()].name;
    }

    struct Came {
        std::uint32_t from; ///< state
        std::uint16_t by;   ///< 0: the start; then rules, then stock rows
    };

    const Setup& setup_;
    const std::vector<Rule>& rules_;
    std::array<std::vector<std::size_t>, 2 * pipeline_count * billing_count> by_from_;
    boost::unordered_flat_set<Packed> seen_;
    std::vector<Packed> states_;
    std::vector<Came> came_;
    std::size_t here_ = 0;
    Searched result_;
};

} // namespace

Searched walk(const Setup& setup, const std::vector<Rule>& rules) { return Walk{setup, rules}.run(); }

} // namespace truefill::ledger::space
