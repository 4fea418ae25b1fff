/// The order as the customer placed it.
#pragma once

#include "base/describe.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"
#include "ledger/entry.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::orders {

/// A line as the customer wrote it: in his unit, at his price of that unit. No price: the price list decides.
struct PlacedLine {
    LineNumber line{};
    std::string item;
    Quantity quantity{}; ///< of `unit`
    std::string unit;    ///< empty: the smallest unit
    std::optional<Amount> unit_price;
    Date requested; ///< empty: the order's
};
TF_DESCRIBE(PlacedLine, (line, item, quantity, unit, unit_price, requested))

struct PlacedCharge {
    std::string kind; ///< freight, fee, service; discount when the amount is negative
    Amount amount;
    ledger::ChargeTrigger trigger{};
};
TF_DESCRIBE(PlacedCharge, (kind, amount, trigger))

/// Intent. The order number is the business key: the same number never makes a second order.
struct PlaceOrder {
    static constexpr std::string_view name = "orders.place_order";
    static constexpr bool fact = false;
    static constexpr auto required =
        std::to_array<std::string_view>({"order", "customer", "currency", "lines"});
    std::string order;
    std::string customer;
    std::string purchase_order; ///< the customer's own number; a second order with it is held
    Currency currency{};
    Time ordered_at;
    Date requested;
    bool ship_complete{};
    std::uint8_t priority{}; ///< 1 to 9; 0 = 5
    std::string address;     ///< empty: the customer's
    std::vector<PlacedLine> lines;
    std::vector<PlacedCharge> charges;
};
TF_DESCRIBE(PlaceOrder, (order, customer, purchase_order, currency, ordered_at, requested, ship_complete,
                         priority, address, lines, charges))

} // namespace truefill::orders
