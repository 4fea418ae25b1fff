#include "api/lists/approvals.h"

#include "api/say.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace truefill::api {
namespace {

using engine::State;

constexpr std::uint64_t returns_seen = 20'000;
/// A hold without an end is looked at within a shift.
constexpr Duration hold_within = hours(4);
constexpr std::string_view some_reason = "asked for";

/// Asks the decisions themselves, as acts.h says.
class Approver {
public:
    Approver(const State& state, const Caller& caller) : state_{state}, caller_{caller} {
        envelope_.source = caller.source;
        envelope_.actor = caller.name;
        envelope_.record_time = state.flow.now;
        envelope_.event_time = state.flow.now;
        envelope_.position = state.flow.position + 1;
    }
    /// `probe` is whole; `known` is what the page can fill in of it.
    template <class Module, class C> void ask(std::string title, const C& probe, std::string known) {
        const auto decision = engine::decide(state_, Module{probe}, envelope_);
        Act act{std::string{C::name}, std::move(title), decision.has_value(), {}, {}, std::move(known)};
        if (!decision) {
            act.reason = decision.error().sentence;
            act.code = decision.error().code;
        } else forbid_by_access(act, state_, &caller_, Module{probe});
        acts_.push_back(std::move(act));
    }
    const std::string& name() const { return caller_.name; }
    std::vector<Act> take() { return std::move(acts_); }

private:
    const State& state_;
    const Caller& caller_;
    journal::Envelope envelope_;
    std::vector<Act> acts_;
};

void ask_about_hold(Approver& approver, const State& state, const ledger::Hold& hold) {
    orders::LiftHold lift;
    lift.hold = hold.id;
    lift.reason = some_reason;
    approver.ask<orders::Command>("Lift the hold: " + hold.reason, lift,
                                  fmt::format(R"({{"hold":{}}})", hold.id.value));
    if (hold.scope != ledger::HoldScope::order) return;
    const auto* order = state.ledger.find(OrderId{hold.key});
    if (order == nullptr) return;
    orders::CancelLines cancel;
    cancel.order = order->number;
    cancel.reason = some_reason;
    std::string known = R"({"order":)";
    json::encode(known, order->number);
    approver.ask<orders::Command>("Cancel the order", cancel, known + "}");
}

void ask_about_return(Approver& approver, const State& state, ReturnId id) {
    const auto& rma = state.returns.returns.at(id);
    returns::InspectReturn inspect;
    inspect.rma = id;
    inspect.quantity = 1;
    inspect.disposition = returns::Disposition::restock;
    inspect.inspected_by = approver.name();
    std::string known = fmt::format(R"({{"rma":{},"inspected_by":)", id.value);
    json::encode(known, approver.name());
    approver.ask<returns::Command>("Say what becomes of them", inspect, known + "}");
    if (!rma.is_blind()) return;
    returns::MatchReturn match;
    match.rma = id;
    match.order = "unknown";
    match.line = 1;
    approver.ask<returns::Command>("Say whose they were", match, fmt::format(R"({{"rma":{}}})", id.value));
}

bool has_case(const State& state, OrderId order, auto fits) {
    bool found = false;
    cases::each_case(state.cases, order,
                     [&](CaseId, const cases::Case& one) { found = found || (one.is_open() && fits(one)); });
    return found;
}

bool is_of_order(const ledger::Hold& hold) {
    return hold.scope == ledger::HoldScope::order || hold.scope == ledger::HoldScope::line;
}

bool is_about_returns(const cases::Case& one) {
    return one.category == "return_uninspected" || one.category == "return_unauthorised";
}

SiteId site_in(const ledger::Hold& hold) {
    return hold.scope == ledger::HoldScope::site ? SiteId{static_cast<decltype(SiteId::value)>(hold.key)}
                                                 : hold.site;
}

std::string subject_of(const State& state, const ledger::Hold& hold) {
    using ledger::HoldScope;
    switch (hold.scope) {
    case HoldScope::order: return number_of(state, OrderId{hold.key});
    case HoldScope::line: return fmt::format("{} line {}", number_of(state, OrderId{hold.key}), hold.line);
    case HoldScope::customer:
        return fmt::format("Customer {}", state.master.customer(CustomerId{hold.key}).code);
    case HoldScope::item: return fmt::format("Item {}", item_code(state, ItemId{hold.key}));
    case HoldScope::lot: return fmt::format("Lot {}", state.master.lot(LotId{hold.key}).code);
    case HoldScope::site: return fmt::format("Site {}", site_code(state, site_in(hold)));
    }
    return {};
}

cases::Role owner_of(const ledger::Hold& hold) {
    using ledger::HoldScope;
    if (hold.reason.starts_with("credit") || hold.reason.starts_with("prepay"))
        return cases::Role::credit_control;
    if (hold.scope == HoldScope::site) return cases::Role::warehouse_lead;
    const bool is_stock = hold.scope == HoldScope::item || hold.scope == HoldScope::lot;
    return is_stock ? cases::Role::inventory_control : cases::Role::customer_service;
}

WorkRow blank(const State& state, std::string_view kind, Time due) {
    WorkRow row;
    row.kind = kind;
    row.status = cases::Status::waiting_approval;
    row.due = due;
    row.overdue = due && due <= state.flow.now;
    row.severity = 2;
    return row;
}

} // namespace

