/// What of the API will go: a table, empty today. An answer of a route in it says so by itself:
///
///     Deprecation: @1772236800                                 since when (RFC 9745)
///     Sunset: Sun, 28 Feb 2027 00:00:00 GMT                    from when on it may be gone (RFC 8594)
///     Link: <https://.../docs/operating.md>; rel="deprecation" what to do instead
///
/// and /openapi.json marks the operation as deprecated. At least twelve months lie between the two dates. Who
/// still uses it is told by the metric truefill_http_requests_total.
#pragma once

#include "base/time.h"
#include "http/exchange.h"

#include <span>
#include <string_view>

namespace truefill::server {

struct Deprecated {
    http::Method method{};
    std::string_view path; ///< as registered
    Date since, gone;
    std::string_view link; ///< empty: none
};

/// What is deprecated today.
std::span<const Deprecated> deprecated();
const Deprecated* find_deprecated(std::span<const Deprecated> all, http::Method method,
                                  std::string_view path);
/// The header fields of one.
http::Pairs fields_of(const Deprecated& one);
/// The exchange whose answers say so; the same one for a route that stays.
http::ExchangePtr telling_deprecation(std::span<const Deprecated> all, const http::ExchangePtr& exchange);

} // namespace truefill::server
