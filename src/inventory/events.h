/// What happened in inventory.
#pragma once

#include "base/one_of.h"
#include "inventory/reserve_commands.h"
#include "inventory/stock_events.h"
#include "inventory/supply_events.h"

namespace truefill::inventory {

/// Units of a line that a supply shall cover.
struct PromisedUnits {
    LineNumber line{};
    SupplyId supply;
    Quantity quantity{};
    Date due;
};
TF_DESCRIBE(PromisedUnits, (line, supply, quantity, due))

/// The answer of the sourcing question, by `rule`, and what was made of it. `fully`: no unit of the order is
/// without stock on hand now.
struct OrderReserved {
    static constexpr std::string_view name = "inventory.order_reserved";
    static constexpr int version = 1;
    OrderId order;
    bool fully{};
    std::string rule;
    int rule_version{};
    std::vector<PromisedUnits> promised;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(OrderReserved, (order, fully, rule, rule_version, promised, entry, deviations))

/// It is the turn of these orders. `more`: ask again behind `after` when they have been served.
struct WaitingCalled {
    static constexpr std::string_view name = "inventory.waiting_called";
    static constexpr int version = 1;
    ItemId item;
    std::vector<OrderId> orders;
    bool more{};
    QueuePlace after;
};
TF_DESCRIBE(WaitingCalled, (item, orders, more, after))

/// Units of an order gave their stock, or their promise, back.
struct ReservationReturned {
    static constexpr std::string_view name = "inventory.reservation_returned";
    static constexpr int version = 1;
    OrderId order;
    Quantity quantity{};
    CountId count;
    std::string reason;
    ledger::Entry entry;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(ReservationReturned, (order, quantity, count, reason, entry, freed))

using Event =
    OneOf<StockOpened, SupplyAnnounced, SupplyChanged, SupplyReceived, PromiseSettled, OrderReserved,
          WaitingCalled, ReservationReturned, CountRequested, CountRecorded, StockCounted, StockHeld,
          TransferPlaced, TransferReceived, SuspenseExplained, StockRelabelled>;

} // namespace truefill::inventory
