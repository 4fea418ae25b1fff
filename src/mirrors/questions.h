/// Choices that mirrors do not make themselves. The default here is in C++; a model may answer instead.
#pragma once

#include "base/describe.h"
#include "base/quantity.h"
#include "base/time.h"

#include <string>

namespace truefill::mirrors {

/// Is a difference between a statement and the book a matter for a person?
struct GapQuestion {
    Quantity book{};
    Quantity difference{};          ///< stated - book
    Quantity may_have_left{};       ///< units whose goods issue may be on its way to us
    Quantity may_have_come{};       ///< units whose receipt may be on its way to us
    std::uint32_t times{};          ///< statements in a row that differ in this direction, this one included
    std::int64_t waited_micros{};   ///< from the first of them to this one
    std::int64_t patience_micros{}; ///< how long messages of the site may take
    bool fresh{};                   ///< the statement is about now, so the book is about the same time
};
TF_DESCRIBE(GapQuestion,
            (book, difference, may_have_left, may_have_come, times, waited_micros, patience_micros, fresh))

struct GapAnswer {
    bool raise{};
    std::string rule;
    int version{};
};
TF_DESCRIBE(GapAnswer, (raise, rule, version))

/// The default: never while messages under way may explain it. Otherwise at once when a fresh statement
/// differs by more than 2 units and more than 2 % of the book, and else when the second statement in a row
/// differs in the same direction.
GapAnswer answer(const GapQuestion& question);

} // namespace truefill::mirrors
