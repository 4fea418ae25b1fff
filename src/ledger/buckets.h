/// The buckets of the four ledgers. Every unit of an order line is in exactly one Pipeline bucket and one
/// Billing bucket; every unit of stock in exactly one Stock bucket of one stock row; money stands in Money
/// accounts. The JSON names are the enumerators. `none` is "outside the ledger": where a new unit comes from.
#pragma once

#include "base/describe.h"

#include <cstddef>
#include <cstdint>

namespace truefill::ledger {

/// P: where a unit of an order line is on its way to the customer.
enum class Pipeline : std::uint8_t {
    none,
    open,        ///< accepted, no supply yet
    promised,    ///< covered by dated supply
    backordered, ///< no supply known
    reserved,    ///< on hand at a site
    released,    ///< on a release that the site has
    picked,
    packed,    ///< in a handling unit
    shipped,   ///< goods issue posted
    delivered, ///< proof of delivery
    lost,
    returned, ///< received back
    cancelled,
    substituted, ///< moved to a child line
};
TF_DESCRIBE_ENUM(Pipeline, none, open, promised, backordered, reserved, released, picked, packed, shipped,
                 delivered, lost, returned, cancelled, substituted)
inline constexpr std::size_t pipeline_count = 14;

/// F: what of a unit is billed. Lines of a transfer have no billing: their units stay at `none`.
enum class Billing : std::uint8_t { none, not_due, billable, invoiced, credit_due, credited, waived, voided };
TF_DESCRIBE_ENUM(Billing, none, not_due, billable, invoiced, credit_due, credited, waived, voided)
inline constexpr std::size_t billing_count = 8;

/// S: where a unit of stock is, per item, site and lot. From `supplier` on they are contra accounts, which
/// say where stock came from or went to and may be negative.
enum class Stock : std::uint8_t {
    none,
    inbound,
    inbound_alloc,
    available,
    held,
    allocated,
    staged,
    return_quarantine,
    supplier,
    customer,
    adjustment,
    scrap,
    suspense,
    opening,
    conversion,
};
TF_DESCRIBE_ENUM(Stock, none, inbound, inbound_alloc, available, held, allocated, staged, return_quarantine,
                 supplier, customer, adjustment, scrap, suspense, opening, conversion)
inline constexpr std::size_t stock_count = 15;

/// True for accounts that may be negative (I8).
constexpr bool is_contra(Stock bucket) { return bucket >= Stock::supplier; }

/// M: double entry per customer and currency. Debits are positive.
enum class Account : std::uint8_t {
    none,
    unbilled,
    receivable,
    prepaid,
    revenue,
    charges,
    discount,
    tax,
    cash,
    write_off,
};
TF_DESCRIBE_ENUM(Account, none, unbilled, receivable, prepaid, revenue, charges, discount, tax, cash,
                 write_off)
inline constexpr std::size_t account_count = 10;

} // namespace truefill::ledger
