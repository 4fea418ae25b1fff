/// What people, shops and partners ask of orders, and what the flow asks on their behalf.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/one_of.h"
#include "base/quantity.h"
#include "base/time.h"
#include "ledger/accounts.h"
#include "orders/place_commands.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::orders {

/// Intent. Adds a line to an open order.
struct AddLine {
    static constexpr std::string_view name = "orders.add_line";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"order", "line"});
    std::string order;
    PlacedLine line;
};
TF_DESCRIBE(AddLine, (order, line))

/// Intent. The line shall come to `quantity` smallest units, or go out at another price, from now on. Fewer
/// units cancel what has not left, the least advanced first; what a site holds is asked back.
struct AmendLine {
    static constexpr std::string_view name = "orders.amend_line";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"order", "line"});
    std::string order;
    LineNumber line{};
    std::optional<Quantity> quantity;
    std::optional<Amount> unit_price; ///< of one smallest unit; touches only what is not yet issued
};
TF_DESCRIBE(AmendLine, (order, line, quantity, unit_price))

/// Intent. Cancels `quantity` units of a line (0: all of it), or of every line (line 0).
struct CancelLines {
    static constexpr std::string_view name = "orders.cancel_lines";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"order"});
    std::string order;
    LineNumber line{};
    Quantity quantity{};
    std::string reason;
};
TF_DESCRIBE(CancelLines, (order, line, quantity, reason))

/// Intent. A negative invoice of the shop: takes units back whatever their stage. What has not left is
/// cancelled; for what has left a return is authorised. `document` and `row` are the business key.
struct WithdrawLine {
    static constexpr std::string_view name = "orders.withdraw_line";
    static constexpr bool fact = false;
    static constexpr auto required =
        std::to_array<std::string_view>({"order", "line", "quantity", "document"});
    std::string order;
    LineNumber line{};
    Quantity quantity{};
    std::string document;
    std::int64_t row{};
};
TF_DESCRIBE(WithdrawLine, (order, line, quantity, document, row))

/// Follow-up. Units came back from a site: cancel what waits to be cancelled.
struct ContinueCancel {
    static constexpr std::string_view name = "orders.continue_cancel";
    static constexpr bool fact = false;
    OrderId order;
};
TF_DESCRIBE(ContinueCancel, (order))

/// Intent. Blocks named steps for an order, line, customer, item, lot or site until it is lifted or expires.
struct PlaceHold {
    static constexpr std::string_view name = "orders.place_hold";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"scope", "reason", "blocks"});
    ledger::HoldScope scope{};
    std::string order; ///< for scope order and line
    LineNumber line{};
    std::string customer, item, lot, site; ///< the one that the scope names; item beside lot; site narrows
    std::string reason;
    std::vector<ledger::Trigger> blocks;
    Time expires_at;
};
TF_DESCRIBE(PlaceHold, (scope, order, line, customer, item, lot, site, reason, blocks, expires_at))

/// Intent, or sent by the timer when the hold expires.
struct LiftHold {
    static constexpr std::string_view name = "orders.lift_hold";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"hold"});
    HoldId hold;
    std::string reason;
};
TF_DESCRIBE(LiftHold, (hold, reason))

/// Intent. Takes a finished order out of memory. Its folded state goes into the event.
struct ArchiveOrder {
    static constexpr std::string_view name = "orders.archive_order";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"order"});
    std::string order;
};
TF_DESCRIBE(ArchiveOrder, (order))

/// Intent. Brings an archived order back; `account` is read from the record that archived it, its digest is
/// checked.
struct RecallOrder {
    static constexpr std::string_view name = "orders.recall_order";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"order"});
    std::string order;
    ledger::Order account;
};
TF_DESCRIBE(RecallOrder, (order, account))

using Command = OneOf<PlaceOrder, AddLine, AmendLine, CancelLines, WithdrawLine, ContinueCancel, PlaceHold,
                      LiftHold, ArchiveOrder, RecallOrder>;

} // namespace truefill::orders
