/// Choices that returns do not make themselves. Answered by a default in C++ (default_terms.cpp) until a
/// model is given.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/quantity.h"
#include "base/time.h"

#include <string>

namespace truefill::returns {

/// How long the customer may take to send goods back, and we to look at them.
struct TermsQuestion {
    CustomerId customer; ///< none: blind
    ItemId item;
    Quantity quantity{};
    std::string reason;
};
TF_DESCRIBE(TermsQuestion, (customer, item, quantity, reason))

struct TermsAnswer {
    Duration send_within_micros;
    Duration inspect_within_micros;
    std::string rule;
    int version{};
};
TF_DESCRIBE(TermsAnswer, (send_within_micros, inspect_within_micros, rule, version))

TermsAnswer answer(const TermsQuestion& question);

} // namespace truefill::returns
