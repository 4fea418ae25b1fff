/// The whole transition table of the ledger, as data. What it does not list cannot happen: `find_unit` and
/// `find_stock` are the only gates, used when a decision is made and again before a record is appended.
///
/// A unit row moves q units of one parcel from one (Pipeline, Billing) pair to another and, in the same
/// breath, moves q units of stock. That the three move together is what keeps the ledgers from drifting
/// apart: there is no way to write one without the others. A stock row moves stock alone (receipts, counts,
/// dispositions).
#pragma once

#include "ledger/buckets.h"

#include <optional>
#include <span>

namespace truefill::ledger {

/// Why a unit moves. Holds name the triggers that they block (I14). Variants with another stock effect have a
/// name of their own, so that trigger, from and to settle a row.
enum class Trigger : std::uint8_t {
    none,
    accept,            ///< line accepted, amended up, over-shipped within tolerance
    promise,           ///< dated supply covers it
    reserve,           ///< stock on hand at a site
    backorder,         ///< no supply
    receive_promised,  ///< the promised supply has come
    unpromise,         ///< another promise is sought
    cut_supply,        ///< the supplier cut what was promised
    unreserve,         ///< the reservation is given back
    unreserve_counted, ///< a count found less
    unreserve_held,    ///< the reserved stock went on hold
    release,           ///< sent to the site
    recall,            ///< the site confirmed the recall
    short_pick,        ///< the site did not find it: stock in doubt
    reject,            ///< the site sends it back, stock is good
    reject_held,       ///< the site sends it back, stock is in doubt
    pick,
    put_back,
    swap_lot, ///< another lot is picked: the lots exchange their units in the same entry
    pack,
    unpack,
    damage,            ///< damaged before issue
    lose_before_issue, ///< lost before issue
    issue,             ///< goods issue
    reverse_issue,     ///< reversal of that goods issue, only while billable
    deliver,           ///< proof of delivery
    retract_delivery,
    lose,           ///< carrier loss, the seller bears the risk
    find,           ///< a lost unit turned up at the customer
    carrier_return, ///< a lost unit came back
    receive_return, ///< receipt against an authorisation, refused, or blind
    match_return,   ///< a blind receipt was matched to its line later
    deny_return,    ///< inspection sends it back to the customer
    cancel,
    substitute,
    unsubstitute, ///< the child's units were cancelled
    invoice,
    credit,
    reverse_invoice, ///< a credit memo that reverses named units, to be billed again
};
TF_DESCRIBE_ENUM(Trigger, none, accept, promise, reserve, backorder, receive_promised, unpromise, cut_supply,
                 unreserve, unreserve_counted, unreserve_held, release, recall, short_pick, reject,
                 reject_held, pick, put_back, swap_lot, pack, unpack, damage, lose_before_issue, issue,
                 reverse_issue, deliver, retract_delivery, lose, find, carrier_return, receive_return,
                 match_return, deny_return, cancel, substitute, unsubstitute, invoice, credit,
                 reverse_invoice)
inline constexpr std::size_t trigger_count = 39;

/// One row for units. `billing_from == billing_to` means that billing does not move, but must stand there.
struct UnitRow {
    Trigger trigger;
    Pipeline from, to;
    Billing billing_from, billing_to;
    Stock stock_from, stock_to; ///< both none: no stock effect

    constexpr bool operator==(const UnitRow&) const = default;
};

/// One row for stock alone.
struct StockRow {
    const char* name; ///< what happened, for people
    Stock from, to;
};

/// What kind of line a unit belongs to: a sale is billed, a transfer goes to a site and is not.
enum class LineKind : std::uint8_t { sale, transfer };
TF_DESCRIBE_ENUM(LineKind, sale, transfer)

/// The rows of sales lines, in the order of the design's table. Transfers use the same rows with billing
/// `none`; their `issue` posts staged -> inbound at the target site, their `deliver` inbound -> available and
/// their `lose` inbound -> adjustment there, and they have no other row behind `shipped`.
///
/// An opening balance has no row of its own for stock that stands behind units (allocated, staged, promised,
/// at the customer): it comes in as available or inbound and the units walk to where they stood, in one
/// record.
std::span<const UnitRow> unit_rows();
std::span<const StockRow> stock_rows();

/// The row for a trigger from one pair to a pipeline bucket; nothing when the table does not list it.
// tidy: allow parameters, because the five are the key of a row
std::optional<UnitRow> find_unit(LineKind kind, Trigger trigger, Pipeline from, Billing billing, Pipeline to);

/// True when stock may move so by itself.
bool find_stock(Stock from, Stock to);

} // namespace truefill::ledger
