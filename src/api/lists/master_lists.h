/// GET /v1/items, /v1/customers, /v1/sites, /v1/carriers (q: part of code or name), and /v1/stock (item,
/// site: codes). GET /v1/items/{code} and so on: one of them.
#pragma once

#include "api/list_of.h"

#include <array>
#include <string>
#include <vector>

namespace truefill::api {

struct ItemRow {
    static constexpr auto required = std::to_array<std::string_view>({"code"});
    std::string code, description, gtin;
    std::vector<masterdata::Unit> units;
    bool lot_controlled{}, blocked{};
    std::int64_t weight_grams{};
    Quantity available{}, allocated{}, held{}, inbound{}; ///< over all sites
};
TF_DESCRIBE(ItemRow, (code, description, gtin, units, lot_controlled, blocked, weight_grams, available,
                      allocated, held, inbound))

/// The accounts of a customer in one currency.
struct CustomerMoney {
    Money open_orders, unbilled, receivable, prepaid;
};
TF_DESCRIBE(CustomerMoney, (open_orders, unbilled, receivable, prepaid))

struct CustomerRow {
    static constexpr auto required = std::to_array<std::string_view>({"code"});
    std::string code, name, country, address, currency;
    std::int32_t payment_days{};
    std::optional<Money> credit_limit;
    bool blocked{}, ship_complete{};
    std::vector<CustomerMoney> money;
};
TF_DESCRIBE(CustomerRow, (code, name, country, address, currency, payment_days, credit_limit, blocked,
                          ship_complete, money))

struct SiteRow {
    static constexpr auto required = std::to_array<std::string_view>({"code", "mode"});
    std::string code, name, countries;
    masterdata::ReleaseMode mode{};
    Time cut_off;                   ///< of its next wave
    std::uint64_t orders_waiting{}; ///< for that wave
};
TF_DESCRIBE(SiteRow, (code, name, countries, mode, cut_off, orders_waiting))

struct CarrierRow {
    static constexpr auto required = std::to_array<std::string_view>({"code"});
    std::string code, name, scac, countries;
    std::int32_t transit_days{};
};
TF_DESCRIBE(CarrierRow, (code, name, scac, countries, transit_days))

struct StockBuckets {
    Quantity inbound{}, inbound_alloc{}, available{}, held{}, allocated{}, staged{}, return_quarantine{};
};
TF_DESCRIBE(StockBuckets, (inbound, inbound_alloc, available, held, allocated, staged, return_quarantine))

struct StockRow {
    static constexpr auto required = std::to_array<std::string_view>({"item", "site", "buckets"});
    std::string item, description, site, lot;
    Date expires;
    StockBuckets buckets;
    Quantity suspense{}; ///< not explained yet; may be negative
};
TF_DESCRIBE(StockRow, (item, description, site, lot, expires, buckets, suspense))

using ItemList = ListOf<ItemRow>;
TF_DESCRIBE(ItemList, (items, next_cursor, total, more, position))
using CustomerList = ListOf<CustomerRow>;
TF_DESCRIBE(CustomerList, (items, next_cursor, total, more, position))
using SiteList = ListOf<SiteRow>;
TF_DESCRIBE(SiteList, (items, next_cursor, total, more, position))
using CarrierList = ListOf<CarrierRow>;
TF_DESCRIBE(CarrierList, (items, next_cursor, total, more, position))
using StockList = ListOf<StockRow>;
TF_DESCRIBE(StockList, (items, next_cursor, total, more, position))

void get_items(Service& service, const http::ExchangePtr& exchange);
void get_customers(Service& service, const http::ExchangePtr& exchange);
void get_sites(Service& service, const http::ExchangePtr& exchange);
void get_carriers(Service& service, const http::ExchangePtr& exchange);
void get_stock(Service& service, const http::ExchangePtr& exchange);
void get_item(Service& service, const http::ExchangePtr& exchange);
void get_customer(Service& service, const http::ExchangePtr& exchange);
void get_site(Service& service, const http::ExchangePtr& exchange);
void get_carrier(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
