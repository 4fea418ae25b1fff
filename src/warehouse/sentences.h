/// How the warehouse names things to people.
#pragma once

#include "ledger/accounts.h"
#include "masterdata/facts.h"
#include "warehouse/parts.h"

#include <span>
#include <string>

namespace truefill::warehouse {

std::string name_of_release(ReleaseId id); ///< R-17
/// The SSCC, or HU-3 when it has none.
std::string name_of_unit(HandlingUnitId id, std::string_view sscc);
std::string units(Quantity quantity); ///< 1 unit, 5 units
/// SO-1; "order 7" when it is no longer in memory.
std::string name_of_order(const Facts& facts, OrderId id);
const std::string& code_of(const Facts& facts, SiteId site);
std::string code_of(const Facts& facts, LotId lot); ///< empty for none
std::string of_lot(const Facts& facts, LotId lot);  ///< " of lot L1"; empty for none
/// 5 of SKU-1 (line 2)
std::string goods(const Facts& facts, OrderId order, LineQuantity line);
/// The same for several lines; counts them when there are more than four.
std::string goods(const Facts& facts, OrderId order, std::span<const LineQuantity> lines);
/// 2026-03-02 14:05 UTC
std::string minute(Time time);

} // namespace truefill::warehouse
