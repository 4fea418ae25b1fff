#include "mirrors/questions.h"

#include <algorithm>

namespace truefill::mirrors {

GapAnswer answer(const GapQuestion& question) {
    constexpr Quantity units = 2;
    constexpr Quantity percent = 2;
    GapAnswer found;
    found.rule = "twice_or_2_2";
    found.version = 1;
    const auto size = question.difference < 0 ? -question.difference : question.difference;
    const auto on_its_way = question.difference < 0 ? question.may_have_left : question.may_have_come;
    if (size <= on_its_way && question.waited_micros < question.patience_micros) return found;
    const bool big = size > std::max(units, question.book * percent / 100);
    found.raise = question.times >= 2 || (question.fresh && big);
    return found;
}

} // namespace truefill::mirrors
