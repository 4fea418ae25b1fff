/// The main job on real input: the documents of examples/online-retail, played for six weeks through three
/// warehouses (one prompt, two that talk once a night), carriers and finance, from one seed. Stock is set so
/// that some lines run short, and messages are lost, doubled, delayed and reordered.
///
/// At the end it says what came in, what was delivered, billed and paid, what is open and why, which cases
/// there are, tells five orders, and proves the whole: the chain of the journal, a replay to the same digest,
/// the ledgers (ledger/audit.h), every answered message in the journal, every piece where the book says.
#pragma once

#include "sim/run.h"

#include <cstdint>
#include <expected>
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

struct DemoAnswer {
    std::string text; ///< for people, or one JSON object
    bool holds{};     ///< the proof
};

/// Why the demo was not played: the data cannot be read, or else the journal that is to be kept cannot be
/// made.
struct DemoFault {
    bool in_data{};
    std::string code; ///< snake_case, for programs
    std::string sentence;
};

std::expected<DemoAnswer, DemoFault> run_demo(const DemoOptions& options);

} // namespace truefill::sim
