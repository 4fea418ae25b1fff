/// The words of a field: whole units, prices, local times. Pure. Each gives a value or a sentence that says
/// what the field should have held; the caller adds where it stood.
///
/// Times in shop exports are wall-clock times without a zone. A mapping states their form and their distance
/// to UTC; the online-retail file is British, so its times follow the British rule for summer time.
#pragma once

#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"

#include <expected>
#include <string>
#include <string_view>

namespace truefill::connectors::shop {

/// Larger values are typing errors in this trade. The units of 16 million rows of this size still sum in 64
/// bits; the readers check the sum of money.
inline constexpr Quantity quantity_max = 100'000'000;
inline constexpr Amount line_amount_max{1'000'000'000'000'000}; ///< a thousand million

/// "6", "-6", "6.000": whole, between -quantity_max and quantity_max. `decimal` is '.' or ','.
[[nodiscard]] std::expected<Quantity, std::string> parse_units(std::string_view text, char decimal = '.');

/// "2.55", "-1", with at most six decimals and no thousands separators or currency signs.
[[nodiscard]] std::expected<Amount, std::string> parse_price(std::string_view text, char decimal = '.');

/// quantity times unit price, or a sentence when it leaves +-line_amount_max.
[[nodiscard]] std::expected<Amount, std::string> line_amount(Quantity quantity, Amount unit_price);

/// How times are written: YYYY, MM, DD, hh, mm and ss stand for digits, other characters for themselves, such
/// as "DD/MM/YYYY hh:mm". Empty: RFC 3339 with its own zone.
struct TimeForm {
    std::string pattern;
    Duration ahead_of_utc; ///< 01:00 for central European winter
};

/// Whether a pattern has year, month and day once each and everything else at most once; else the sentence.
[[nodiscard]] std::expected<void, std::string> check_time_pattern(std::string_view pattern);

/// `text` in a checked form. A pattern without hours means midnight.
[[nodiscard]] std::expected<Time, std::string> parse_time_as(std::string_view text, const TimeForm& form);

/// A British wall-clock time as UTC. Summer time runs from the last Sunday in March to the last Sunday in
/// October, 01:00 UTC; of the hour that autumn repeats, the first is meant.
[[nodiscard]] Time from_british_time(Time wall_clock);

} // namespace truefill::connectors::shop
