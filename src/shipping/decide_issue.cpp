#include "shipping/verbs.h"

#include <fmt/format.h>

namespace truefill::shipping {
namespace {

using ledger::Trigger;

bool has(const std::vector<HandlingUnitId>& units, HandlingUnitId unit) {
    return std::ranges::find(units, unit) != units.end();
}

/// What a message means.
struct Scope {
    const ledger::Order* order{};
    ReleaseId release;
    const std::vector<HandlingUnitId>* only{}; ///< nullptr: every handling unit of the release
    Found shipment;                            ///< that will carry it; not found: to be made
    bool named{};                              ///< by the message

    bool covers(const ledger::Parcel& parcel) const {
        return parcel.quantity > 0 && parcel.release == release &&
               (!only || has(*only, parcel.handling_unit));
    }
};

bool has_packed(const Scope& scope) {
    return std::ranges::any_of(scope.order->parcels, [&](const ledger::Parcel& parcel) {
        return parcel.pipeline == Pipeline::packed && scope.covers(parcel);
    });
}

/// The release of the handling units that are named without one.
ReleaseId release_of(const ledger::Order& order, const std::vector<HandlingUnitId>& units) {
    for (const auto& parcel : order.parcels)
        if (parcel.quantity > 0 && parcel.handling_unit && has(units, parcel.handling_unit))
            return parcel.release;
    return {};
}

Scope scope_of(const Facts& facts, const State& state, const IssueGoods& command) {
    Scope scope;
    if (command.shipment) scope.shipment = find(facts, state, command.shipment);
    const auto* shipment = scope.shipment.shipment;
    scope.named = shipment != nullptr;
    scope.release = shipment ? shipment->release : command.release;
    const auto latest = state.by_release.find(scope.release);
    if (!shipment && latest != state.by_release.end()) scope.shipment = find(facts, state, latest->second);
    shipment = scope.shipment.shipment;
    scope.order = facts.ledger.find(shipment ? shipment->order : command.order_id);
    if (scope.order && !scope.release) {
        scope.release = release_of(*scope.order, command.handling_units);
        const auto open = state.by_release.find(scope.release);
        if (open != state.by_release.end()) scope.shipment = find(facts, state, open->second);
    }
    if (!command.handling_units.empty()) {
        scope.only = &command.handling_units;
    } else if (scope.named && scope.order) {
        // Packed anew since it was planned: then the list is stale, and all of the release has left.
        scope.only = &shipment->handling_units;
        if (!shipment->is_issued() && !has_packed(scope)) scope.only = nullptr;
    }
    return scope;
}

/// Nothing is packed: too early, or too late.
Decision nothing_packed(const Scope& scope) {
    bool early = false, gone = false;
    for (const auto& parcel : scope.order->parcels) {
        if (parcel.quantity == 0 || parcel.release != scope.release) continue;
        early = early || parcel.pipeline == Pipeline::released || parcel.pipeline == Pipeline::picked;
        gone = gone || (parcel.shipment && scope.covers(parcel));
    }
    const auto& number = scope.order->number;
    if (early && !(gone && scope.only))
        return journal::wait_for("order:" + number, "not_packed",
                                 fmt::format("{} of {} is not packed yet", name_of(scope.release), number));
    if (gone || (scope.shipment.shipment && scope.shipment.shipment->is_issued()))
        return journal::refuse("already_issued",
                               fmt::format("{} of {} has left", name_of(scope.release), number));
    return journal::refuse_with_case(
        "contradiction", "nothing_packed",
        fmt::format("{} is said to have left, but {} has nothing there", name_of(scope.release), number));
}

/// Moves what is packed; fills in lines and handling units.
void move_packed(ledger::Draft& draft, const Scope& scope, GoodsIssued& event) {
    const auto& order = *scope.order;
    const bool sale = order.kind == ledger::LineKind::sale;
    Amount earned;
    for (const auto& line : order.lines) {
        Quantity quantity = 0;
        order.each_parcel(line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
            if (parcel.pipeline != Pipeline::packed || !scope.covers(parcel)) return;
            auto* posting = draft.move(slot, parcel.quantity, Trigger::issue, Pipeline::shipped);
            if (posting == nullptr) return;
            posting->shipment = event.shipment;
            if (sale) posting->unit_price = line.unit_price;
            else posting->site_to = order.target;
            if (!has(event.handling_units, parcel.handling_unit))
                event.handling_units.push_back(parcel.handling_unit);
            event.site = parcel.site;
            quantity += parcel.quantity;
        });
        if (quantity == 0) continue;
        auto& issued = event.lines.emplace_back(IssuedLine{line.number, quantity, {}, {}});
        if (!sale) continue;
        issued.unit_price = line.unit_price;
        issued.amount =
            ledger::add_value(draft, {line.number, quantity, line.unit_price}, ledger::ValueStage::issued);
        earned += issued.amount;
    }
    ledger::add_money(draft, ledger::Account::unbilled, ledger::Account::revenue, earned);
}

Quantity before_issue(const ledger::Order& order, const ledger::Line& line) {
    Quantity sum = 0;
    order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        if (is_before_issue(parcel.pipeline)) sum += parcel.quantity;
    });
    return sum;
}

