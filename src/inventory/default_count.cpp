#include "inventory/questions.h"

#include <algorithm>

namespace truefill::inventory {

CountAnswer answer(const CountQuestion& question) {
    constexpr Quantity units = 2;
    constexpr Quantity percent = 2;
    CountAnswer found;
    found.rule = "recount_2_2";
    found.version = 1;
    const auto difference = question.counted - question.book;
    const bool explained = question.doubt > 0 && -difference == question.doubt;
    const auto size = difference < 0 ? -difference : difference;
    const bool big = size > std::max(units, question.book * percent / 100);
    found.recount = big && !explained && !(question.repeated && question.agrees);
    return found;
}

} // namespace truefill::inventory
