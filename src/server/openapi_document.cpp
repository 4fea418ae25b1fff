#include "server/openapi_document.h"

#include "api/problem.h"
#include "base/text.h"
#include "server/deprecation.h"

#include <algorithm>

namespace truefill::server {
namespace {

std::string quoted(std::string_view text) {
    std::string out;
    json::encode(out, text);
    return out;
}

struct ParameterText {
    std::string_view name, text;
};
constexpr ParameterText parameter_texts[] = {
    {"limit", "Rows of a page, 500 at most"},
    {"cursor", "next_cursor of the page before"},
    {"min_position", "Waits until the list has seen this position: that of one's own write"},
    {"format", "csv: the whole list as a file"},
    {"q", "Part of what a row is known by; upper and lower case are the same"},
    {"sort", "In which order"},
    {"skip", "Rows that are passed over"},
    {"count", "exact: the total is counted to its end"},
    {"site", "Codes of sites"},
    {"item", "Codes of items"},
    {"customer", "Codes of customers"},
    {"carrier", "Codes of carriers"},
    {"order", "Numbers of orders"},
    {"status", "Statuses"},
    {"owner", "Roles whose work it is"},
    {"assignee", "Names of users; - is nobody"},
    {"category", "Categories of cases"},
    {"overdue", "true: only what is overdue"},
    {"differs", "true: only what does not agree"},
    {"after", "Position of the journal; what comes behind it"},
    {"Idempotency-Key",
     "Names the message: 1 to 128 printable ASCII characters; the same one takes effect once"},
    {"Truefill-Event-Time", "When it happened, if that was not now"},
    {"If-Match", "ETag of the order or case as it was read; 412 when it has changed since"},
};

std::string_view text_of_parameter(std::string_view name) {
    const auto found = std::ranges::find(parameter_texts, name, &ParameterText::name);
    return found == std::end(parameter_texts) ? std::string_view{} : found->text;
}

void append_parameter(std::string& out, std::string_view name, std::string_view place, bool required) {
    if (!out.ends_with('[')) out += ',';
    out += R"({"name":)" + quoted(name) + R"(,"in":)" + quoted(place);
    if (required) out += R"(,"required":true)";
    const auto text = place == "path" ? std::string_view{} : text_of_parameter(name);
    if (!text.empty()) out += R"(,"description":)" + quoted(text);
    const bool number = name == "limit" || name == "after" || name == "min_position";
    out += number ? R"(,"schema":{"type":"integer"}})" : R"(,"schema":{"type":"string"}})";
}

/// Writes that are no command and yet take effect once.
bool needs_key(const Operation& operation) {
    return operation.method != "get" &&
           (operation.path.starts_with("/v1/users") || operation.path.starts_with("/v1/keys"));
}

/// The {names} of a path, the query, and the headers of commands.
std::string parameters_of(const Operation& operation) {
    std::string out = R"("parameters":[)";
    for (auto at = operation.path.find('{'); at != std::string_view::npos;
         at = operation.path.find('{', at + 1))
        append_parameter(out, operation.path.substr(at + 1, operation.path.find('}', at) - at - 1), "path",
                         true);
    auto rest = operation.parameters;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        append_parameter(out, rest.substr(0, end), "query", false);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const bool command = operation.id.starts_with("command_");
    if (command || needs_key(operation)) append_parameter(out, "Idempotency-Key", "header", true);
    if (command) append_parameter(out, "Truefill-Event-Time", "header", false);
    if (command) append_parameter(out, "If-Match", "header", false);
    return out + "]";
}

bool is_deprecated(const Operation& operation) {
    return std::ranges::any_of(deprecated(), [&](const Deprecated& one) {
        return one.path == operation.path && to_lower_ascii(http::name_of(one.method)) == operation.method;
    });
}

} // namespace

void OpenApiDocument::add(const Operation& operation) {
    auto& path = paths_[std::string{operation.path}];
    if (!path.empty()) path += ',';
    path += quoted(operation.method) + R"(:{"operationId":)" + quoted(operation.id) + R"(,"summary":)" +
            quoted(operation.summary) + "," + parameters_of(operation);
    if (!operation.description.empty()) path += R"(,"description":)" + quoted(operation.description);
    if (is_deprecated(operation)) path += R"(,"deprecated":true)";
    if (!operation.body.empty())
        path += R"(,"requestBody":{"required":true,"content":{"application/json":{"schema":)" +
                operation.body + "}}}";
    path += R"(,"responses":{"200":{"description":"The answer")";
    if (!operation.answer.empty())
        path += R"(,"content":{"application/json":{"schema":)" + operation.answer + "}}";
    path += R"(},"default":{"$ref":"#/components/responses/Problem"}}})";
}

std::string OpenApiDocument::text() {
    const auto problem = schemas_.of<api::Problem>();
    std::string text = R"({"openapi":"3.1.0","info":{"title":"Truefill","version":"1.0.0","description":)" +
                       quoted("Members whose value says nothing (0, false, empty) may be missing. Lists and "
                              "strings in a query are separated by commas.") +
                       R"(},"security":[{"token":[]},{"session":[]}],"paths":{)";
    for (const auto& [path, operations] : paths_) {
        if (!text.ends_with('{')) text += ',';
        text += quoted(path) + ":{" + operations + "}";
    }
    text += R"(},"components":{"securitySchemes":{"token":{"type":"http","scheme":"bearer"},)"
            R"("session":{"type":"apiKey","in":"cookie","name":"truefill_session"}},)"
            R"("responses":{"Problem":{"description":"What is wrong, as of RFC 9457","content":)"
            R"({"application/problem+json":{"schema":)" +
            problem + R"(}}}},"schemas":)" + schemas_.components() + "}}";
    return text;
}

} // namespace truefill::server
