/// The ledger: where every unit and every cent is. One writer; everything else reads.
///
/// The truth is the orders with their parcels, the stock balances, the money balances and the holds. What
/// stands beside them (waiting lines, open order value, the number and hold indexes) is kept by `apply` in
/// the same breath and proven by `ledger::audit` against a fold. `digest()` is a sum over the truth, kept
/// incrementally, so the writer can say in no time what state it is in, and a follower can compare (16 bytes;
/// not a cryptographic promise).
///
/// `check` says whether an entry may be applied; it is asked before a record is appended. What passes `check`
/// cannot fail in `apply`: a quantity below zero or an unknown parcel there is a bug and stops the program.
#pragma once

#include "base/archive.h"
#include "base/ids.h"
#include "base/names.h"
#include "base/table.h"
#include "ledger/accounts.h"
#include "ledger/entry.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::ledger {

/// A line of some order, for queues.
struct LineRef {
    OrderId order;
    LineNumber line{};
    auto operator<=>(const LineRef&) const = default;
};
TF_DESCRIBE(LineRef, (order, line))

/// A backordered line in its item's queue: priority first, then age.
struct Waiting {
    ItemId item;
    std::uint8_t priority{};
    LineRef line;
    auto operator<=>(const Waiting&) const = default;
};
TF_DESCRIBE(Waiting, (item, priority, line))

/// Which keys a parcel keeps in a bucket; the others are cleared on the way in.
struct Keys {
    bool site, lot, supply, release, handling_unit, shipment;
};
Keys keys_of(Pipeline bucket);

struct StockMove;

class Ledger {
public:
    /// The account of an order, or nullptr when it is unknown or archived.
    const Order* find(OrderId id) const { return orders_.find(id); }
    const Order& order(OrderId id) const { return orders_.at(id); }
    OrderId find_number(std::string_view number) const;
    OrderId next_order() const { return orders_.next_id(); }
    HoldId next_hold() const { return HoldId{last_hold_.value + 1}; }
    const Table<OrderId, Order>& orders() const { return orders_; }

    /// Stock of an item at a site in a lot; all zero when never seen.
    const StockBalance& stock(ItemId item, SiteId site, LotId lot) const;
    /// Sum over the lots of an item at a site.
    Quantity stock(ItemId item, SiteId site, Stock bucket) const;
    /// Calls f(balance) for each stock balance of an item, in order of first sight.
    template <class F> void each_stock(ItemId item, F&& f) const {
        if (item.value >= first_stock_.size()) return;
        for (auto row = first_stock_[item.value]; row != no_parcel; row = stock_[row].next_of_item)
            f(stock_[row]);
    }
    std::span<const StockBalance> stock() const { return stock_; }

    MoneyBalance money(CustomerId customer, Currency currency) const;
    std::span<const MoneyBalance> money() const { return money_; }

    /// The oldest hold that blocks a trigger for a line of an order, or nullptr (I14). `parcel` says site and
    /// lot: where the units stand or, when they are about to be promised or reserved, where they will.
    const Hold* blocking(Trigger trigger, const Order& order, const Line& line, const Parcel* parcel) const;
    const std::vector<Hold>& holds() const { return holds_; }
    const std::set<Waiting>& waiting() const { return waiting_; }

    /// Why an entry may not be applied, as a sentence; nothing when it may.
    std::optional<std::string> check(const Entry& entry) const;
    void apply(const Entry& entry);
    /// Takes an order at rest (see `Order::at_rest`) out of memory; its folded state is in the event that
    /// archives it. Its number stays taken.
    void forget(OrderId id);
    /// Brings a recalled order back under its id.
    void restore(Order order);

    /// 128 bits over orders, lines, parcels, charges, stock, money and holds.
    Hash128 digest() const { return digest_; }

    /// For snapshots; see base/archive.h. Indexes are not saved but made again.
    void save(archive::Output& output) const;
    void load(archive::Reader& reader);
    static constexpr std::uint64_t format_hash() {
        return mix64(archive::format_hash<Order>() ^ mix64(archive::format_hash<StockBalance>())) ^
               mix64(archive::format_hash<MoneyBalance>() ^ mix64(archive::format_hash<Hold>()));
    }

private:
    void open(const Entry& entry);
    void add_lines(Order& order, const std::vector<LineOpened>& lines);
    void amend(Order& order, const LineAmended& amended);
    void move(Order& order, const UnitPosting& posting);
    void place(Order& order, const Parcel& parcel);
    void add_value(Order& order, const ValuePosting& posting);
    void post_stock(ItemId item, Quantity quantity, const StockMove& move);
    StockBalance& stock_row(ItemId item, SiteId site, LotId lot);
    void add_stock(StockBalance& row, Stock bucket, Quantity quantity);
    void post_money(const MoneyPosting& posting);
    MoneyBalance& money_row(CustomerId customer, Currency currency);
    void place_hold(const Hold& hold);
    void lift_hold(HoldId id);
    void update_waiting(const Order& order, const Line& line);
    void count_archived(const Order& order, Quantity sign);
    bool index_loaded();

    Table<OrderId, Order> orders_;
    TextMap<OrderId> numbers_;
    std::vector<StockBalance> stock_;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> stock_index_;
    std::vector<std::uint32_t> first_stock_;
    std::vector<MoneyBalance> money_;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> money_index_;
    std::vector<Hold> holds_; ///< those in force, in order of placing
    boost::unordered_flat_map<std::uint64_t, std::vector<HoldId>>
        holds_by_key_; ///< by scope and key, oldest first
    std::set<Waiting> waiting_;
    HoldId last_hold_;
    Hash128 digest_{};
};

} // namespace truefill::ledger
