/// Choices that billing does not make itself. Answered by a default in C++ (default_terms.cpp) until a model
/// is given.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/time.h"

#include <string>

namespace truefill::billing {

/// How long finance may take to post an invoice or a credit memo.
struct TermsQuestion {
    CustomerId customer;
    Money net;
};
TF_DESCRIBE(TermsQuestion, (customer, net))

struct TermsAnswer {
    Duration post_within_micros; ///< from the prepared document; the bill lag that we accept
    std::string rule;
    int version{};
};
TF_DESCRIBE(TermsAnswer, (post_within_micros, rule, version))

TermsAnswer answer(const TermsQuestion& question);

} // namespace truefill::billing
