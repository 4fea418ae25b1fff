#include "api/query.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace truefill::api {
namespace {

constexpr std::size_t skip_max = 1'000'000;

std::optional<std::uint64_t> number_in(std::string_view text, int base) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

} // namespace

std::expected<Page, Problem> page_of(const http::Request& request,
                                     std::initializer_list<std::string_view> others) {
    Page page;
    const auto knows = [&](std::string_view name) { return std::ranges::find(others, name) != others.end(); };
    for (const auto& [name, value] : request.query) {
        if (name == "limit") {
            const auto limit = number_in(value, 10);
            if (!limit || *limit == 0 || *limit > limit_max)
                return std::unexpected(bad_parameter("limit", "it is a number from 1 to 500"));
            page.limit = *limit;
        } else if (name == "cursor") {
            page.after = number_in(value, 36);
            if (!page.after)
                return std::unexpected(bad_parameter("cursor", "it is not one that this list has given"));
        } else if (name == "skip" && knows(name)) {
            const auto skip = number_in(value, 10);
            if (!skip || *skip > skip_max)
                return std::unexpected(bad_parameter("skip", "it is a number of rows, 1,000,000 at most"));
            page.skip = *skip;
        } else if (name == "count" && knows(name)) {
            if (value != "exact") return std::unexpected(bad_parameter("count", "it can only be exact"));
            page.exact = true;
        } else if (name == "format" && knows(name)) {
            if (value != "csv" && value != "json")
                return std::unexpected(bad_parameter("format", "it is csv or json"));
        } else if (name == "min_position") {
            const auto position = number_in(value, 10);
            if (!position) return std::unexpected(bad_parameter(name, "it is a position of the journal"));
            page.min_position = *position;
        } else if (!knows(name)) {
            return std::unexpected(bad_parameter(name, "this list has no such parameter"));
        }
    }
    return page;
}

std::string cursor_of(std::uint64_t place) {
    char text[16];
    const auto end = std::to_chars(text, text + sizeof text, place, 36).ptr;
    return {text, end};
}

std::vector<std::string_view> words_of(const http::Request& request, std::string_view parameter) {
    std::vector<std::string_view> words;
    auto rest = request.parameter(parameter).value_or("");
    while (!rest.empty()) {
        const auto end = std::min(rest.find(','), rest.size());
        if (end > 0) words.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

std::string text_of(const http::Request& request, std::string_view parameter) {
    return to_lower_ascii(request.parameter(parameter).value_or(""));
}

} // namespace truefill::api
