#include "http/exchange.h"

#include <algorithm>
#include <array>

namespace truefill::http {

namespace {

const std::string* find(const Pairs& pairs, std::string_view name) {
    const auto found = std::ranges::find(pairs, name, &Pairs::value_type::first);
    return found == pairs.end() ? nullptr : &found->second;
}

} // namespace

std::string_view name_of(Method method) {
    constexpr std::array<std::string_view, 6> names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
    return names[static_cast<std::size_t>(method)];
}

std::string_view Request::header(std::string_view lower_case_name) const {
    const std::string* value = find(headers, lower_case_name);
    return value ? std::string_view{*value} : std::string_view{};
}

std::string_view Request::part(std::string_view name) const {
    const std::string* value = find(parts, name);
    return value ? std::string_view{*value} : std::string_view{};
}

std::optional<std::string_view> Request::parameter(std::string_view name) const {
    const std::string* value = find(query, name);
    if (!value) return std::nullopt;
    return std::string_view{*value};
}

std::string_view Request::trace_id() const {
    return traceparent.size() < 35 ? std::string_view{} : std::string_view{traceparent}.substr(3, 32);
}

} // namespace truefill::http
