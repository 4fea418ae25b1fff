/// What a receipt does to a supply and to stock.
#pragma once

#include "inventory/decide.h"

namespace truefill::inventory {

/// A receipt that means something. `supply` is a copy on which the receipt is worked out; it is empty when
/// nobody announced it.
struct Receipt {
    const ReceiveSupply& command;
    ItemId item;
    Date today;
    SupplyId id;
    Supply supply{};
    SiteId site; ///< where the goods came in
};

/// Of what was announced for the site, good units serve promises first; the others are free at once; damaged
/// ones go on hold. What goes beyond the announcement, came in elsewhere, or was never announced comes
/// straight from the supplier. Goods that nobody announced stay on hold until somebody says what they are.
Decision receive(const Facts& facts, Receipt receipt);

std::string receipt_key(std::string_view receipt, std::string_view lot);

} // namespace truefill::inventory
