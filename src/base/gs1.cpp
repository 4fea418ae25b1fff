#include "base/gs1.h"

#include "base/assert.h"
#include "base/text.h"

namespace truefill {

namespace {

constexpr std::size_t sscc_body_digits = 16; // company prefix and serial together

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return true;
}

} // namespace

char gs1_check_digit(std::string_view digits) {
    TF_ASSERT(!digits.empty() && digits.size() <= 30 && all_digits(digits),
              "a check digit is made of digits");
    int sum = 0;
    int weight = 3;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        sum += (*digit - '0') * weight;
        weight = 4 - weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool has_gs1_check_digit(std::string_view number) {
    switch (number.size()) {
    case 8:
    case 12:
    case 13:
    case 14:
    case 18: break;
    default: return false;
    }
    return all_digits(number) && gs1_check_digit(number.substr(0, number.size() - 1)) == number.back();
}

std::expected<std::string, std::string> make_sscc18(int extension, std::string_view company_prefix,
                                                    std::uint64_t serial) {
    if (extension < 0 || extension > 9) return std::unexpected("the extension of an SSCC is one digit");
    if (company_prefix.size() < 4 || company_prefix.size() > 12 || !all_digits(company_prefix)) {
        return std::unexpected("a GS1 company prefix has 4 to 12 digits");
    }
    std::string digits;
    append_uint(digits, serial);
    const std::size_t room = sscc_body_digits - company_prefix.size();
    if (digits.size() > room)
        return std::unexpected("the serial is used up: it no longer fits behind the prefix");

    std::string sscc;
    sscc.reserve(18);
    sscc += static_cast<char>('0' + extension);
    sscc += company_prefix;
    sscc.append(room - digits.size(), '0');
    sscc += digits;
    sscc += gs1_check_digit(sscc);
    return sscc;
}

} // namespace truefill
