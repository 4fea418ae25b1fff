/// The codes that sites give, and what each does to the ledgers.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace truefill::warehouse {

/// Why a site sends units back. `stock_good`: the units go to AVAILABLE; else to HELD, in doubt, and a count
/// is ordered. A reason that is not in the table is in doubt.
struct RejectReason {
    std::string_view code;
    bool stock_good;
};
std::span<const RejectReason> reject_reasons();
bool stock_is_good(std::string_view reason);

/// What the rest of a line becomes after a legacy confirmation.
enum class Rest {
    stays,       ///< the site has not said: it stays RELEASED and becomes overdue
    contradicts, ///< the site says complete, so there should be no rest
    closed,      ///< short, and not to be sent any more
    backordered, ///< short, and still owed
    substituted, ///< another item went instead
    deleted,     ///< the site took the line out
};

/// A line status of X12 945 (element W1201). Nothing for a code that we do not know.
struct LegacyCode {
    std::string_view code;
    Rest rest;
};
std::span<const LegacyCode> legacy_codes();
std::optional<Rest> rest_of(std::string_view status);

} // namespace truefill::warehouse
