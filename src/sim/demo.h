/// The main job on real input: the documents of examples/online-retail, played for six weeks through three
/// warehouses (one prompt, two that talk once a night), carriers and finance, from one seed. Stock is set so
/// that some lines run short, and messages are lost, doubled, delayed and reordered.
///
/// At the end it says what came in, what was delivered, billed and paid, what is open and why, which cases
/// there are, tells five orders, and proves the whole: the chain of the journal, a replay to the same digest,
/// the invariants of the ledger, every answered message in the journal, every piece where the book says.
#pragma once

#include "sim/run.h"

#include <cstdint>
#include <ostream>
#include <string>

namespace truefill::sim {

struct DemoOptions {
    std::string data{"examples/online-retail"}; ///< folder with online-retail.csv.gz and codes.csv
    std::uint64_t seed{1};
    std::int32_t days{42}; ///< of the shop's documents; shorter ones are given up to 28 days more to settle
    Mood mood{Mood::faulty};
    std::string keep; ///< the journal is written to this new file; empty: it is kept in memory
    bool json{};
    bool progress{}; ///< a line on stderr that counts days
};

/// 0: the proof holds; 1: it does not; 2: the data cannot be read or the file cannot be made.
int run_demo(const DemoOptions& options, std::ostream& out);

} // namespace truefill::sim
