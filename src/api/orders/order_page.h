/// GET /v1/orders/{number}: everything about one order, as it stands now. With a caller on the phone this one
/// answer says where every unit is, why it is there, what happens next, who agrees, and what may be done.
/// What has a read area of its own (invoices, mirrors, cases) is in it only for who may read there.
#pragma once

#include "api/acts.h"
#include "api/order_row.h"
#include "api/rows.h"
#include "api/scope.h"
#include "api/service.h"

#include <optional>
#include <string>
#include <vector>

namespace truefill::api {

/// Units of a line in one place.
struct PlacedUnits {
    static constexpr auto required = std::to_array<std::string_view>({"bucket", "quantity"});
    ledger::Pipeline bucket{};
    ledger::Billing billing{};
    Quantity quantity{};
    std::string site, lot, supply, release, shipment;
    Amount unit_price; ///< fixed when it left; until then today's
};
TF_DESCRIBE(PlacedUnits, (bucket, billing, quantity, site, lot, supply, release, shipment, unit_price))

struct OrderLine {
    static constexpr auto required =
        std::to_array<std::string_view>({"number", "item", "ordered", "total", "quantities"});
    LineNumber number{};
    std::string item, description;
    Quantity ordered{}; ///< what the customer wants today
    Quantity total{};   ///< units in the ledger, those cancelled too
    Amount unit_price;
    Date requested;
    LineNumber parent{}; ///< of a substitute: the line that it stands for
    std::vector<PlacedUnits> quantities;
    std::optional<Amount> earned, billed; ///< none: not for who may not read invoices
};
TF_DESCRIBE(OrderLine, (number, item, description, ordered, total, unit_price, requested, parent, quantities,
                        earned, billed))

struct ChargeLine {
    static constexpr auto required = std::to_array<std::string_view>({"kind", "amount"});
    std::string kind;
    Amount amount, earned, billed;
};
TF_DESCRIBE(ChargeLine, (kind, amount, earned, billed))

struct OrderMoney {
    static constexpr auto required = std::to_array<std::string_view>({"value"});
    Money value;                ///< at today's prices
    Money earned;               ///< by goods issues
    Money billed;               ///< on posted invoices, less credits
    Money paid, credited, open; ///< sums over its posted invoices
    std::vector<ChargeLine> charges;
};
TF_DESCRIBE(OrderMoney, (value, earned, billed, paid, credited, open, charges))

/// What a system says about the order.
struct SystemClaim {
    static constexpr auto required = std::to_array<std::string_view>({"system", "says", "agrees"});
    std::string system, says;
    bool agrees{};
    mirrors::Verdict verdict{};
    LineNumber line{};
    mirrors::Claimed state{};
    Quantity quantity{};
    Time as_of, since;
};
TF_DESCRIBE(SystemClaim, (system, says, agrees, verdict, line, state, quantity, as_of, since))

struct OrderPage {
    static constexpr auto required = std::to_array<std::string_view>(
        {"number", "status", "why", "next", "lines", "releases", "shipments", "invoices", "credits",
         "returns", "cases", "holds", "systems", "acts", "position"});
    std::string number;
    CustomerRef customer;
    orders::Status status{};
    bool archived{}, transfer{}, ship_complete{};
    std::uint32_t priority{};
    std::string purchase_order, address;
    Time ordered_at;
    Date requested, promised;
    std::vector<std::string> sites;
    std::string why;
    std::vector<std::string> next;
    std::vector<OrderLine> lines;
    OrderMoney money;
    std::vector<ReleaseRow> releases;
    std::vector<ShipmentRow> shipments;
    std::vector<InvoiceRow> invoices;
    std::vector<CreditRow> credits;
    std::vector<ReturnRow> returns;
    std::vector<CaseRow> cases; ///< open ones first
    std::vector<HoldRow> holds;
    std::vector<SystemClaim> systems;
    std::vector<Act> acts;
    Position position{};
    Time as_of;
};
TF_DESCRIBE(OrderPage, (number, customer, status, archived, transfer, ship_complete, priority, purchase_order,
                        address, ordered_at, requested, promised, sites, why, next, lines, money, releases,
                        shipments, invoices, credits, returns, cases, holds, systems, acts, position, as_of))

/// Who looks, and how far he sees in the areas that an order page takes from.
struct OrderSight {
    Caller caller;
    Reach orders, invoices, mirrors, cases;
};

/// O(parcels + documents + holds in force), and the decisions of its acts. `order` is the account in the
/// ledger, or the one that an archived order had.
OrderPage page_of(const engine::State& state, const ledger::Order& order, const OrderSight& sight);

void get_order(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
