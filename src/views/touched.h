/// Which rows a record may have changed: every document that one of its events names.
///
/// That is not written down event by event. The described types of the events say where in their JSON an
/// OrderId, a ShipmentId or an entry of the ledger stands, so an event that is added tomorrow is seen too.
/// The rows themselves come from a state at or behind the record (documents.h), each once for a batch of
/// records however often it was touched.
#pragma once

#include "base/ids.h"
#include "base/json_document.h"
#include "base/time.h"
#include "engine/state.h"
#include "views/rows.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace truefill::views {

struct StockKey {
    ItemId item;
    SiteId site;
    LotId lot;
    auto operator<=>(const StockKey&) const = default;
};

/// Stock behind units of an order line: the item stands with the line.
struct UnitKey {
    OrderId order;
    LineNumber line{};
    SiteId site;
    LotId lot;
    auto operator<=>(const UnitKey&) const = default;
};

/// Ids may stand here more than once until `take` has begun.
struct Touched {
    std::vector<OrderId> orders;
    std::vector<ShipmentId> shipments;
    std::vector<InvoiceId> invoices;
    std::vector<CreditId> credits;
    std::vector<ReturnId> returns;
    std::vector<CaseId> cases;
    std::vector<HoldId> holds;
    std::vector<UnitKey> units;
    std::vector<StockKey> stock;
    std::vector<std::string> payments;
    std::vector<std::string> items, sites, customers, carriers; ///< codes
    /// Stock rows 0 to n, from the last one; for a rebuild, and when the line of units cannot be found.
    std::size_t stock_rows{};
    bool all_stock{};
    bool all_cases{}; ///< somebody was erased whose name their sentences may have
    /// Orders that are not in the state: the position of the record that has their account.
    std::vector<std::pair<OrderId, Position>> archived;

    /// Everything that a state has.
    static Touched all(const engine::State& state);
    /// Each once, and in the order of the tables.
    void sort();
    std::size_t size() const;
    /// Moves about `count` of them into rows; false when nothing is left. `archived` is for the caller.
    bool take(const engine::State& state, std::size_t count, Rows& rows);
};

class Scanner {
public:
    /// Adds what a record touches. The sentence says what cannot be read.
    std::expected<void, std::string> add(std::string_view record, Touched& into);
    /// Record time of the last record.
    Time as_of() const { return as_of_; }

private:
    json::Document document_;
    Time as_of_;
};

/// The account in the record that archived an order.
std::expected<ledger::Order, std::string> archived_account(std::string_view record, OrderId id);

} // namespace truefill::views
