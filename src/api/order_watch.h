/// What lists and the control tower ask of an order's row as time goes by. One place, so that a number and
/// the list behind it cannot disagree.
#pragma once

#include "api/order_row.h"
#include "base/time.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace truefill::api {

inline constexpr std::size_t ages_count = 5;
/// Since an order was placed: 0-4h, 4-24h, 1-3d, 3-7d, >7d.
std::size_t age_of(const OrderRow& row, Time now);
std::string_view name_of_age(std::size_t age);
std::optional<std::size_t> age_named(std::string_view name);

/// Neither completed nor cancelled.
bool is_open(const OrderRow& row);
/// Its date has passed and not all of it has left.
bool is_late(const OrderRow& row, Time now);
/// It will be late unless somebody acts: its date ends within a day, or the supply that it waits for comes
/// after its date. Not yet late.
bool is_at_risk(const OrderRow& row, Time now);
/// Over, and never was there a case about it.
bool is_perfect(const OrderRow& row);
/// Over, as far as `is_perfect` counts: completed.
bool is_done(const OrderRow& row);

} // namespace truefill::api
