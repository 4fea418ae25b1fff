/// What a line and an order may come to, so that sums over all that is open stay within an Amount
/// (9.2 million million).
#pragma once

#include "base/money.h"
#include "base/quantity.h"
#include "journal/decision.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

namespace truefill::orders {

inline constexpr Quantity line_quantity_max = 1'000'000'000;
inline constexpr Amount line_value_max{1'000'000'000'000'000};      ///< 1,000 million
inline constexpr Amount order_value_max{1'000'000'000'000'000'000}; ///< 1 million million

/// Why a line cannot be that big; nothing when it can. Neither is negative.
inline std::optional<journal::Refusal> too_big(LineNumber line, Quantity quantity, Amount unit_price) {
    const bool fits = quantity <= line_quantity_max &&
                      (quantity == 0 || unit_price.micros <= line_value_max.micros / quantity);
    if (fits) return std::nullopt;
    return journal::Refusal{"line_too_big",
                            fmt::format("line {} comes to more than 1,000,000,000 units or 1,000,000,000 in "
                                        "money; that is no order",
                                        line),
                            {},
                            {}};
}

} // namespace truefill::orders
