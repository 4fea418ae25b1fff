#include "api/order_watch.h"

#include <algorithm>
#include <array>
#include <utility>

namespace truefill::api {
namespace {

constexpr std::array<std::pair<Duration, std::string_view>, ages_count> ages{{
    {hours(4), "0-4h"},
    {hours(24), "4-24h"},
    {days(3), "1-3d"},
    {days(7), "3-7d"},
    {days(1'000'000), ">7d"},
}};

bool has_left(const OrderRow& row) { return row.status >= orders::Status::shipped; }

} // namespace

std::size_t age_of(const OrderRow& row, Time now) {
    const auto age = row.ordered_at ? now - row.ordered_at : Duration{};
    std::size_t i = 0;
    while (i + 1 < ages.size() && age >= ages[i].first) ++i;
    return i;
}

std::string_view name_of_age(std::size_t age) { return ages.at(age).second; }

std::optional<std::size_t> age_named(std::string_view name) {
    const auto found = std::ranges::find(ages, name, [](const auto& one) { return one.second; });
    if (found == ages.end()) return std::nullopt;
    return static_cast<std::size_t>(found - ages.begin());
}

bool is_open(const OrderRow& row) { return !is_done(row) && row.status != orders::Status::cancelled; }

bool is_late(const OrderRow& row, Time now) {
    return is_open(row) && !has_left(row) && row.requested && start_of(row.requested + 1) <= now;
}

bool is_at_risk(const OrderRow& row, Time now) {
    if (!is_open(row) || has_left(row) || !row.requested || is_late(row, now)) return false;
    return start_of(row.requested + 1) <= now + hours(24) || row.promised > row.requested;
}

bool is_done(const OrderRow& row) { return row.status == orders::Status::completed; }
bool is_perfect(const OrderRow& row) { return is_done(row) && row.cases == 0; }

} // namespace truefill::api
