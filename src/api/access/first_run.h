/// The first administrator: a server without one prints a link, once at each start, whose secret stands after
/// the # and so never reaches a log. Its page sends the secret with the name and password of the first user.
/// The journal keeps the SHA-256 of the secret; the link ends after 24 hours and when it was used.
#pragma once

#include "api/service.h"

#include <string>

namespace truefill::api {

inline constexpr Duration first_run_life = hours(24);

/// Makes a link when nobody administers yet (or `recover`), and answers its secret; empty when there is no
/// need, or when nothing can be written now.
std::string issue_first_run(Service& service, bool recover);

/// POST /v1/first-run {secret, user, display_name, password}: makes the user and logs him in.
void post_first_run(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
