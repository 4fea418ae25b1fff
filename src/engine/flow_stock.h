/// The rows of the flow about stock: reservations, supply, counts, transfers. Read by reactions.cpp only.
#pragma once

#include "engine/flow_heal.h"
#include "engine/table.h"

namespace truefill::engine {

inline void settle(SupplyId supply, const std::vector<OrderId>& orders, bool more, FollowUps& then) {
    for (const auto order : orders)
        then.push_back(inventory::Command{inventory::SettlePromise{supply, order}});
    if (more) then.push_back(inventory::Command{inventory::SettlePromise{supply, {}}});
}

/// Reserved units whose stock is not there, or went on hold, are given back order by order in the same
/// record.
inline void give_back(const std::vector<inventory::TakenBack>& parts, SiteId site, CountId count,
                      FollowUps& then) {
    for (const auto& part : parts) {
        inventory::Unreserve command;
        command.order_id = part.order;
        command.line = part.line;
        command.quantity = part.quantity;
        command.site = site;
        command.lot = part.lot;
        command.backorder = true;
        command.hold = !count;
        command.count = count;
        then.push_back(inventory::Command{command});
    }
}

inline void hold_damaged(const inventory::DamagedUnits& part, SiteId site, FollowUps& then) {
    inventory::HoldStock command;
    command.site_id = site;
    command.item_id = part.item;
    command.lot_id = part.lot;
    command.quantity = part.quantity;
    command.reason = "came in damaged";
    then.push_back(inventory::Command{command});
}

inline void hold_rest(const inventory::StockHeld& before, FollowUps& then) {
    inventory::HoldStock command;
    command.site_id = before.site;
    command.item_id = before.item;
    command.lot_id = before.lot;
    command.quantity = before.left;
    command.reserved = true;
    command.reason = before.reason;
    then.push_back(inventory::Command{command});
}

inline constexpr auto stock_rows = std::tuple{
    on<inventory::OrderReserved>("release what is reserved; what was short is short no more",
                                 [](const inventory::OrderReserved& e, const State& s, FollowUps& then) {
                                     if (has_reserved(s, e.order)) release(e.order, then);
                                     heal_backorder(s, e.order, then);
                                 }),
    on<inventory::WaitingCalled>("reserve for each order whose turn it is",
                                 [](const inventory::WaitingCalled& e, const State&, FollowUps& then) {
                                     for (const auto order : e.orders) reserve(order, then);
                                     if (!e.more) return;
                                     inventory::ReserveWaiting next;
                                     next.item = e.item;
                                     next.after = e.after;
                                     then.push_back(inventory::Command{next});
                                 }),
    on<inventory::SupplyReceived>("settle the promises that it covers",
                                  [](const inventory::SupplyReceived& e, const State&, FollowUps& then) {
                                      settle(e.supply, e.orders, e.more, then);
                                  }),
    on<inventory::SupplyChanged>("settle the promises that it cuts",
                                 [](const inventory::SupplyChanged& e, const State&, FollowUps& then) {
                                     settle(e.supply, e.orders, e.more, then);
                                 }),
    on<inventory::PromiseSettled>("release what came; source again what was cut",
                                  [](const inventory::PromiseSettled& e, const State& s, FollowUps& then) {
                                      settle(e.supply, e.orders, e.more, then);
                                      if (e.order && e.reserved > 0) release(e.order, then);
                                      if (e.order && (e.cut > 0 || e.returned > 0) &&
                                          has_unsourced(s, e.order))
                                          reserve(e.order, then);
                                  }),
    on<inventory::StockCounted>("give back reservations whose stock is not there",
                                [](const inventory::StockCounted& e, const State&, FollowUps& then) {
                                    give_back(e.taken_back, e.site, e.count, then);
                                }),
    on<inventory::StockHeld>("give back reservations whose stock went on hold",
                             [](const inventory::StockHeld& e, const State&, FollowUps& then) {
                                 give_back(e.taken_back, e.site, {}, then);
                             }),
    on<inventory::CountRequested>("ask the site to count",
                                  [](const inventory::CountRequested& e, const State& s, FollowUps& then) {
                                      if (!e.joined)
                                          want({JobKind::request_count, wms_of(s, e.site), {}, e.count.value},
                                               then);
                                  }),
    on<inventory::StockCounted>("the count is done",
                                [](const inventory::StockCounted& e, const State& s, FollowUps& then) {
                                    complete_job(s, JobKind::request_count, e.count.value, then);
                                }),
    on<inventory::TransferReceived>("what came in damaged goes on hold",
                                    [](const inventory::TransferReceived& e, const State&, FollowUps& then) {
                                        for (const auto& part : e.damaged) hold_damaged(part, e.site, then);
                                    }),
    on<inventory::TransferReceived>("a late delivery that came is over",
                                    [](const inventory::TransferReceived& e, const State& s,
                                       FollowUps& then) { heal_delivery(s, e.order, then); }),
    on<inventory::TransferPlaced>(
        "reserve what is at its site",
        [](const inventory::TransferPlaced& e, const State&, FollowUps& then) { reserve(e.order, then); }),
    on<inventory::StockCounted>("take back further reservations",
                                [](const inventory::StockCounted& e, const State&, FollowUps& then) {
                                    if (e.more)
                                        then.push_back(inventory::Command{
                                            inventory::ApproveCount{e.count, e.approved_by, {}}});
                                }),
    on<inventory::StockHeld>("hold further reservations",
                             [](const inventory::StockHeld& e, const State&, FollowUps& then) {
                                 if (e.left > 0) hold_rest(e, then);
                             }),
};

} // namespace truefill::engine
