#include "api/acts.h"

#include "api/documents_of.h"
#include "api/rows.h"
#include "api/scope.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace truefill::api {
namespace {

/// What a form asks for stands here as something that a person could have written.
constexpr std::string_view some_reason = "asked for";
constexpr std::string_view somebody = "operator";

class Asker {
public:
    Asker(const engine::State& state, const Caller* caller) : state_{state}, caller_{caller} {
        envelope_.source = "console";
        envelope_.actor = somebody;
        envelope_.record_time = state.flow.now;
        envelope_.event_time = state.flow.now;
        envelope_.position = state.flow.position + 1;
    }

    /// `probe` is whole; `known` is what the page can fill in of it.
    template <class Module, class C> void ask(std::string title, const C& probe, std::string known) {
        const auto decision = engine::decide(state_, typename Module::type{probe}, envelope_);
        Act act{std::string{C::name}, std::move(title), decision.has_value(), {}, {}, std::move(known)};
        if (!decision) {
            act.reason = decision.error().sentence;
            act.code = decision.error().code;
        }
        forbid_by_access(act, state_, caller_, typename Module::type{probe});
        acts_.push_back(std::move(act));
    }
    void forbid(std::string_view command, std::string title, std::string reason) {
        acts_.push_back({std::string{command}, std::move(title), false, std::move(reason), "not_now", {}});
    }
    std::vector<Act> take() { return std::move(acts_); }

private:
    const engine::State& state_;
    const Caller* caller_;
    journal::Envelope envelope_;
    std::vector<Act> acts_;
};

using Orders = std::type_identity<orders::Command>;
using Warehouse = std::type_identity<warehouse::Command>;
using Shipping = std::type_identity<shipping::Command>;
using Returns = std::type_identity<returns::Command>;
using Cases = std::type_identity<cases::Command>;

template <class... Parts> std::string object(const Parts&... parts) {
    std::string text;
    ((text += (text.empty() ? "{" : ",") + parts), ...);
    return text + "}";
}
std::string member(std::string_view name, std::string_view value) {
    std::string text = fmt::format("\"{}\":", name);
    json::encode(text, value);
    return text;
}
std::string member(std::string_view name, std::uint64_t value) {
    return fmt::format("\"{}\":{}", name, value);
}

void ask_about_orders(Asker& asker, const ledger::Order& order) {
    const auto known = object(member("order", order.number));
    orders::CancelLines cancel;
    cancel.order = order.number;
    cancel.reason = some_reason;
    asker.ask<Orders>("Cancel the order", cancel, known);
    orders::PlaceHold hold;
    hold.scope = ledger::HoldScope::order;
    hold.order = order.number;
    hold.reason = some_reason;
    hold.blocks = {ledger::Trigger::release};
    asker.ask<Orders>("Put it on hold", hold,
                      object(member("scope", "order"), member("order", order.number),
                             std::string{R"("blocks":["release"])"}));
}

void ask_about_holds(Asker& asker, const engine::State& state, const ledger::Order& order) {
    for (const auto* one : holds_of(state, order)) {
        orders::LiftHold lift;
        lift.hold = one->id;
        lift.reason = some_reason;
        asker.ask<Orders>("Lift the hold: " + one->reason, lift, object(member("hold", one->id.value)));
    }
}

void ask_about_release(Asker& asker, const ledger::Order& order) {
    warehouse::ReleaseOrder release;
    release.order_id = order.id;
    release.wave = true;
    asker.ask<Warehouse>("Release it to its sites now", release,
                         object(member("order", order.number), std::string{R"("wave":true)"}));
}

/// The shipment that left last, and a line on it.
void ask_about_shipments(Asker& asker, const engine::State& state, const ledger::Order& order) {
    shipping::CorrectShipment correct;
    order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.shipment <= correct.shipment) return;
        correct.shipment = parcel.shipment;
        correct.line = line.number;
    });
    constexpr std::string_view title = "Something else was sent";
    if (!state.shipping.shipments.find(correct.shipment))
        return asker.forbid(shipping::CorrectShipment::name, std::string{title}, "nothing of it has left");
    correct.approved_by = somebody;
    asker.ask<Shipping>(std::string{title}, correct,
                        object(member("shipment", correct.shipment.value), member("line", correct.line)));
}

void ask_about_returns(Asker& asker, const ledger::Order& order) {
    returns::AuthorizeReturn authorize;
    authorize.order = order.number;
    authorize.reason = some_reason;
    for (const auto& line : order.lines)
        if (const auto there = order.quantity(line, ledger::Pipeline::delivered); there > 0) {
            authorize.lines.push_back({line.number, 1});
            break;
        }
    constexpr std::string_view title = "Let the customer send units back";
    if (authorize.lines.empty())
        return asker.forbid(returns::AuthorizeReturn::name, std::string{title}, "nothing of it has arrived");
    asker.ask<Returns>(std::string{title}, authorize, object(member("order", order.number)));
}

} // namespace

std::vector<Act> acts_of(const engine::State& state, const ledger::Order& order, const Caller* caller) {
    Asker asker{state, caller};
    ask_about_orders(asker, order);
    ask_about_holds(asker, state, order);
    ask_about_release(asker, order);
    ask_about_shipments(asker, state, order);
    ask_about_returns(asker, order);
    asker.ask<Orders>("Archive it", orders::ArchiveOrder{order.number},
                      object(member("order", order.number)));
    return asker.take();
}

void forbid_by_access(Act& act, const engine::State& state, const Caller* caller,
                      const engine::Command& command) {
    if (caller == nullptr) return;
    auto may = may_send(state, *caller, command);
    if (may.allowed) return;
    act.allowed = false;
    act.reason = std::move(may.reason);
    act.code = std::move(may.code);
}

std::vector<Act> acts_of(const engine::State& state, CaseId id, const Caller* caller) {
    Asker asker{state, caller};
    const auto known = object(member("case_id", id.value));
    cases::AssignCase assign;
    assign.case_id = id;
    assign.person = somebody;
    asker.ask<Cases>("Give it to somebody", assign, known);
    cases::StartCase start;
    start.case_id = id;
    asker.ask<Cases>("Start work", start, known);
    cases::PauseCase pause;
    pause.case_id = id;
    pause.reason = some_reason;
    asker.ask<Cases>("Wait for an approval", pause, known);
    cases::ResolveCase resolve;
    resolve.case_id = id;
    resolve.resolution = "done";
    asker.ask<Cases>("Resolve it", resolve, known);
    cases::CloseCase close;
    close.case_id = id;
    asker.ask<Cases>("Close it", close, known);
    cases::ReopenCase reopen;
    reopen.case_id = id;
    reopen.reason = some_reason;
    asker.ask<Cases>("Open it again", reopen, known);
    return asker.take();
}

} // namespace truefill::api
