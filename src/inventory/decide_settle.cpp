#include "inventory/decide.h"
#include "inventory/supply.h"
#include "ledger/draft.h"

#include <algorithm>

namespace truefill::inventory {
namespace {

using journal::refuse;
using ledger::Pipeline;
using ledger::Stock;
using ledger::Trigger;

/// Hands out one line's share, parcel by parcel.
class Share {
public:
    Share(SupplyId supply, PromisedPart part, ledger::Draft& draft)
        : supply_{supply}, part_{std::move(part)}, draft_{draft} {}

    void post(PromiseSettled& event) {
        const auto& order = draft_.order();
        order.each_parcel(
            *order.line(part_.line.line), [&](std::uint32_t slot, const ledger::Parcel& parcel) {
                if (parcel.pipeline != Pipeline::promised || parcel.supply != supply_) return;
                slot_ = slot;
                left_ = parcel.quantity;
                for (auto& arrival : part_.gets) {
                    const auto first = draft_.entry().units.size();
                    event.reserved += move(arrival.quantity, Trigger::receive_promised, Pipeline::reserved);
                    for (auto i = first; i < draft_.entry().units.size(); ++i)
                        draft_.entry().units[i].lot_to = arrival.lot;
                }
                event.cut += move(part_.cut, Trigger::cut_supply, Pipeline::backordered);
                event.returned += move(part_.returned, Trigger::unpromise, Pipeline::backordered);
            });
    }

private:
    /// Moves what the parcel still has of `wanted`, and takes it off `wanted`.
    Quantity move(Quantity& wanted, Trigger trigger, Pipeline to) {
        const auto part = std::min(wanted, left_);
        if (part == 0 || !draft_.move(slot_, part, trigger, to)) return 0;
        wanted -= part;
        left_ -= part;
        return part;
    }

    SupplyId supply_;
    PromisedPart part_;
    ledger::Draft& draft_;
    std::uint32_t slot_ = 0;
    Quantity left_ = 0;
};

/// What has come and nobody promised may have becomes free; what will not come leaves the book.
void post_rest(const Facts& facts, const State& state, const Settlement& settlement, PromiseSettled& event) {
    const auto& supply = state.supplies.at(event.supply);
    const Place place{supply.site, supply.item, {}};
    auto inbound = free_inbound(facts.ledger, event.supply, supply);
    for (const auto& arrival : settlement.left) {
        const auto part = std::min(arrival.quantity, inbound);
        if (part == 0) continue;
        auto& posting =
            event.entry.stock.emplace_back(move_stock(place, part, Stock::inbound, Stock::available));
        posting.lot_to = arrival.lot;
        inbound -= part;
        note_free(facts, supply.item, event.freed);
    }
    event.cut = std::min(settlement.void_left, inbound);
    if (event.cut > 0)
        event.entry.stock.push_back(move_stock(place, event.cut, Stock::inbound, Stock::supplier));
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const SettlePromise& command,
                    const Envelope& envelope) {
    const auto* supply = state.supplies.find(command.supply);
    if (!supply) return refuse("supply_unknown", "the supply that is to be settled was never announced");
    const auto settlement = settle(facts, command.supply, *supply, date_of(envelope.record_time));
    PromiseSettled event;
    event.supply = command.supply;
    event.order = command.order;
    if (!command.order) {
        name_orders(settlement, event);
        // Only when no order is to be served any more is it certain what nobody takes.
        if (event.orders.empty()) {
            post_rest(facts, state, settlement, event);
            event.more = false;
        } else {
            event.more = true;
        }
        return one(std::move(event));
    }
    const auto* order = facts.ledger.find(command.order);
    if (!order) return refuse("order_unknown", "the order that is to be settled is not open here");
    ledger::Draft draft{*order};
    for (const auto& part : settlement.parts)
        if (part.line.order == command.order) Share{command.supply, part, draft}.post(event);
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

} // namespace truefill::inventory
