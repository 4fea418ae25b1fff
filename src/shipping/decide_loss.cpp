#include "shipping/verbs.h"

#include <fmt/format.h>

#include <optional>

namespace truefill::shipping {
namespace {

using ledger::Billing;
using ledger::Trigger;

/// What every intent that takes units back from a shipment asks for first.
template <class C> std::optional<journal::Refusal> wrong_with(const Found& found, const C& command) {
    if (!found.shipment || !found.order) return missing(found, command.shipment).error();
    if (command.approved_by.empty())
        return journal::refuse("not_approved", "it takes the name of a person who approves").error();
    if (command.quantity < 0)
        return journal::refuse("quantity_invalid", "a quantity is not below zero").error();
    if (command.line != 0 && !found.order->line(command.line))
        return journal::refuse("line_unknown",
                               fmt::format("{} has no line {}", found.order->number, command.line))
            .error();
    return std::nullopt;
}

/// The entry takes the item that went instead, as far as it is in the book.
Quantity suspend(const Facts& facts, ledger::Entry& entry, const CorrectionStarted& event) {
    Quantity left = event.quantity;
    facts.ledger.each_stock(event.wrong_item, [&](const ledger::StockBalance& row) {
        const auto part = row.site == event.site ? std::min(left, row[ledger::Stock::available]) : 0;
        if (part <= 0) return;
        entry.stock.push_back(
            {row.item, part, ledger::Stock::available, ledger::Stock::suspense, row.site, {}, row.lot, {}});
        left -= part;
    });
    if (left > 0 && !facts.master.item(event.wrong_item).lot_controlled) {
        // Gone is gone: units that the book lacks, or has written off already, are found first.
        for (const auto& [from, to] : {std::pair{ledger::Stock::adjustment, ledger::Stock::available},
                                       std::pair{ledger::Stock::available, ledger::Stock::suspense}})
            entry.stock.push_back({event.wrong_item, left, from, to, event.site, {}, {}, {}});
    }
    return left;
}

/// What must be undone for the units that are corrected: those first that need the fewest steps.
Quantity count_steps(const ledger::Order& order, const ledger::Line& line, CorrectionStarted& event) {
    Quantity left = event.quantity, all = 0;
    for (const int steps : {0, 1, 2})
        order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
            const bool delivered = parcel.pipeline == Pipeline::delivered;
            if (parcel.shipment != event.shipment || (!delivered && parcel.pipeline != Pipeline::shipped))
                return;
            const bool invoiced = parcel.billing == Billing::invoiced;
            if (int{delivered} + int{invoiced} != steps) return;
            all += parcel.quantity;
            const auto part = event.quantity == 0 ? parcel.quantity : std::min(left, parcel.quantity);
            left -= part;
            if (delivered) event.delivered += part;
            if (invoiced) event.invoiced += part;
        });
    return all;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ReportLoss& command, const Envelope&) {
    const auto found = find(facts, state, command.shipment);
    if (auto wrong = wrong_with(found, command)) return std::unexpected(std::move(*wrong));
    ledger::Draft draft{*found.order};
    auto moved = move_units(
        draft, {found.id, command.line, command.quantity, Trigger::lose, Pipeline::shipped, Pipeline::lost});
    if (moved.quantity == 0)
        return journal::refuse("nothing_shipped",
                               fmt::format("nothing of {} is on its way", name_of(found.id)));
    if (moved.quantity < command.quantity)
        return journal::refuse("too_many", fmt::format("only {} of {} are on their way",
                                                       units(moved.quantity), name_of(found.id)));
    LossReported event;
    event.shipment = found.id;
    event.order = found.shipment->order;
    event.lines = std::move(moved.lines);
    event.waived = moved.waived;
    event.credit_due = moved.credit_due;
    event.approved_by = command.approved_by;
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ReportFound& command, const Envelope&) {
    const auto found = find(facts, state, command.shipment);
    if (!found.shipment) return unknown(command.shipment, {}, "lost units are found");
    if (!found.order) return missing(found, command.shipment);
    if (command.quantity < 0) return journal::refuse("quantity_invalid", "a quantity is not below zero");
    ledger::Draft draft{*found.order};
    auto moved = move_units(draft, {found.id, command.line, command.quantity, Trigger::find, Pipeline::lost,
                                    Pipeline::delivered});
    if (moved.quantity == 0)
        return journal::refuse("nothing_lost", fmt::format("nothing of {} is lost", name_of(found.id)));
    LossFound event;
    if (moved.quantity < command.quantity)
        event.deviations.push_back(
            deviation("contradiction",
                      fmt::format("{} of {} are found, but only {} were lost", units(command.quantity),
                                  name_of(found.id), moved.quantity),
                      found));
    event.shipment = found.id;
    event.order = found.shipment->order;
    event.lines = std::move(moved.lines);
    event.billable = moved.now_billable;
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ReverseIssue& command, const Envelope&) {
    const auto found = find(facts, state, command.shipment);
    if (auto wrong = wrong_with(found, command)) return std::unexpected(std::move(*wrong));
    ledger::Draft draft{*found.order};
    auto moved = move_units(draft, {found.id, command.line, command.quantity, Trigger::reverse_issue,
                                    Pipeline::shipped, Pipeline::packed});
    if (moved.quantity == 0 || moved.quantity < command.quantity)
        return journal::refuse(
            moved.quantity == 0 ? "nothing_billable" : "too_many",
            fmt::format("{} of {} are on their way and not invoiced; reverse the invoice or retract "
                        "the delivery first",
                        units(moved.quantity), name_of(found.id)));
    IssueReversed event;
    event.shipment = found.id;
    event.order = found.shipment->order;
    event.release = found.shipment->release;
    event.lines = std::move(moved.lines);
    event.approved_by = command.approved_by;
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const CorrectShipment& command,
                    const Envelope& envelope) {
    const auto found = find(facts, state, command.shipment);
    if (auto wrong = wrong_with(found, command)) return std::unexpected(std::move(*wrong));
    const auto* line = found.order->line(command.line);
    if (line == nullptr) return journal::refuse("line_unknown", "a correction names the line");
    CorrectionStarted event;
    if (!command.wrong_item.empty()) {
        event.wrong_item = facts.master.find_item(command.wrong_item, envelope.source);
        if (!event.wrong_item)
            return journal::refuse_with_case("unmapped", "item_unmapped",
                                             fmt::format("item \"{}\" is not known", command.wrong_item));
    }
    event.shipment = found.id;
    event.order = found.shipment->order;
    event.release = found.shipment->release;
    event.site = found.shipment->site;
    event.line = command.line;
    event.item = line->item;
    event.quantity = command.quantity;
    event.approved_by = command.approved_by;
    const auto there = count_steps(*found.order, *line, event);
    if (there == 0 || there < command.quantity)
        return journal::refuse(
            there == 0 ? "nothing_shipped" : "too_many",
            fmt::format("{} of line {} went with {}", units(there), command.line, name_of(found.id)));
    if (event.quantity == 0) event.quantity = there;
    const auto lacking = event.wrong_item ? suspend(facts, event.entry, event) : 0;
    auto& off = event.deviations.emplace_back(deviation("misship", {}, found));
    off.sentence = fmt::format(
        "{} of {} line {} went as {}{}", units(event.quantity), found.order->number, command.line,
        event.wrong_item ? facts.master.item(event.wrong_item).code : "something else",
        lacking > 0 ? fmt::format("; the book lacks {} of it at the site, so count there", units(lacking))
                    : "");
    off.line = command.line;
    off.item = line->item;
    off.quantity = event.quantity;
    if (found.order->customer) off.value = {times(line->unit_price, event.quantity), found.order->currency};
    return one(std::move(event));
}

} // namespace truefill::shipping
