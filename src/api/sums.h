/// Sums over many documents, for people to look at. The ledger proves that its own sums stay in range; what
/// is added up across orders, cases and customers has no such promise, and a page must not stop the program.
#pragma once

#include "base/money.h"

#include <algorithm>
#include <cstdint>

namespace truefill::api {

/// Where they end: rounding to a coin still stays in range.
inline constexpr Amount sum_max{9'000'000'000'000 * Amount::scale};

inline Amount limited(std::int64_t micros, bool overflows, bool negative) {
    if (overflows) return negative ? Amount{-sum_max.micros} : sum_max;
    return Amount{std::clamp(micros, -sum_max.micros, sum_max.micros)};
}

inline Amount limited_sum(Amount a, Amount b) {
    std::int64_t sum = 0;
    const bool overflows = __builtin_add_overflow(a.micros, b.micros, &sum);
    return limited(sum, overflows, a.micros < 0);
}

inline Amount limited_product(Amount price, std::int64_t quantity) {
    std::int64_t product = 0;
    const bool overflows = __builtin_mul_overflow(price.micros, quantity, &product);
    return limited(product, overflows, (price.micros < 0) != (quantity < 0));
}

} // namespace truefill::api
