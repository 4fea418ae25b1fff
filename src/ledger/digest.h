/// The summands of the ledger's digest: one 128-bit number for each piece of the truth. The digest is their
/// sum, so a change costs one subtraction and one addition, and the order of changes does not matter. Sums,
/// unlike exclusive-or, tell two equal pieces from none. The numbers do not depend on the build or the
/// machine.
#pragma once

#include "base/sha256.h"
#include "ledger/accounts.h"

namespace truefill::ledger {

/// Zero for an empty slot, a balance of 0, and so on: what is not there weighs nothing.
Hash128 weight(OrderId order, const Parcel& parcel);
Hash128 weight(OrderId order, const Line& line);
Hash128 weight(OrderId order, std::size_t number, const Charge& charge);
/// The head of the order alone.
Hash128 weight(const Order& order);
/// Head, lines, charges and parcels.
Hash128 whole_weight(const Order& order);
Hash128 weight(const StockBalance& row, Stock bucket);
/// All buckets.
Hash128 weight(const StockBalance& row);
Hash128 weight(const MoneyBalance& row, Account account);
/// All accounts.
Hash128 weight(const MoneyBalance& row);
Hash128 weight(const Hold& hold);

inline void add(Hash128& sum, const Hash128& weight) {
    sum.hi += weight.hi;
    sum.lo += weight.lo;
}
inline void subtract(Hash128& sum, const Hash128& weight) {
    sum.hi -= weight.hi;
    sum.lo -= weight.lo;
}

} // namespace truefill::ledger
