/// Builds the entry of one decision about one order. `move` asks the transition table, so a decision cannot
/// write what the table does not list; it fills buckets and stock effects from the row and the place from the
/// parcel.
#pragma once

#include "ledger/ledger.h"

#include <vector>

namespace truefill::ledger {

/// The posting of new units of a line: none -> open, not yet due (a transfer's units are never billed).
UnitPosting accepted(LineNumber line, Quantity quantity, LineKind kind = LineKind::sale);

class Draft {
public:
    explicit Draft(const Order& order) : order_{order} { entry_.order = order.id; }

    /// Adds a posting of `quantity` units of the parcel in `slot`. Returns it so that keys can be set, or
    /// nullptr when the table has no such row or the parcel has fewer units left in this draft.
    UnitPosting* move(std::uint32_t slot, Quantity quantity, Trigger trigger, Pipeline to);
    /// Adds new units to a line: none -> open.
    UnitPosting& accept(LineNumber line, Quantity quantity);
    /// Moves up to `quantity` units of a line that stand in `from` (oldest parcel first); returns how many it
    /// moved.
    // tidy: allow parameters, because they are one row of the table and how much of a line takes it
    Quantity move_line(const Line& line, Quantity quantity, Trigger trigger, Pipeline from, Pipeline to);

    const Order& order() const { return order_; }
    Entry& entry() { return entry_; }
    const Entry& entry() const { return entry_; }
    bool empty() const { return entry_.units.empty() && entry_.stock.empty() && entry_.money.empty(); }
    Entry take() && { return std::move(entry_); }

private:
    const Order& order_;
    Entry entry_;
};

} // namespace truefill::ledger
