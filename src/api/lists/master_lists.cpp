#include "api/lists/master_lists.h"

#include "api/person_desk.h"
#include "api/rows.h"
#include "api/scan_export.h"
#include "api/scope.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>

namespace truefill::api {
namespace {

using engine::State;

bool has(std::string_view text, const std::string& part) {
    return part.empty() || to_lower_ascii(text).find(part) != std::string::npos;
}

ItemRow item_row(const State& state, ItemId id) {
    const auto& item = state.master.item(id);
    ItemRow row{item.code,
                item.description,
                item.gtin,
                item.units,
                item.lot_controlled,
                item.blocked,
                item.weight_grams,
                0,
                0,
                0,
                0};
    state.ledger.each_stock(id, [&](const ledger::StockBalance& stock) {
        row.available += stock[ledger::Stock::available];
        row.allocated += stock[ledger::Stock::allocated] + stock[ledger::Stock::staged];
        row.held += stock[ledger::Stock::held];
        row.inbound += stock[ledger::Stock::inbound] + stock[ledger::Stock::inbound_alloc];
    });
    return row;
}

CustomerRow customer_row(const State& state, CustomerId id) {
    const auto& customer = state.master.customer(id);
    CustomerRow row{customer.code,
                    customer.name,
                    customer.country,
                    customer.address,
                    std::string{customer.currency.text()},
                    customer.payment_days,
                    customer.credit_limit,
                    customer.blocked,
                    customer.ship_complete,
                    {}};
    if (!customer.currency) return row;
    using ledger::Account;
    const auto balance = state.ledger.money(id, customer.currency);
    const auto money = [&](Amount amount) { return Money{amount, customer.currency}; };
    row.money.push_back({money(balance.open_order_value), money(balance[Account::unbilled]),
                         money(balance[Account::receivable]), money(-balance[Account::prepaid])});
    return row;
}

SiteRow site_row(const State& state, SiteId id) {
    const auto& site = state.master.site(id);
    SiteRow row{site.code, site.name, site.countries, site.mode, {}, 0};
    if (const auto queue = state.warehouse.queues.find(id); queue != state.warehouse.queues.end()) {
        row.cut_off = queue->second.cut_off;
        row.orders_waiting = queue->second.orders.size();
    }
    return row;
}

CarrierRow carrier_row(const State& state, CarrierId id) {
    const auto& carrier = state.master.carrier(id);
    return {carrier.code, carrier.name, carrier.scac, carrier.countries, carrier.transit_days};
}

StockRow stock_row(const State& state, const ledger::StockBalance& stock) {
    using ledger::Stock;
    StockRow row;
    const auto& item = state.master.item(stock.item);
    row.item = item.code;
    row.description = item.description;
    row.site = site_code(state, stock.site);
    if (stock.lot) {
        row.lot = state.master.lot(stock.lot).code;
        row.expires = state.master.lot(stock.lot).expires;
    }
    row.buckets = {stock[Stock::inbound],          stock[Stock::inbound_alloc],
                   stock[Stock::available],        stock[Stock::held],
                   stock[Stock::allocated],        stock[Stock::staged],
                   stock[Stock::return_quarantine]};
    row.suspense = stock[Stock::suspense];
    return row;
}

bool is_empty(const ledger::StockBalance& stock) {
    for (std::size_t i = 1; i < ledger::stock_count; ++i) {
        const auto bucket = static_cast<ledger::Stock>(i);
        const bool shown = !ledger::is_contra(bucket) || bucket == ledger::Stock::suspense;
        if (shown && stock.units[i] != 0) return false;
    }
    return true;
}

/// Master data by id: `name` is what q is compared with.
template <class Count, class Name, class Make> struct Listed {
    std::string_view area; ///< of access
    Count count;
    Name name;
    Make make;
};
template <class Row, class Id, class Count, class Name, class Make>
void list_master(Service& service, const http::ExchangePtr& exchange, Listed<Count, Name, Make> kind) {
    const auto page = page_of(exchange->request(), {"q", "format"});
    if (!page) return respond(exchange, page.error());
    const auto reach = std::make_shared<Reach>(reach_of(service, exchange, kind.area));
    if (reach->refusal) return respond(exchange, *reach->refusal);
    Scan<Row> scan;
    scan.page = *page;
    scan.last = [count = kind.count](const State& state) { return static_cast<std::uint64_t>(count(state)); };
    scan.matches = [name = kind.name, q = text_of(exchange->request(), "q"), reach](const State& state,
                                                                                    std::uint64_t number) {
        const Id id{static_cast<decltype(Id::value)>(number)};
        if constexpr (std::same_as<Id, CustomerId>)
            if (!reach->everything &&
                !covers(*reach, std::vector<std::string>{}, state.master.customer(id).code))
                return false;
        return q.empty() || has(name(state, id), q);
    };
    scan.row = [make = kind.make](const State& state, std::uint64_t id) {
        return make(state, Id{static_cast<decltype(Id::value)>(id)});
    };
    list_or_export<Row>(service, exchange, std::move(scan));
}

/// One of them: `find` gives its id for a code, none when there is none or the reader may not see it.
template <class Find, class Make> struct Single {
    std::string_view area; ///< of access
    std::string_view what;
    Find find;
    Make make;
};
template <class Row, class Find, class Make>
void get_single(Service& service, const http::ExchangePtr& exchange, Single<Find, Make> one) {
    const auto reach = reach_of(service, exchange, one.area);
    if (reach.refusal) return respond(exchange, *reach.refusal);
    read(service, exchange,
         [reach, one, code = std::string{exchange->request().part("code")}](
             const State& state) -> std::expected<Row, Problem> {
             const auto id = one.find(state, reach, code);
             if (!id) return std::unexpected(not_found(fmt::format("There is no {} {}", one.what, code)));
             return one.make(state, id);
         });
}

} // namespace

void get_item(Service& service, const http::ExchangePtr& exchange) {
    const auto find = [](const State& state, const Reach&, const std::string& code) {
        return state.master.find_item(code);
    };
    get_single<ItemRow>(service, exchange, Single{"items", "item", find, item_row});
}

void get_customer(Service& service, const http::ExchangePtr& exchange) {
    const auto find = [](const State& state, const Reach& reach, const std::string& code) {
        const auto id = state.master.find_customer(code);
        return reach.everything || covers(reach, std::vector<std::string>{}, code) ? id : CustomerId{};
    };
    get_single<CustomerRow>(service, exchange, Single{"customers", "customer", find, customer_row});
}

void get_site(Service& service, const http::ExchangePtr& exchange) {
    const auto find = [](const State& state, const Reach&, const std::string& code) {
        return state.master.find_site(code);
    };
    get_single<SiteRow>(service, exchange, Single{"sites", "site", find, site_row});
}

void get_carrier(Service& service, const http::ExchangePtr& exchange) {
    const auto find = [](const State& state, const Reach&, const std::string& code) {
        return state.master.find_carrier(code);
    };
    get_single<CarrierRow>(service, exchange, Single{"carriers", "carrier", find, carrier_row});
}

void get_items(Service& service, const http::ExchangePtr& exchange) {
    list_master<ItemRow, ItemId>(service, exchange,
                                 Listed{"items", [](const State& state) { return state.master.items(); },
                                        [](const State& state, ItemId id) {
                                            const auto& item = state.master.item(id);
                                            return item.code + '\n' + item.description + '\n' + item.gtin;
                                        },
                                        item_row});
}

void get_customers(Service& service, const http::ExchangePtr& exchange) {
    list_master<CustomerRow, CustomerId>(
        service, exchange,
        Listed{"customers", [](const State& state) { return state.master.customers(); },
               [&service](const State& state, CustomerId id) {
                   const auto& customer = state.master.customer(id);
                   return customer.code + '\n' + shown(service, customer.name);
               },
               customer_row});
}

void get_sites(Service& service, const http::ExchangePtr& exchange) {
    list_master<SiteRow, SiteId>(service, exchange,
                                 Listed{"sites", [](const State& state) { return state.master.sites(); },
                                        [](const State& state, SiteId id) {
                                            return state.master.site(id).code + '\n' +
                                                   state.master.site(id).name;
                                        },
                                        site_row});
}

void get_carriers(Service& service, const http::ExchangePtr& exchange) {
    list_master<CarrierRow, CarrierId>(
        service, exchange,
        Listed{"carriers", [](const State& state) { return state.master.carriers(); },
               [](const State& state, CarrierId id) {
                   return state.master.carrier(id).code + '\n' + state.master.carrier(id).name;
               },
               carrier_row});
}

void get_stock(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"item", "site", "format"});
    if (!page) return respond(exchange, page.error());
    const auto reach = std::make_shared<Reach>(reach_of(service, exchange, "stock"));
    if (reach->refusal) return respond(exchange, *reach->refusal);
    Scan<StockRow> scan;
    scan.page = *page;
    scan.last = [](const State& state) { return static_cast<std::uint64_t>(state.ledger.stock().size()); };
    scan.matches = [exchange, reach](const State& state, std::uint64_t place) {
        const auto& stock = state.ledger.stock()[place - 1];
        if (is_empty(stock)) return false;
        if (!reach->everything && !covers(*reach, {site_code(state, stock.site)}, {})) return false;
        const auto& request = exchange->request();
        const auto items = words_of(request, "item"), sites = words_of(request, "site");
        return (items.empty() ||
                std::ranges::find(items, state.master.item(stock.item).code) != items.end()) &&
               (sites.empty() || std::ranges::find(sites, site_code(state, stock.site)) != sites.end());
    };
    scan.row = [](const State& state, std::uint64_t place) {
        return stock_row(state, state.ledger.stock()[place - 1]);
    };
    list_or_export<StockRow>(service, exchange, std::move(scan));
}

} // namespace truefill::api
