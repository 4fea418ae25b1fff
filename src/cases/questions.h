/// Choices that cases do not make themselves. Answered by a default in C++ (default_owner.cpp) until a model
/// is given.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"
#include "cases/categories.h"

#include <string>

namespace truefill::cases {

/// How grave is it, who owns it, by when?
struct OwnerQuestion {
    std::string category;
    OrderId order;
    SiteId site;
    Quantity quantity{};
    Money value;
};
TF_DESCRIBE(OwnerQuestion, (category, order, site, quantity, value))

struct OwnerAnswer {
    std::uint8_t severity{};
    Role owner{};
    Duration due_within_micros;
    std::string rule;
    int version{};
};
TF_DESCRIBE(OwnerAnswer, (severity, owner, due_within_micros, rule, version))

OwnerAnswer answer(const OwnerQuestion& question);

} // namespace truefill::cases
