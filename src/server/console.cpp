#include "server/console.h"

#include "api/door.h"

#include <console_files.h>

#include <algorithm>
#include <array>
#include <utility>

namespace truefill::server {
namespace {

const http::StaticFiles& files() {
    static const http::StaticFiles all{console::files()};
    return all;
}

std::string_view index_html() {
    for (const auto& file : console::files())
        if (file.path == "/index.html") return file.bytes;
    return {};
}

std::string with_nonce(std::string_view page, std::string_view nonce) {
    constexpr std::string_view mark = "__NONCE__";
    std::string text;
    for (std::size_t at = 0; at < page.size();) {
        const auto found = std::min(page.find(mark, at), page.size());
        text += page.substr(at, found - at);
        if (found < page.size()) text += nonce;
        at = found < page.size() ? found + mark.size() : page.size();
    }
    return text;
}

} // namespace

std::span<const std::string_view> page_routes() {
    static constexpr auto routes =
        std::to_array<std::string_view>({"/", "/o/{rest...}", "/orders", "/tower", "/inbox", "/site",
                                         "/site/{rest...}", "/finance", "/access", "/first-run", "/score"});
    return routes;
}

std::string content_security_policy(std::string_view nonce) {
    std::string policy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
                         "connect-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; "
                         "worker-src 'self'; script-src 'self' 'nonce-";
    policy += nonce;
    policy += "'; style-src 'self' 'nonce-";
    policy += nonce;
    policy += "'";
    return policy;
}

void get_page(api::Service&, const http::ExchangePtr& exchange) {
    http::Response response;
    const auto nonce = api::random_hex().substr(0, 32);
    response.content_type = "text/html; charset=utf-8";
    response.body = with_nonce(index_html(), nonce);
    if (response.body.empty()) {
        response.content_type = "text/plain; charset=utf-8";
        response.body = std::string{console::left_out()} + " The same facts are at /v1; see /openapi.json.\n";
    }
    response.headers = {{"Content-Security-Policy", content_security_policy(nonce)},
                        {"Cache-Control", "no-store"},
                        {"Cross-Origin-Opener-Policy", "same-origin"}};
    exchange->reply(std::move(response));
}

void get_file(api::Service&, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    auto found = files().find(request.path, request);
    if (!found) return api::respond(exchange, api::not_found("There is no file " + request.path));
    exchange->reply(std::move(*found));
}

} // namespace truefill::server
