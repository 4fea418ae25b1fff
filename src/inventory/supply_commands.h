/// Commands about goods on their way to a site: supplies and transfers. Quantities are smallest units.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/quantity.h"
#include "base/time.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::inventory {

/// One line of a purchase order. (supply, item) names it for ever. `opening`: it was on its way when we went
/// live.
struct AnnounceSupply {
    static constexpr std::string_view name = "inventory.announce_supply";
    static constexpr bool fact = true;
    static constexpr auto required =
        std::to_array<std::string_view>({"supply", "site", "item", "quantity", "due"});
    std::string supply, supplier, site, item;
    Quantity quantity{};
    Date due;
    bool opening{};
};
TF_DESCRIBE(AnnounceSupply, (supply, supplier, site, item, quantity, due, opening))

/// The supplier's word changed: another date, another total quantity, or both.
struct ChangeSupply {
    static constexpr std::string_view name = "inventory.change_supply";
    static constexpr bool fact = true;
    static constexpr auto required = std::to_array<std::string_view>({"supply", "item"});
    std::string supply, item;
    Date due;                         ///< none: as before
    std::optional<Quantity> quantity; ///< all that is ordered, received units included; none: as before
    std::string reason;
};
TF_DESCRIBE(ChangeSupply, (supply, item, due, quantity, reason))

/// Goods came in. `damaged` units came besides `quantity` and go on hold.
struct ReceiveSupply {
    static constexpr std::string_view name = "inventory.receive_supply";
    static constexpr bool fact = true;
    static constexpr auto required = std::to_array<std::string_view>({"supply", "item"});
    std::string supply, item;
    std::string site;    ///< where they came in; none: where they were announced
    std::string receipt; ///< the site's own number of this receipt: it counts once per lot
    std::string lot;
    Date expires;
    Quantity quantity{}, damaged{};
    bool last{}; ///< nothing more will come
};
TF_DESCRIBE(ReceiveSupply, (supply, item, site, receipt, lot, expires, quantity, damaged, last))

/// Follow-up: one order gets what has come for it, or loses what will not come. Without an order: what is
/// left over when all promises are kept becomes free, and the next orders are named.
struct SettlePromise {
    static constexpr std::string_view name = "inventory.settle_promise";
    static constexpr bool fact = false;
    SupplyId supply;
    OrderId order;
};
TF_DESCRIBE(SettlePromise, (supply, order))

struct TransferLine {
    static constexpr auto required = std::to_array<std::string_view>({"line", "item", "quantity"});
    LineNumber line{};
    std::string item;
    Quantity quantity{};
};
TF_DESCRIBE(TransferLine, (line, item, quantity))

/// Goods shall go from one site to another. The number is an order number: a transfer is released, picked and
/// shipped like a sale.
struct PlaceTransfer {
    static constexpr std::string_view name = "inventory.place_transfer";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"transfer", "from", "to", "lines"});
    std::string transfer, from, to;
    std::uint8_t priority{}; ///< 1 goes first, 9 last; 0 = 5
    Date requested;
    std::vector<TransferLine> lines;
};
TF_DESCRIBE(PlaceTransfer, (transfer, from, to, priority, requested, lines))

/// By line, or by item when the site knows no lines. `damaged` units came besides `quantity`.
struct TransferReceipt {
    LineNumber line{};
    std::string item, lot;
    Quantity quantity{}, damaged{};
};
TF_DESCRIBE(TransferReceipt, (line, item, lot, quantity, damaged))

/// Goods of a transfer came in at its target.
struct ReceiveTransfer {
    static constexpr std::string_view name = "inventory.receive_transfer";
    static constexpr bool fact = true;
    static constexpr auto required = std::to_array<std::string_view>({"transfer"});
    std::string transfer;
    std::string receipt; ///< the site's own number of this receipt: it counts once
    std::vector<TransferReceipt> lines;
    bool last{}; ///< nothing more will come
};
TF_DESCRIBE(ReceiveTransfer, (transfer, receipt, lines, last))

} // namespace truefill::inventory
