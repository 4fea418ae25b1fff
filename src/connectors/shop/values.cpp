#include "connectors/shop/values.h"

#include "base/text.h"
#include "connectors/shop/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace truefill::connectors::shop {
namespace {

struct Token {
    std::string_view text;
    int index; ///< into the digits found: year, month, day, hour, minute, second
};

constexpr auto tokens =
    std::to_array<Token>({{"YYYY", 0}, {"MM", 1}, {"DD", 2}, {"hh", 3}, {"mm", 4}, {"ss", 5}});

const Token* token_at(std::string_view pattern) {
    const auto found =
        std::ranges::find_if(tokens, [&](const Token& token) { return pattern.starts_with(token.text); });
    return found == tokens.end() ? nullptr : &*found;
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The number with a point for its decimal sign; a point where a comma is the sign is refused.
std::expected<Amount, std::string> parse_decimal(std::string_view text, char decimal) {
    std::string plain(trim(text));
    if (decimal != '.') {
        if (plain.find('.') != std::string::npos)
            return std::unexpected("no points are expected in a number here");
        std::ranges::replace(plain, decimal, '.');
    }
    return parse_amount(plain);
}

/// The last Sunday of a month of 31 days.
Date last_sunday(std::int32_t year, std::int32_t month) {
    const Date last = date_from({year, month, 31});
    return last - weekday(last) % 7;
}

} // namespace

std::expected<Quantity, std::string> parse_units(std::string_view text, char decimal) {
    const auto number = parse_decimal(text, decimal);
    if (!number || number->micros % Amount::scale != 0) {
        return std::unexpected(quoted(text) + " is no whole number");
    }
    const Quantity units = number->micros / Amount::scale;
    if (units > quantity_max || units < -quantity_max) {
        return std::unexpected(quoted(text) + " is more than " + grouped(quantity_max) + " units");
    }
    return units;
}

std::expected<Amount, std::string> parse_price(std::string_view text, char decimal) {
    const auto price = parse_decimal(text, decimal);
    if (!price) return std::unexpected(quoted(text) + " is no price: " + price.error());
    return *price;
}

std::expected<Amount, std::string> line_amount(Quantity quantity, Amount unit_price) {
    std::int64_t micros = 0;
    const bool overflow = __builtin_mul_overflow(quantity, unit_price.micros, &micros);
    if (overflow || micros > line_amount_max.micros || micros < -line_amount_max.micros) {
        return std::unexpected("quantity times unit price is more than a thousand million");
    }
    return Amount{micros};
}

std::expected<void, std::string> check_time_pattern(std::string_view pattern) {
    std::array<int, tokens.size()> seen{};
    for (std::size_t at = 0; at < pattern.size();) {
        const Token* token = token_at(pattern.substr(at));
        if (token != nullptr) ++seen[static_cast<std::size_t>(token->index)];
        at += token != nullptr ? token->text.size() : 1;
    }
    if (seen[0] != 1 || seen[1] != 1 || seen[2] != 1) {
        return std::unexpected("a time format has YYYY, MM and DD once each, such as DD/MM/YYYY hh:mm");
    }
    if (std::ranges::any_of(seen, [](int count) { return count > 1; })) {
        return std::unexpected("a time format has hh, mm and ss at most once each");
    }
    return {};
}

std::expected<Time, std::string> parse_time_as(std::string_view text, const TimeForm& form) {
    const std::string_view input = trim(text);
    if (form.pattern.empty()) return parse_time(input);
    std::array<std::string_view, tokens.size()> found{"", "", "", "00", "00", "00"};
    const std::string wrong = quoted(text) + " is no time of the form " + form.pattern;
    std::size_t read = 0;
    for (std::size_t at = 0; at < form.pattern.size();) {
        const Token* token = token_at(std::string_view(form.pattern).substr(at));
        const std::size_t size = token != nullptr ? token->text.size() : 1;
        if (read + size > input.size()) return std::unexpected(wrong);
        const std::string_view part = input.substr(read, size);
        if (token != nullptr && !all_digits(part)) return std::unexpected(wrong);
        if (token == nullptr && part[0] != form.pattern[at]) return std::unexpected(wrong);
        if (token != nullptr) found[static_cast<std::size_t>(token->index)] = part;
        at += size;
        read += size;
    }
    if (read != input.size()) return std::unexpected(wrong);
    std::string standard;
    for (std::size_t i = 0; i < found.size(); ++i) {
        standard += found[i];
        standard += "--T::Z"[i];
    }
    const auto wall_clock = parse_time(standard);
    if (!wall_clock) return std::unexpected(quoted(text) + ": " + wall_clock.error());
    return *wall_clock - form.ahead_of_utc;
}

Time from_british_time(Time wall_clock) {
    const std::int32_t year = civil(date_of(wall_clock)).year;
    const Time spring = start_of(last_sunday(year, 3)) + hours(1);
    const Time autumn = start_of(last_sunday(year, 10)) + hours(1);
    const Time if_summer = wall_clock - hours(1);
    return if_summer >= spring && if_summer < autumn ? if_summer : wall_clock;
}

} // namespace truefill::connectors::shop
