#include "billing/questions.h"

namespace truefill::billing {

/// 24 hours: what is billable for longer counts as late billing.
TermsAnswer answer(const TermsQuestion&) {
    return {.post_within_micros = hours(24), .rule = "billing_terms", .version = 1};
}

} // namespace truefill::billing
