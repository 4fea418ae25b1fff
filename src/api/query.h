/// What a list is asked for: page size, place, filters. Parameters that a list does not know are refused, for
/// a filter that is misspelt must not show everything.
#pragma once

#include "api/problem.h"

#include <cstddef>
#include <expected>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

inline constexpr std::size_t limit_max = 500;
inline constexpr std::size_t limit_default = 100;
/// A list counts its matches so far and then says "more".
inline constexpr std::size_t total_max = 10'000;

/// A reader who has written waits for his own write: `min_position` is the position of its answer. Lists that
/// come from the engine have seen it anyway; those that come from the board wait.
struct Page {
    std::size_t limit = limit_default;
    std::optional<std::uint64_t> after; ///< where the last page ended; the list says what it means
    std::size_t skip = 0; ///< so many more rows are passed over: a window in the middle of a long list
    bool exact{};         ///< the total is counted to its end
    std::uint64_t min_position{};
};

/// limit, cursor and min_position of a request whose other parameters are among those named. A list that can
/// do it names skip, count and format, too.
std::expected<Page, Problem> page_of(const http::Request& request,
                                     std::initializer_list<std::string_view> others);
/// A cursor is opaque to clients: it may mean something else tomorrow.
std::string cursor_of(std::uint64_t place);

/// "a,b" as its parts; empty when it is not given.
std::vector<std::string_view> words_of(const http::Request& request, std::string_view parameter);
/// The parameter in lower case; empty when it is not given.
std::string text_of(const http::Request& request, std::string_view parameter);

/// Names of an enum, separated by commas.
template <class E>
std::expected<std::vector<E>, Problem> names_in(const http::Request& request, std::string_view parameter) {
    std::vector<E> values;
    for (const auto word : words_of(request, parameter)) {
        const auto value = parse_enum<E>(word);
        if (!value)
            return std::unexpected(bad_parameter(parameter, "there is no \"" + std::string{word} + "\""));
        values.push_back(*value);
    }
    return values;
}

} // namespace truefill::api
