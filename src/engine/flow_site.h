/// The rows of the flow inside the sites: releases, picks, packs. Read by reactions.cpp only.
#pragma once

#include "engine/flow_heal.h"
#include "engine/table.h"

namespace truefill::engine {

/// Nothing of the release is left to pick or to pack: what is packed can leave. Steps concluded from a goods
/// issue plan nothing, for the goods are gone.
template <class E> void plan_when_complete(const E& event, FollowUps& then) {
    if (!event.release_complete) return;
    if constexpr (requires { event.inferred; })
        if (event.inferred) return;
    shipping::PlanShipment plan;
    plan.release = event.release;
    plan.order_id = event.order;
    plan.site = event.site;
    for (const auto& unit : event.handling_units) plan.handling_units.push_back(unit.handling_unit);
    plan.weight_grams = event.weight_grams;
    then.push_back(shipping::Command{std::move(plan)});
}

/// The site has answered for the release, so it has it.
inline void site_has_it(const State& state, ReleaseId release, FollowUps& then) {
    complete_job(state, JobKind::send_release, release.value, then);
}

inline void call_wave(const warehouse::WaveCalled& wave, FollowUps& then) {
    for (const auto order : wave.orders) {
        warehouse::ReleaseOrder command;
        command.order_id = order;
        command.site_id = wave.site;
        command.wave = true;
        then.push_back(warehouse::Command{command});
    }
    if (!wave.more) return;
    warehouse::ReleaseWave next;
    next.site_id = wave.site;
    then.push_back(warehouse::Command{next});
}

/// What a late message stands for, step by step, in the order in which it happened.
inline void take_steps(const warehouse::LegacyConfirmed& late, FollowUps& then) {
    for (const auto& pick : late.picks) then.push_back(warehouse::Command{pick});
    for (const auto& reject : late.rejects) then.push_back(warehouse::Command{reject});
    if (late.pack) then.push_back(warehouse::Command{*late.pack});
    if (!late.issue) return;
    shipping::IssueGoods issue;
    issue.release = late.release;
    issue.order_id = late.order;
    issue.shipped_at = late.shipped_at;
    issue.tracking = late.tracking;
    issue.inferred = true;
    then.push_back(shipping::Command{std::move(issue)});
}

/// What was short is cancelled when the site closes it (X12 945 status CP), else sourced again.
inline void after_short(const State& state, const warehouse::PickConfirmed& e, FollowUps& then) {
    continue_cancel(state, e.order, then);
    const auto* order = state.ledger.find(e.order);
    if (e.close_short && order) {
        orders::CancelLines cut;
        cut.order = order->number;
        cut.line = e.line;
        cut.quantity = e.short_quantity;
        cut.reason = "cut by the site";
        then.push_back(orders::Command{std::move(cut)});
    } else if (has_unsourced(state, e.order)) {
        reserve(e.order, then);
    }
}

inline constexpr auto warehouse_rows = std::tuple{
    on<warehouse::LinesReleased>(
        "send the release to the site",
        [](const warehouse::LinesReleased& e, const State& s, FollowUps& then) {
            want({JobKind::send_release, wms_of(s, e.site), e.order, e.release.value}, then);
        }),
    on<warehouse::WaveCalled>(
        "release each order of the wave",
        [](const warehouse::WaveCalled& e, const State&, FollowUps& then) { call_wave(e, then); }),
    on<warehouse::ReleaseAcknowledged>(
        "the site has the release",
        [](const warehouse::ReleaseAcknowledged& e, const State& s, FollowUps& then) {
            site_has_it(s, e.release, then);
            heal_release(s, e.order, then);
        }),
    on<warehouse::ReleaseRejected>("cancel what was asked back; source the rest again; ask for a count",
                                   [](const warehouse::ReleaseRejected& e, const State& s, FollowUps& then) {
                                       site_has_it(s, e.release, then);
                                       complete_job(s, JobKind::send_recall, e.release.value, then);
                                       continue_cancel(s, e.order, then);
                                       if (has_unsourced(s, e.order)) reserve(e.order, then, e.site);
                                       count(e.counts, e.reason, then);
                                       plan_when_complete(e, then);
                                   }),
    on<warehouse::RecallRequested>(
        "ask the site to stop",
        [](const warehouse::RecallRequested& e, const State& s, FollowUps& then) {
            want({JobKind::send_recall, wms_of(s, e.site), e.order, e.release.value}, then);
        }),
    on<warehouse::RecallAnswered>("cancel what came back; plan what is left",
                                  [](const warehouse::RecallAnswered& e, const State& s, FollowUps& then) {
                                      site_has_it(s, e.release, then);
                                      complete_job(s, JobKind::send_recall, e.release.value, then);
                                      heal_recall(s, e.order, then);
                                      if (!e.refused) continue_cancel(s, e.order, then);
                                      plan_when_complete(e, then);
                                  }),
    on<warehouse::LotSwapped>("go on with the pick, now of the right lot",
                              [](const warehouse::LotSwapped& e, const State&, FollowUps& then) {
                                  if (e.pick.quantity + e.pick.short_quantity > 0)
                                      then.push_back(warehouse::Command{e.pick});
                                  count(e.counts, "another lot was picked", then);
                              }),
    on<warehouse::PickConfirmed>("ask for a count of what was not found; plan the shipment when all is done",
                                 [](const warehouse::PickConfirmed& e, const State& s, FollowUps& then) {
                                     if (e.due) site_has_it(s, e.release, then);
                                     count(e.counts, "the pick and the book differ", then);
                                     if (e.short_quantity > 0) after_short(s, e, then);
                                     plan_when_complete(e, then);
                                 }),
    on<warehouse::Packed>(
        "plan the shipment when the release is complete",
        [](const warehouse::Packed& e, const State&, FollowUps& then) { plan_when_complete(e, then); }),
    on<warehouse::DamageReported>("ask for a count; source what is damaged again",
                                  [](const warehouse::DamageReported& e, const State& s, FollowUps& then) {
                                      count(e.counts, "damaged before it left", then);
                                      if (!e.correction && has_unsourced(s, e.order)) reserve(e.order, then);
                                      plan_when_complete(e, then);
                                  }),
    on<warehouse::LegacyConfirmed>("take the steps that the message stands for",
                                   [](const warehouse::LegacyConfirmed& e, const State&, FollowUps& then) {
                                       take_steps(e, then);
                                       count(e.counts, "shipped and not in the book", then);
                                   }),
};

} // namespace truefill::engine
