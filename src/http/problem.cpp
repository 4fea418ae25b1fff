#include "http/problem.h"

#include "base/json.h"

#include <algorithm>
#include <utility>

namespace truefill::http {

namespace {

/// RFC 9110 and 6585, as far as we use them or people know them.
constexpr std::array<std::pair<int, std::string_view>, 45> reasons{{
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {423, "Locked"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
}};
static_assert(std::ranges::is_sorted(reasons));

} // namespace

std::string_view reason_of(int status) {
    const auto found =
        std::ranges::lower_bound(reasons, status, {}, [](const auto& entry) { return entry.first; });
    return found != reasons.end() && found->first == status ? found->second : std::string_view{};
}

Response answer(Problem problem) {
    if (problem.title.empty()) problem.title = reason_of(problem.status);
    Response response{.status = problem.status, .content_type = "application/problem+json"};
    json::encode(response.body, problem);
    return response;
}

Response answer(Problem problem, const Request& request) {
    if (problem.trace_id.empty()) problem.trace_id = request.trace_id();
    return answer(std::move(problem));
}

} // namespace truefill::http
