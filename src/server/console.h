/// The console's files, which are part of the program. Every page is index.html, with a Content-Security-
/// Policy that lets run only what carries the nonce of this very answer; the page itself asks for data with
/// the session of the person who looks at it.
#pragma once

#include "api/service.h"
#include "http/static_files.h"

#include <string_view>
#include <vector>

namespace truefill::server {

/// Pages of the console that a link may lead to; all are index.html.
std::span<const std::string_view> page_routes();
void get_page(api::Service& service, const http::ExchangePtr& exchange);
/// A file of the console by its path.
void get_file(api::Service& service, const http::ExchangePtr& exchange);
/// What may run and be asked from a page with this nonce.
std::string content_security_policy(std::string_view nonce);

} // namespace truefill::server
