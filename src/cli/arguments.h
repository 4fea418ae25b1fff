/// Options whose values are checked here and not by CLI11, and what to say when arguments make no sense: what
/// was given, in quotes as it was typed, and what would be right.
#pragma once

#include "base/enum_names.h"
#include "cli/failure.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::cli {

/// "hledger, balances, csv or jsonl".
std::string either(const std::vector<std::string_view>& names);
/// "`--format xml`: give hledger or csv", as a Failure.
[[noreturn]] void fail_on_value(std::string_view option, std::string_view value, const std::string& give);

/// An option that takes one name of an enum; of all, or of those named in `choices`.
template <DescribedEnum E>
CLI::Option* add_choice(CLI::App* command, const std::string& option, E& into, std::vector<E> choices = {}) {
    if (choices.empty())
        for (const auto& one : enumerators<E>) choices.push_back(one.value);
    return command->add_option_function<std::string>(
        option, [option, &into, choices](const std::string& text) {
            const auto value = parse_enum<E>(text);
            if (value && std::ranges::find(choices, *value) != choices.end()) {
                into = *value;
                return;
            }
            std::vector<std::string_view> names;
            for (const auto choice : choices) names.push_back(name_of(choice));
            fail_on_value(option, text, either(names));
        });
}

struct Range {
    std::uint64_t least = 0;
    std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
};
/// Fails when the text is no whole number or outside the range.
std::uint64_t number_in(Range range, std::string_view option, std::string_view text);

/// An option that takes a whole number.
template <std::integral N> CLI::Option* add_number(CLI::App* command, const std::string& option, N& into,
                                                   Range range) {
    range.most = std::min(range.most, static_cast<std::uint64_t>(std::numeric_limits<N>::max()));
    return command
        ->add_option_function<std::string>(option,
                                           [option, &into, range](const std::string& text) {
                                               into = static_cast<N>(number_in(range, option, text));
                                           })
        ->type_name("N");
}

/// Fails when the first word that is no option is not a subcommand, or when there is none.
void check_command(const CLI::App& app, int argc, const char* const* argv);
/// What CLI11 has found wrong, in a sentence of ours.
Failure failure_of(const CLI::App& app, const CLI::ParseError& wrong);
/// "truefill export --help", for the subcommand that was named.
std::string help_of(const CLI::App& app);

} // namespace truefill::cli
