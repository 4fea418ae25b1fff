/// TF_ASSERT is for bugs only: a state of the program that no input, however hostile, may bring about. A
/// business "no" is a refusal and a failing world is a fault; both are values and never come here.
///
/// It is on in every build, release included. A wrong ledger that keeps running does more harm than a stop:
/// the journal holds everything up to the last whole record, so a restart loses nothing that anybody was
/// told.
///
///     TF_ASSERT(allocated <= on_hand);
///     TF_ASSERT(allocated <= on_hand, "no more can be allocated than is there");
///
/// On failure: one line with file, line, condition and sentence goes to stderr, the hook sees the same line,
/// the process aborts. It is never caught.
#pragma once

namespace truefill {

/// Called once with the line of the failed assertion, just before abort. The loop uses it to write the crash
/// note that names the message being decided, so that a poisonous message is quarantined after its second
/// crash. The hook runs in a broken program: it may write to an already open file, and nothing else. nullptr
/// takes it away.
using AssertHook = void (*)(const char* line);
void set_assert_hook(AssertHook hook);

[[noreturn, gnu::cold]] void assert_failed(const char* file, int line, const char* condition,
                                           const char* sentence = "") noexcept;

} // namespace truefill

#define TF_ASSERT(condition, ...)                                                                            \
    (__builtin_expect(static_cast<bool>(condition), 1)                                                       \
         ? static_cast<void>(0)                                                                              \
         : ::truefill::assert_failed(__FILE__, __LINE__, #condition __VA_OPT__(, ) __VA_ARGS__))
