/// Threads that may wait while others have something to do: what they make is needed later than an answer.
#pragma once

#include <functional>

namespace truefill::api {

/// Calls `start`, which starts threads; they and those that they start run at a lower priority: 10 nicer, so
/// about a tenth of what others get while all cores are busy, and all of a core that is idle. Where the
/// system does not allow it they run like all others.
void in_background(const std::function<void()>& start);

} // namespace truefill::api
