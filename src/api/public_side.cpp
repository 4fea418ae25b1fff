#include "api/public_side.h"

#include "api/serve_options.h"
#include "base/text.h"

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

namespace web = connectors::web;

bool is_loopback_address(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

/// What several lines of one header say together.
std::string all_of(const http::Request& request, std::string_view name) {
    std::string all;
    for (const auto& [header, value] : request.headers) {
        if (header != name) continue;
        if (!all.empty()) all += ',';
        all += value;
    }
    return all;
}

/// The part behind the last comma; `list` loses it.
std::string_view take_last(std::string_view& list) {
    const auto comma = list.rfind(',');
    const auto last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(0, comma);
    return trim(last);
}

} // namespace

bool is_safe_url(std::string_view url) {
    if (url.starts_with("https://")) return true;
    for (const std::string_view here : {"http://127.0.0.1", "http://localhost", "http://[::1]"})
        if (url.starts_with(here) &&
            (url.size() == here.size() || url[here.size()] == ':' || url[here.size()] == '/'))
            return true;
    return false;
}

std::expected<std::string, std::string> public_url_of(const ServeOptions& options) {
    auto url = options.public_url;
    if (url.empty()) return url;
    while (url.ends_with('/')) url.pop_back();
    const auto begin = url.find("://");
    const auto host =
        begin == std::string::npos ? std::string_view{} : std::string_view{url}.substr(begin + 3);
    const bool clean = !host.empty() && host.find_first_of("/?#@ \"\\\r\n\t") == std::string_view::npos;
    if (!is_safe_url(url) || !clean)
        return std::unexpected("http.public_url is where browsers find this server, as "
                               "https://orders.example.com: https, and nothing behind the host.");
    return url;
}

bool is_public_https(const ServeOptions& options) {
    return options.public_url.empty() ? !options.certificate.empty()
                                      : options.public_url.starts_with("https://");
}

bool sends_hsts(const ServeOptions& options) {
    return is_public_https(options) && (!options.public_url.empty() || !is_loopback_address(options.address));
}

std::expected<TrustedProxies, std::string> TrustedProxies::of(std::string_view networks) {
    auto parsed = web::parse_networks(networks);
    if (!parsed) return std::unexpected("http.trusted_proxies: " + parsed.error());
    TrustedProxies proxies;
    proxies.networks_ = std::move(*parsed);
    return proxies;
}

bool TrustedProxies::has(std::string_view address) const {
    const auto parsed = web::parse_ip(address);
    return parsed && std::ranges::any_of(networks_, [&](const auto& one) { return one.has(*parsed); });
}

void TrustedProxies::read(http::Request& request) const {
    if (networks_.empty() || !has(request.peer)) return;
    // The scheme that the nearest proxy saw, as it says last.
    const auto schemes = all_of(request, "x-forwarded-proto");
    std::string_view scheme = schemes;
    request.secure = to_lower_ascii(take_last(scheme)) == "https";
    const auto list = all_of(request, "x-forwarded-for");
    std::string_view rest = list;
    for (std::size_t hop = 0; hop < hops_max && !rest.empty(); ++hop) {
        const auto address = web::parse_ip(take_last(rest));
        if (!address) return;
        request.peer = web::text_of(*address);
        if (!has(request.peer)) return;
    }
}

} // namespace truefill::api
