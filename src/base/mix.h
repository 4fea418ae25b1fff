#pragma once

#include <cstdint>

namespace truefill {

/// Spreads 64 bits so that every input bit moves about half of the output bits. A bijection: different inputs
/// stay different. Ids are small counters; fed raw into a power-of-two table they would all land in a few
/// groups. Two rounds of multiply and xor-shift, the constants of the SplitMix64 generator (Steele, Lea,
/// Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014). About 1 ns. Not for secrets.
constexpr std::uint64_t mix64(std::uint64_t bits) noexcept {
    bits += 0x9e3779b97f4a7c15ULL;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
}

} // namespace truefill
