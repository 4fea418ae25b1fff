/// Explicit-state search of the transition table: every state that the rows can reach from a small start,
/// each checked against I1 to I8. The rows are interpreted as data (`unit_rows`, `stock_rows`, `find_unit`
/// for transfers), so what is searched is what runs.
///
/// A state is where each unit of each line stands, in P and in F, and how much stock is in each bucket of
/// each place. A step moves one unit. The space is finite because of its bounds, and the search goes on until
/// it has seen it all:
///   - lines take no more units than the setup says, so `accept` ends;
///   - 3 units of stock exist (2 in the setups with two places); the contra accounts other than `customer`
///   start at 0
///     and do not go below, so no supplier, count or opening brings in more than was taken out before;
///   - no supplier sends to the target of the transfer (fourth setup), so what is inbound there is in
///   transit;
///   - a row whose stock is not there is not taken, as the ledger would refuse it.
/// Every bucket then holds 0 to 3 units, and a state packs into 88 bits.
///
/// Beside the two setups that the design asks for, two more look at what one place cannot show: two lots
/// (exchange of lots for a pick; I7 and I8 per lot) and two sites (a transfer between them, a sale from
/// either; I7 per site).
///
/// A mutant is the table with one effect dropped that couples two ledgers: the billing move of a row that has
/// one, or its stock move. An invariant that no mutant can break proves nothing, and a mutant that breaks
/// none is a hole.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace truefill::ledger {

struct Violation {
    std::string invariant; ///< I1 to I8; empty when there is none
    std::string path;      ///< one of the shortest ways there: triggers and stock rows, in order
    explicit operator bool() const { return !invariant.empty(); }
};

struct Searched {
    std::string setup;
    std::size_t states{};
    std::size_t steps{}; ///< taken between them
    Violation violation; ///< the search stops at the first
};

struct Mutant {
    std::string row;     ///< trigger and buckets
    std::string dropped; ///< billing or stock, with its buckets
    Violation caught;
};

/// The table as it is, in each setup. About 1 s and 45 MB.
std::vector<Searched> search_table();

/// Each coupled effect dropped, one at a time, in the order of the rows; transfers' own rows last.
std::vector<Mutant> search_mutants();

/// Both as text: `truefill search` prints it and a test compares it with the golden one.
std::string search_report();

} // namespace truefill::ledger
