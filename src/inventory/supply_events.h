/// What happened to goods on their way. An event with `orders` asks for SettlePromise for each of them and,
/// when `more` is set, for SettlePromise without an order after them. `coming` and `booked` are what they are
/// from then on.
#pragma once

#include "ledger/deviation.h"
#include "ledger/entry.h"
#include "ledger/ledger.h"
#include "masterdata/documents.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::inventory {

/// `due`: if it has not come by then, somebody must ask the supplier.
struct SupplyAnnounced {
    static constexpr std::string_view name = "inventory.supply_announced";
    static constexpr int version = 1;
    SupplyId supply;
    std::string reference, supplier;
    ItemId item;
    SiteId site;
    Quantity ordered{};
    Quantity coming{}; ///< less when some came before it was announced
    Date due_date;
    Time due;
    bool opening{};
    ledger::Entry entry;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(SupplyAnnounced,
            (supply, reference, supplier, item, site, ordered, coming, due_date, due, opening, entry, freed))

/// `promised`: lines that were promised goods from it and whose date is another now.
struct SupplyChanged {
    static constexpr std::string_view name = "inventory.supply_changed";
    static constexpr int version = 1;
    SupplyId supply;
    Quantity ordered{}, coming{}, booked{};
    Quantity cut{};
    Date due_before, due_date;
    Time due;
    std::string reason;
    std::vector<ledger::LineRef> promised;
    std::vector<OrderId> orders;
    bool more{};
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(SupplyChanged, (supply, ordered, coming, booked, cut, due_before, due_date, due, reason, promised,
                            orders, more, entry, deviations, freed))

/// `quantity` good and `damaged` units came; `for_promises` of the good ones stand ready for promised lines,
/// the others are in the entry. A supply that nobody announced is made here and its goods are held.
struct SupplyReceived {
    static constexpr std::string_view name = "inventory.supply_received";
    static constexpr int version = 1;
    SupplyId supply;
    std::string reference; ///< of a supply that nobody announced
    std::string receipt;
    ItemId item;
    SiteId site;
    LotId lot;
    Quantity quantity{}, damaged{}, over{}, for_promises{};
    Quantity coming{}, booked{};
    bool last{};
    std::vector<OrderId> orders;
    bool more{};
    std::vector<masterdata::Lot> lots;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(SupplyReceived,
            (supply, reference, receipt, item, site, lot, quantity, damaged, over, for_promises, coming,
             booked, last, orders, more, lots, entry, deviations, freed))

/// An order got `reserved` units of what came, lost `cut` units that will not come, and goes back to the
/// queue for `returned` units whose goods came in a lot that it may not have. Without an order: the rest
/// became free.
struct PromiseSettled {
    static constexpr std::string_view name = "inventory.promise_settled";
    static constexpr int version = 1;
    SupplyId supply;
    OrderId order;
    Quantity reserved{}, cut{}, returned{};
    std::vector<OrderId> orders;
    bool more{};
    ledger::Entry entry;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(PromiseSettled, (supply, order, reserved, cut, returned, orders, more, entry, freed))

struct TransferPlaced {
    static constexpr std::string_view name = "inventory.transfer_placed";
    static constexpr int version = 1;
    TransferId transfer;
    OrderId order;
    SiteId from, to;
    ledger::Entry entry;
};
TF_DESCRIBE(TransferPlaced, (transfer, order, from, to, entry))

/// Units that came in damaged: they shall go on hold.
struct DamagedUnits {
    ItemId item;
    LotId lot;
    Quantity quantity{};
};
TF_DESCRIBE(DamagedUnits, (item, lot, quantity))

struct TransferReceived {
    static constexpr std::string_view name = "inventory.transfer_received";
    static constexpr int version = 1;
    TransferId transfer;
    OrderId order;
    SiteId site;
    std::string receipt;
    bool last{};
    std::vector<DamagedUnits> damaged;
    std::vector<masterdata::Lot> lots;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(TransferReceived, (transfer, order, site, receipt, last, damaged, lots, entry, deviations, freed))

} // namespace truefill::inventory