void add_charges(ledger::Draft& draft, bool last) {
    const auto& charges = draft.order().charges;
    for (std::uint32_t i = 0; i < charges.size(); ++i) {
        const auto& charge = charges[i];
        if (charge.issued.exact != Amount{} || charge.amount == Amount{}) continue;
        if (charge.trigger == ledger::ChargeTrigger::last_shipment && !last) continue;
        const auto amount = ledger::add_charge_value(draft, i + 1, charge.amount, ledger::ValueStage::issued);
        ledger::add_money(draft, ledger::Account::unbilled,
                          amount < Amount{} ? ledger::Account::discount : ledger::Account::charges, amount);
    }
}

const ledger::Hold* hold_on(const ledger::Ledger& ledger, const Scope& scope, const ledger::Line& line) {
    const ledger::Hold* hold = nullptr;
    scope.order->each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        if (hold || parcel.pipeline != Pipeline::packed || !scope.covers(parcel)) return;
        for (const auto trigger : {Trigger::issue, Trigger::release, Trigger::pick})
            if (!hold) hold = ledger.blocking(trigger, *scope.order, line, &parcel);
    });
    return hold;
}

ledger::Deviation of_line(const Scope& scope, const GoodsIssued& event, const IssuedLine& issued) {
    ledger::Deviation off;
    const auto& line = *scope.order->line(issued.line);
    off.order = scope.order->id;
    off.site = event.site;
    off.line = line.number;
    off.item = line.item;
    off.quantity = issued.quantity;
    if (scope.order->customer) off.value = {times(line.unit_price, issued.quantity), scope.order->currency};
    return off;
}

void find_holds(const Facts& facts, const Scope& scope, GoodsIssued& event) {
    if (facts.ledger.holds().empty()) return;
    for (const auto& issued : event.lines) {
        const auto* hold = hold_on(facts.ledger, scope, *scope.order->line(issued.line));
        if (hold == nullptr) continue;
        auto off = of_line(scope, event, issued);
        off.category = "issued_on_hold";
        off.sentence = fmt::format("{} of {} line {} left although held: {}", units(issued.quantity),
                                   scope.order->number, issued.line, hold->reason);
        event.deviations.push_back(std::move(off));
    }
}

void find_cancelled(const Scope& scope, const IssueGoods& command, GoodsIssued& event) {
    for (const auto& wish : command.cancel_requested) {
        for (const auto& issued : event.lines) {
            if (issued.line != wish.line) continue;
            const auto left = before_issue(*scope.order, *scope.order->line(issued.line)) - issued.quantity;
            const auto late = std::min(wish.quantity - left, issued.quantity);
            if (late <= 0) continue;
            auto off = of_line(scope, event, {issued.line, late, {}, {}});
            off.category = "issued_after_cancel";
            off.sentence = fmt::format("{} of {} line {} left after the customer had asked to cancel",
                                       units(late), scope.order->number, issued.line);
            event.deviations.push_back(std::move(off));
        }
    }
}

