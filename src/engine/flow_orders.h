/// The rows of the flow about orders and holds. Read by reactions.cpp only.
#pragma once

#include "engine/flow_heal.h"
#include "engine/table.h"

namespace truefill::engine {

inline void ask_to_recall(OrderId order, const std::vector<orders::AskedBack>& parts, std::string_view reason,
                          FollowUps& then) {
    for (const auto& part : parts) {
        warehouse::RequestRecall recall;
        recall.order_id = order;
        recall.line = part.line;
        recall.quantity = part.quantity;
        recall.reason = reason;
        then.push_back(warehouse::Command{recall});
    }
}

/// A hold that lets an order be released stops nothing: what came back would be sent again at once.
inline void stop_for(const State& s, const ledger::Hold& hold, FollowUps& then) {
    if (std::ranges::find(hold.blocks, ledger::Trigger::release) == hold.blocks.end()) return;
    const ResumeOrders stop{hold.scope, hold.key, {}, true};
    if (hold.scope == ledger::HoldScope::line)
        return ask_to_recall(OrderId{hold.key}, {{hold.line, 0}}, "on hold", then);
    if (hold.scope == ledger::HoldScope::order) stop_at_sites(s, OrderId{hold.key}, stop, then);
    else then.push_back(FlowCommand{stop});
}

inline constexpr auto order_rows = std::tuple{
    on<orders::OrderAccepted>(
        "reserve what is on hand or promised",
        [](const orders::OrderAccepted& e, const State&, FollowUps& then) { reserve(e.order, then); }),
    on<orders::LineAdded>("reserve the new line", [](const orders::LineAdded& e, const State&,
                                                     FollowUps& then) { reserve(e.order, then); }),
    on<orders::LineRaised>("reserve the added units",
                           [](const orders::LineRaised& e, const State&, FollowUps& then) {
                               if (e.added > 0) reserve(e.order, then);
                           }),
    on<orders::LinesCancelled>("ask sites to stop what they hold of it",
                               [](const orders::LinesCancelled& e, const State& s, FollowUps& then) {
                                   ask_to_recall(e.order, e.asked_back, "cancelled", then);
                                   heal_backorder(s, e.order, then);
                               }),
    on<orders::LineWithdrawn>("ask sites to stop what they hold of it",
                              [](const orders::LineWithdrawn& e, const State& s, FollowUps& then) {
                                  ask_to_recall(e.order, e.asked_back, "cancelled", then);
                                  heal_backorder(s, e.order, then);
                              }),
    on<orders::CancelSettled>("what is reserved besides goes out again",
                              [](const orders::CancelSettled& e, const State& s, FollowUps& then) {
                                  if (has_reserved(s, e.order)) release(e.order, then);
                                  heal_backorder(s, e.order, then);
                              }),
    on<orders::HoldPlaced>("ask sites to stop what they have of it",
                           [](const orders::HoldPlaced& e, const State& s, FollowUps& then) {
                               for (const auto& hold : e.entry.holds) stop_for(s, hold, then);
                           }),
    on<orders::HoldLifted>("what waited for it goes on",
                           [](const orders::HoldLifted& e, const State& s, FollowUps& then) {
                               if (e.order) go_on_after_hold(s, e.order, then);
                               else then.push_back(FlowCommand{ResumeOrders{e.scope, e.key, {}}});
                           }),
};

} // namespace truefill::engine
