/// The request target, read strictly: "/v1/orders/A%2F1?limit=10".
#pragma once

#include "http/exchange.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::http {

struct Target {
    std::string path;               ///< decoded
    std::vector<std::string> parts; ///< of the path, decoded one by one; "/" has one empty part
    Pairs query;
};

/// Takes the forms "/path?query" and "http://host/path?query" (RFC 9112, 3.2). Refused with a sentence: bad
/// percent-encoding, what is not UTF-8 when decoded, control characters, "." and ".." as parts, a fragment.
std::expected<Target, std::string> parse_target(std::string_view text);

/// Nothing when a '%' is not followed by two hex digits. `plus_is_space` as in queries and forms.
std::optional<std::string> decode_percent(std::string_view text, bool plus_is_space = false);

/// "a=1&b=two+words": a query or a form. Pairs without '=' have an empty value; empty pairs are skipped.
std::expected<Pairs, std::string> parse_query(std::string_view text);

} // namespace truefill::http
