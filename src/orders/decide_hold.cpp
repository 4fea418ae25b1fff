#include "base/archive.h"
#include "orders/decide.h"

#include <algorithm>

namespace truefill::orders {
namespace {

using journal::refuse;
using ledger::HoldScope;
using ledger::Pipeline;

/// Fills the key of a hold from the codes of the command, or says which code is unknown.
std::expected<void, journal::Refusal> find_subject(const Facts& facts, const PlaceHold& command,
                                                   ledger::Hold& hold) {
    const auto& master = facts.master;
    const auto unknown = [](std::string_view what, const std::string& code) {
        return refuse("subject_unknown", "there is no " + std::string{what} + " " + code + " to hold");
    };
    if (!command.site.empty()) {
        hold.site = master.find_site(command.site);
        if (!hold.site) return unknown("site", command.site);
    }
    switch (command.scope) {
    case HoldScope::order:
    case HoldScope::line: {
        const auto* order = facts.ledger.find(facts.ledger.find_number(command.order));
        if (!order) return unknown("order", command.order);
        hold.key = order->id.value;
        hold.line = command.line;
        if (command.scope == HoldScope::line && !order->line(command.line))
            return unknown("line", std::to_string(command.line));
        return {};
    }
    case HoldScope::customer: hold.key = master.find_customer(command.customer).value; break;
    case HoldScope::item: hold.key = master.find_item(command.item).value; break;
    case HoldScope::lot: hold.key = master.find_lot(master.find_item(command.item), command.lot).value; break;
    case HoldScope::site: hold.key = hold.site.value; break;
    }
    if (hold.key == 0) return unknown(name_of(command.scope), command.customer + command.item + command.lot);
    return {};
}

bool has_open_units(const ledger::Order& order) {
    bool open = false;
    order.each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        const bool moving = parcel.pipeline < Pipeline::delivered;
        const bool to_bill =
            parcel.billing == ledger::Billing::billable || parcel.billing == ledger::Billing::credit_due;
        open = open || moving || to_bill;
    });
    return open;
}

} // namespace

Decision decide_one(const Facts& facts, const State&, const PlaceHold& command,
                    const journal::Envelope& envelope) {
    if (command.blocks.empty()) return refuse("blocks_nothing", "a hold names the steps that it blocks");
    if (command.reason.empty()) return refuse("reason_missing", "a hold says why");
    HoldPlaced event;
    ledger::Hold hold;
    hold.id = facts.ledger.next_hold();
    hold.scope = command.scope;
    if (auto found = find_subject(facts, command, hold); !found)
        return std::unexpected(std::move(found.error()));
    hold.reason = command.reason;
    hold.blocks = command.blocks;
    hold.placed_at = envelope.record_time;
    hold.expires_at = command.expires_at;
    event.hold = hold.id;
    event.due = command.expires_at;
    event.entry.holds.push_back(std::move(hold));
    return std::vector<Event>{std::move(event)};
}

Decision decide_one(const Facts& facts, const State&, const LiftHold& command, const journal::Envelope&) {
    const auto& holds = facts.ledger.holds();
    const auto found =
        std::find_if(holds.begin(), holds.end(), [&](const auto& hold) { return hold.id == command.hold; });
    if (found == holds.end())
        return refuse("already_lifted", "hold " + std::to_string(command.hold.value) + " is not in force");
    HoldLifted event;
    event.hold = command.hold;
    event.scope = found->scope;
    event.key = found->key;
    event.reason = command.reason;
    if (found->scope == HoldScope::order || found->scope == HoldScope::line)
        event.order = OrderId{found->key};
    event.entry.lifted.push_back(command.hold);
    return std::vector<Event>{std::move(event)};
}

Decision decide_one(const Facts& facts, const State& state, const ArchiveOrder& command,
                    const journal::Envelope& envelope) {
    const auto id = facts.ledger.find_number(command.order);
    const auto* order = facts.ledger.find(id);
    if (!order && state.archived.contains(id))
        return refuse("already_archived", command.order + " is archived");
    if (!order) return refuse("order_unknown", "there is no order " + command.order);
    if (has_open_units(*order))
        return refuse("still_open", "order " + command.order + " has units to ship, bill or credit");
    OrderArchived event;
    event.order = id;
    event.position = envelope.position;
    event.account = *order;
    event.digest = archive::digest(*order);
    return std::vector<Event>{std::move(event)};
}

Decision decide_one(const Facts& facts, const State& state, const RecallOrder& command,
                    const journal::Envelope&) {
    const auto id = facts.ledger.find_number(command.order);
    const auto archived = state.archived.find(id);
    if (archived == state.archived.end())
        return refuse("not_archived", "order " + command.order + " is not archived");
    if (archive::digest(command.account) != archived->second.digest)
        return refuse("digest_differs", "what was read for " + command.order + " is not what was archived");
    OrderRecalled event;
    event.order = id;
    event.account = command.account;
    return std::vector<Event>{std::move(event)};
}

} // namespace truefill::orders
