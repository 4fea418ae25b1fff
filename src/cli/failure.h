/// How a command ends. Each way it can go wrong has an exit code that scripts may rely on and a sentence for
/// the person who reads it; docs/commands.md lists them. A bug of the program is none of these: it stops at
/// an assertion and the shell sees 134 (SIGABRT).
#pragma once

#include <string>

namespace truefill::cli {

enum ExitCode : int {
    exit_done = 0,        ///< it did what was asked
    exit_wrong = 1,       ///< it looked and found something wrong: a broken chain, a violation
    exit_usage = 2,       ///< the arguments make no sense
    exit_bad_input = 3,   ///< a file from outside cannot be taken; nothing of it was
    exit_bad_journal = 4, ///< a journal or an output file cannot be read or written
    exit_not_found = 5,   ///< there is no such order or position
};

/// Ends a command. Thrown anywhere below it and told once, by `guarded`.
struct Failure {
    ExitCode exit_code{};
    std::string code;     ///< snake_case, for programs
    std::string sentence; ///< what is wrong, where, and what mends it
};

[[noreturn]] inline void fail(ExitCode exit_code, std::string code, std::string sentence) {
    throw Failure{exit_code, std::move(code), std::move(sentence)};
}

/// The sentence on stderr; with `json` also an object {"error":{"code","sentence"}} on stdout.
void report(const Failure& failure, bool json);

/// What a command returns, or the exit code of its Failure.
template <class F> int guarded(bool json, F&& command) {
    try {
        return command();
    } catch (const Failure& failure) {
        report(failure, json);
        return failure.exit_code;
    }
}

} // namespace truefill::cli
