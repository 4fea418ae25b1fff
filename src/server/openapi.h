/// GET /openapi.json: OpenAPI 3.1, made from the table of routes, the variants of commands and the described
/// structs that the answers are encoded from. Made once, at the first question.
#pragma once

#include "api/service.h"
#include "server/schema.h"

#include <string>

namespace truefill::server {

/// The whole document.
std::string openapi();
void get_openapi(api::Service& service, const http::ExchangePtr& exchange);

/// The name and schema of a command that is offered.
struct CommandSchema {
    std::string_view name;
    bool fact{};
    std::string schema;
};
/// In the order of the modules.
std::vector<CommandSchema> command_schemas(Schemas& schemas);

} // namespace truefill::server
