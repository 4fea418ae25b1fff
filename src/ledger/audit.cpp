#include "ledger/audit.h"

#include "ledger/digest.h"
#include "ledger/rows.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <tuple>

namespace truefill::ledger {
namespace {

using P = Pipeline;
using F = Billing;

std::string number(std::int64_t value) { return std::to_string(value); }

std::string text(Amount amount) {
    std::string out;
    append_amount(out, amount);
    return out;
}

/// Units of stock that must stand in a bucket.
struct Cell {
    ItemId item;
    SiteId site;
    LotId lot;
    Stock bucket{};
    auto operator<=>(const Cell&) const = default;
};

std::string name(const Cell& cell) {
    std::string out = "item " + number(cell.item.value) + " at site " + number(cell.site.value);
    if (cell.lot) out += " in lot " + number(cell.lot.value);
    return out;
}

/// Sums by key, in key order, out of a list that was filled in any order.
template <class Key, class Sum> class Fold {
public:
    void add(const Key& key, Sum sum) { entries_.emplace_back(key, sum); }
    void close() {
        std::ranges::sort(entries_, {}, &std::pair<Key, Sum>::first);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (kept != 0 && entries_[kept - 1].first == entries_[i].first)
                entries_[kept - 1].second += entries_[i].second;
            else entries_[kept++] = entries_[i];
        }
        entries_.resize(kept);
    }
    Sum operator[](const Key& key) const {
        const auto found = std::ranges::lower_bound(entries_, key, {}, &std::pair<Key, Sum>::first);
        return found == entries_.end() || found->first != key ? Sum{} : found->second;
    }
    const std::vector<std::pair<Key, Sum>>& entries() const { return entries_; }

private:
    std::vector<std::pair<Key, Sum>> entries_;
};

class Audit {
public:
    explicit Audit(const Ledger& ledger) : ledger_{ledger} {}

    void order(const Order& order) {
        order_name_ = "order " + order.number;
        if (ledger_.find_number(order.number) != order.id) say(order_name_ + " is not found by its number");
        if (!chains(order)) return;
        for (const auto& line : order.lines) this->line(order, line);
    }

    void stock_of(const Order& order) {
        behind_.close();
        for (const auto& [cell, units] : behind_.entries()) {
            const auto there = ledger_.stock(cell.item, cell.site, cell.lot)[cell.bucket];
            if (there < units)
                say("order " + order.number + " has " + number(units) + " units in stock " +
                    std::string{name_of(cell.bucket)} + ", but " + name(cell) + " has " + number(there) +
                    " there (I7)");
        }
    }

    void money_of(const MoneyBalance& row) {
        Amount sum;
        for (const auto balance : row.balances) sum += balance;
        if (sum != Amount{})
            say("the accounts of " + customer(row) + " sum to " + text(sum) + " and not to zero (I17)");
    }

    void whole() {
        ledger_.orders().each([&](OrderId, const Order& each) { order(each); });
        behind_.close();
        open_value_.close();
        in_transit_.close();
        stock();
        items();
        money();
        holds();
        waiting();
        if (digest() != ledger_.digest()) say("the digest is not the sum of what is there");
    }

    std::vector<std::string> take() && { return std::move(findings_); }

private:
    void say(std::string sentence) { findings_.push_back(std::move(sentence)); }

    static std::string customer(const MoneyBalance& row) {
        return "customer " + number(row.customer.value) + " in " + std::string{row.currency.text()};
    }

    /// Every slot is in the chain of its line or in that of the free ones, once. False when the chains cannot
    /// be walked.
    bool chains(const Order& order) {
        std::vector<std::uint8_t> seen(order.parcels.size(), 0);
        const auto walk = [&](std::uint32_t slot, std::uint32_t line_index) {
            for (; slot != no_parcel; slot = order.parcels[slot].next) {
                if (slot >= order.parcels.size() || seen[slot]++) return false;
                const auto& parcel = order.parcels[slot];
                const bool free = line_index == no_parcel;
                if (free ? parcel.quantity != 0 : parcel.quantity <= 0 || parcel.line_index != line_index)
                    say(order_name_ + ": parcel " + number(slot) + " with " + number(parcel.quantity) +
                        " units is in the wrong chain");
            }
            return true;
        };
        bool whole = walk(order.free, no_parcel);
        for (std::uint32_t i = 0; i < order.lines.size(); ++i) whole = whole && walk(order.lines[i].first, i);
        if (!whole) say(order_name_ + ": its parcels are tangled");
        else if (std::ranges::count(seen, 1) != std::ssize(seen))
            say(order_name_ + ": a parcel is in no chain");
        const auto unsorted = std::ranges::adjacent_find(order.lines, std::greater_equal{}, &Line::number);
        if (unsorted != order.lines.end()) say(order_name_ + ": its lines are out of order");
        return whole;
    }

