/// What inventory can be asked or told.
#pragma once

#include "base/one_of.h"
#include "inventory/reserve_commands.h"
#include "inventory/stock_commands.h"
#include "inventory/supply_commands.h"

namespace truefill::inventory {

using Command = OneOf<OpenStock, AnnounceSupply, ChangeSupply, ReceiveSupply, SettlePromise, ReserveOrder,
                      ReserveWaiting, Unreserve, RequestCount, CountStock, ApproveCount, HoldStock,
                      PlaceTransfer, ReceiveTransfer, ExplainSuspense, RelabelStock>;

} // namespace truefill::inventory
