#include "base/assert.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace truefill {

namespace {

std::atomic<AssertHook> installed_hook{nullptr};

} // namespace

void set_assert_hook(AssertHook hook) { installed_hook.store(hook); }

void assert_failed(const char* file, int line, const char* condition, const char* sentence) noexcept {
    char text[1024];
    const char* separator = *sentence != '\0' ? ": " : "";
    std::snprintf(text, sizeof text, "%s:%d: assertion failed: %s%s%s", file, line, condition, separator,
                  sentence);
    std::fprintf(stderr, "%s\n", text);
    std::fflush(stderr);
    // Taken out first, so that an assertion failing inside the hook cannot call it again.
    if (const AssertHook hook = installed_hook.exchange(nullptr)) hook(text);
    std::abort();
}

} // namespace truefill
