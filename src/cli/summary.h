/// What a state holds, in numbers: folds over the ledger and the documents, nothing that is stored.
#pragma once

#include "engine/engine.h"

#include <cstdint>
#include <string>
#include <vector>

namespace truefill::cli {

struct Count {
    static constexpr auto required = std::to_array<std::string_view>({"name", "count"});
    std::string name;
    std::int64_t count{};
};
TF_DESCRIBE(Count, (name, count))

struct SiteStock {
    static constexpr auto required = std::to_array<std::string_view>({"site", "buckets"});
    std::string site;
    std::vector<Count> buckets; ///< units over all items; those that are zero are left out
};
TF_DESCRIBE(SiteStock, (site, buckets))

struct AccountBalance {
    std::string account;
    Money balance;
};
TF_DESCRIBE(AccountBalance, (account, balance))

struct Summary {
    static constexpr auto required = std::to_array<std::string_view>(
        {"position", "orders", "lines", "cases_open", "jobs_open", "waiting_facts"});
    Position position{};
    Time time;
    std::string digest;        ///< SHA-256 over the whole state
    std::string ledger_digest; ///< of the ledger alone
    std::uint64_t items{}, sites{}, customers{}, carriers{};
    std::uint64_t orders{}, lines{}, archived{};
    std::vector<Count> orders_by_status;
    std::vector<Count> pipeline; ///< units by bucket, like `billing`
    std::vector<Count> billing;
    std::vector<SiteStock> stock;
    std::vector<AccountBalance> money; ///< over all customers
    std::uint64_t holds{}, cases_open{}, cases{}, incidents{};
    std::vector<Count> open_cases;
    std::uint64_t releases{}, shipments{}, invoices{}, credits{}, returns{};
    std::uint64_t jobs_open{}, waiting_facts{}, timers{};
};
TF_DESCRIBE(Summary,
            (position, time, digest, ledger_digest, items, sites, customers, carriers, orders, lines,
             archived, orders_by_status, pipeline, billing, stock, money, holds, cases_open, cases, incidents,
             open_cases, releases, shipments, invoices, credits, returns, jobs_open, waiting_facts, timers))

Summary summarise(const engine::State& state);
std::string text_of(const Summary& summary);

} // namespace truefill::cli
