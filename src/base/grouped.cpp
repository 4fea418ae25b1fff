#include "base/grouped.h"

#include <algorithm>
#include <utility>

namespace truefill {

std::string grouped_text(std::string digits) {
    const std::ptrdiff_t first = digits.starts_with('-') ? 1 : 0;
    auto at = static_cast<std::ptrdiff_t>(std::min(digits.find('.'), digits.size())) - 3;
    for (; at > first; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string plural(std::uint64_t count, std::string_view what) {
    auto text = grouped(count).append(" ").append(what);
    if (count != 1) text += 's';
    return text;
}

} // namespace truefill
