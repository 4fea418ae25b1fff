#include "ledger/draft.h"

#include <algorithm>

namespace truefill::ledger {

UnitPosting* Draft::move(std::uint32_t slot, Quantity quantity, Trigger trigger, Pipeline to) {
    if (slot >= order_.parcels.size()) return nullptr;
    const auto& parcel = order_.parcels[slot];
    Quantity left = parcel.quantity;
    for (const auto& earlier : entry_.units)
        if (earlier.parcel == slot && earlier.from != Pipeline::none) left -= earlier.quantity;
    if (quantity <= 0 || quantity > left) return nullptr;
    const auto row = find_unit(order_.kind, trigger, parcel.pipeline, parcel.billing, to);
    if (!row) return nullptr;
    UnitPosting posting;
    posting.line = order_.lines[parcel.line_index].number;
    posting.parcel = slot;
    posting.quantity = quantity;
    posting.trigger = trigger;
    posting.from = row->from;
    posting.to = row->to;
    posting.billing_from = row->billing_from;
    posting.billing_to = row->billing_to;
    posting.stock_from = row->stock_from;
    posting.stock_to = row->stock_to;
    posting.site = parcel.site;
    posting.lot = parcel.lot;
    const bool earns = row->billing_from == Billing::not_due && row->billing_to == Billing::billable;
    if (earns) posting.unit_price = order_.lines[parcel.line_index].unit_price;
    return &entry_.units.emplace_back(posting);
}

UnitPosting accepted(LineNumber line, Quantity quantity, LineKind kind) {
    UnitPosting posting;
    posting.line = line;
    posting.quantity = quantity;
    posting.trigger = Trigger::accept;
    posting.to = Pipeline::open;
    posting.billing_to = kind == LineKind::sale ? Billing::not_due : Billing::none;
    return posting;
}

UnitPosting& Draft::accept(LineNumber line, Quantity quantity) {
    return entry_.units.emplace_back(accepted(line, quantity, order_.kind));
}

// tidy: allow parameters, because they are one row of the table and how much of a line takes it
Quantity Draft::move_line(const Line& line, Quantity quantity, Trigger trigger, Pipeline from, Pipeline to) {
    std::vector<std::uint32_t> slots;
    order_.each_parcel(line, [&](std::uint32_t slot, const Parcel& parcel) {
        if (parcel.pipeline == from) slots.push_back(slot);
    });
    Quantity moved = 0;
    for (auto slot = slots.rbegin(); slot != slots.rend() && moved < quantity; ++slot) {
        const auto part = std::min(quantity - moved, order_.parcels[*slot].quantity);
        if (move(*slot, part, trigger, to)) moved += part;
    }
    return moved;
}

} // namespace truefill::ledger
