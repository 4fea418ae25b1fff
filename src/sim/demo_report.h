/// What the demo has to say at its end, as data.
#pragma once

#include "base/describe.h"
#include "base/money.h"
#include "base/quantity.h"
#include "cases/cases.h"
#include "connectors/shop/import.h"
#include "sim/world.h"

#include <cstdint>
#include <string>
#include <vector>

namespace truefill::sim {

/// Of the part of the shop's file that was played.
struct CameIn {
    std::uint64_t rows_in_file{};
    std::uint64_t rows{}, orders{}, withdrawals{}, adjustments{}, odd_rows{};
    std::uint64_t accepted{}, refused{}, waiting{}; ///< documents, by Truefill's answer
    std::uint64_t messages{}, sent{}, lost{}, doubled{}, delayed{}, answers_lost{}, repeats{}, put_aside{};
    std::uint64_t records{}, record_bytes{};
};
TF_DESCRIBE(CameIn,
            (rows_in_file, rows, orders, withdrawals, adjustments, odd_rows, accepted, refused, waiting,
             messages, sent, lost, doubled, delayed, answers_lost, repeats, put_aside, records, record_bytes))

/// Orders, lines and units, and what they are worth.
struct Figure {
    std::string what;
    std::uint64_t orders{}, lines{};
    Quantity units{};
    Amount value;  ///< at the prices of the orders, net
    Amount to_pay; ///< what is open on the invoices of these units, tax included; each invoice in one figure
};
TF_DESCRIBE(Figure, (what, orders, lines, units, value, to_pay))

/// Addends come to the sum; what stands beside is in none of them.
enum class MoneyPart : std::uint8_t { addend, sum, part_of_sum, beside };
TF_DESCRIBE_ENUM(MoneyPart, addend, sum, part_of_sum, beside)
struct MoneyLine {
    std::string what;
    MoneyPart part{};
    std::uint64_t documents{};
    Amount amount;
};
TF_DESCRIBE(MoneyLine, (what, part, documents, amount))

struct CaseLine {
    std::string category, owner;
    std::uint64_t opened{}, resolved{}, open{}, overdue{};
    std::int64_t oldest_hours{}; ///< of the open ones
};
TF_DESCRIBE(CaseLine, (category, owner, opened, resolved, open, overdue, oldest_hours))

struct OrderStory {
    std::string order;
    std::vector<std::string> sentences;
};
TF_DESCRIBE(OrderStory, (order, sentences))

struct Proof {
    std::uint64_t records{}, orders{}, parcels{};
    std::string head;     ///< SHA-256 of the last record
    std::string digest;   ///< of the live state
    std::string replayed; ///< of the state replayed from the journal
    bool chain{}, replay{}, ledger{}, answers{}, goods{};
    Quantity unnoticed{}; ///< pieces that left in the place of another item; no customer has called yet
    std::vector<std::string> wrong;
    bool holds() const { return chain && replay && ledger && answers && goods && wrong.empty(); }
};
TF_DESCRIBE(Proof, (records, orders, parcels, head, digest, replayed, chain, replay, ledger, answers, goods,
                    unnoticed, wrong))

struct DemoReport {
    std::string from, to, currency;
    CameIn came_in;
    std::vector<Figure> went_out; ///< the way of the goods
    std::vector<MoneyLine> money;
    std::vector<Figure> open;
    std::vector<CaseLine> cases;
    std::vector<OrderStory> stories;
    Proof proof;
};
TF_DESCRIBE(DemoReport, (from, to, currency, came_in, went_out, money, open, cases, stories, proof))

struct DemoPlan;
/// Everything but stories and proof.
DemoReport make_report(World& world, const connectors::shop::Import& import, const DemoPlan& plan);
std::vector<OrderStory> tell_stories(World& world, std::size_t count);
Proof prove(World& world);

std::string to_text(const DemoReport& report);

} // namespace truefill::sim
