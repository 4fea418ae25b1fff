/// What inventory can be asked or told.
#pragma once

#include "inventory/reserve_commands.h"
#include "inventory/stock_commands.h"
#include "inventory/supply_commands.h"

#include <variant>

namespace truefill::inventory {

using Command = std::variant<OpenStock, AnnounceSupply, ChangeSupply, ReceiveSupply, SettlePromise,
                             ReserveOrder, ReserveWaiting, Unreserve, RequestCount, CountStock, ApproveCount,
                             HoldStock, PlaceTransfer, ReceiveTransfer, ExplainSuspense, RelabelStock>;

} // namespace truefill::inventory
