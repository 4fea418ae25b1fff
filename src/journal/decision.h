/// What a module answers to a command: events, or a "no" that is a value.
///
/// A refusal has a stable code and a sentence for people. Two kinds of "not yet, not so" are not refusals of
/// an intent: a fact that came before its precursor names the key under which it waits (`wait_for`), and the
/// engine asks again when something happens under that key; a message that names what we do not know is
/// `case_worthy`, so somebody owns it.
#pragma once

#include "base/describe.h"

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::journal {

struct Refusal {
    std::string code;          ///< adjectival, stable: on_credit_hold, already_shipped
    std::string sentence;      ///< what, where, and what would help
    std::string wait_for;      ///< key such as "order:SO-1"; empty: do not wait
    std::string case_category; ///< category of the case to open; empty: the answer to the sender is enough
};
TF_DESCRIBE(Refusal, (code, sentence, wait_for, case_category))

template <class Event> using Decision = std::expected<std::vector<Event>, Refusal>;

/// A plain no. `return refuse("already_shipped", "SO-1 line 2 has left on SH-9")`.
inline std::unexpected<Refusal> refuse(std::string_view code, std::string sentence) {
    return std::unexpected(Refusal{std::string{code}, std::move(sentence), {}, {}});
}
/// Not yet: the fact waits under the key until its deadline.
inline std::unexpected<Refusal> wait_for(std::string key, std::string_view code, std::string sentence) {
    return std::unexpected(Refusal{std::string{code}, std::move(sentence), std::move(key), {}});
}
/// A no that somebody must own, for example an unmapped code.
inline std::unexpected<Refusal> refuse_with_case(std::string_view category, std::string_view code,
                                                 std::string sentence) {
    return std::unexpected(Refusal{std::string{code}, std::move(sentence), {}, std::string{category}});
}

} // namespace truefill::journal
