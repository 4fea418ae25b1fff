/// GET /v1/billing/lag: what has left and is not billed, by its age. Oldest first; each row says why.
#pragma once

#include "api/order_row.h"
#include "api/service.h"

#include <string>
#include <vector>

namespace truefill::api {

struct LagRow {
    static constexpr auto required = std::to_array<std::string_view>(
        {"shipment", "order", "customer", "site", "issued_at", "age", "units", "value", "why"});
    std::string shipment, order;
    CustomerRef customer;
    std::string site;
    Time issued_at;
    std::string age; ///< 0-4h, 4-24h, 1-3d, 3-7d, >7d
    Quantity units{};
    Money value;         ///< of the units, without charges and tax
    std::string invoice; ///< that bills it, when finance has not posted it yet
    bool blocked{};      ///< nothing will bill it by itself
    std::string why;
};
TF_DESCRIBE(LagRow, (shipment, order, customer, site, issued_at, age, units, value, invoice, blocked, why))

struct LagAge {
    static constexpr auto required =
        std::to_array<std::string_view>({"age", "shipments", "units", "blocked"});
    std::string age;
    std::uint64_t shipments{}, blocked{};
    Quantity units{};
    std::vector<Money> values; ///< one for each currency
};
TF_DESCRIBE(LagAge, (age, shipments, blocked, units, values))

struct LagList {
    static constexpr auto required =
        std::to_array<std::string_view>({"ages", "items", "total", "position", "now"});
    std::vector<LagAge> ages;
    std::vector<LagRow> items; ///< at most `limit`
    std::uint64_t total{};
    bool more{}; ///< there are more than `items`
    Position position{};
    Time now;
};
TF_DESCRIBE(LagList, (ages, items, total, more, position, now))

void get_billing_lag(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
