/// Numbers in sentences for people: thousands apart, and the noun in the right form.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace truefill {

/// 49978 as "49,978", -1234 as "-1,234", "1234567.89" as "1,234,567.89".
std::string grouped_text(std::string digits);
template <std::integral I> std::string grouped(I number) { return grouped_text(std::to_string(number)); }
/// "1 order", "2 orders", "49,978 orders".
std::string plural(std::uint64_t count, std::string_view what);

} // namespace truefill
