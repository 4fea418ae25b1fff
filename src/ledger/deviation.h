/// Something off plan that an event brings with it. The engine opens a case for each one.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "ledger/buckets.h"

#include <string>

namespace truefill::ledger {

struct Deviation {
    std::string category; ///< short_pick, contradiction, issued_on_hold, suspense, unmapped, mismatch, ...
    std::string sentence; ///< what happened, with the numbers
    OrderId order;
    LineNumber line{};
    ItemId item;
    SiteId site;
    Quantity quantity{};
    Money value;             ///< at risk; none when it cannot be said
    std::string destination; ///< the system or partner that it is about, when it is about one: wms:LYON
};
TF_DESCRIBE(Deviation, (category, sentence, order, line, item, site, quantity, value, destination))

} // namespace truefill::ledger
