#include "inventory/decide.h"
#include "inventory/receipt.h"
#include "inventory/say.h"
#include "inventory/supply.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

using journal::refuse;
using ledger::Stock;

/// 2199-12-31: what is dated later is a slip of the pen.
constexpr Date last_due{84'005};

/// The day after the due day: what has not come by then is late.
Time overdue_at(Date due) { return start_of(due + 1); }

Found<void> check_announced(const AnnounceSupply& command) {
    if (command.supply.empty()) return refuse("reference_missing", "a supply has a reference");
    if (command.quantity <= 0 || command.quantity > quantity_max)
        return refuse("quantity_invalid", "supply " + command.supply + " is of no quantity that can be");
    if (!command.due)
        return refuse("due_missing", "supply " + command.supply + " has no date; nothing can be promised");
    if (command.due > last_due)
        return refuse("due_invalid", "supply " + command.supply + " is due after 2199; that is no date");
    return {};
}

/// Takes what will not come: from what nobody was promised at once, the rest is left void for the promises to
/// give up.
void cut_supply(const Facts& facts, SupplyId id, Supply& supply, SupplyChanged& event) {
    const auto part = std::min(event.cut, free_inbound(facts.ledger, id, supply));
    supply.coming -= event.cut;
    supply.booked -= part;
    const Place place{supply.site, supply.item, {}};
    if (part > 0) event.entry.stock.push_back(move_stock(place, part, Stock::inbound, Stock::supplier));
}

void raise_supply(const Facts& facts, Quantity more, Supply& supply, SupplyChanged& event) {
    supply.coming += more;
    supply.booked += more;
    const Place place{supply.site, supply.item, {}};
    event.entry.stock.push_back(move_stock(place, more, Stock::supplier, Stock::inbound));
    note_free(facts, supply.item, event.freed);
}

ledger::Deviation supply_cut(const Facts& facts, const Supply& supply, const SupplyChanged& event,
                             Date today) {
    auto deviation = off_plan("supply_short",
                              fmt::format("{} brings {} less to {}; {} orders lose what they were promised",
                                          say_supply(supply), say_units(facts, event.cut, supply.item),
                                          say_site(facts, supply.site), event.orders.size()),
                              supply.site, supply.item);
    if (event.more) deviation.sentence += " and more after them";
    deviation.quantity = event.cut;
    deviation.value = worth(facts, supply.item, event.cut, today);
    return deviation;
}

ledger::Deviation supply_late(const Facts& facts, const Supply& supply, const SupplyChanged& event) {
    return off_plan("supply_overdue",
                    fmt::format("{} of {} for {} comes on {} instead of {}; {} lines were promised from it",
                                say_supply(supply), say_item(facts, supply.item),
                                say_site(facts, supply.site), say_date(event.due_date),
                                say_date(event.due_before), event.promised.size()),
                    supply.site, supply.item);
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const AnnounceSupply& command,
                    const Envelope& envelope) {
    const auto site = find_site(facts, command.site, envelope);
    if (!site) return std::unexpected(site.error());
    const auto item = find_item(facts, command.item, envelope);
    if (!item) return std::unexpected(item.error());
    if (auto checked = check_announced(command); !checked) return std::unexpected(checked.error());
    const auto known = state.supply_keys.find(supply_key(command.supply, *item));
    const auto* early = known == state.supply_keys.end() ? nullptr : &state.supplies.at(known->second);
    if (early && (early->ordered > 0 || early->booked > 0))
        return refuse("already_announced",
                      fmt::format("supply {} of {} is known; a change of it is a ChangeSupply",
                                  command.supply, command.item));
    SupplyAnnounced event;
    event.supply = early ? known->second : state.supplies.next_id();
    event.reference = command.supply;
    event.supplier = command.supplier;
    event.item = *item;
    event.site = *site;
    event.ordered = command.quantity;
    event.coming = std::max<Quantity>(command.quantity - (early ? early->received : 0), 0);
    event.due_date = command.due;
    event.due = overdue_at(command.due);
    event.opening = command.opening;
    if (event.coming > 0) {
        const auto from = command.opening ? Stock::opening : Stock::supplier;
        event.entry.stock.push_back(move_stock({*site, *item, {}}, event.coming, from, Stock::inbound));
        note_free(facts, *item, event.freed);
    }
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ChangeSupply& command,
                    const Envelope& envelope) {
    const auto item = find_item(facts, command.item, envelope);
    if (!item) return std::unexpected(item.error());
    const auto known = state.supply_keys.find(supply_key(command.supply, *item));
    if (known == state.supply_keys.end() || state.supplies.at(known->second).ordered == 0)
        return journal::wait_for(
            "supply:" + command.supply, "supply_unknown",
            fmt::format("supply {} of {} was not announced", command.supply, command.item));
    if (command.quantity && (*command.quantity < 0 || *command.quantity > quantity_max))
        return refuse("quantity_invalid", "supply " + command.supply + " is of no quantity that can be");
    const auto id = known->second;
    auto supply = state.supplies.at(id);
    SupplyChanged event;
    event.supply = id;
    if (command.due > last_due)
        return refuse("due_invalid", "a supply is not due after 2199; that is no date");
    event.due_before = supply.due;
    event.due_date = command.due ? command.due : supply.due;
    event.ordered = command.quantity.value_or(supply.ordered);
    event.reason = command.reason;
    if (event.ordered == supply.ordered && event.due_date == supply.due)
        return refuse("already_so", say_supply(supply) + " is as the message says");

    // What came already cannot be cut: a lower number than that cuts what is still to come, and no more.
    const auto wanted = std::max<Quantity>(event.ordered - supply.received, 0);
    event.cut = std::max<Quantity>(supply.coming - wanted, 0);
    if (event.cut > 0) cut_supply(facts, id, supply, event);
    else if (event.ordered > supply.ordered && wanted > supply.coming)
        raise_supply(facts, wanted - supply.coming, supply, event);
    event.coming = supply.coming;
    event.booked = supply.booked;

    const auto today = date_of(envelope.record_time);
    const auto settlement = settle(facts, id, supply, today);
    name_orders(settlement, event);
    if (event.cut > 0) event.deviations.push_back(supply_cut(facts, supply, event, today));
    if (event.due_date != event.due_before) {
        event.due = overdue_at(event.due_date);
        for (const auto& part : settlement.parts) event.promised.push_back(part.line);
        if (event.due_date > event.due_before && !event.promised.empty())
            event.deviations.push_back(supply_late(facts, supply, event));
    }
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ReceiveSupply& command,
                    const Envelope& envelope) {
    const auto item = find_item(facts, command.item, envelope);
    if (!item) return std::unexpected(item.error());
    if (command.quantity < 0 || command.damaged < 0 || command.quantity > quantity_max ||
        command.damaged > quantity_max || (command.quantity + command.damaged == 0 && !command.last))
        return refuse("quantity_invalid",
                      "receipt of supply " + command.supply + " is of no quantity that can be");
    const auto known = state.supply_keys.find(supply_key(command.supply, *item));
    Receipt receipt{.command = command, .item = *item, .today = date_of(envelope.record_time)};
    if (known != state.supply_keys.end()) {
        receipt.id = known->second;
        receipt.supply = state.supplies.at(receipt.id);
    } else if (command.site.empty() || command.quantity + command.damaged == 0) {
        return journal::wait_for(
            "supply:" + command.supply, "supply_unknown",
            fmt::format("supply {} of {} was not announced, and the receipt does not say what came in where",
                        command.supply, command.item));
    }
    receipt.site = receipt.supply.site;
    if (!command.site.empty()) {
        const auto site = find_site(facts, command.site, envelope);
        if (!site) return std::unexpected(site.error());
        receipt.site = *site;
    }
    if (!command.receipt.empty() &&
        std::ranges::find(receipt.supply.receipts, receipt_key(command.receipt, command.lot)) !=
            receipt.supply.receipts.end())
        return refuse("already_received", fmt::format("receipt {} of {} counted before", command.receipt,
                                                      say_supply(receipt.supply)));
    if (!receipt.id) receipt.id = state.supplies.next_id();
    return receive(facts, std::move(receipt));
}

} // namespace truefill::inventory
