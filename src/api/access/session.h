/// Logging in: POST /v1/session with {"user","password"}, or with {"token"} of the operator, gives the cookie
/// and the CSRF token that every write must carry in the header X-CSRF-Token; GET says who is logged in;
/// DELETE ends it.
#pragma once

#include "api/service.h"

#include <optional>
#include <string>
#include <vector>

namespace truefill::api {

struct Who {
    static constexpr auto required = std::to_array<std::string_view>({"name", "roles"});
    std::string name;
    std::string display_name;
    std::vector<std::string> roles;
    access::Scope scope;
    std::string csrf_token; ///< of a session
    Time expires_at;
    bool must_change_password{}; ///< nothing else is allowed before: POST /v1/users/{user}/password
    bool is_operator{};          ///< the token of the server: every role
};
TF_DESCRIBE(Who,
            (name, display_name, roles, scope, csrf_token, expires_at, must_change_password, is_operator))

Who who_is(Service& service, const Caller& caller);

/// The session that the browser had ends, and the answer brings a new one.
void answer_with_session(Service& service, const http::ExchangePtr& exchange, access::Principal principal);

/// 429 while a name or an address has to wait after failures; else the try is counted for both.
std::optional<http::Response> refuse_try(Service& service, const http::Request& request,
                                         const std::string& user);
/// The try was none that failed.
void forgive_try(Service& service, const http::Request& request, const std::string& user);
/// It was never looked at: it counts neither way.
void withdraw_try(Service& service, const http::Request& request, const std::string& user);
/// A form on another site could put somebody into a session of its own: it is refused.
std::optional<Problem> foreign_page(Service& service, const http::Request& request);

void post_session(Service& service, const http::ExchangePtr& exchange);
void get_session(Service& service, const http::ExchangePtr& exchange);
void delete_session(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
