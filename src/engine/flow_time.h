/// The rows of the engine's own events: facts that waited, work cut into slices, time. Read by reactions.cpp
/// only.
#pragma once

#include "engine/flow_steps.h"
#include "engine/table.h"

namespace truefill::engine {

/// A supply or a count that is overdue has no command of its own: it is a case at once.
inline Command overdue(const State& state, const Timer& timer) {
    cases::OpenCase command;
    if (timer.kind == TimerKind::supply) {
        const SupplyId id{static_cast<std::uint32_t>(timer.key)};
        const auto& supply = state.inventory.supplies.at(id);
        command.category = "supply_overdue";
        command.sentence = inventory::tell_overdue(state.facts(), state.inventory, id);
        command.item_id = supply.item;
        command.site_id = supply.site;
        command.quantity = supply.coming;
    } else {
        const CountId id{static_cast<std::uint32_t>(timer.key)};
        const auto& count = state.inventory.counts.at(id);
        command.category = "count_overdue";
        command.sentence = inventory::tell_overdue(state.facts(), state.inventory, id);
        command.item_id = count.item;
        command.site_id = count.site;
    }
    return Command{cases::Command{std::move(command)}};
}

/// What a deadline asks for.
inline Command on_timer(const State& state, const Timer& timer) {
    const auto key = static_cast<std::uint32_t>(timer.key);
    switch (timer.kind) {
    case TimerKind::release: return warehouse::Command{warehouse::CheckRelease{ReleaseId{key}}};
    case TimerKind::wave: {
        warehouse::ReleaseWave wave;
        wave.site_id = SiteId{static_cast<std::uint16_t>(key)};
        return warehouse::Command{wave};
    }
    case TimerKind::shipment: return shipping::Command{shipping::CheckShipment{ShipmentId{key}}};
    case TimerKind::invoice: return billing::Command{billing::CheckInvoice{InvoiceId{key}}};
    case TimerKind::credit: return billing::Command{billing::CheckCredit{CreditId{key}}};
    case TimerKind::authorisation: return returns::Command{returns::CheckReturn{ReturnId{key}}};
    case TimerKind::case_due: return cases::Command{cases::CheckCase{CaseId{key}}};
    case TimerKind::hold: return orders::Command{orders::LiftHold{HoldId{key}, "its time is over"}};
    case TimerKind::claim: return mirrors::Command{mirrors::ReviewClaims{OrderId{key}}};
    case TimerKind::waiting_fact: return FlowCommand{GiveUpWaiting{timer.key}};
    case TimerKind::supply:
    case TimerKind::count: return overdue(state, timer);
    case TimerKind::none: break;
    }
    TF_ASSERT(false, "every timer is of a kind");
    return FlowCommand{ContinueWork{}};
}

inline constexpr auto engine_rows = std::tuple{
    on<FactTakenUp>("the fact that waited goes on", [](const FactTakenUp& e, const State&,
                                                       FollowUps& then) { go_on(e.command, e.body, then); }),
    on<OrdersResumed>("the orders that a hold kept back go on, or are stopped at their sites",
                      [](const OrdersResumed& e, const State& s, FollowUps& then) {
                          const ResumeOrders next{e.scope, e.key, e.after, e.stop};
                          for (const auto order : e.orders)
                              if (e.stop) stop_at_sites(s, order, next, then);
                              else go_on_after_hold(s, order, then);
                          if (e.more) then.push_back(FlowCommand{next});
                      }),
    on<WorkContinued>("the deferred work goes on",
                      [](const WorkContinued& e, const State&, FollowUps& then) {
                          for (const auto& work : e.work) go_on(work.command, work.body, then);
                      }),
    on<TimeAdvanced>("each deadline that still means something is looked at",
                     [](const TimeAdvanced& e, const State& s, FollowUps& then) {
                         for (const auto& timer : e.fired) then.push_back(on_timer(s, timer));
                     }),
};

} // namespace truefill::engine
