/// Money is an exact decimal with six places: enough for unit prices such as 0.004375, and no rounding
/// anywhere except where a call names the number of digits. Range: +-9,223,372,036,854.775807 in any
/// currency, a few hundred times the yearly turnover of the largest distributor. Leaving the range is a bug
/// of the program, so arithmetic asserts; what comes from outside goes through parse_amount, which refuses
/// with a sentence.
#pragma once

#include "base/quantity.h"

#include <array>
#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace truefill {

/// ISO 4217 alphabetic code, three upper-case letters; all zero means "no currency".
struct Currency {
    std::array<char, 3> code{};
    constexpr explicit operator bool() const noexcept { return code[0] != 0; }
    constexpr std::string_view text() const noexcept { return {code.data(), code[0] != 0 ? 3U : 0U}; }
    friend constexpr auto operator<=>(Currency, Currency) = default;
};

/// "EUR". Refuses anything but three upper-case letters. Whether the code is in use is master data.
std::expected<Currency, std::string> parse_currency(std::string_view text);

/// Decimal places of the smallest coin by ISO 4217: 0 for JPY, KRW and their like, 3 for KWD, BHD and theirs,
/// 4 for the two units of account that have it, else 2. Unknown codes are 2.
int minor_digits(Currency currency);

struct Amount {
    static constexpr int digits = 6;
    static constexpr std::int64_t scale = 1'000'000;

    std::int64_t micros{};

    friend constexpr auto operator<=>(Amount, Amount) = default;
};

/// All of these assert that the result is in range.
Amount operator+(Amount a, Amount b);
Amount operator-(Amount a, Amount b);
Amount operator-(Amount a);
Amount& operator+=(Amount& a, Amount b);
Amount& operator-=(Amount& a, Amount b);

/// The value of so many pieces: exact.
Amount times(Amount price, std::int64_t quantity);

/// amount * ratio, rounded half away from zero to `digits` places, 0 to 6. Taxes, discounts, shares of
/// freight. Half away from zero is what invoices of our markets are checked with.
Amount times(Amount amount, Ratio ratio, int digits);

/// Rounded half away from zero to `digits` places, 0 to 6.
Amount rounded(Amount amount, int digits);

/// "12.5", "-3", "0.000001". An optional minus, digits, and at most six decimals after one point; no plus, no
/// exponent, no separators, no blanks, no leading zeros before another digit ("007"), no "-0" left over: it
/// reads as 0.
std::expected<Amount, std::string> parse_amount(std::string_view text);

/// At least two decimals and no more than are needed: "12.50", "-3.00", "0.004375". At most 21 characters.
void append_amount(std::string& out, Amount amount);
char* write_amount(char* at, Amount amount);

struct Money {
    Amount amount;
    Currency currency;
    friend constexpr auto operator<=>(const Money&, const Money&) = default;
};

/// Both sides have the same currency; otherwise it is a bug, as there is no sum of pounds and euros. A Money
/// without currency and of amount zero is the empty sum and takes the currency of the other side.
Money operator+(Money a, Money b);
Money operator-(Money a, Money b);
Money operator-(Money a);
Money& operator+=(Money& a, Money b);
Money& operator-=(Money& a, Money b);
Money times(Money price, std::int64_t quantity);
Money times(Money money, Ratio ratio, int digits);
/// To the smallest coin of its currency.
Money rounded_to_coin(Money money);

} // namespace truefill
