/// What follows from an event of inventory in the engine's flow, for tests.
#pragma once

#include "inventory/inventory.h"

#include <deque>
#include <type_traits>

namespace truefill::inventory {

template <class E> void take_back(const E& event, std::deque<Command>& then) {
    for (const auto& part : event.taken_back) {
        Unreserve command;
        command.order_id = part.order;
        command.line = part.line;
        command.quantity = part.quantity;
        command.site = event.site;
        command.lot = part.lot;
        command.backorder = true;
        if constexpr (requires { event.count; }) command.count = event.count;
        else command.hold = true;
        then.push_back(command);
    }
    if constexpr (requires {
                      event.count;
                      event.more;
                  })
        if (event.more) then.push_back(ApproveCount{event.count, {}, {}});
}

template <class E> void follow(const E& event, std::deque<Command>& then) {
    if constexpr (requires {
                      event.taken_back;
                      event.site;
                  })
        take_back(event, then);
    if constexpr (requires {
                      event.orders;
                      event.supply;
                  }) {
        for (const auto order : event.orders) then.push_back(SettlePromise{event.supply, order});
        if (event.more) then.push_back(SettlePromise{event.supply, {}});
    }
    if constexpr (std::is_same_v<E, PromiseSettled>)
        if (event.order && event.cut + event.returned > 0) then.push_back(ReserveOrder{event.order, {}});
    if constexpr (std::is_same_v<E, WaitingCalled>) {
        for (const auto order : event.orders) then.push_back(ReserveOrder{order, {}});
        if (event.more) then.push_back(ReserveWaiting{event.item, event.after});
    }
    if constexpr (requires { event.damaged.size(); })
        for (const auto& part : event.damaged) {
            HoldStock hold;
            hold.site_id = event.site;
            hold.item_id = part.item;
            hold.lot_id = part.lot;
            hold.quantity = part.quantity;
            hold.reason = "came in damaged";
            then.push_back(hold);
        }
    if constexpr (requires { event.freed; })
        for (const auto item : event.freed) then.push_back(ReserveWaiting{item, {}});
}

} // namespace truefill::inventory
