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

/// The day after which a lot must not be sold; none when it has no lot or does not expire.
inline Date expiry_of(const Facts& facts, LotId lot) { return lot ? facts.master.lot(lot).expires : Date{}; }

/// What expires today may still go to a customer who asks for no days.
inline bool is_fit(Date expires, std::int32_t days, Date today) {
    return !expires || expires - today >= days;
}

/// First expired, first out; what never expires goes last.
inline std::pair<std::int32_t, LotId> fefo_rank(Date expires, LotId lot) {
    return {expires ? expires.days : std::numeric_limits<std::int32_t>::max(), lot};
}

} // namespace truefill::inventory
