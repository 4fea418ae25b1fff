/// Integers to decimal text into a buffer of the caller, two digits a step out of a table of 200 bytes.
/// Everything that writes numbers (JSON, times, amounts) goes through here.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

namespace truefill {

inline constexpr auto digit_pairs = [] {
    std::array<char, 200> pairs{};
    for (int n = 0; n < 100; ++n) {
        pairs[static_cast<std::size_t>(2 * n)] = static_cast<char>('0' + n / 10);
        pairs[static_cast<std::size_t>(2 * n + 1)] = static_cast<char>('0' + n % 10);
    }
    return pairs;
}();

/// Exactly two digits; value below 100.
inline char* write_two(char* at, std::uint32_t value) noexcept {
    std::memcpy(at, &digit_pairs[2 * value], 2);
    return at + 2;
}

/// Exactly four digits; value below 10,000.
inline char* write_four(char* at, std::uint32_t value) noexcept {
    return write_two(write_two(at, value / 100), value % 100);
}

/// Exactly eight digits; value below 100,000,000.
inline char* write_eight(char* at, std::uint32_t value) noexcept {
    return write_four(write_four(at, value / 10'000), value % 10'000);
}

inline char* write_small(char* at, std::uint32_t value) noexcept { // below 100,000,000, no leading zeros
    if (value < 100) {
        if (value < 10) {
            *at = static_cast<char>('0' + value);
            return at + 1;
        }
        return write_two(at, value);
    }
    if (value < 10'000) {
        at = write_small(at, value / 100);
        return write_two(at, value % 100);
    }
    at = write_small(at, value / 10'000);
    return write_four(at, value % 10'000);
}

/// At most 20 characters, no terminator. Returns the end.
inline char* write_uint(char* at, std::uint64_t value) noexcept {
    constexpr std::uint64_t eight = 100'000'000;
    if (value < eight) return write_small(at, static_cast<std::uint32_t>(value));
    if (value < eight * eight) {
        at = write_small(at, static_cast<std::uint32_t>(value / eight));
        return write_eight(at, static_cast<std::uint32_t>(value % eight));
    }
    at = write_small(at, static_cast<std::uint32_t>(value / (eight * eight)));
    value %= eight * eight;
    at = write_eight(at, static_cast<std::uint32_t>(value / eight));
    return write_eight(at, static_cast<std::uint32_t>(value % eight));
}

/// At most 20 characters, no terminator. Returns the end.
inline char* write_int(char* at, std::int64_t value) noexcept {
    auto magnitude = static_cast<std::uint64_t>(value);
    if (value < 0) {
        *at++ = '-';
        magnitude = 0 - magnitude;
    }
    return write_uint(at, magnitude);
}

} // namespace truefill
