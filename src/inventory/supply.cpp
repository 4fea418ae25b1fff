#include "inventory/supply.h"

#include "inventory/shelf.h"

#include <algorithm>
#include <tuple>

namespace truefill::inventory {
namespace {

Quantity sum(const std::vector<Arrival>& arrivals) {
    Quantity total = 0;
    for (const auto& arrival : arrivals) total += arrival.quantity;
    return total;
}

Quantity promised_to(const ledger::Ledger& ledger, SupplyId id, const ledger::LineRef& ref) {
    const auto* order = ledger.find(ref.order);
    const auto* line = order ? order->line(ref.line) : nullptr;
    Quantity total = 0;
    if (line)
        order->each_parcel(*line, [&](std::uint32_t, const ledger::Parcel& parcel) {
            if (parcel.pipeline == ledger::Pipeline::promised && parcel.supply == id)
                total += parcel.quantity;
        });
    return total;
}

std::vector<PromisedPart> promised_parts(const ledger::Ledger& ledger, SupplyId id, const Supply& supply) {
    std::vector<PromisedPart> parts;
    for (const auto& ref : supply.promised) {
        const auto quantity = promised_to(ledger, id, ref);
        if (quantity == 0) continue;
        auto& part = parts.emplace_back();
        part.priority = ledger.order(ref.order).priority;
        part.line = ref;
        part.quantity = quantity;
    }
    std::ranges::sort(parts, {},
                      [](const PromisedPart& part) { return std::tuple{part.priority, part.line}; });
    return parts;
}

/// What a part still waits for after it got lots.
Quantity rest(const PromisedPart& part) { return part.quantity - sum(part.gets); }

void hand_out(const Facts& facts, Date today, Settlement& settlement) {
    for (auto& part : settlement.parts) {
        const auto days = shelf_life_days(facts, facts.ledger.order(part.line.order));
        for (auto& arrival : settlement.left) {
            const auto quantity = std::min(arrival.quantity, rest(part));
            if (quantity == 0 || !is_fit(arrival.expires, days, today)) continue;
            part.gets.push_back({arrival.lot, quantity, arrival.expires});
            arrival.quantity -= quantity;
        }
    }
    std::erase_if(settlement.left, [](const Arrival& arrival) { return arrival.quantity == 0; });
}

} // namespace

std::string supply_key(std::string_view reference, ItemId item) {
    return std::string{reference} + '|' + std::to_string(item.value);
}

Quantity arrived(const Supply& supply) { return sum(supply.arrived); }

Quantity promised(const ledger::Ledger& ledger, SupplyId id, const Supply& supply) {
    Quantity total = 0;
    for (const auto& ref : supply.promised) total += promised_to(ledger, id, ref);
    return total;
}

Quantity free_inbound(const ledger::Ledger& ledger, SupplyId id, const Supply& supply) {
    if (!supply.item) return 0; // nobody announced it
    const auto free = std::max<Quantity>(supply.booked - promised(ledger, id, supply), 0);
    return std::min(free, ledger.stock(supply.item, supply.site, LotId{}).from_suppliers());
}

Quantity free_to_promise(const ledger::Ledger& ledger, SupplyId id, const Supply& supply) {
    if (supply.coming == 0 || supply.promised.size() >= promises_per_supply) return 0;
    // Whatever is promised beyond what stands on the dock waits for what is coming.
    const auto waiting = std::max<Quantity>(promised(ledger, id, supply) - arrived(supply), 0);
    return std::max<Quantity>(supply.coming - waiting, 0);
}

Settlement settle(const Facts& facts, SupplyId id, const Supply& supply, Date today) {
    Settlement settlement;
    settlement.parts = promised_parts(facts.ledger, id, supply);
    settlement.left = supply.arrived;
    std::ranges::sort(settlement.left, {},
                      [](const Arrival& one) { return fefo_rank(one.expires, one.lot); });
    hand_out(facts, today, settlement);

    Quantity waiting = 0;
    for (const auto& part : settlement.parts) waiting += rest(part);
    auto excess = std::max<Quantity>(waiting - supply.coming, 0);
    settlement.void_left = supply.booked - supply.coming - arrived(supply);
    for (auto part = settlement.parts.rbegin(); part != settlement.parts.rend() && excess > 0; ++part) {
        const auto lost = std::min(excess, rest(*part));
        part->cut = std::min(lost, settlement.void_left);
        part->returned = lost - part->cut;
        settlement.void_left -= part->cut;
        excess -= lost;
    }
    return settlement;
}

std::vector<OrderId> Settlement::orders() const {
    std::vector<OrderId> found;
    for (const auto& part : parts) {
        const bool touched = !part.gets.empty() || part.cut > 0 || part.returned > 0;
        // Lines of one order have one priority, so they stand together.
        if (touched && (found.empty() || found.back() != part.line.order)) found.push_back(part.line.order);
    }
    return found;
}

bool Settlement::leaves_rest() const { return !left.empty() || void_left > 0; }

} // namespace truefill::inventory
