/// How the server's sentences say numbers, times and names.
#pragma once

#include "base/money.h"
#include "base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace truefill::server {

/// "2026-03-02 09:15", "-" for none.
std::string say(Time time);
std::string say(Date date);
/// "12.50", "12.50 EUR".
std::string say(Amount amount);
std::string say(const Money& money);
/// "1 order", "2 orders".
std::string plural(std::uint64_t count, std::string_view what);
/// "partially_shipped" as "partially shipped".
std::string words(std::string_view name);

} // namespace truefill::server
