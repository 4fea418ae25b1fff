/// What happened to orders. Each event carries its ledger entry.
#pragma once

#include "base/one_of.h"
#include "ledger/accounts.h"
#include "ledger/deviation.h"
#include "ledger/entry.h"
#include "orders/commands.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::orders {

/// The order is ours to fulfil. Deviations say why parts of it are on hold.
struct OrderAccepted {
    static constexpr std::string_view name = "orders.order_accepted";
    static constexpr int version = 1;
    OrderId order;
    std::string purchase_order;
    std::string address;
    Time ordered_at;
    Date requested;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(OrderAccepted, (order, purchase_order, address, ordered_at, requested, entry, deviations))

struct LineAdded {
    static constexpr std::string_view name = "orders.line_added";
    static constexpr int version = 1;
    OrderId order;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(LineAdded, (order, entry, deviations))

/// More units or another price. Fewer units are a LinesCancelled.
struct LineRaised {
    static constexpr std::string_view name = "orders.line_raised";
    static constexpr int version = 1;
    OrderId order;
    LineNumber line{};
    Quantity added{};
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(LineRaised, (order, line, added, entry, deviations))

/// Units of a line that a site holds and that shall come back to be cancelled.
struct AskedBack {
    LineNumber line{};
    Quantity quantity{};
};
TF_DESCRIBE(AskedBack, (line, quantity))

/// Some units are cancelled; `asked_back` are at a site, which is asked to stop: nothing has moved for them
/// yet.
struct LinesCancelled {
    static constexpr std::string_view name = "orders.lines_cancelled";
    static constexpr int version = 1;
    OrderId order;
    std::string reason;
    std::vector<AskedBack> asked_back;
    ledger::Entry entry;
};
TF_DESCRIBE(LinesCancelled, (order, reason, asked_back, entry))

/// A negative invoice took effect: `cancelled` + `asked_back` + `to_return` = its quantity.
struct LineWithdrawn {
    static constexpr std::string_view name = "orders.line_withdrawn";
    static constexpr int version = 1;
    OrderId order;
    LineNumber line{};
    std::string document;
    std::int64_t row{};
    Quantity cancelled{}, to_return{};
    std::vector<AskedBack> asked_back;
    ledger::Entry entry;
};
TF_DESCRIBE(LineWithdrawn, (order, line, document, row, cancelled, to_return, asked_back, entry))

/// Units that waited for the site are cancelled now, or have left after all and cannot be.
struct CancelSettled {
    static constexpr std::string_view name = "orders.cancel_settled";
    static constexpr int version = 1;
    OrderId order;
    std::vector<AskedBack> cancelled;
    std::vector<AskedBack> too_late;
    ledger::Entry entry;
};
TF_DESCRIBE(CancelSettled, (order, cancelled, too_late, entry))

struct HoldPlaced {
    static constexpr std::string_view name = "orders.hold_placed";
    static constexpr int version = 1;
    HoldId hold;
    Time due; ///< when it expires
    ledger::Entry entry;
};
TF_DESCRIBE(HoldPlaced, (hold, due, entry))

struct HoldLifted {
    static constexpr std::string_view name = "orders.hold_lifted";
    static constexpr int version = 1;
    HoldId hold;
    OrderId order; ///< of a hold on an order or line
    ledger::HoldScope scope{};
    std::uint32_t key{}; ///< id within the scope
    std::string reason;
    ledger::Entry entry;
};
TF_DESCRIBE(HoldLifted, (hold, order, scope, key, reason, entry))

/// The order's account as it stood; memory keeps its position and digest.
struct OrderArchived {
    static constexpr std::string_view name = "orders.order_archived";
    static constexpr int version = 1;
    OrderId order;
    Position position{};
    Digest digest;
    ledger::Order account;
};
TF_DESCRIBE(OrderArchived, (order, position, digest, account))

struct OrderRecalled {
    static constexpr std::string_view name = "orders.order_recalled";
    static constexpr int version = 1;
    OrderId order;
    ledger::Order account;
};
TF_DESCRIBE(OrderRecalled, (order, account))

using Event = OneOf<OrderAccepted, LineAdded, LineRaised, LinesCancelled, LineWithdrawn, CancelSettled,
                    HoldPlaced, HoldLifted, OrderArchived, OrderRecalled>;

} // namespace truefill::orders
