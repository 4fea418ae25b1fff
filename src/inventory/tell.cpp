#include "inventory/inventory.h"
#include "inventory/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

using ledger::Pipeline;

/// Units that an entry moves to a bucket, line by line and place by place: "5 x SKU-1 lot L-7 (line 2) at
/// LYON".
std::string units_to(const Facts& facts, const ledger::Entry& entry, Pipeline to) {
    constexpr int told = 5;
    const auto* order = facts.ledger.find(entry.order);
    std::string text;
    int parts = 0;
    for (const auto& posting : entry.units) {
        if (posting.to != to || ++parts > told) continue;
        const auto* line = order ? order->line(posting.line) : nullptr;
        if (!text.empty()) text += ", ";
        const auto lot = posting.lot_to ? posting.lot_to : posting.lot;
        text +=
            line ? say_units(facts, posting.quantity, line->item, lot) : fmt::format("{}", posting.quantity);
        text += fmt::format(" (line {})", posting.line);
        if (posting.site && to != Pipeline::backordered && to != Pipeline::open)
            text += " at " + say_site(facts, posting.site);
    }
    if (parts > told) text += fmt::format(" and {} more", parts - told);
    return text;
}

std::string with_reason(const std::string& reason) { return reason.empty() ? "." : ": " + reason + "."; }

std::string say_id(SupplyId supply) { return fmt::format("SUP-{}", supply.value); }

std::string tell_one(const Facts& facts, const StockOpened& event) {
    return fmt::format("Opening stock {} of {}: {} balances.", event.reference, say_site(facts, event.site),
                       event.entry.stock.size());
}

std::string tell_one(const Facts& facts, const SupplyAnnounced& event) {
    return fmt::format("{}: {} will bring {} to {} by {} (supply {}).", say_id(event.supply),
                       event.supplier.empty() ? "a supplier" : event.supplier,
                       say_units(facts, event.ordered, event.item), say_site(facts, event.site),
                       say_date(event.due_date), event.reference);
}

std::string tell_one(const Facts&, const SupplyChanged& event) {
    std::string text = say_id(event.supply);
    if (event.due_date != event.due_before)
        text +=
            fmt::format(" comes on {} instead of {}", say_date(event.due_date), say_date(event.due_before));
    if (event.cut > 0) text += fmt::format("{} brings {} less", event.due ? " and" : "", event.cut);
    text += fmt::format("; {} are still to come", event.coming);
    if (!event.orders.empty())
        text += fmt::format("; {} orders lose what they were promised", event.orders.size());
    return text + with_reason(event.reason);
}

std::string tell_one(const Facts& facts, const SupplyReceived& event) {
    auto text =
        fmt::format("{}: {} came in at {}", say_id(event.supply),
                    say_units(facts, event.quantity, event.item, event.lot), say_site(facts, event.site));
    if (event.damaged > 0) text += fmt::format(", {} more damaged", event.damaged);
    if (event.for_promises > 0) text += fmt::format("; {} are for promised lines", event.for_promises);
    if (event.over > 0) text += fmt::format("; {} were not announced", event.over);
    if (event.coming > 0) text += fmt::format("; {} are still to come", event.coming);
    return text + '.';
}

std::string tell_one(const Facts& facts, const PromiseSettled& event) {
    if (!event.order) {
        if (!event.orders.empty())
            return fmt::format("{}: {} more orders are served.", say_id(event.supply), event.orders.size());
        return fmt::format("{}: what nobody was promised is free.", say_id(event.supply));
    }
    auto text = fmt::format("{} for {}:", say_id(event.supply), say_order(facts, event.order));
    if (event.reserved > 0)
        text += fmt::format(" {} reserved.", units_to(facts, event.entry, Pipeline::reserved));
    if (event.cut > 0) text += fmt::format(" {} will not come.", event.cut);
    if (event.returned > 0)
        text += fmt::format(" {} came in a lot that the customer may not have.", event.returned);
    if (event.cut + event.returned > 0) text += " They wait for stock again.";
    return text;
}

std::string tell_one(const Facts& facts, const OrderReserved& event) {
    const auto name = say_order(facts, event.order);
    std::string text;
    const auto add = [&](Pipeline to, std::string_view what) {
        if (const auto units = units_to(facts, event.entry, to); !units.empty())
            text += fmt::format("{}{}: {}.", text.empty() ? "" : " ", what, units);
    };
    add(Pipeline::reserved, "Reserved for " + name);
    add(Pipeline::promised, "Promised from supply");
    add(Pipeline::backordered, name + " waits for");
    if (!event.promised.empty())
        text += fmt::format(" The first is due on {}.", say_date(event.promised.front().due));
    return text.empty() ? fmt::format("Nothing was found for {}.", name) : text;
}

