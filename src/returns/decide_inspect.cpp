#include "ledger/valuation.h"
#include "returns/verbs.h"

#include <algorithm>

namespace truefill::returns {
namespace {

using ledger::Billing;
using ledger::Pipeline;
using ledger::Stock;

Stock target(Disposition disposition) {
    if (disposition == Disposition::restock) return Stock::available;
    return disposition == Disposition::hold ? Stock::held : Stock::scrap;
}

/// The first units of a return that are not inspected yet.
std::vector<Piece> next_pieces(const Return& document, Quantity quantity) {
    std::vector<Piece> pieces;
    for (const auto& piece : document.pieces) {
        const auto part = std::min(quantity, piece.quantity - piece.inspected);
        if (part <= 0) continue;
        pieces.push_back({piece.site, piece.lot, part, 0});
        quantity -= part;
    }
    return pieces;
}

void dispose(ReturnInspected& event) {
    for (const auto& piece : event.pieces) {
        auto& posting = event.entry.stock.emplace_back();
        posting.item = event.item;
        posting.quantity = piece.quantity;
        posting.from = Stock::return_quarantine;
        posting.to = target(event.disposition);
        posting.site = piece.site;
        posting.lot = piece.lot;
    }
}

/// What the credit memo has not reached yet goes first: nothing has to be billed again for it.
int rank(Billing billing) { return billing == Billing::credit_due ? 0 : billing == Billing::waived ? 1 : 2; }

/// Gives the units of one piece back to the customer; answers how many it found.
Quantity deny(ledger::Draft& draft, const ledger::Line& line, const Piece& piece, ReturnInspected& event) {
    const auto& order = draft.order();
    std::vector<std::uint32_t> slots;
    order.each_parcel(line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
        const bool here = parcel.site == piece.site && parcel.lot == piece.lot;
        if (parcel.pipeline == Pipeline::returned && here) slots.push_back(slot);
    });
    std::ranges::reverse(slots);
    std::ranges::stable_sort(slots, {},
                             [&](std::uint32_t slot) { return rank(order.parcels[slot].billing); });
    Quantity left = piece.quantity;
    Amount earned;
    for (const auto slot : slots) {
        const auto& parcel = order.parcels[slot];
        const auto part = std::min(left, parcel.quantity);
        const auto* posting = draft.move(slot, part, ledger::Trigger::deny_return, Pipeline::delivered);
        if (posting == nullptr) continue;
        left -= part;
        if (posting->billing_to != Billing::billable) continue;
        earned +=
            ledger::add_value(draft, {line.number, part, parcel.unit_price}, ledger::ValueStage::issued);
        if (std::ranges::find(event.rebill, parcel.shipment) == event.rebill.end())
            event.rebill.push_back(parcel.shipment);
    }
    ledger::add_money(draft, ledger::Account::unbilled, ledger::Account::revenue, earned);
    return piece.quantity - left;
}

Decision denied(const Facts& facts, ReturnInspected event) {
    const auto* order = facts.ledger.find(event.order);
    if (order == nullptr)
        return journal::refuse("not_matched",
                               say(event.rma) + " has no order that its goods could go back on");
    ledger::Draft draft{*order};
    for (const auto& piece : event.pieces) {
        if (deny(draft, *order->line(event.line), piece, event) == piece.quantity) continue;
        return journal::refuse("not_returned", say_line(facts, event.order, event.line) +
                                                   " has fewer units returned at " +
                                                   say_site(facts, piece.site) + " in that lot");
    }
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const InspectReturn& command, const Envelope&) {
    const auto* document = state.returns.find(command.rma);
    if (document == nullptr) return journal::refuse("rma_unknown", "there is no such return");
    const auto waiting = document->received - document->inspected;
    if (command.quantity <= 0 || command.quantity > waiting)
        return journal::refuse("quantity_invalid", say(command.rma) + " has " + say(waiting) + " to inspect");
    if (command.disposition == Disposition::none)
        return journal::refuse("disposition_missing", "an inspection ends in restock, hold, scrap or deny");
    if (command.inspected_by.empty())
        return journal::refuse("not_signed", "an inspection needs the name of who made it");
    ReturnInspected event;
    event.rma = command.rma;
    event.order = document->order;
    event.line = document->line;
    event.item = document->item;
    event.quantity = command.quantity;
    event.disposition = command.disposition;
    event.inspected_by = command.inspected_by;
    event.note = command.note;
    event.pieces = next_pieces(*document, command.quantity);
    for (const auto& piece : event.pieces)
        if (facts.ledger.stock(event.item, piece.site, piece.lot)[Stock::return_quarantine] < piece.quantity)
            return journal::refuse("not_in_quarantine", say_item(facts, event.item) + " at " +
                                                            say_site(facts, piece.site) +
                                                            " has fewer units in return quarantine");
    if (command.disposition == Disposition::deny) return denied(facts, std::move(event));
    dispose(event);
    return one(std::move(event));
}

} // namespace truefill::returns
