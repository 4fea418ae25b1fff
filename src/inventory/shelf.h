/// Which lot may go to whom, and which goes first.
#pragma once

#include "masterdata/facts.h"

#include <limits>
#include <utility>

namespace truefill::inventory {

/// Days that a lot must have left for an order. A transfer takes what is not expired.
inline std::int32_t shelf_life_days(const Facts& facts, const ledger::Order& order) {
    return order.customer ? facts.master.customer(order.customer).shelf_life_days : 0;
}

/// A lot that expires today may still go to a customer who asks for no days. No lot, or no expiry: always
/// fit.
inline bool is_fit(const Facts& facts, LotId lot, std::int32_t days, Date today) {
    if (!lot) return true;
    const auto expires = facts.master.lot(lot).expires;
    return !expires || expires - today >= days;
}

/// First expired, first out; what never expires goes last.
inline std::pair<std::int32_t, LotId> fefo_rank(const Facts& facts, LotId lot) {
    const auto expires = lot ? facts.master.lot(lot).expires : Date{};
    return {expires ? expires.days : std::numeric_limits<std::int32_t>::max(), lot};
}

} // namespace truefill::inventory
