/// What goes wrong on purpose on the day that is played, and when. The systems plant it; nobody tells
/// Truefill, which has to notice.
///
///     + 0:45 to 4:00   credit      the ERP lowers the limit of a key account just before its greatest order
///     + 1:30           doubled     the next order comes twice, by two channels, under two numbers
///     + 2:00           partial     the ERP reads a partial shipment as a complete one
///     + 2:20           billed      the ERP bills what did not ship
///     + 4:00           outage      the prompt warehouse is silent for five hours, then comes with its batch
#pragma once

#include "base/time.h"
#include "connectors/shop/import.h"

#include <expected>
#include <string>
#include <string_view>

namespace truefill::systems {

inline constexpr std::string_view fault_credit = "credit_hold";
inline constexpr std::string_view fault_doubled = "doubled_order";
inline constexpr std::string_view fault_partial = "partial_as_complete";
inline constexpr std::string_view fault_outage = "wms_outage";
inline constexpr std::string_view fault_billed = "billed_not_shipped";

inline constexpr Duration partial_after = hours(2);
inline constexpr Duration billed_after = minutes(140);
inline constexpr Duration twin_wait = minutes(20);
inline constexpr Duration limit_ahead = minutes(15);

struct Outage {
    std::string_view site;
    Time from, until;
};
inline Outage outage_of(Time day) { return {"LEEDS", day + hours(4), day + hours(9)}; }

/// The documents of a folder with online-retail.csv.gz and codes.csv. The sentence says what is wrong.
std::expected<connectors::shop::Import, std::string> read_documents(const std::string& folder);

/// The greatest order of a named customer within the first hours; none when there is none.
const connectors::shop::ImportedOrder* key_order(const connectors::shop::Import& import, Time day);
/// The order that comes twice.
const connectors::shop::ImportedOrder* doubled_order(const connectors::shop::Import& import, Time day);
Amount value_of(const connectors::shop::ImportedOrder& order);

} // namespace truefill::systems