    void line(const Order& order, const Line& line) {
        std::array<Quantity, pipeline_count> p{};
        std::array<Quantity, billing_count> f{};
        Quantity total = 0;
        order.each_parcel(line, [&](std::uint32_t, const Parcel& parcel) {
            p[static_cast<std::size_t>(parcel.pipeline)] += parcel.quantity;
            f[static_cast<std::size_t>(parcel.billing)] += parcel.quantity;
            total += parcel.quantity;
            keys(order, line, parcel);
            behind(order, line, parcel);
        });
        line_name_ = order_name_ + " line " + number(line.number);
        if (total != line.total || p[0] != 0)
            say(line_name_ + ": its parcels hold " + number(total) + " units, the line " +
                number(line.total) + " (I1)");
        if (order.kind == LineKind::sale) billing(line, p, f);
        else if (f[0] != line.total) say(line_name_ + ": units of a transfer stand in billing (I2)");
        const bool waits = p[static_cast<std::size_t>(P::backordered)] > 0;
        const Waiting entry{line.item, order.priority, {order.id, line.number}};
        if (waits) ++waiting_lines_;
        if (waits != ledger_.waiting().contains(entry))
            say(line_name_ + (waits ? " is backordered but does not wait" : " waits but is not backordered"));
        if (order.kind == LineKind::sale)
            open_value_.add({order.customer, order.currency},
                            times(line.unit_price, f[static_cast<std::size_t>(F::not_due)]));
    }

    void billing(const Line& line, const std::array<Quantity, pipeline_count>& p,
                 const std::array<Quantity, billing_count>& f) {
        const auto units = [&](auto... bucket) { return (p[static_cast<std::size_t>(bucket)] + ...); };
        const auto billed = [&](auto... bucket) { return (f[static_cast<std::size_t>(bucket)] + ...); };
        const auto equal = [&](Quantity left, Quantity right, const char* rule) {
            if (left != right)
                say(line_name_ + ": " + number(left) + " is not " + number(right) + " units: " + rule);
        };
        equal(std::accumulate(f.begin() + 1, f.end(), Quantity{0}), line.total, "all billing = total (I2)");
        equal(billed(F::not_due),
              units(P::open, P::promised, P::backordered, P::reserved, P::released, P::picked, P::packed),
              "not due = before the goods issue (I3)");
        equal(billed(F::voided), units(P::cancelled, P::substituted), "void = cancelled + substituted (I4)");
        equal(billed(F::billable, F::invoiced), units(P::shipped, P::delivered),
              "billable + invoiced = shipped + delivered (I5)");
        equal(billed(F::credit_due, F::credited, F::waived), units(P::lost, P::returned),
              "credit due + credited + waived = lost + returned (I6)");
    }

    void keys(const Order& order, const Line& line, const Parcel& parcel) {
        const auto owns = keys_of(parcel.pipeline);
        const auto say_key = [&](const char* what) {
            say("order " + order.number + " line " + number(line.number) + ": " + number(parcel.quantity) +
                " units " + std::string{name_of(parcel.pipeline)} + " " + what);
        };
        if (owns.handling_unit && !parcel.handling_unit) say_key("are in no handling unit (I12)");
        if (owns.shipment && !parcel.shipment) say_key("are on no shipment");
        if (owns.release && !parcel.release) say_key("are on no release");
        const bool stray = (!owns.site && parcel.site) || (!owns.lot && parcel.lot) ||
                           (!owns.supply && parcel.supply) || (!owns.release && parcel.release) ||
                           (!owns.handling_unit && parcel.handling_unit) ||
                           (!owns.shipment && parcel.shipment);
        if (stray) say_key("carry a key that their bucket does not own");
    }

    void behind(const Order& order, const Line& line, const Parcel& parcel) {
        const bool sale = order.kind == LineKind::sale;
        const auto bucket = stock_behind(parcel.pipeline);
        if (bucket == Stock::none) return;
        if (sale || bucket != Stock::customer)
            behind_.add({line.item, parcel.site, parcel.lot, bucket}, parcel.quantity);
        else if (parcel.pipeline == P::shipped)
            in_transit_.add({line.item, parcel.site, parcel.lot, Stock::inbound}, parcel.quantity);
    }

