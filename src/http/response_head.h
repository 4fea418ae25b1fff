/// The bytes before an answer's body.
#pragma once

#include "http/exchange.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::http {

/// "Mon, 02 Mar 2026 10:00:00 GMT" of now, made once a second on each thread.
std::string_view http_date_now();

/// Of an instant in seconds since 1970.
std::string http_date(std::int64_t seconds);

struct HeadPlan {
    const Response& response;
    const Pairs& always;                 ///< for every answer
    std::string_view connection{};       ///< empty: no such header
    std::optional<std::size_t> length{}; ///< none: chunked, or until the connection ends
    bool is_chunked = false;
};

/// Whether names and values can be sent: no control characters, and names of letters, digits and '-'.
bool is_sendable(const Response& response);
void append_head(std::string& out, const HeadPlan& plan);

/// 1xx, 204 and 304 have no body and no length.
bool has_no_body(int status);

} // namespace truefill::http
