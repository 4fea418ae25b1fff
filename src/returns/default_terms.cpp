#include "returns/questions.h"

namespace truefill::returns {

/// 30 days to send, as most terms of sale have it; 3 days to inspect, before the space in quarantine runs
/// out.
TermsAnswer answer(const TermsQuestion&) {
    return {.send_within_micros = days(30),
            .inspect_within_micros = days(3),
            .rule = "return_terms",
            .version = 1};
}

} // namespace truefill::returns