WorkRow work_of(const State& state, CountId id, const inventory::Count& count) {
    auto row = blank(state, "count", count.due);
    row.code = coded("CNT-", id);
    row.category = "count_difference";
    row.action = cases::category_of(row.category).action;
    row.owner = cases::Role::inventory_control;
    row.site = site_code(state, count.site);
    row.item = item_code(state, count.item);
    row.quantity = count.difference;
    row.asked_by = fmt::format("{}", fmt::join(count.counted_by, ", "));
    const auto missing = count.difference < 0;
    row.sentence = fmt::format("{} counted {} of {} where the book had {}: {} {}", row.site, count.counted,
                               row.item, count.counted - count.difference,
                               missing ? -count.difference : count.difference, missing ? "less" : "more");
    if (count.state == inventory::CountState::recount) row.sentence += "; somebody else has to count again";
    row.value = value_of(state, inventory::Command{inventory::ApproveCount{id, {}, {}}});
    return row;
}

WorkRow work_of(const State& state, const ledger::Hold& hold) {
    auto row = blank(state, "hold", hold.expires_at ? hold.expires_at : hold.placed_at + hold_within);
    row.code = coded("HOLD-", hold.id);
    row.category = hold.reason;
    row.action = "Lift it when it is settled what it waits for, or cancel what it holds.";
    row.owner = owner_of(hold);
    row.opened_at = hold.placed_at;
    row.site = site_code(state, site_in(hold));
    std::vector<std::string> blocked;
    for (const auto trigger : hold.blocks) {
        blocked.emplace_back(name_of(trigger));
        std::ranges::replace(blocked.back(), '_', ' ');
    }
    row.sentence = fmt::format("{} is on hold: {}. It blocks {}", subject_of(state, hold), hold.reason,
                               fmt::join(blocked, ", "));
    if (hold.scope == ledger::HoldScope::customer)
        row.customer = state.master.customer(CustomerId{hold.key}).code;
    if (hold.scope == ledger::HoldScope::item) row.item = item_code(state, ItemId{hold.key});
    if (!is_of_order(hold)) return row;
    row.order = number_of(state, OrderId{hold.key});
    row.line = hold.line;
    row.value = value_of(state, orders::Command{orders::LiftHold{hold.id, {}}});
    if (const auto* order = state.ledger.find(OrderId{hold.key}); order && order->customer)
        row.customer = state.master.customer(order->customer).code;
    return row;
}

WorkRow work_of(const State& state, ReturnId id, const returns::Return& rma) {
    auto row = blank(state, "return", rma.inspect_by);
    row.code = coded("RMA-", id);
    row.category = rma.is_blind() ? "return_unauthorised" : "return_uninspected";
    row.action = cases::category_of(row.category).action;
    row.owner = cases::Role::warehouse_lead;
    row.severity = 3;
    row.order = number_of(state, rma.order);
    row.line = rma.line;
    row.item = item_code(state, rma.item);
    if (!rma.pieces.empty()) row.site = site_code(state, rma.pieces.front().site);
    row.quantity = rma.received - rma.inspected;
    row.sentence = fmt::format("{} units of {} came back to {} on {} and wait to be inspected", row.quantity,
                               row.item, row.site, row.code);
    if (!rma.reason.empty()) row.sentence += ": " + rma.reason;
    if (const auto* order = state.ledger.find(rma.order); order && order->customer)
        row.customer = state.master.customer(order->customer).code;
    return row;
}

