#include "base/assert.h"
#include "ledger/valuation.h"
#include "returns/verbs.h"

#include <algorithm>

namespace truefill::returns {
namespace {

using ledger::Pipeline;

bool is_with_customer(const ledger::Parcel& parcel) {
    return parcel.pipeline == Pipeline::shipped || parcel.pipeline == Pipeline::delivered;
}

/// Lost units can only come in; a blind receipt that is matched later was with the customer.
bool can_come_back(const ledger::Parcel& parcel, const Incoming& incoming) {
    const bool lost = parcel.pipeline == Pipeline::lost;
    return is_with_customer(parcel) || (lost && incoming.trigger == ledger::Trigger::receive_return);
}

/// Slots of the units that can come back: what the customer has before what the carrier lost (the other way
/// round when it is the carrier who brings it), then the same lot, then what left that site, then what was
/// delivered (or, when the door stayed shut, what was not), then the oldest.
std::vector<std::uint32_t> candidates(const ledger::Order& order, const ledger::Line& line,
                                      const Incoming& incoming) {
    std::vector<std::uint32_t> slots;
    order.each_parcel(line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
        if (can_come_back(parcel, incoming)) slots.push_back(slot);
    });
    std::ranges::reverse(slots);
    std::ranges::stable_sort(slots, {}, [&](std::uint32_t slot) {
        const auto& parcel = order.parcels[slot];
        const bool is_delivered = parcel.pipeline == Pipeline::delivered;
        const bool is_lost = parcel.pipeline == Pipeline::lost;
        return (is_lost != incoming.from_carrier ? 8 : 0) +
               (incoming.lot && parcel.lot != incoming.lot ? 4 : 0) + (parcel.site != incoming.site ? 2 : 0) +
               (is_delivered == incoming.refused ? 1 : 0);
    });
    return slots;
}

void add_piece(std::vector<Piece>& pieces, const Piece& piece) {
    for (auto& mine : pieces) {
        if (mine.site != piece.site || mine.lot != piece.lot) continue;
        mine.quantity += piece.quantity;
        return;
    }
    pieces.push_back(piece);
}

} // namespace

Quantity with_customer(const ledger::Order& order, const ledger::Line& line) {
    return order.quantity(line, Pipeline::shipped) + order.quantity(line, Pipeline::delivered);
}

Quantity lost_in(const ledger::Entry& entry) {
    Quantity sum = 0;
    for (const auto& posting : entry.units)
        if (posting.from == Pipeline::lost) sum += posting.quantity;
    return sum;
}

std::vector<Piece> take_back(ledger::Draft& draft, const ledger::Line& line, const Incoming& incoming) {
    const auto& order = draft.order();
    std::vector<Piece> pieces;
    Amount back;
    Quantity left = incoming.quantity;
    for (const auto slot : candidates(order, line, incoming)) {
        if (left == 0) break;
        const auto& parcel = order.parcels[slot];
        const auto part = std::min(left, parcel.quantity);
        const bool lost = parcel.pipeline == Pipeline::lost;
        auto* posting = draft.move(slot, part, lost ? ledger::Trigger::carrier_return : incoming.trigger,
                                   Pipeline::returned);
        if (posting == nullptr) continue;
        if (incoming.site != parcel.site) posting->site_to = incoming.site;
        if (incoming.lot && incoming.lot != parcel.lot) posting->lot_to = incoming.lot;
        if (posting->billing_to == ledger::Billing::waived)
            back +=
                ledger::add_value(draft, {line.number, -part, parcel.unit_price}, ledger::ValueStage::issued);
        add_piece(pieces, {incoming.site, incoming.lot ? incoming.lot : parcel.lot, part, 0});
        left -= part;
    }
    TF_ASSERT(left == 0, "the line has the units that come back");
    ledger::add_money(draft, ledger::Account::unbilled, ledger::Account::revenue, back);
    return pieces;
}

std::vector<Taken> use_up(const State& state, OrderId order, const LineUnits& units, ReturnId first) {
    std::vector<Taken> open;
    each_return(state, order, [&](ReturnId id, const Return& document) {
        if (document.line == units.line && document.open > 0) open.push_back({id, document.open});
    });
    std::ranges::reverse(open);
    std::ranges::stable_sort(open, {}, [&](const Taken& one) { return one.rma == first ? 0 : 1; });
    Quantity left = units.quantity;
    for (auto& one : open) {
        one.quantity = std::min(one.quantity, left);
        left -= one.quantity;
    }
    std::erase_if(open, [](const Taken& one) { return one.quantity == 0; });
    return open;
}

Quantity open_units(const State& state, OrderId order, LineNumber line) {
    Quantity sum = 0;
    each_return(state, order, [&](ReturnId, const Return& document) {
        if (line == 0 || document.line == line) sum += document.open;
    });
    return sum;
}

bool needs_check(const State& state, ReturnId rma, Time now) {
    const auto* found = state.returns.find(rma);
    if (found == nullptr) return false;
    const bool expired = found->open > 0 && now >= found->expires_at;
    const bool uninspected =
        found->received > found->inspected && !found->reminded && now >= found->inspect_by;
    return expired || uninspected;
}

} // namespace truefill::returns
