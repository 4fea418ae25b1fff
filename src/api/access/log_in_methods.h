/// GET /v1/session/methods: how one may log in here, for the page that asks. Anybody may read it.
#pragma once

#include "api/service.h"

#include <string>
#include <vector>

namespace truefill::api {

/// Another's log-in; the browser goes to `url`.
struct LogInProvider {
    static constexpr auto required = std::to_array<std::string_view>({"name", "url"});
    std::string name, url;
};
TF_DESCRIBE(LogInProvider, (name, url))

struct LogInMethods {
    static constexpr auto required =
        std::to_array<std::string_view>({"password", "providers", "demo", "token"});
    bool password{};
    std::vector<LogInProvider> providers;
    bool demo{};  ///< a demonstration, with its clock, its tour and its score
    bool token{}; ///< the operator token counts (api/door.h)
};
TF_DESCRIBE(LogInMethods, (password, providers, demo, token))

void get_log_in_methods(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