std::string tell_one(const Facts& facts, const WaitingCalled& event) {
    if (event.orders.empty())
        return fmt::format("Nobody who waits can have the free {}.", say_item(facts, event.item));
    std::string text;
    for (const auto order : event.orders) text += (text.empty() ? "" : ", ") + say_order(facts, order);
    return fmt::format("{} is free; it is the turn of {}{}.", say_item(facts, event.item), text,
                       event.more ? " and more after them" : "");
}

std::string tell_one(const Facts& facts, const ReservationReturned& event) {
    const auto units =
        units_to(facts, event.entry, Pipeline::open) + units_to(facts, event.entry, Pipeline::backordered);
    return fmt::format("{} gives back {}{}", say_order(facts, event.order), units, with_reason(event.reason));
}

std::string tell_one(const Facts& facts, const CountRequested& event) {
    auto text = fmt::format("{}: {} shall count {}{}", say_count(event.count), say_site(facts, event.site),
                            say_item(facts, event.item), say_lot(facts, event.lot));
    if (event.doubt > 0) text += fmt::format(", {} are in doubt", event.doubt);
    return text + with_reason(event.reason);
}

std::string tell_one(const Facts& facts, const CountRecorded& event) {
    return fmt::format("{}: {} counted {} at {}, {:+} against the book; {}.", say_count(event.count),
                       event.counted_by, say_units(facts, event.counted, event.item, event.lot),
                       say_site(facts, event.site), event.difference,
                       event.recount ? "somebody else counts again" : "it waits for approval");
}

std::string tell_one(const Facts& facts, const StockCounted& event) {
    auto text = fmt::format("{}: {} at {}, {:+} against the book, is posted", say_count(event.count),
                            say_units(facts, event.counted, event.item, event.lot),
                            say_site(facts, event.site), event.difference);
    if (!event.approved_by.empty()) text += ", approved by " + event.approved_by;
    if (event.explained > 0) text += fmt::format("; {} of them had stood in suspense", event.explained);
    if (event.missing > 0) text += fmt::format("; {} reserved units are not there", event.missing);
    return text + '.';
}

std::string tell_one(const Facts& facts, const StockHeld& event) {
    return fmt::format("{} at {} {}{}", say_units(facts, event.quantity, event.item, event.lot),
                       say_site(facts, event.site), event.lift ? "is free again" : "is on hold",
                       with_reason(event.reason));
}

std::string tell_one(const Facts& facts, const TransferPlaced& event) {
    Quantity units = 0;
    for (const auto& posting : event.entry.units) units += posting.quantity;
    return fmt::format("T-{}: {} takes {} units from {} to {}.", event.transfer.value,
                       event.entry.opened.front().number, units, say_site(facts, event.from),
                       say_site(facts, event.to));
}

std::string tell_one(const Facts& facts, const TransferReceived& event) {
    const auto units = units_to(facts, event.entry, Pipeline::delivered);
    auto text = fmt::format("T-{}: {}: {} came in", event.transfer.value, say_order(facts, event.order),
                            units.empty() ? "nothing that was shipped" : units);
    if (!event.deviations.empty()) text += "; " + event.deviations.front().sentence;
    return text + '.';
}

std::string tell_one(const Facts& facts, const SuspenseExplained& event) {
    auto text = fmt::format(
        "{} in suspense at {} {}", say_units(facts, event.quantity, event.item, event.lot),
        say_site(facts, event.site), event.write_off ? "is written off" : "was there all the time");
    if (!event.approved_by.empty()) text += ", approved by " + event.approved_by;
    return text + with_reason(event.reason);
}

std::string tell_one(const Facts& facts, const StockRelabelled& event) {
    std::string took, made;
    for (const auto& posting : event.entry.stock) {
        auto& text = posting.to == ledger::Stock::conversion ? took : made;
        text += (text.empty() ? "" : ", ") + say_units(facts, posting.quantity, posting.item, posting.lot);
    }
    return fmt::format("{} became {} at {}{}", took, made, say_site(facts, event.site),
                       with_reason(event.reason));
}

} // namespace

std::string tell(const Facts& facts, const Event& event) {
    return visit([&](const auto& one) { return tell_one(facts, one); }, event);
}

std::string tell_overdue(const Facts& facts, const State& state, SupplyId id) {
    const auto& supply = state.supplies.at(id);
    return fmt::format("{} was due on {}; {} have not come to {}", say_supply(supply), say_date(supply.due),
                       say_units(facts, supply.coming, supply.item), say_site(facts, supply.site));
}

std::string tell_overdue(const Facts& facts, const State& state, CountId id) {
    const auto& count = state.counts.at(id);
    const auto* waits = count.state == CountState::counted   ? "for approval"
                        : count.state == CountState::recount ? "for a recount by somebody else"
                                                             : "to be counted";
    return fmt::format("{} of {}{} at {} still waits {}", say_count(id), say_item(facts, count.item),
                       say_lot(facts, count.lot), say_site(facts, count.site), waits);
}

} // namespace truefill::inventory
