#include "base/money.h"

#include "base/assert.h"
#include "base/digits.h"

#include <algorithm>

namespace truefill {

namespace {

__extension__ using Wide = __int128;

constexpr std::array<std::int64_t, 7> micros_per_place{1'000'000, 100'000, 10'000, 1'000, 100, 10, 1};

// ISO 4217 list one, the currencies whose smallest coin is not a hundredth.
constexpr std::string_view without_coins[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                              "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::string_view in_thousandths[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
constexpr std::string_view in_ten_thousandths[] = {"CLF", "UYW"};

Amount checked(Wide micros) {
    TF_ASSERT(micros == static_cast<std::int64_t>(micros), "an amount stays below 9.2 million million");
    return {static_cast<std::int64_t>(micros)};
}

Wide divided_half_away(Wide numerator, Wide denominator) {
    const Wide quotient = numerator / denominator;
    const Wide rest = numerator % denominator;
    const Wide twice = rest < 0 ? -2 * rest : 2 * rest;
    if (twice < denominator) return quotient;
    return numerator < 0 ? quotient - 1 : quotient + 1;
}

Amount scaled(Wide numerator, Wide denominator, int digits) {
    TF_ASSERT(digits >= 0 && digits <= Amount::digits, "an amount has 0 to 6 decimals");
    const Wide step = micros_per_place[static_cast<std::size_t>(digits)];
    const Wide steps = divided_half_away(numerator, denominator * step);
    TF_ASSERT(steps == static_cast<std::int64_t>(steps), "an amount stays below 9.2 million million");
    return checked(steps * step);
}

Currency common_currency(const Money& a, const Money& b) {
    if (!a.currency && a.amount == Amount{}) return b.currency;
    if (!b.currency && b.amount == Amount{}) return a.currency;
    TF_ASSERT(a.currency == b.currency, "money of two currencies has no sum");
    return a.currency;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

std::expected<Currency, std::string> parse_currency(std::string_view text) {
    const bool upper = std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (text.size() != 3 || !upper)
        return std::unexpected("a currency is three capital letters of ISO 4217, such as EUR");
    return Currency{{text[0], text[1], text[2]}};
}

int minor_digits(Currency currency) {
    const std::string_view code = currency.text();
    if (std::ranges::find(without_coins, code) != std::end(without_coins)) return 0;
    if (std::ranges::find(in_thousandths, code) != std::end(in_thousandths)) return 3;
    if (std::ranges::find(in_ten_thousandths, code) != std::end(in_ten_thousandths)) return 4;
    return 2;
}

Amount operator+(Amount a, Amount b) {
    std::int64_t sum = 0;
    TF_ASSERT(!__builtin_add_overflow(a.micros, b.micros, &sum), "a sum stays below 9.2 million million");
    return {sum};
}

Amount operator-(Amount a, Amount b) {
    std::int64_t difference = 0;
    TF_ASSERT(!__builtin_sub_overflow(a.micros, b.micros, &difference),
              "a difference stays below 9.2 million million");
    return {difference};
}

Amount operator-(Amount a) { return Amount{} - a; }
Amount& operator+=(Amount& a, Amount b) { return a = a + b; }
Amount& operator-=(Amount& a, Amount b) { return a = a - b; }

Amount times(Amount price, std::int64_t quantity) { return checked(Wide{price.micros} * quantity); }

Amount times(Amount amount, Ratio ratio, int digits) {
    TF_ASSERT(ratio.denominator > 0, "a ratio has a denominator above zero");
    return scaled(Wide{amount.micros} * ratio.numerator, ratio.denominator, digits);
}

Amount rounded(Amount amount, int digits) { return scaled(amount.micros, 1, digits); }

std::expected<Amount, std::string> parse_amount(std::string_view text) {
    const auto refuse = [](const char* sentence) { return std::unexpected(std::string{sentence}); };
    const char* at = text.data();
    const char* const end = at + text.size();
    const bool negative = at != end && *at == '-';
    if (negative) ++at;
    if (at == end || !is_digit(*at))
        return refuse("an amount is digits with up to six decimals, such as 12.50");
    if (*at == '0' && end - at > 1 && is_digit(at[1])) return refuse("an amount has no leading zeros");

    Wide micros = 0;
    for (; at != end && is_digit(*at); ++at) {
        micros = micros * 10 + (*at - '0');
        if (micros > INT64_MAX / Amount::scale)
            return refuse("the amount is out of range: 9223372036854.775807 at most");
    }
    micros *= Amount::scale;
    if (at != end && *at == '.') {
        const char* const first = ++at;
        for (; at != end && is_digit(*at); ++at) {
            if (at - first == Amount::digits) return refuse("an amount has at most six decimals");
            micros += (*at - '0') * micros_per_place[static_cast<std::size_t>(at - first + 1)];
        }
        if (at == first) return refuse("a digit must follow the decimal point");
    }
    if (at != end) return refuse("an amount is digits with up to six decimals, such as 12.50");
    if (micros > INT64_MAX) return refuse("the amount is out of range: 9223372036854.775807 at most");
    return Amount{static_cast<std::int64_t>(negative ? -micros : micros)};
}

char* write_amount(char* at, Amount amount) {
    auto magnitude = static_cast<std::uint64_t>(amount.micros);
    if (amount.micros < 0) {
        *at++ = '-';
        magnitude = 0 - magnitude;
    }
    at = write_uint(at, magnitude / Amount::scale);
    *at++ = '.';
    const auto fraction = static_cast<std::uint32_t>(magnitude % Amount::scale);
    at = write_two(at, fraction / 10'000);
    if (fraction % 10'000 == 0) return at;
    at = write_four(at, fraction % 10'000);
    while (at[-1] == '0') --at;
    return at;
}

void append_amount(std::string& out, Amount amount) {
    char text[24];
    out.append(text, write_amount(text, amount));
}

Money operator+(Money a, Money b) { return {a.amount + b.amount, common_currency(a, b)}; }
Money operator-(Money a, Money b) { return {a.amount - b.amount, common_currency(a, b)}; }
Money operator-(Money a) { return {-a.amount, a.currency}; }
Money& operator+=(Money& a, Money b) { return a = a + b; }
Money& operator-=(Money& a, Money b) { return a = a - b; }
Money times(Money price, std::int64_t quantity) { return {times(price.amount, quantity), price.currency}; }
Money times(Money money, Ratio ratio, int digits) {
    return {times(money.amount, ratio, digits), money.currency};
}
Money rounded_to_coin(Money money) {
    return {rounded(money.amount, minor_digits(money.currency)), money.currency};
}

} // namespace truefill
