#include "cli/arguments.h"

#include <fmt/format.h>

#include <charconv>
#include <numeric>
#include <utility>

namespace truefill::cli {
namespace {

/// How many letters must be added, removed or changed to make one word of the other.
std::size_t distance(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        auto diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < other.size(); ++j) {
            const auto changed = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// "; did you mean `verify`?", or nothing when no name is like the word.
std::string meant(std::string_view word, const std::vector<std::string>& names) {
    const auto nearest =
        std::ranges::min_element(names, {}, [&](const std::string& name) { return distance(word, name); });
    if (nearest == names.end() || distance(word, *nearest) > std::max<std::size_t>(2, word.size() / 3))
        return "";
    return fmt::format("; did you mean `{}`?", *nearest);
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

Failure usage(std::string sentence) { return {exit_usage, "bad_arguments", std::move(sentence)}; }

const CLI::App& chosen_of(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : *chosen.front();
}

/// "truefill export", as it is typed.
std::string full_name(const CLI::App& command) {
    return command.get_parent() ? command.get_parent()->get_name() + " " + command.get_name()
                                : command.get_name();
}

/// The first command among the examples of the help.
std::string example_of(const CLI::App& command) {
    const auto footer = command.get_footer();
    const auto begin = footer.find("truefill ");
    if (begin == std::string::npos) return "";
    const auto line = footer.substr(begin, footer.find('\n', begin) - begin);
    return fmt::format(", as in: {}", line.substr(0, line.find("  ")));
}

Failure missing(const CLI::App& command) {
    std::string names;
    for (const auto* option : command.get_options()) {
        if (!option->get_required() || option->count() > 0) continue;
        const auto value = option->get_positional() ? "" : option->get_type_name();
        names += fmt::format("{}{}{}{}", names.empty() ? "" : " and ", option->get_name(),
                             value.empty() ? "" : " ", value);
    }
    return usage(fmt::format("{} needs {}{}", command.get_name(), names, example_of(command)));
}

Failure unexpected(const CLI::App& command) {
    const auto extras = command.remaining(true);
    const auto word = extras.empty() ? std::string{} : extras.front();
    if (!word.starts_with('-'))
        return usage(fmt::format("`{}`: one argument too many for {}", word, command.get_name()));
    std::vector<std::string> options;
    for (const auto* option : command.get_options())
        if (!option->get_positional()) options.push_back(option->get_name());
    return usage(
        fmt::format("`{}`: {} has no such option{}", word, command.get_name(), meant(word, options)));
}

/// A value that is missing or was given more than once.
Failure mismatched(const CLI::App& command, std::string_view what) {
    const auto name = std::string{what.substr(0, what.find(':'))};
    const auto* option = command.get_option_no_throw(name);
    if (!option || what.find("missing") == std::string_view::npos)
        return usage(fmt::format("`{}`: give it once", name));
    return usage(fmt::format("`{}`: its value is missing: give {} {}", name, name, option->get_type_name()));
}

/// "Could not convert: --port = abc": of options that leave the check to CLI11.
Failure unconverted(const CLI::App& command, const std::string& what) {
    const auto begin = what.find("--"), equals = what.find(" = ");
    if (begin == std::string::npos || equals == std::string::npos || equals < begin) return usage(what);
    const auto name = what.substr(begin, equals - begin);
    const auto* option = command.get_option_no_throw(name);
    return usage(fmt::format("`{} {}`: this is no {}", name, what.substr(equals + 3),
                             option ? option->get_type_name() : "value of it"));
}

} // namespace

std::string either(const std::vector<std::string_view>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
        text += names[i];
    }
    return text;
}

void fail_on_value(std::string_view option, std::string_view value, const std::string& give) {
    throw usage(fmt::format("`{} {}`: give {}", option, value, give));
}

std::uint64_t number_in(Range range, std::string_view option, std::string_view text) {
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (!text.empty() && read.ec == std::errc{} && read.ptr == end && value >= range.least &&
        value <= range.most)
        return value;
    const bool bounded = range.most < std::numeric_limits<std::int32_t>::max();
    fail_on_value(option, text,
                  bounded ? fmt::format("a whole number from {} to {}", range.least, range.most)
                          : fmt::format("a whole number, {} or more", range.least));
}

void check_command(const CLI::App& app, int argc, const char* const* argv) {
    const auto names = commands_of(app);
    const auto list = fmt::format("the commands are {}", fmt::join(names, ", "));
    if (argc < 2) throw usage("name a command; " + list);
    const std::string word = argv[1];
    if (std::ranges::find(names, word) != names.end() || app.get_option_no_throw(word)) return;
    if (word.starts_with('-')) throw usage(fmt::format("`{}`: a command comes first; {}", word, list));
    throw usage(fmt::format("`{}`: there is no such command{}; {}", word, meant(word, names), list));
}

Failure failure_of(const CLI::App& app, const CLI::ParseError& wrong) {
    const auto& command = chosen_of(app);
    if (dynamic_cast<const CLI::ExtrasError*>(&wrong)) return unexpected(command);
    if (dynamic_cast<const CLI::RequiredError*>(&wrong) && &command != &app) return missing(command);
    const std::string what = wrong.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&wrong)) return mismatched(command, what);
    if (dynamic_cast<const CLI::ConversionError*>(&wrong)) return unconverted(command, what);
    return usage(what);
}

std::string help_of(const CLI::App& app) { return full_name(chosen_of(app)) + " --help"; }

} // namespace truefill::cli
