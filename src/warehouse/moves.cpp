#include "warehouse/moves.h"

#include "warehouse/warehouse.h"

#include <algorithm>

namespace truefill::warehouse {
namespace {

using ledger::Pipeline;

bool is_gone(Pipeline bucket) {
    return bucket == Pipeline::shipped || bucket == Pipeline::delivered || bucket == Pipeline::lost ||
           bucket == Pipeline::returned;
}

void count(Progress& sum, Pipeline bucket, Quantity quantity) {
    if (bucket == Pipeline::released) sum.released += quantity;
    else if (bucket == Pipeline::picked) sum.picked += quantity;
    else if (bucket == Pipeline::packed) sum.packed += quantity;
    else if (is_gone(bucket)) sum.gone += quantity;
}

/// Units of a parcel that the draft has not moved yet.
Quantity left_in(const ledger::Draft& draft, std::uint32_t slot) {
    Quantity left = draft.order().parcels[slot].quantity;
    for (const auto& posting : draft.entry().units)
        if (posting.parcel == slot && posting.from != Pipeline::none) left -= posting.quantity;
    return left;
}

/// Adds units to the list, one element per handling unit.
void add_unit(std::vector<std::pair<HandlingUnitId, Quantity>>& units, HandlingUnitId id, Quantity quantity) {
    for (auto& [known, sum] : units)
        if (known == id) {
            sum += quantity;
            return;
        }
    units.emplace_back(id, quantity);
}

} // namespace

Quantity move_units(ledger::Draft& draft, const Move& move) {
    Quantity moved = 0;
    draft.order().each_parcel(move.line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
        if (moved == move.quantity || parcel.pipeline != move.from || parcel.release != move.release) return;
        if (move.lot && parcel.lot && parcel.lot != *move.lot) return;
        if (move.out_of && parcel.handling_unit != move.out_of) return;
        const auto part = std::min(move.quantity - moved, left_in(draft, slot));
        if (auto* posting = draft.move(slot, part, move.trigger, move.to)) {
            posting->handling_unit = move.into;
            if (move.lot && !parcel.lot && posting->stock_from != ledger::Stock::none)
                posting->lot_to = *move.lot;
            moved += part;
        }
    });
    return moved;
}

// tidy: allow parameters, because a lot narrows down what the first three name
Progress progress(const ledger::Order& order, const ledger::Line& line, ReleaseId release,
                  std::optional<LotId> lot) {
    Progress sum;
    order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        const bool fits = !lot || !parcel.lot || parcel.lot == *lot;
        if (parcel.release == release && fits) count(sum, parcel.pipeline, parcel.quantity);
    });
    return sum;
}

Progress progress(const ledger::Order& order, ReleaseId release) {
    Progress sum;
    for (const auto& parcel : order.parcels)
        if (parcel.release == release) count(sum, parcel.pipeline, parcel.quantity);
    return sum;
}

bool has_left(const ledger::Order& order, HandlingUnitId id) {
    return std::ranges::any_of(order.parcels, [&](const ledger::Parcel& parcel) {
        return parcel.quantity > 0 && parcel.handling_unit == id && parcel.shipment;
    });
}

Completion completion(const State& state, const ledger::Draft& draft, ReleaseId release,
                      const PackedUnit& fresh) {
    const auto& order = draft.order();
    auto sum = progress(order, release);
    for (const auto& posting : draft.entry().units) {
        count(sum, posting.from, -posting.quantity);
        count(sum, posting.to, posting.quantity);
    }
    if (sum.released != 0 || sum.picked != 0 || sum.packed <= 0) return {};

    std::vector<std::pair<HandlingUnitId, Quantity>> units;
    for (std::uint32_t slot = 0; slot < order.parcels.size(); ++slot) {
        const auto& parcel = order.parcels[slot];
        if (parcel.quantity == 0 || parcel.release != release || parcel.pipeline != Pipeline::packed)
            continue;
        add_unit(units, parcel.handling_unit, left_in(draft, slot));
    }
    for (const auto& posting : draft.entry().units)
        if (posting.to == Pipeline::packed) add_unit(units, posting.handling_unit, posting.quantity);

    Completion result{.complete = true, .handling_units = {}, .weight_grams = 0};
    for (const auto& [id, quantity] : units) {
        if (quantity == 0) continue;
        const auto* known = state.handling_units.find(id);
        PackedUnit unit{id, known ? sscc_text(known->sscc) : std::string{}, known ? known->weight_grams : 0};
        if (id == fresh.handling_unit) {
            unit.sscc = fresh.sscc;
            unit.weight_grams += fresh.weight_grams;
        }
        result.weight_grams += unit.weight_grams;
        result.handling_units.push_back(std::move(unit));
    }
    std::ranges::sort(result.handling_units, {}, &PackedUnit::handling_unit);
    return result;
}

Money value_of(const ledger::Order& order, const ledger::Line& line, Quantity quantity) {
    if (!order.currency) return {};
    return {times(line.unit_price, quantity), order.currency};
}

} // namespace truefill::warehouse
