#pragma once

#include <compare>
#include <cstdint>
#include <expected>
#include <string>

namespace truefill {

/// Units of the item's smallest indivisible unit: each, gram, millimetre. Master data says which. Quantities
/// are whole numbers so that sums never drift and a comparison means what it says. Negative values are deltas
/// and corrections.
using Quantity = std::int64_t;

/// An exact fraction, for packs and unit conversions: a case of 12 is {12, 1}, a gram from a kilogram {1000,
/// 1}, one each out of a pack of six {1, 6}. The denominator is above zero; a negative numerator is allowed
/// for credits. Two ratios compare equal only when written alike: {1, 2} is not {2, 4}. Master data keeps
/// them in lowest terms.
struct Ratio {
    std::int64_t numerator{1};
    std::int64_t denominator{1};
    friend constexpr auto operator<=>(const Ratio&, const Ratio&) = default;
};

/// quantity * ratio, or a sentence when the result is not a whole number ("7 is not a multiple of 6"), leaves
/// 64 bits, or the denominator is not positive. Never rounds: half a unit sold in the dark is a claim three
/// weeks later.
std::expected<Quantity, std::string> convert_exactly(Quantity quantity, Ratio ratio);

} // namespace truefill