void add_counts(std::vector<WorkRow>& rows, const State& state,
                const std::function<bool(const inventory::Count&)>& shown) {
    for (const auto& [place, id] : state.inventory.open_counts) {
        const auto& count = state.inventory.counts.at(id);
        const bool waits =
            count.state == inventory::CountState::counted || count.state == inventory::CountState::recount;
        if (waits && shown(count)) rows.push_back(work_of(state, id, count));
    }
}

void add_holds(std::vector<WorkRow>& rows, const State& state,
               const std::function<bool(const ledger::Hold&)>& shown) {
    for (const auto& hold : state.ledger.holds()) {
        const auto same = [&](const cases::Case& one) { return one.category == hold.reason; };
        if (is_of_order(hold) && has_case(state, OrderId{hold.key}, same)) continue;
        if (shown(hold)) rows.push_back(work_of(state, hold));
    }
}

void add_returns(std::vector<WorkRow>& rows, const State& state,
                 const std::function<bool(const returns::Return&)>& shown) {
    const std::uint64_t last = state.returns.returns.issued();
    for (auto at = last; at > 0 && last - at < returns_seen; --at) {
        const ReturnId id{static_cast<decltype(ReturnId::value)>(at)};
        const auto* rma = state.returns.returns.find(id);
        if (!rma || rma->status != returns::Status::received || rma->received <= rma->inspected) continue;
        const auto same = [&](const cases::Case& one) {
            return is_about_returns(one) && (!one.item || one.item == rma->item);
        };
        if (rma->order && has_case(state, rma->order, same)) continue;
        if (shown(*rma)) rows.push_back(work_of(state, id, *rma));
    }
}

Place place_of(const State& state, const inventory::Count& count) {
    return {{site_code(state, count.site)}, {}, false};
}

Place place_of(const State& state, const ledger::Hold& hold) {
    using ledger::HoldScope;
    if (is_of_order(hold)) return place_of(state, OrderId{hold.key});
    if (hold.scope == HoldScope::customer)
        return {{}, state.master.customer(CustomerId{hold.key}).code, true};
    Place place;
    if (const auto site = site_in(hold)) place.sites.push_back(site_code(state, site));
    return place;
}

std::vector<Act> acts_of(const State& state, const Caller& caller, CountId id) {
    Approver approver{state, caller};
    const auto known = fmt::format(R"({{"count":{}}})", id.value);
    inventory::ApproveCount approve;
    approve.count = id;
    approver.ask<inventory::Command>("Approve the count", approve, known);
    inventory::CountStock again;
    again.count = id;
    again.counted = state.inventory.counts.at(id).counted;
    again.counted_by = caller.name;
    approver.ask<inventory::Command>("It was counted again", again, known);
    return approver.take();
}

std::vector<Act> acts_of(const State& state, const Caller& caller, const ledger::Hold& hold) {
    Approver approver{state, caller};
    ask_about_hold(approver, state, hold);
    return approver.take();
}

std::vector<Act> acts_of(const State& state, const Caller& caller, ReturnId id) {
    Approver approver{state, caller};
    ask_about_return(approver, state, id);
    return approver.take();
}

std::vector<Act> acts_about(const State& state, const Caller& caller, const cases::Case& one) {
    Approver approver{state, caller};
    if (!one.is_open() || !one.order) return {};
    for (const auto& hold : state.ledger.holds())
        if (is_of_order(hold) && OrderId{hold.key} == one.order && hold.reason == one.category)
            ask_about_hold(approver, state, hold);
    if (is_about_returns(one))
        returns::each_return(state.returns, one.order, [&](ReturnId id, const returns::Return& rma) {
            if (rma.status == returns::Status::received && (!one.item || rma.item == one.item))
                ask_about_return(approver, state, id);
        });
    return approver.take();
}

} // namespace truefill::api
