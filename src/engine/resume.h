/// A hold on a customer, an item, a lot or a site was lifted: the orders that it may have kept back go on,
/// some at a time.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "ledger/accounts.h"
#include "ledger/hold.h"

#include <string_view>
#include <vector>

namespace truefill::engine {

/// Follow-up: looks at the orders behind `after`.
struct ResumeOrders {
    static constexpr std::string_view name = "engine.resume_orders";
    static constexpr bool fact = false;
    ledger::HoldScope scope{};
    std::uint32_t key{};
    OrderId after;
    bool stop{};
};
TF_DESCRIBE(ResumeOrders, (scope, key, after, stop))

/// These orders have units that can go on now, as far as the hold was what kept them; or that sites must
/// stop. `more`: ask again behind `after`.
struct OrdersResumed {
    static constexpr std::string_view name = "engine.orders_resumed";
    static constexpr int version = 1;
    ledger::HoldScope scope{};
    std::uint32_t key{};
    std::vector<OrderId> orders;
    OrderId after;
    bool more{}, stop{};
};
TF_DESCRIBE(OrdersResumed, (scope, key, orders, after, more, stop))

/// A site holds the units: it was sent them, and they have not left.
inline bool is_at_site(const ledger::Parcel& parcel) {
    return parcel.pipeline >= ledger::Pipeline::released && parcel.pipeline <= ledger::Pipeline::packed;
}
/// True when units of a parcel stand under a hold of this scope.
bool is_held_by(const ResumeOrders& hold, const ledger::Order& order, const ledger::Parcel& parcel);

} // namespace truefill::engine
