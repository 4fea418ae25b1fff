#include "views/touched.h"

#include "views/documents.h"

#include <algorithm>
#include <utility>

namespace truefill::views {
namespace {

template <class T> void sort_each(std::vector<T>& values) {
    // Taken from the end: the smallest goes first, so tables grow at their end.
    std::ranges::sort(values, std::greater{});
    const auto rest = std::ranges::unique(values);
    values.erase(rest.begin(), rest.end());
}

template <class Id, class T> void push_all(std::vector<Id>& into, const Table<Id, T>& table) {
    for (auto id = table.issued(); id > 0; --id) into.push_back(Id{static_cast<decltype(Id::value)>(id)});
}

/// Takes from the end of a list until it or `count` is empty.
template <class T, class F> void drain(std::vector<T>& list, std::size_t& count, F f) {
    for (; count > 0 && !list.empty(); --count) {
        const T one = std::move(list.back());
        list.pop_back();
        f(one);
    }
}

void take_order(const engine::State& state, OrderId id, Touched& touched, Rows& rows) {
    returns::each_return(state.returns, id,
                         [&](ReturnId one, const returns::Return&) { add_return(rows, state, one); });
    if (const auto* order = state.ledger.find(id)) return add_order(rows, state, *order);
    if (const auto found = state.orders.archived.find(id); found != state.orders.archived.end())
        touched.archived.emplace_back(id, found->second.position);
}

/// The stock row behind units; all of them when the order has left memory.
void take_units(const engine::State& state, const UnitKey& key, Touched& touched) {
    const auto* order = state.ledger.find(key.order);
    const auto* line = order ? order->line(key.line) : nullptr;
    if (line) touched.stock.push_back({line->item, key.site, key.lot});
    else touched.all_stock = true;
}

} // namespace

Touched Touched::all(const engine::State& state) {
    Touched all;
    push_all(all.orders, state.ledger.orders());
    push_all(all.shipments, state.shipping.shipments);
    push_all(all.invoices, state.billing.invoices);
    push_all(all.credits, state.billing.credits);
    push_all(all.returns, state.returns.returns);
    push_all(all.cases, state.cases.cases);
    for (const auto& hold : state.ledger.holds()) all.holds.push_back(hold.id);
    all.stock_rows = state.ledger.stock().size();
    for (const auto& [reference, payment] : state.billing.payments) all.payments.push_back(reference);
    const auto& master = state.master;
    for (auto id = master.items(); id > 0; --id)
        all.items.push_back(master.item(ItemId{static_cast<std::uint32_t>(id)}).code);
    for (auto id = master.sites(); id > 0; --id)
        all.sites.push_back(master.site(SiteId{static_cast<std::uint16_t>(id)}).code);
    for (auto id = master.customers(); id > 0; --id)
        all.customers.push_back(master.customer(CustomerId{static_cast<std::uint32_t>(id)}).code);
    for (auto id = master.carriers(); id > 0; --id)
        all.carriers.push_back(master.carrier(CarrierId{static_cast<std::uint16_t>(id)}).code);
    return all;
}

void Touched::sort() {
    sort_each(orders);
    sort_each(shipments);
    sort_each(invoices);
    sort_each(credits);
    sort_each(returns);
    sort_each(cases);
    sort_each(holds);
    sort_each(units);
    sort_each(stock);
    for (auto* list : {&payments, &items, &sites, &customers, &carriers}) sort_each(*list);
}

std::size_t Touched::size() const {
    std::size_t sum = orders.size() + shipments.size() + invoices.size() + credits.size() + returns.size() +
                      cases.size() + holds.size() + units.size() + stock.size() + stock_rows;
    for (const auto* list : {&payments, &items, &sites, &customers, &carriers}) sum += list->size();
    return sum + archived.size();
}

bool Touched::take(const engine::State& state, std::size_t count, Rows& rows) {
    const auto& master = state.master;
    drain(items, count, [&](const std::string& code) {
        if (const auto id = master.find_item(code)) add_item(rows, master.item(id));
    });
    drain(sites, count, [&](const std::string& code) {
        if (const auto id = master.find_site(code)) add_site(rows, master.site(id));
    });
    drain(customers, count, [&](const std::string& code) {
        if (const auto id = master.find_customer(code)) add_customer(rows, master.customer(id));
    });
    drain(carriers, count, [&](const std::string& code) {
        if (const auto id = master.find_carrier(code)) add_carrier(rows, master.carrier(id));
    });
    drain(orders, count, [&](OrderId id) { take_order(state, id, *this, rows); });
    drain(shipments, count, [&](ShipmentId id) { add_shipment(rows, state, id); });
    drain(invoices, count, [&](InvoiceId id) { add_invoice(rows, state, id); });
    drain(payments, count, [&](const std::string& reference) { add_payment(rows, state, reference); });
    drain(credits, count, [&](CreditId id) { add_credit(rows, state, id); });
    drain(returns, count, [&](ReturnId id) { add_return(rows, state, id); });
    if (std::exchange(all_cases, false)) {
        cases.clear();
        push_all(cases, state.cases.cases);
    }
    drain(cases, count, [&](CaseId id) { add_case(rows, state, id); });
    drain(holds, count, [&](HoldId id) { add_hold(rows, state, id); });
    if (!units.empty()) {
        drain(units, count, [&](const UnitKey& key) { take_units(state, key, *this); });
        if (units.empty()) sort_each(stock);
    }
    if (all_stock && units.empty()) {
        all_stock = false;
        stock.clear();
        stock_rows = state.ledger.stock().size();
    }
    drain(stock, count, [&](const StockKey& key) {
        const auto& balance = state.ledger.stock(key.item, key.site, key.lot);
        if (balance.item) add_stock(rows, state, balance);
    });
    for (; count > 0 && stock_rows > 0; --count, --stock_rows)
        add_stock(rows, state, state.ledger.stock()[stock_rows - 1]);
    return all_stock || size() > archived.size();
}

} // namespace truefill::views
