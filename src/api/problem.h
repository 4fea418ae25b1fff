/// What goes wrong, as problems with stable codes (http/problem.h): of requests, of the loop, of the engine.
#pragma once

#include "base/json.h"
#include "http/http.h"
#include "http/problem.h"
#include "journal/decision.h"
#include "loop/gate.h"

#include <string>
#include <string_view>

namespace truefill::api {

using http::Problem;

Problem make_problem(int status, std::string_view code, std::string detail);
/// 400 with the pointer to what cannot be read.
Problem bad_json(const json::Problem& problem);
/// 400 for a parameter or header.
Problem bad_parameter(std::string_view name, std::string detail);
Problem not_found(std::string detail);
/// 503, or 507 when the disk is the reason.
Problem closed(const loop::Fault& fault);
/// 422 with the refusal's own code.
Problem refused(const journal::Refusal& refusal);
/// 503: more is asked at once than this server takes.
Problem busy(std::string detail);

/// With Retry-After and WWW-Authenticate where they belong.
http::Response response_of(Problem problem, const http::Request& request);

} // namespace truefill::api
