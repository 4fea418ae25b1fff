/// The shipped example files, and money, for tests.
#pragma once

#include "base/money.h"
#include "connectors/shop/codes.h"
#include "connectors/shop/file.h"

#include <cstdint>

namespace truefill::connectors::shop {

inline const CodeTable& shipped_codes() {
    static const CodeTable codes = parse_codes(read_file("examples/online-retail/codes.csv").value()).value();
    return codes;
}

constexpr Amount pence(std::int64_t n) { return {n * 10'000}; }

} // namespace truefill::connectors::shop
