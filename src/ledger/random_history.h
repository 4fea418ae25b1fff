/// Random histories of a ledger, for tests: several orders, items, sites and lots, with amendments, holds,
/// money, and orders that leave memory and come back. One seed, one history. The moves come from the
/// transition table, so a row that is added is tried without a change here.
#pragma once

#include "base/mix.h"
#include "ledger/draft.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace truefill::ledger {

/// Numbers from a seed and a counter.
class Chooser {
public:
    explicit Chooser(std::uint64_t seed) : seed_{mix64(seed)} {}
    std::uint64_t bits() { return mix64(seed_ + ++count_ * 0x9e3779b97f4a7c15ULL); }
    /// 0 to n - 1.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(bits() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    Quantity quantity(Quantity max) {
        return 1 + static_cast<Quantity>(below(static_cast<std::size_t>(max)));
    }
    template <class Id> Id id(std::size_t n) { return Id{static_cast<typename Id::rep_type>(1 + below(n))}; }
    template <class T> T& of(std::vector<T>& choices) { return choices[below(choices.size())]; }

private:
    std::uint64_t seed_, count_ = 0;
};

/// One thing that happened to a ledger.
struct Forgotten {
    OrderId order;
};
struct Restored {
    Order order;
};
using Act = std::variant<Entry, Forgotten, Restored>;
void perform(Ledger& ledger, const Act& act);

class History {
public:
    explicit History(std::uint64_t seed) : choose_{seed} {}

    /// Does one thing. The touched order, none when none was, or when the ledger refused.
    OrderId step();

    Ledger ledger;
    std::vector<Act> acts;   ///< what was done, in order
    std::size_t refused = 0; ///< entries that `check` refused
    std::size_t bent = 0;    ///< entries with one member changed at random that passed `check` all the same
    std::vector<std::string> refusals; ///< of entries that were not bent

private:
    std::optional<Entry> next();
    Entry open();
    std::optional<Entry> move();
    bool add_move(Draft& draft, const Order& order);
    bool place(UnitPosting& posting, const Order& order, Entry& entry);
    void value(Draft& draft, const UnitPosting& posting);
    std::optional<Entry> stock();
    std::optional<Entry> amend();
    Entry pay();
    Entry hold();
    bool archive();
    void bend(Entry& entry);
    void bend_unit(UnitPosting& posting);
    void bend_stock(StockPosting& posting);
    const Order* any_order();
    std::optional<StockBalance> any_row(ItemId item, Stock bucket, SiteId site = {});

    Chooser choose_;
    std::vector<Order> away_;
};

} // namespace truefill::ledger