/// Handling units that the message names and the book does not have.
void find_strangers(const Scope& scope, const IssueGoods& command, GoodsIssued& event) {
    Quantity strangers = 0;
    for (const auto unit : command.handling_units)
        strangers += std::ranges::none_of(scope.order->parcels, [&](const ledger::Parcel& parcel) {
            return parcel.handling_unit == unit && scope.covers(parcel);
        });
    if (strangers == 0) return;
    auto& off = event.deviations.emplace_back();
    off.category = "contradiction";
    off.sentence =
        fmt::format("{} handling units are said to have left with {} of {}, where nothing is in them",
                    strangers, name_of(scope.release), scope.order->number);
    off.order = scope.order->id;
    off.site = event.site;
}

Quantity remaining(const Scope& scope, const GoodsIssued& event) {
    Quantity left = 0;
    for (const auto& line : scope.order->lines) left += before_issue(*scope.order, line);
    for (const auto& issued : event.lines) left -= issued.quantity;
    return left;
}

/// What an order that ships complete leaves behind. Units that are reserved, or on their way out of this or
/// another site, are not: they leave with their own shipment.
Quantity without_stock(const ledger::Order& order) {
    return order.quantity(Pipeline::open) + order.quantity(Pipeline::promised) +
           order.quantity(Pipeline::backordered);
}

/// The same message once more, while other units of the release are still to come. A step of a late message
/// is none when something is packed: the next carton of a delivery note leaves at the same time.
bool is_repeat(const Scope& scope, const IssueGoods& command) {
    const auto* latest = scope.shipment.shipment;
    if (command.inferred && has_packed(scope)) return false;
    return latest && latest->is_issued() && !scope.named && command.handling_units.empty() &&
           command.shipped_at && command.shipped_at == latest->issued_at &&
           command.tracking == latest->tracking;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const IssueGoods& command,
                    const Envelope& envelope) {
    if (command.shipment && !state.shipments.find(command.shipment))
        return unknown(command.shipment, command.tracking, "goods are said to have left");
    const auto scope = scope_of(facts, state, command);
    if (!scope.order || !scope.release)
        return journal::refuse_with_case(
            "contradiction", "order_unknown",
            fmt::format("goods of {} are said to have left, but no order here has them",
                        name_of(command.release)));
    if (is_repeat(scope, command))
        return journal::refuse("already_issued", fmt::format("{} has left as {}", name_of(scope.release),
                                                             name_of(scope.shipment.id)));
    const auto* shipment = scope.shipment.shipment;
    GoodsIssued event;
    event.made = !shipment || shipment->is_issued();
    event.shipment = event.made ? state.shipments.next_id() : scope.shipment.id;
    ledger::Draft draft{*scope.order};
    event.lines.reserve(scope.order->lines.size());
    draft.entry().units.reserve(scope.order->lines.size());
    move_packed(draft, scope, event);
    if (event.lines.empty()) return nothing_packed(scope);
    event.order = scope.order->id;
    event.release = scope.release;
    event.carrier = event.made ? CarrierId{} : shipment->carrier;
    event.shipped_at = happened(command.shipped_at, envelope);
    event.due = delivery_due(facts, event.carrier, event.shipped_at);
    event.tracking = command.tracking.empty() && !event.made ? shipment->tracking : command.tracking;
    const auto left = remaining(scope, event);
    if (scope.order->kind == ledger::LineKind::sale) add_charges(draft, left == 0);
    find_holds(facts, scope, event);
    find_cancelled(scope, command, event);
    find_strangers(scope, command, event);
    const auto behind = scope.order->ship_complete ? without_stock(*scope.order) : 0;
    if (behind > 0) {
        auto& off = event.deviations.emplace_back();
        off.category = "incomplete_shipment";
        off.sentence =
            fmt::format("{} must ship complete, but {} stayed behind", scope.order->number, units(behind));
        off.order = scope.order->id;
        off.site = event.site;
        off.quantity = behind;
    }
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

} // namespace truefill::shipping
