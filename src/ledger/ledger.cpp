#include "ledger/ledger.h"

#include "base/assert.h"
#include "ledger/digest.h"
#include "ledger/rows.h"

#include <algorithm>

namespace truefill::ledger {

OrderId Ledger::find_number(std::string_view number) const {
    const auto found = numbers_.find(number);
    return found == numbers_.end() ? OrderId{} : found->second;
}

const StockBalance& Ledger::stock(ItemId item, SiteId site, LotId lot) const {
    static const StockBalance none{};
    const auto found = stock_index_.find(stock_key(item, site, lot));
    return found == stock_index_.end() ? none : stock_[found->second];
}

Quantity Ledger::stock(ItemId item, SiteId site, Stock bucket) const {
    Quantity sum = 0;
    each_stock(item, [&](const StockBalance& row) {
        if (row.site == site) sum += row[bucket];
    });
    return sum;
}

MoneyBalance Ledger::money(CustomerId customer, Currency currency) const {
    const auto found = money_index_.find(money_key(customer, currency));
    if (found != money_index_.end()) return money_[found->second];
    MoneyBalance none;
    none.customer = customer;
    none.currency = currency;
    return none;
}

const Hold* Ledger::blocking(Trigger trigger, const Order& order, const Line& line,
                             const Parcel* parcel) const {
    const Hold* first = nullptr;
    const auto look = [&](HoldScope scope, std::uint32_t key) {
        const auto found = holds_by_key_.find(hold_key(scope, key));
        if (key == 0 || found == holds_by_key_.end()) return;
        for (const auto id : found->second) {
            const auto& hold = *std::ranges::lower_bound(holds_, id, {}, &Hold::id);
            if (first && first->id < hold.id) return; // the key's holds are oldest first
            if (scope == HoldScope::line && hold.line != line.number) continue;
            if (hold.site && (!parcel || parcel->site != hold.site)) continue;
            if (std::ranges::find(hold.blocks, trigger) == hold.blocks.end()) continue;
            first = &hold;
            return;
        }
    };
    look(HoldScope::order, order.id.value);
    look(HoldScope::line, order.id.value);
    look(HoldScope::customer, order.customer.value);
    look(HoldScope::item, line.item.value);
    if (parcel) look(HoldScope::lot, parcel->lot.value);
    if (parcel) look(HoldScope::site, parcel->site.value);
    return first;
}

void Ledger::apply(const Entry& entry) {
    if (!entry.opened.empty()) open(entry);
    for (const auto& posting : entry.stock) post_stock(posting.item, posting.quantity, move_of(posting));
    if (entry.order) {
        auto& order = orders_.at(entry.order);
        add_lines(order, entry.lines);
        for (const auto& amended : entry.amended) amend(order, amended);
        for (const auto& posting : entry.units) move(order, posting);
        for (const auto& posting : entry.values) add_value(order, posting);
    }
    for (const auto& posting : entry.money) post_money(posting);
    for (const auto& hold : entry.holds) place_hold(hold);
    for (const auto id : entry.lifted) lift_hold(id);
}

void Ledger::open(const Entry& entry) {
    const auto& opened = entry.opened.front();
    TF_ASSERT(entry.order == orders_.next_id(), "a new order takes the next id");
    Order order;
    order.id = entry.order;
    order.customer = opened.customer;
    order.number = opened.number;
    order.target = opened.target;
    order.kind = opened.kind;
    order.ship_complete = opened.ship_complete;
    order.priority = opened.priority ? opened.priority : 5;
    order.currency = opened.currency;
    for (const auto& charge : opened.charges) {
        auto& added = order.charges.emplace_back();
        added.kind = charge.kind;
        added.amount = charge.amount;
        added.trigger = charge.trigger;
        add(digest_, weight(order.id, order.charges.size(), added));
    }
    add(digest_, weight(order));
    const bool is_new = numbers_.emplace(order.number, order.id).second;
    TF_ASSERT(is_new, "an order number is given once");
    auto& placed = orders_.add(entry.order, std::move(order));
    placed.lines.reserve(opened.lines.size());
    placed.parcels.reserve(opened.lines.size());
    add_lines(placed, opened.lines);
}

void Ledger::add_lines(Order& order, const std::vector<LineOpened>& lines) {
    for (const auto& opened : lines) {
        TF_ASSERT(order.lines.empty() || order.lines.back().number < opened.number,
                  "lines are added in order");
        auto& line = order.lines.emplace_back();
        line.number = opened.number;
        line.item = opened.item;
        line.unit_price = opened.unit_price;
        line.requested = opened.requested;
        line.parent = opened.parent;
        add(digest_, weight(order.id, line));
    }
}

void Ledger::amend(Order& order, const LineAmended& amended) {
    const auto index = order.index_of(amended.number);
    TF_ASSERT(index < order.lines.size(), "an amendment names a line of the order");
    auto& line = order.lines[index];
    if (order.kind == LineKind::sale) {
        // What is not yet issued changes its price; what is keeps the one that its parcel carries.
        const auto open = order.quantity(line, Billing::not_due);
        auto& row = money_row(order.customer, order.currency);
        row.open_order_value -= times(line.unit_price, open);
        row.open_order_value += times(amended.unit_price, open);
    }
    subtract(digest_, weight(order.id, line));
    line.demanded = amended.demanded;
    line.unit_price = amended.unit_price;
    add(digest_, weight(order.id, line));
}

void Ledger::place_hold(const Hold& hold) {
    TF_ASSERT(hold.id == next_hold(), "holds are numbered in order");
    last_hold_ = hold.id;
    holds_by_key_[hold_key(hold.scope, hold.key)].push_back(hold.id);
    holds_.push_back(hold);
    add(digest_, weight(hold));
}

void Ledger::lift_hold(HoldId id) {
    const auto found = std::ranges::lower_bound(holds_, id, {}, &Hold::id);
    TF_ASSERT(found != holds_.end() && found->id == id, "only a hold in force can be lifted");
    subtract(digest_, weight(*found));
    const auto of_key = holds_by_key_.find(hold_key(found->scope, found->key));
    std::erase(of_key->second, id);
    if (of_key->second.empty()) holds_by_key_.erase(of_key);
    holds_.erase(found);
}

void Ledger::forget(OrderId id) {
    const auto& order = orders_.at(id);
    TF_ASSERT(order.at_rest(), "an order leaves memory when all its units are at rest");
    count_archived(order, 1);
    subtract(digest_, whole_weight(order));
    orders_.erase(id);
}

void Ledger::restore(Order order) {
    TF_ASSERT(order.at_rest() && find_number(order.number) == order.id, "the order once left this ledger");
    count_archived(order, -1);
    add(digest_, whole_weight(order));
    const auto id = order.id;
    orders_.put_back(id, std::move(order));
}

void Ledger::count_archived(const Order& order, Quantity sign) {
    if (order.kind != LineKind::sale) return;
    order.each_parcel([&](const Line& line, std::uint32_t, const Parcel& parcel) {
        if (at_customer(parcel.pipeline))
            stock_row(line.item, parcel.site, parcel.lot).archived += sign * parcel.quantity;
    });
}

} // namespace truefill::ledger
