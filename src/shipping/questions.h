/// Choices that shipping does not make itself. Answered by a default in C++ (default_carrier.cpp) until a
/// model is given.
#pragma once

#include "base/describe.h"
#include "base/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace truefill::shipping {

/// A carrier that serves the country and has not said no.
struct CarrierOption {
    CarrierId carrier;
    std::int64_t cost_cents{}; ///< for this shipment
    std::int32_t transit_days{};
};
TF_DESCRIBE(CarrierOption, (carrier, cost_cents, transit_days))

struct CarrierQuestion {
    OrderId order;
    SiteId site;
    std::string country; ///< of the customer; empty: not known
    std::int64_t weight_grams{};
    std::vector<CarrierOption> options; ///< in order of id
};
TF_DESCRIBE(CarrierQuestion, (order, site, country, weight_grams, options))

struct CarrierAnswer {
    CarrierId carrier; ///< none: nobody
    std::string rule;
    int version{};
};
TF_DESCRIBE(CarrierAnswer, (carrier, rule, version))

CarrierAnswer answer(const CarrierQuestion& question);

} // namespace truefill::shipping
