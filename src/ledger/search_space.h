/// The inside of the search: setups, rules, states, and the walk over them. See search.h.
#pragma once

#include "ledger/search.h"
#include "ledger/transitions.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace truefill::ledger::space {

inline constexpr std::size_t places = 2; ///< sites or lots
inline constexpr std::size_t units_max = 4;

/// What a second place is.
enum class Layout : std::uint8_t { one_place, two_lots, two_sites };

/// Lines of a setup: `units` is how many each can have; a transfer goes from place 0 to place 1.
struct LineSetup {
    LineKind kind{};
    std::size_t units{};
};

struct StartStock {
    std::size_t place{};
    Stock bucket{};
    int units{};
};

struct Setup {
    std::string name;
    Layout layout{};
    std::vector<LineSetup> lines;
    std::vector<StartStock> start;
};

/// A row of the table for one kind of line.
struct Rule {
    LineKind kind{};
    UnitRow row{};
};

/// The rows of sales, then those that a transfer has.
std::vector<Rule> table_rules();

/// Where one unit of a line stands; all zero: not accepted yet. `place` counts where the bucket has a place.
struct UnitAt {
    Pipeline pipeline{};
    Billing billing{};
    std::uint8_t place{};
    auto operator<=>(const UnitAt&) const = default;
};

/// A state, unpacked. Units of one line stand side by side, sorted.
struct State {
    std::array<UnitAt, units_max> units{};
    std::array<std::array<std::int8_t, stock_count>, places> stock{};
};

/// The first of I1 to I8 that a state breaks, or nullptr.
const char* broken(const Setup& setup, const State& state);

/// Visits all states, nearest first, until one is broken or none is left.
Searched walk(const Setup& setup, const std::vector<Rule>& rules);

} // namespace truefill::ledger::space
