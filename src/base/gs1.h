/// Numbers of the GS1 General Specifications: GTIN, GLN and SSCC all end in the same check digit.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace truefill {

/// The check digit of section 7.9.1: from the right, weights 3, 1, 3, 1 ...; the digit that lifts the sum to
/// a multiple of ten. `digits` is the number without its check digit, 1 to 30 characters, 0 to 9 only;
/// anything else asserts.
char gs1_check_digit(std::string_view digits);

/// True for 8, 12, 13, 14 or 18 digits whose last one is the check digit of the others: GTIN-8, -12, -13,
/// -14, GLN, SSCC.
bool has_gs1_check_digit(std::string_view number);

/// The 18 digits of a Serial Shipping Container Code: extension digit 0 to 9, GS1 company prefix of 4 to 12
/// digits, serial padded with zeros to 16 - prefix digits, check digit. Refused with a sentence: a prefix or
/// extension of another shape, a serial that does not fit, for it would repeat a label that is still on a
/// pallet somewhere.
std::expected<std::string, std::string> make_sscc18(int extension, std::string_view company_prefix,
                                                    std::uint64_t serial);

} // namespace truefill