    void stock() {
        std::size_t covered = 0;
        for (const auto& row : ledger_.stock()) {
            for (std::size_t i = 0; i < stock_count; ++i) {
                const auto bucket = static_cast<Stock>(i);
                const Cell cell{row.item, row.site, row.lot, bucket};
                if (row[bucket] < 0 && !is_contra(bucket))
                    say(name(cell) + " has " + number(row[bucket]) + " units " +
                        std::string{name_of(bucket)} + " (I8)");
                const bool coupled = bucket == Stock::inbound_alloc || bucket == Stock::allocated ||
                                     bucket == Stock::staged || bucket == Stock::customer;
                if (!coupled) continue;
                const auto units = behind_[cell];
                if (units != 0) ++covered;
                const auto archived = bucket == Stock::customer ? row.archived : 0;
                if (row[bucket] != units + archived)
                    say(name(cell) + " has " + number(row[bucket]) + " units " +
                        std::string{name_of(bucket)} + ", but lines have " + number(units + archived) +
                        " there (I7)");
            }
            const auto in_transit = in_transit_[{row.item, row.site, row.lot, Stock::inbound}];
            const auto expected = row[Stock::inbound] + row[Stock::inbound_alloc];
            if (in_transit != row.in_transit || expected < in_transit)
                say(name({row.item, row.site, row.lot, {}}) + " expects " + number(expected) +
                    " units, of them " + number(row.in_transit) + " in transit, but transfers have sent " +
                    number(in_transit) + " (I7)");
            if (&ledger_.stock(row.item, row.site, row.lot) != &row)
                say(name({row.item, row.site, row.lot, {}}) + " is not found by its key");
        }
        if (covered != behind_.entries().size()) say("units stand in stock that has no row (I7)");
    }

    /// I8: what an item has at one place it lacks at another; and its chain holds all its rows.
    void items() {
        Fold<ItemId, Quantity> sums, rows;
        for (const auto& row : ledger_.stock()) {
            rows.add(row.item, 1);
            for (const auto units : row.units) sums.add(row.item, units);
        }
        sums.close();
        rows.close();
        for (const auto& [item, sum] : sums.entries())
            if (sum != 0)
                say("item " + number(item.value) + ": all its stock sums to " + number(sum) + ", not 0 (I8)");
        for (const auto& [item, count] : rows.entries()) {
            Quantity chained = 0;
            ledger_.each_stock(item, [&](const StockBalance& row) { chained += row.item == item; });
            if (chained != count) say("item " + number(item.value) + ": a stock row is not in its chain");
        }
    }

    void money() {
        Fold<std::pair<CustomerId, Currency>, int> rows;
        for (const auto& row : ledger_.money()) {
            rows.add({row.customer, row.currency}, 1);
            money_of(row);
            if (ledger_.money(row.customer, row.currency).balances != row.balances)
                say(customer(row) + " is not found by its key");
            const auto value = open_value_[{row.customer, row.currency}];
            if (row.open_order_value != value) open_value(row, value);
        }
        rows.close();
        for (const auto& [key, value] : open_value_.entries()) {
            if (rows[key] == 0 && value != Amount{}) open_value(ledger_.money(key.first, key.second), value);
        }
    }

    void open_value(const MoneyBalance& row, Amount value) {
        say("the open orders of " + customer(row) + " are worth " + text(value) + ", the index says " +
            text(row.open_order_value) + " (I17)");
    }

    void holds() {
        HoldId last;
        for (const auto& hold : ledger_.holds()) {
            if (!(last < hold.id) || !(hold.id < ledger_.next_hold()))
                say("hold " + number(hold.id.value) + " is out of order");
            last = hold.id;
        }
    }

    void waiting() {
        if (waiting_lines_ != ledger_.waiting().size())
            say(number(std::ssize(ledger_.waiting())) + " lines wait, but " +
                number(static_cast<std::int64_t>(waiting_lines_)) + " are backordered");
    }

    Hash128 digest() const {
        Hash128 sum{};
        ledger_.orders().each([&](OrderId, const Order& each) { add(sum, whole_weight(each)); });
        for (const auto& row : ledger_.stock()) add(sum, weight(row));
        for (const auto& row : ledger_.money()) add(sum, weight(row));
        for (const auto& hold : ledger_.holds()) add(sum, weight(hold));
        return sum;
    }

    const Ledger& ledger_;
    std::vector<std::string> findings_;
    std::string order_name_, line_name_;
    Fold<Cell, Quantity> behind_, in_transit_;
    Fold<std::pair<CustomerId, Currency>, Amount> open_value_;
    std::size_t waiting_lines_ = 0;
};

} // namespace

std::vector<std::string> audit(const Ledger& ledger) {
    Audit audit{ledger};
    audit.whole();
    return std::move(audit).take();
}

std::vector<std::string> audit_order(const Ledger& ledger, OrderId id) {
    const auto* order = ledger.find(id);
    if (!order) return {};
    Audit audit{ledger};
    audit.order(*order);
    audit.stock_of(*order);
    if (order->customer) audit.money_of(ledger.money(order->customer, order->currency));
    return std::move(audit).take();
}

} // namespace truefill::ledger
