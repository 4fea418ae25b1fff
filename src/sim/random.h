/// The dice of a simulated world. A world is a function of its seed, so there is no other source of chance:
/// no std::random (whose distributions differ between libraries), no clock, no address.
///
/// Every agent has a stream of its own, made from the seed and its name. An agent that throws one more die
/// does not shift the luck of the others, so a change in one place does not turn every seed into another
/// world.
#pragma once

#include "base/assert.h"
#include "base/mix.h"
#include "base/time.h"

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace truefill::sim {

/// xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018), filled by
/// SplitMix64.
class Random {
public:
    explicit Random(std::uint64_t seed) {
        for (auto& word : state_) word = seed = mix64(seed);
    }
    Random(std::uint64_t seed, std::string_view name) : Random{mix64(seed) ^ hash_of(name)} {}

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
        const std::uint64_t shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }
    /// 0 to n - 1. The bias of the remainder is below n / 2^64.
    std::uint64_t below(std::uint64_t n) {
        TF_ASSERT(n > 0, "there is something to choose from");
        return next() % n;
    }
    /// first to last, both included.
    std::int64_t between(std::int64_t first, std::int64_t last) {
        TF_ASSERT(first <= last, "the range is not empty");
        return first + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(last - first) + 1));
    }
    /// True so many times in a thousand.
    bool chance(int permille) { return static_cast<int>(below(1000)) < permille; }
    Duration wait(Duration shortest, Duration longest) { return {between(shortest.micros, longest.micros)}; }

private:
    static std::uint64_t hash_of(std::string_view name) { // FNV-1a
        std::uint64_t hash = 0xcbf29ce484222325ULL;
        for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        return hash;
    }

    std::array<std::uint64_t, 4> state_{};
};

} // namespace truefill::sim
