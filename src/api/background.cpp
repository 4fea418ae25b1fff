#include "api/background.h"

#include <sys/resource.h>

#include <thread>

namespace truefill::api {

void in_background(const std::function<void()>& start) {
    constexpr int nicer = 10;
    // On Linux the value is the thread's own (0: this one) and is inherited; the caller goes on as before and
    // could not take it back.
    std::thread{[&] {
        (void)::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, 0) + nicer);
        start();
    }}.join();
}

} // namespace truefill::api
