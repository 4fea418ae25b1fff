/// Errors as RFC 9457 problems: application/problem+json.
///
///     exchange->reply(answer({.status = 404, .detail = "There is no order SO-1.", .code = "unknown_order"},
///                            exchange->request()));
#pragma once

#include "base/describe.h"
#include "http/exchange.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::http {

/// What is wrong at one place of the request's body.
struct ProblemError {
    std::string pointer; ///< JSON pointer (RFC 6901); empty: the whole
    std::string code;
    std::string detail;
};
TF_DESCRIBE(ProblemError, (pointer, code, detail))

struct Problem {
    std::string type{"about:blank"}; ///< then the title is that of the status, and the code tells what it is
    std::string title;               ///< empty: that of the status
    std::int32_t status{};
    std::string detail; ///< a sentence for people
    std::string code;   ///< for programs; never changes
    std::vector<ProblemError> errors;
    std::string trace_id;
};
TF_DESCRIBE(Problem, (type, title, status, detail, code, errors, trace_id))

/// The answer that says so. The second form fills the trace_id from the request.
Response answer(Problem problem);
Response answer(Problem problem, const Request& request);

/// "Not Found". Empty for a number that is no status.
std::string_view reason_of(int status);

} // namespace truefill::http
