/// How the server's sentences say times, money and names; counts are in base/grouped.h.
#pragma once

#include "base/grouped.h"
#include "base/money.h"
#include "base/time.h"

#include <string>
#include <string_view>

namespace truefill::api {

/// "2026-03-02 09:15", "-" for none.
std::string say(Time time);
std::string say(Date date);
/// "12.50", "12.50 EUR".
std::string say(Amount amount);
std::string say(const Money& money);
/// "partially_shipped" as "partially shipped".
std::string words(std::string_view name);

} // namespace truefill::api
