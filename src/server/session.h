/// Logging in: POST /v1/session {"token"} gives the cookie and the CSRF token that every write must carry in
/// the header X-CSRF-Token; GET says who is logged in; DELETE ends it.
#pragma once

#include "server/service.h"

#include <string>
#include <vector>

namespace truefill::server {

struct Who {
    static constexpr auto required = std::to_array<std::string_view>({"name", "roles"});
    std::string name;
    std::vector<std::string> roles;
    std::string csrf_token;
    Time expires_at;
};
TF_DESCRIBE(Who, (name, roles, csrf_token, expires_at))

void post_session(Service& service, const http::ExchangePtr& exchange);
void get_session(Service& service, const http::ExchangePtr& exchange);
void delete_session(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::server
