/// What the ledger keeps of an order: its account, the accounts of its lines, and the parcels in which its
/// units stand. Plain data. A 3-line order with one parcel a line takes about 600 bytes.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"
#include "ledger/entry.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace truefill::ledger {

inline constexpr std::uint32_t no_parcel = 0xffffffff;

/// Some units of a line that stand in the same buckets under the same keys. Slots are reused when a parcel is
/// empty.
struct Parcel {
    Quantity quantity{}; ///< 0: the slot is free
    std::uint32_t line_index{};
    std::uint32_t next{no_parcel}; ///< the next parcel of the line, or of the free list
    Pipeline pipeline{};
    Billing billing{};
    SiteId site;
    LotId lot;
    SupplyId supply;
    ReleaseId release;
    HandlingUnitId handling_unit;
    ShipmentId shipment;
    InvoiceId invoice;
    Amount unit_price; ///< fixed at the goods issue; until then the line's
};
TF_DESCRIBE(Parcel, (quantity, line_index, next, pipeline, billing, site, lot, supply, release, handling_unit,
                     shipment, invoice, unit_price))

/// A running value and what of it was posted, rounded (see ValuePosting).
struct Value {
    Quantity quantity{};
    Amount exact;
    Amount amount;
};
TF_DESCRIBE(Value, (quantity, exact, amount))

struct Line {
    LineNumber number{};
    ItemId item;
    Quantity total{};    ///< units that the ledger holds for this line (I1)
    Quantity demanded{}; ///< what the customer wants today; changed by amendments only
    Amount unit_price;
    Date requested;
    LineNumber parent{};
    std::uint32_t first{no_parcel};
    Value issued;
    Value billed;
};
TF_DESCRIBE(Line, (number, item, total, demanded, unit_price, requested, parent, first, issued, billed))

struct Charge {
    std::string kind;
    Amount amount;
    ChargeTrigger trigger{};
    Value issued;
    Value billed;
};
TF_DESCRIBE(Charge, (kind, amount, trigger, issued, billed))

struct Order {
    OrderId id;
    CustomerId customer;
    std::string number;
    SiteId target;
    LineKind kind{};
    bool ship_complete{};
    std::uint8_t priority{};
    Currency currency{};
    std::uint32_t free{no_parcel};
    std::vector<Line> lines; ///< sorted by number
    std::vector<Parcel> parcels;
    std::vector<Charge> charges;

    /// Index of a line, or `lines.size()`.
    std::size_t index_of(LineNumber number) const;
    const Line* line(LineNumber number) const;

    /// Calls f(slot, parcel) for each parcel of a line that holds units, newest first.
    template <class F> void each_parcel(const Line& line, F&& f) const {
        for (auto slot = line.first; slot != no_parcel; slot = parcels[slot].next) f(slot, parcels[slot]);
    }
    /// Calls f(line, slot, parcel) for every parcel of the order in line order.
    template <class F> void each_parcel(F&& f) const {
        for (const auto& line : lines)
            each_parcel(line, [&](std::uint32_t slot, const Parcel& parcel) { f(line, slot, parcel); });
    }
    /// Units of a line in a bucket: a fold over its parcels, never stored (I15).
    Quantity quantity(const Line& line, Pipeline bucket) const;
    Quantity quantity(const Line& line, Billing bucket) const;
    Quantity quantity(Pipeline bucket) const;
    /// True when no unit holds stock of ours or is owed any more: only such an order can leave memory.
    bool at_rest() const;
};
TF_DESCRIBE(Order, (id, customer, number, target, kind, ship_complete, priority, currency, free, lines,
                    parcels, charges))

/// Stock of one item at one site in one lot (none where the item has no lots).
struct StockBalance {
    ItemId item;
    SiteId site;
    LotId lot;
    std::uint32_t next_of_item{no_parcel}; ///< the item's next row
    std::array<Quantity, stock_count> units{};
    Quantity archived{};   ///< of `customer`: units of orders that left memory
    Quantity in_transit{}; ///< of `inbound` and `inbound_alloc`: units that transfers are bringing here

    Quantity operator[](Stock bucket) const { return units[static_cast<std::size_t>(bucket)]; }
    /// Of `inbound`: what suppliers are bringing, so what may be received or cut without the line of a
    /// transfer.
    Quantity from_suppliers() const;
};
TF_DESCRIBE(StockBalance, (item, site, lot, next_of_item, units, archived, in_transit))

/// The accounts of a customer in a currency. Debit balances are positive; the sum over all accounts is 0
/// (I17).
struct MoneyBalance {
    CustomerId customer;
    Currency currency{};
    Amount open_order_value; ///< index of the fold over NOT_DUE units at their price; `verify` proves it
    std::array<Amount, account_count> balances{};

    Amount operator[](Account account) const { return balances[static_cast<std::size_t>(account)]; }
};
TF_DESCRIBE(MoneyBalance, (customer, currency, open_order_value, balances))

} // namespace truefill::ledger
