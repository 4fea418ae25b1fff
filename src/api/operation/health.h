/// Whether the process lives, and whether it takes commands.
#pragma once

#include "api/service.h"

#include <string>

namespace truefill::api {

struct Health {
    static constexpr auto required = std::to_array<std::string_view>({"status"});
    std::string status; ///< ok; ready, or closed
    Position position{};
    std::string code, detail; ///< why it is closed
};
TF_DESCRIBE(Health, (status, position, code, detail))

void get_health(Service& service, const http::ExchangePtr& exchange);
/// 503 or 507 while nothing is taken.
void get_readiness(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
