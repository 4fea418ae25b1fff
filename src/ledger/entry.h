/// An entry is what one event does to the ledgers. It is carried by the event, stored in the journal, and
/// applied as a whole: opened order and lines first, then stock, then units, then money, then holds. Entries
/// name every bucket that moves, so a replay needs no transition table, and a reader of the journal needs no
/// program.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"
#include "ledger/buckets.h"
#include "ledger/hold.h"
#include "ledger/transitions.h"

#include <optional>
#include <string>
#include <vector>

namespace truefill::ledger {

/// A posting beyond these is a slip of a finger or an attack; `check` refuses it, and intents do well to
/// refuse it with their own words first. They keep every sum of the ledger inside 64 bits. The value is in
/// any currency.
inline constexpr Quantity quantity_max = 1'000'000'000;
inline constexpr Amount value_max{100'000'000'000 * Amount::scale};

/// A line gets its account. Its units follow as postings none -> open. `parent` is set on a substitution's
/// child.
struct LineOpened {
    LineNumber number{};
    ItemId item;
    Amount unit_price; ///< per smallest unit, in the order's currency, exact to 6 places
    Date requested;
    LineNumber parent{};
};
TF_DESCRIBE(LineOpened, (number, item, unit_price, requested, parent))

/// When a charge becomes billable: with the first shipment, with each, or with the last one.
enum class ChargeTrigger : std::uint8_t { first_shipment, each_shipment, last_shipment };
TF_DESCRIBE_ENUM(ChargeTrigger, first_shipment, each_shipment, last_shipment)

/// Freight, fee or service of an order: billed, never picked. A negative amount is a discount.
struct ChargeOpened {
    std::string kind; ///< freight, fee, service, discount
    Amount amount;
    ChargeTrigger trigger{};
};
TF_DESCRIBE(ChargeOpened, (kind, amount, trigger))

/// An order gets its account. A transfer has `target` and no customer.
struct OrderOpened {
    std::string number;
    LineKind kind{};
    CustomerId customer;
    SiteId target;
    Currency currency;
    bool ship_complete{};
    std::uint8_t priority{}; ///< 1 goes first, 9 last; 0 = 5
    std::vector<LineOpened> lines;
    std::vector<ChargeOpened> charges;
};
TF_DESCRIBE(OrderOpened, (number, kind, customer, target, currency, ship_complete, priority, lines, charges))

/// The customer's wish changed: what the line shall come to, and at which price what is not yet issued goes
/// out.
struct LineAmended {
    LineNumber number{};
    Quantity demanded{};
    Amount unit_price;
};
TF_DESCRIBE(LineAmended, (number, demanded, unit_price))

/// q units of one parcel move. `parcel` is the slot of the parcel in the order (ignored for none -> open).
/// Stock moves from (site, lot) to (site_to, lot_to); site_to and lot_to stay none when they are the same,
/// and are the parcel's place from then on when they are not. The other keys are set on the moved parcel when
/// given; those that the target bucket does not own are cleared (see keys_of). `unit_price` is fixed at the
/// goods issue.
struct UnitPosting {
    LineNumber line{};
    std::uint32_t parcel{};
    Quantity quantity{};
    Trigger trigger{};
    Pipeline from{}, to{};
    Billing billing_from{}, billing_to{};
    Stock stock_from{}, stock_to{};
    SiteId site, site_to;
    LotId lot, lot_to;
    SupplyId supply;
    ReleaseId release;
    HandlingUnitId handling_unit;
    ShipmentId shipment;
    InvoiceId invoice;
    std::optional<Amount> unit_price;
};
TF_DESCRIBE(UnitPosting,
            (line, parcel, quantity, trigger, from, to, billing_from, billing_to, stock_from, stock_to, site,
             site_to, lot, lot_to, supply, release, handling_unit, shipment, invoice, unit_price))

/// q units of stock move by themselves. The contra account stands in the row of (item, site, lot) too.
struct StockPosting {
    ItemId item;
    Quantity quantity{};
    Stock from{}, to{};
    SiteId site, site_to;
    LotId lot, lot_to;
};
TF_DESCRIBE(StockPosting, (item, quantity, from, to, site, site_to, lot, lot_to))

/// Money moves from `credit` to `debit` for a customer; the amount is never negative.
struct MoneyPosting {
    CustomerId customer;
    Account debit{}, credit{};
    Money money;
};
TF_DESCRIBE(MoneyPosting, (customer, debit, credit, money))

/// Issued: earned by goods issues. Billed: on posted invoices, less credits.
enum class ValueStage : std::uint8_t { issued, billed };
TF_DESCRIBE_ENUM(ValueStage, issued, billed)

/// How much of a line or a charge has been issued or billed so far. `exact` is quantity x price, unrounded;
/// `amount` is what was posted: rounded(exact so far) - posted so far, so that partial invoices sum to the
/// whole to the cent.
struct ValuePosting {
    LineNumber line{};      ///< 0: a charge
    std::uint32_t charge{}; ///< 1-based number of the charge when line is 0
    ValueStage stage{};
    Quantity quantity{}; ///< units added; negative when taken back
    Amount exact;
    Amount amount;
};
TF_DESCRIBE(ValuePosting, (line, charge, stage, quantity, exact, amount))

/// See the file comment. `order` names the account of `units` and `values`.
struct Entry {
    OrderId order;
    std::vector<OrderOpened> opened; ///< none or one
    std::vector<LineOpened> lines;   ///< added to an open order
    std::vector<LineAmended> amended;
    std::vector<StockPosting> stock;
    std::vector<UnitPosting> units;
    std::vector<ValuePosting> values;
    std::vector<MoneyPosting> money;
    std::vector<Hold> holds;
    std::vector<HoldId> lifted;
};
TF_DESCRIBE(Entry, (order, opened, lines, amended, stock, units, values, money, holds, lifted))

} // namespace truefill::ledger
