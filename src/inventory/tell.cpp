#include "inventory/inventory.h"
#include "inventory/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

Quantity moved(const ledger::Entry& entry, ledger::Pipeline to) {
    Quantity sum = 0;
    for (const auto& posting : entry.units)
        if (posting.to == to) sum += posting.quantity;
    return sum;
}

std::string because(const std::string& reason) {
    return reason.empty() ? std::string{} : " (" + reason + ")";
}

std::string tell_one(const Facts& facts, const StockOpened& event) {
    return fmt::format("Opening stock {} of {}: {} balances.", event.reference, say_site(facts, event.site),
                       event.entry.stock.size());
}
std::string tell_one(const Facts& facts, const SupplyAnnounced& event) {
    return fmt::format("Supply {} announced for {}: {} by {}.", event.reference, say_site(facts, event.site),
                       say_units(facts, event.ordered, event.item), say_date(event.due_date));
}
std::string tell_one(const Facts&, const SupplyChanged& event) {
    return fmt::format("SUP-{} changed: {} ordered, due {}{}.", event.supply.value, event.ordered,
                       say_date(event.due_date), because(event.reason));
}
std::string tell_one(const Facts& facts, const SupplyReceived& event) {
    auto text =
        fmt::format("{} received at {} from SUP-{}", say_units(facts, event.quantity, event.item, event.lot),
                    say_site(facts, event.site), event.supply.value);
    if (event.damaged > 0) text += fmt::format(", {} damaged", event.damaged);
    return text + '.';
}
std::string tell_one(const Facts& facts, const PromiseSettled& event) {
    if (!event.order) return fmt::format("What SUP-{} had left over became free.", event.supply.value);
    auto text = fmt::format("{} gets {} units of SUP-{}", say_order(facts, event.order), event.reserved,
                            event.supply.value);
    if (event.cut > 0) text += fmt::format("; {} will not come", event.cut);
    if (event.returned > 0) text += fmt::format("; {} came in a lot it may not have", event.returned);
    return text + '.';
}
std::string tell_one(const Facts& facts, const OrderReserved& event) {
    const auto reserved = moved(event.entry, ledger::Pipeline::reserved);
    const auto promised = moved(event.entry, ledger::Pipeline::promised);
    const auto waiting = moved(event.entry, ledger::Pipeline::backordered);
    auto text = say_order(facts, event.order) + ":";
    if (reserved > 0) {
        text += fmt::format(" {} units reserved at", reserved);
        std::vector<SiteId> sites;
        for (const auto& posting : event.entry.units)
            if (posting.to == ledger::Pipeline::reserved &&
                std::ranges::find(sites, posting.site) == sites.end()) {
                sites.push_back(posting.site);
                text += (sites.size() > 1 ? ", " : " ") + say_site(facts, posting.site);
            }
        text += '.';
    }
    if (promised > 0) text += fmt::format(" {} units promised from supply.", promised);
    if (waiting > 0) text += fmt::format(" {} units backordered.", waiting);
    if (reserved + promised + waiting == 0) text += " nothing to reserve.";
    return text;
}
std::string tell_one(const Facts& facts, const WaitingCalled& event) {
    return fmt::format("{} is to be had again: {} waiting orders are served.", say_item(facts, event.item),
                       event.orders.size());
}
std::string tell_one(const Facts& facts, const ReservationReturned& event) {
    return fmt::format("{} gives {} reserved units back{}.", say_order(facts, event.order), event.quantity,
                       because(event.reason));
}
std::string tell_one(const Facts& facts, const CountRequested& event) {
    return fmt::format("{} asked to count {}{}.", say_site(facts, event.site), say_item(facts, event.item),
                       because(event.reason));
}
std::string tell_one(const Facts& facts, const CountRecorded& event) {
    return fmt::format("{} counted {} at {} by {}; {}.",
                       say_units(facts, event.counted, event.item, event.lot), say_count(event.count),
                       say_site(facts, event.site), event.counted_by,
                       event.recount ? "another person counts again" : "it waits for approval");
}
std::string tell_one(const Facts& facts, const StockCounted& event) {
    return fmt::format("Count of {} at {} posted: {}, a difference of {}.", say_item(facts, event.item),
                       say_site(facts, event.site), event.counted, event.difference);
}
std::string tell_one(const Facts& facts, const StockHeld& event) {
    return fmt::format("{} at {} {}{}.", say_units(facts, event.quantity, event.item, event.lot),
                       say_site(facts, event.site), event.lift ? "off hold" : "on hold",
                       because(event.reason));
}
std::string tell_one(const Facts& facts, const SuspenseExplained& event) {
    return fmt::format("{} in suspense at {} {}{}.", say_units(facts, event.quantity, event.item, event.lot),
                       say_site(facts, event.site), event.write_off ? "written off" : "found to be here",
                       because(event.reason));
}

} // namespace

std::string tell(const Facts& facts, const Event& event) {
    return std::visit([&](const auto& one) { return tell_one(facts, one); }, event);
}

std::string tell_overdue(const Facts& facts, const State& state, SupplyId id) {
    const auto& supply = state.supplies.at(id);
    return fmt::format("{} was due on {}; {} have not come", say_supply(supply), say_date(supply.due),
                       say_units(facts, supply.coming, supply.item));
}

std::string tell_overdue(const Facts& facts, const State& state, CountId id) {
    const auto& count = state.counts.at(id);
    return fmt::format("{} of {} at {} is overdue", say_count(id), say_item(facts, count.item),
                       say_site(facts, count.site));
}

} // namespace truefill::inventory
