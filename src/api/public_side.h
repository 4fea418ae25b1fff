/// How people reach this server, when a proxy stands before it: the address that they type, and who they are
/// by what the proxy says.
///
/// A proxy's X-Forwarded-For and X-Forwarded-Proto count only when it is in `http.trusted_proxies`; else
/// anybody could write there whose failures are counted (lockout.h, limits.h). The list is read from its end:
/// what a trusted proxy added counts, and what stands before an address that is not one is the client's own
/// claim. What is no address ends the reading.
#pragma once

#include "connectors/web/guard.h"
#include "http/exchange.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct ServeOptions;

/// "https://orders.example.com", without a slash at its end; empty: none is set. The sentence says what is
/// wrong: https, or http on this machine, and neither path, query nor user in it.
std::expected<std::string, std::string> public_url_of(const ServeOptions& options);

/// https, or http on this machine.
bool is_safe_url(std::string_view url);

/// People reach it by https: by its own certificate, or by the proxy that `http.public_url` names.
bool is_public_https(const ServeOptions& options);

/// May browsers be told to come by https only? Not on this machine: other programs are on its name, too.
bool sends_hsts(const ServeOptions& options);

class TrustedProxies {
public:
    static constexpr std::size_t hops_max = 16;

    TrustedProxies() = default;
    /// The sentence says which network is wrong.
    static std::expected<TrustedProxies, std::string> of(std::string_view networks);

    bool empty() const { return networks_.empty(); }
    /// Sets peer and secure by what the proxies say, when the peer is one of them.
    void read(http::Request& request) const;

private:
    bool has(std::string_view address) const;
    std::vector<connectors::web::Network> networks_;
};

} // namespace truefill::api
