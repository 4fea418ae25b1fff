/// An order in a list: one line of facts about it.
#pragma once

#include "engine/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct CustomerRef {
    static constexpr auto required = std::to_array<std::string_view>({"code"});
    std::string code, name;
};
TF_DESCRIBE(CustomerRef, (code, name))

struct OrderRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"number", "status", "lines", "units", "value", "open_cases"});
    std::string number;
    CustomerRef customer; ///< of a transfer: the site that gets it
    orders::Status status{};
    std::vector<std::string> sites; ///< where its units are or were shipped from
    std::vector<std::string> holds; ///< reasons; of open orders
    std::uint32_t lines{};
    Quantity units{}; ///< without those cancelled
    Money value;      ///< of these, with charges, at today's prices
    Time ordered_at;
    Date requested;
    Date promised; ///< the last day on which announced supply comes for it
    std::uint32_t open_cases{};
    std::uint32_t cases{}; ///< closed ones too
    bool overdue_cases{};
    bool transfer{};
    std::vector<std::string> waves; ///< sites whose next wave it waits for
    Money unbilled;                 ///< of what has left, not on an invoice yet
    Position last_position{};       ///< of the last record that touched it; 0: not known
};
TF_DESCRIBE(OrderRow, (number, customer, status, sites, holds, lines, units, value, ordered_at, requested,
                       promised, open_cases, cases, overdue_cases, transfer, waves, unbilled, last_position))

/// O(parcels of the order + holds in force).
OrderRow row_of(const engine::State& state, const ledger::Order& order);

} // namespace truefill::api
