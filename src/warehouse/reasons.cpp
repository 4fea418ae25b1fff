#include "warehouse/reasons.h"

#include <array>

namespace truefill::warehouse {
namespace {

constexpr auto rejects = std::to_array<RejectReason>({
    {"no_capacity", true},
    {"site_closed", true},
    {"cut_off_missed", true},
    {"carrier_not_served", true},
    {"deleted_by_site", true},
    {"duplicate", true},
    {"not_found", false},
    {"out_of_stock", false},
    {"damaged", false},
    {"expired", false},
    {"lot_blocked", false},
});

constexpr auto codes = std::to_array<LegacyCode>({
    {"", Rest::stays},
    {"CC", Rest::contradicts},
    {"CL", Rest::contradicts},
    {"CP", Rest::closed},
    {"BP", Rest::backordered},
    {"BO", Rest::backordered},
    {"IS", Rest::substituted},
    {"DE", Rest::deleted},
});

} // namespace

std::span<const RejectReason> reject_reasons() { return rejects; }
std::span<const LegacyCode> legacy_codes() { return codes; }

bool stock_is_good(std::string_view reason) {
    for (const auto& known : rejects)
        if (known.code == reason) return known.stock_good;
    return false;
}

std::optional<Rest> rest_of(std::string_view status) {
    for (const auto& known : codes)
        if (known.code == status) return known.rest;
    return std::nullopt;
}

} // namespace truefill::warehouse
