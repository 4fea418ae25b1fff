#include "api/problem.h"

#include <utility>

namespace truefill::api {
namespace {

std::string sentence(std::string text) {
    if (!text.empty() && !text.ends_with('.') && !text.ends_with('?')) text += '.';
    return text;
}

} // namespace

Problem make_problem(int status, std::string_view code, std::string detail) {
    Problem problem;
    problem.status = status;
    problem.code = code;
    problem.detail = sentence(std::move(detail));
    return problem;
}

Problem bad_json(const json::Problem& problem) {
    auto made = make_problem(400, "body_invalid", "The body cannot be read: " + problem.detail);
    made.errors.push_back({problem.pointer, "body_invalid", problem.detail});
    return made;
}

Problem bad_parameter(std::string_view name, std::string detail) {
    return make_problem(400, "parameter_invalid", std::string{name} + ": " + std::move(detail));
}

Problem not_found(std::string detail) { return make_problem(404, "not_found", std::move(detail)); }

Problem closed(const loop::Fault& fault) {
    switch (fault.kind) {
    case loop::FaultKind::disk_low: return make_problem(507, "disk_low", fault.sentence);
    case loop::FaultKind::disk_full: return make_problem(507, "disk_full", fault.sentence);
    case loop::FaultKind::read_only: return make_problem(503, "read_only", fault.sentence);
    case loop::FaultKind::stopped: return make_problem(503, "stopping", fault.sentence);
    case loop::FaultKind::journal_failed: return make_problem(503, "journal_failed", fault.sentence);
    case loop::FaultKind::changed: return make_problem(412, "changed_since", fault.sentence);
    }
    return make_problem(503, "unavailable", fault.sentence);
}

Problem refused(const journal::Refusal& refusal) { return make_problem(422, refusal.code, refusal.sentence); }

Problem busy(std::string detail) { return make_problem(503, "busy", std::move(detail)); }

http::Response response_of(Problem problem, const http::Request& request) {
    const auto status = problem.status;
    auto response = http::answer(std::move(problem), request);
    if (status == 503) response.headers.emplace_back("Retry-After", "1");
    if (status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"truefill\"");
    return response;
}

} // namespace truefill::api
