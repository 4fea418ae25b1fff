/// `truefill export`: the ledgers and events of a journal for other programs.
///
/// Account names, the same in every format:
///
///     units:pipeline:released   units:billing:billable     commodity: the item
///     stock:LYON:available      stock:LYON:available:B2602 commodity: the item; the last part is the lot
///     money:C-10:receivable                                commodity: the currency
///
/// `outside` is where new units come from. With `by_order` the accounts of units end in order and line.
///
/// - hledger: one transaction for each entry of the ledger, with every leg. hledger (1.25 and later) reads
/// it,
///   finds each transaction balanced, and its balances are those of `balances`.
/// - balances: account, commodity, balance as CSV, from the state after a replay, not from the postings.
/// - csv: the postings, one leg a row.
/// - jsonl: the events, one a line, in the order in which they took effect.
#pragma once

#include "engine/state.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::cli {

enum class ExportFormat : std::uint8_t { hledger, balances, csv, jsonl };
TF_DESCRIBE_ENUM(ExportFormat, hledger, balances, csv, jsonl)

/// The four ledgers.
enum class Book : std::uint8_t { all, pipeline, billing, stock, money };
TF_DESCRIBE_ENUM(Book, all, pipeline, billing, stock, money)

struct ExportOptions {
    std::string file;
    ExportFormat format{};
    Book book{}; ///< one ledger or all: hledger needs 3 KB of memory for each leg
    bool by_order{};
    bool personal{}; ///< jsonl: personal data are read; else they stay sealed
    std::string out; ///< empty: stdout
};

int run_export(const ExportOptions& options);

/// A leg of a posting. Units are whole; money has six places.
struct Leg {
    std::string account;
    std::string commodity;
    Quantity units{};
    Amount amount;
    bool is_money{};
    std::string_view trigger; ///< of units
    LineNumber line{};

    std::string number() const;
};

struct LegOptions {
    Book book{};
    bool by_order{};
};

/// The legs of an entry that has been applied to the state. `order` is the account of its units, or nullptr
/// when it has none.
std::vector<Leg> legs_of(const engine::State& state, const ledger::Entry& entry, const ledger::Order* order,
                         const LegOptions& options);
/// Legs of one account and commodity in one; those that come to nothing are left out.
std::vector<Leg> summed(std::vector<Leg> legs);

/// What stands in each account, sorted by account and commodity. `archived`: orders that have left memory.
std::vector<Leg> balances_of(const engine::State& state, const std::vector<ledger::Order>& archived,
                             const LegOptions& options);

} // namespace truefill::cli
