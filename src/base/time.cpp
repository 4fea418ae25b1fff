#include "base/time.h"

#include "base/assert.h"
#include "base/digits.h"

namespace truefill {

namespace {

constexpr std::int64_t micros_per_second = 1'000'000;
constexpr std::int64_t micros_per_day = 86'400 * micros_per_second;
constexpr std::int32_t days_per_era = 146'097; // 400 years
constexpr std::int32_t first_day = -719'162;   // 0001-01-01
constexpr std::int32_t last_day = 2'932'896;   // 9999-12-31

constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

constexpr bool is_leap(std::int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr std::int32_t days_in(std::int32_t year, std::int32_t month) {
    constexpr std::int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

// Years are counted from March, so that the leap day is the last one of its year and the months have the
// regular lengths (153 m + 2) / 5 up to it. The method is Howard Hinnant's, "chrono-compatible low-level date
// algorithms".
constexpr std::int32_t days_before(std::int32_t year, std::int32_t month, std::int32_t day) {
    const std::int32_t march_year = month <= 2 ? year - 1 : year; // 0 or more: years begin at 1
    const std::int32_t march_month = month <= 2 ? month + 9 : month - 3;
    const std::int32_t day_of_year = (153 * march_month + 2) / 5 + day - 1;
    return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year - 719'468;
}

constexpr CivilDate civil_of(std::int32_t days) {
    const auto shifted =
        static_cast<std::uint32_t>(days + 719'468); // from 0000-03-01, which is before first_day
    const std::uint32_t era = shifted / days_per_era;
    const std::uint32_t day_of_era = shifted % days_per_era;
    const std::uint32_t year_of_era =
        (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::uint32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::uint32_t march_month = (5 * day_of_year + 2) / 153;
    const std::uint32_t day = day_of_year - (153 * march_month + 2) / 5 + 1;
    const std::uint32_t month = march_month < 10 ? march_month + 3 : march_month - 9;
    const std::uint32_t year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
    return {static_cast<std::int32_t>(year), static_cast<std::int32_t>(month),
            static_cast<std::int32_t>(day)};
}

static_assert(days_before(1970, 1, 1) == 0);
static_assert(days_before(1, 1, 1) == first_day);
static_assert(days_before(9999, 12, 31) == last_day);

char* write_civil(char* at, std::int32_t days) {
    const CivilDate date = civil_of(days);
    at = write_four(at, static_cast<std::uint32_t>(date.year));
    *at++ = '-';
    at = write_two(at, static_cast<std::uint32_t>(date.month));
    *at++ = '-';
    return write_two(at, static_cast<std::uint32_t>(date.day));
}

// Digits at fixed places; anything else is remembered in `bad` and looked at once.
struct Digits {
    const char* text;
    unsigned bad{};

    std::int32_t at(std::size_t place) {
        const unsigned digit = static_cast<unsigned char>(text[place]) - unsigned{'0'};
        bad |= digit > 9 ? 1U : 0U;
        return static_cast<std::int32_t>(digit);
    }
    std::int32_t two(std::size_t place) { return at(place) * 10 + at(place + 1); }
    std::int32_t four(std::size_t place) { return two(place) * 100 + two(place + 2); }
};

// The days of "2026-03-02", the first ten characters; `problem` is set when it is none.
std::int32_t read_date(const char* text, const char*& problem) {
    Digits digits{text};
    const std::int32_t year = digits.four(0);
    const std::int32_t month = digits.two(5);
    const std::int32_t day = digits.two(8);
    if (digits.bad != 0 || text[4] != '-' || text[7] != '-') {
        problem = "a date is written like 2026-03-02";
    } else if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) {
        problem = "there is no such date";
    } else {
        return days_before(year, month, day);
    }
    return 0;
}

constexpr const char* time_form =
    "a time is written like 2026-03-02T10:00:00Z or 2026-03-02T10:00:00.25+02:00";

// The seconds of the day in "10:00:00".
std::int32_t read_clock(const char* text, const char*& problem) {
    Digits digits{text};
    const std::int32_t hour = digits.two(0);
    const std::int32_t minute = digits.two(3);
    const std::int32_t second = digits.two(6);
    if (digits.bad != 0 || text[2] != ':' || text[5] != ':') problem = time_form;
    else if (second == 60) problem = "leap seconds are not kept: say second 59 or the next minute";
    else if (hour > 23 || minute > 59 || second > 59) problem = "there is no such time of day";
    return (hour * 60 + minute) * 60 + second;
}

// Microseconds of ".25"; moves behind it. Nothing there is 0.
std::int64_t read_fraction(const char*& at, const char* end, const char*& problem) {
    if (at == end || *at != '.') return 0;
    const char* const first = ++at;
    std::int64_t micros = 0;
    std::int64_t place = micros_per_second;
    for (; at != end && *at >= '0' && *at <= '9'; ++at) {
        place /= 10;
        micros += (*at - '0') * place;
    }
    if (at == first) problem = "a digit must follow the point in a time";
    if (at - first > 6) problem = "a time has at most six fraction digits";
    return micros;
}

// Seconds east of UTC of "Z" or "+02:00", which must be the rest of the text.
std::int64_t read_zone(const char* at, const char* end, const char*& problem) {
    if (end - at == 1 && (*at == 'Z' || *at == 'z')) return 0;
    if (end - at != 6 || (*at != '+' && *at != '-') || at[3] != ':') {
        problem = at == end ? "a time needs its zone: Z or an offset such as +02:00" : time_form;
        return 0;
    }
    Digits digits{at};
    const std::int32_t hour = digits.two(1);
    const std::int32_t minute = digits.two(4);
    if (digits.bad != 0) problem = time_form;
    else if (hour > 23 || minute > 59) problem = "an offset is at most 23:59";
    const std::int64_t offset = (hour * 60 + minute) * 60;
    return *at == '-' ? -offset : offset;
}

} // namespace

CivilDate civil(Date date) {
    TF_ASSERT(date.days >= first_day && date.days <= last_day, "dates run from year 1 to 9999");
    return civil_of(date.days);
}

Date date_from(CivilDate civil) {
    TF_ASSERT(civil.year >= 1 && civil.year <= 9999 && civil.month >= 1 && civil.month <= 12);
    TF_ASSERT(civil.day >= 1 && civil.day <= days_in(civil.year, civil.month), "the date exists");
    return {days_before(civil.year, civil.month, civil.day)};
}

int weekday(Date date) {
    const std::int32_t since_monday = (date.days + 3) % 7; // 1970-01-01 was a Thursday
    return since_monday < 0 ? since_monday + 8 : since_monday + 1;
}

Date date_of(Time time) { return {static_cast<std::int32_t>(floor_divide(time.micros, micros_per_day))}; }

Time start_of(Date date) { return {date.days * micros_per_day}; }

std::expected<Date, std::string> parse_date(std::string_view text) {
    const char* problem = text.size() == 10 ? nullptr : "a date is written like 2026-03-02";
    const std::int32_t days = problem == nullptr ? read_date(text.data(), problem) : 0;
    if (problem != nullptr) return std::unexpected(std::string{problem});
    return Date{days};
}

std::expected<Time, std::string> parse_time(std::string_view text) {
    if (text.size() < 19) return std::unexpected(std::string{time_form});
    const char* problem = nullptr;
    const char* at = text.data();
    const char* const end = at + text.size();
    const std::int64_t days = read_date(at, problem);
    const std::int64_t clock = read_clock(at + 11, problem);
    if (at[10] != 'T' && at[10] != 't') problem = time_form;
    at += 19;
    const std::int64_t fraction = read_fraction(at, end, problem);
    const std::int64_t offset = read_zone(at, end, problem);
    if (problem != nullptr) [[unlikely]]
        return std::unexpected(std::string{problem});

    const Time time{days * micros_per_day + (clock - offset) * micros_per_second + fraction};
    constexpr Time first{first_day * micros_per_day};
    constexpr Time behind{(std::int64_t{last_day} + 1) * micros_per_day};
    if (time < first || time >= behind)
        return std::unexpected(std::string{"in UTC the time is outside years 1 to 9999"});
    return time;
}

char* write_date(char* at, Date date) {
    TF_ASSERT(date.days >= first_day && date.days <= last_day, "dates run from year 1 to 9999");
    return write_civil(at, date.days);
}

char* write_time(char* at, Time time) {
    const std::int64_t days = floor_divide(time.micros, micros_per_day);
    TF_ASSERT(days >= first_day && days <= last_day, "times run from year 1 to 9999");
    const auto micros = static_cast<std::uint64_t>(time.micros - days * micros_per_day);
    const auto second = static_cast<std::uint32_t>(micros / micros_per_second);
    const auto fraction = static_cast<std::uint32_t>(micros % micros_per_second);
    at = write_civil(at, static_cast<std::int32_t>(days));
    *at++ = 'T';
    at = write_two(at, second / 3'600);
    *at++ = ':';
    at = write_two(at, second / 60 % 60);
    *at++ = ':';
    at = write_two(at, second % 60);
    *at++ = '.';
    at = write_two(at, fraction / 10'000);
    at = write_four(at, fraction % 10'000);
    *at++ = 'Z';
    return at;
}

void append_date(std::string& out, Date date) {
    char text[10];
    out.append(text, write_date(text, date));
}

void append_time(std::string& out, Time time) {
    char text[27];
    out.append(text, write_time(text, time));
}

} // namespace truefill
