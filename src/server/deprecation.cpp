#include "server/deprecation.h"

#include "api/extra_fields.h"
#include "http/response_head.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::server {

std::span<const Deprecated> deprecated() { return {}; }

const Deprecated* find_deprecated(std::span<const Deprecated> all, http::Method method,
                                  std::string_view path) {
    const auto found = std::ranges::find_if(
        all, [&](const Deprecated& one) { return one.method == method && one.path == path; });
    return found == all.end() ? nullptr : &*found;
}

http::Pairs fields_of(const Deprecated& one) {
    const auto seconds = [](Date date) { return start_of(date).micros / 1'000'000; };
    http::Pairs fields{{"Deprecation", fmt::format("@{}", seconds(one.since))},
                       {"Sunset", http::http_date(seconds(one.gone))}};
    if (!one.link.empty()) fields.emplace_back("Link", fmt::format("<{}>; rel=\"deprecation\"", one.link));
    return fields;
}

http::ExchangePtr telling_deprecation(std::span<const Deprecated> all, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto* one = find_deprecated(all, request.method, request.route);
    return one ? std::make_shared<api::ExtraFields>(exchange, fields_of(*one)) : exchange;
}

} // namespace truefill::server
