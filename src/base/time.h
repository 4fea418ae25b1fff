/// Points and spans of time as plain integers. There is no clock here: a decision gets its time from the
/// envelope. Everything is UTC; zones are master data and are applied where a due time is computed.
///
/// Text is RFC 3339. The calendar is the proleptic Gregorian one, by arithmetic on days counted in 400-year
/// eras. Range of the text forms: years 0001 to 9999.
#pragma once

#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace truefill {

struct Duration {
    std::int64_t micros{};
    friend constexpr auto operator<=>(Duration, Duration) = default;
};

constexpr Duration milliseconds(std::int64_t n) { return {n * 1'000}; }
constexpr Duration seconds(std::int64_t n) { return {n * 1'000'000}; }
constexpr Duration minutes(std::int64_t n) { return {n * 60'000'000}; }
constexpr Duration hours(std::int64_t n) { return {n * 3'600'000'000}; }
constexpr Duration days(std::int64_t n) { return {n * 86'400'000'000}; }

constexpr Duration operator+(Duration a, Duration b) { return {a.micros + b.micros}; }
constexpr Duration operator-(Duration a, Duration b) { return {a.micros - b.micros}; }
constexpr Duration operator-(Duration a) { return {-a.micros}; }
constexpr Duration operator*(Duration a, std::int64_t n) { return {a.micros * n}; }

/// Sums are not checked for overflow, so limit a Duration that comes from outside before adding it.

/// Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted. 0 is "not set" in every described
/// struct: nothing that Truefill handles happened at that instant.
struct Time {
    std::int64_t micros{};
    constexpr explicit operator bool() const noexcept { return micros != 0; }
    friend constexpr auto operator<=>(Time, Time) = default;
};

constexpr Time operator+(Time t, Duration d) { return {t.micros + d.micros}; }
constexpr Time operator-(Time t, Duration d) { return {t.micros - d.micros}; }
constexpr Duration operator-(Time a, Time b) { return {a.micros - b.micros}; }

/// Days since 1970-01-01; 0 is "not set", as with Time.
struct Date {
    std::int32_t days{};
    constexpr explicit operator bool() const noexcept { return days != 0; }
    friend constexpr auto operator<=>(Date, Date) = default;
};

constexpr Date operator+(Date d, std::int32_t n) { return {d.days + n}; }
constexpr Date operator-(Date d, std::int32_t n) { return {d.days - n}; }
constexpr std::int32_t operator-(Date a, Date b) { return a.days - b.days; }

struct CivilDate {
    std::int32_t year{};
    std::int32_t month{}; // 1 to 12
    std::int32_t day{};   // 1 to 31
};

CivilDate civil(Date date);
/// The date must exist: day 30 of February asserts. Check input with parse_date.
Date date_from(CivilDate civil);
/// 1 is Monday, 7 is Sunday (ISO 8601).
int weekday(Date date);

/// The UTC day that holds the instant, and the first instant of a day.
Date date_of(Time time);
Time start_of(Date date);

/// RFC 3339: "2026-03-02T10:00:00Z", "2026-03-02t12:00:00.25+02:00". Capital or small T and Z, 0 to 6
/// fraction digits, offsets up to 23:59. Refused with a sentence: a missing zone, a seventh digit (it would
/// be lost), second 60, dates that do not exist, anything before or after.
std::expected<Time, std::string> parse_time(std::string_view text);
/// "2026-03-02" and nothing else.
std::expected<Date, std::string> parse_date(std::string_view text);

/// Always 27 characters: "2026-03-02T10:00:00.000000Z". One form, so that equal times have equal bytes in the
/// journal.
void append_time(std::string& out, Time time);
char* write_time(char* at, Time time);
/// Always 10 characters.
void append_date(std::string& out, Date date);
char* write_date(char* at, Date date);

} // namespace truefill
