/// What must hold, whatever comes in: else the fuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace truefill::fuzz {

inline void need(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace truefill::fuzz
