#include "loop/clock.h"

#include <chrono>

namespace truefill::loop {

Time SystemClock::now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return Time{std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

} // namespace truefill::loop
