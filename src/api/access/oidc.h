/// Log-in by OpenID Connect: authorization code with PKCE (S256), state and nonce.
///
///     GET /v1/session/oidc            to the provider's page
///     GET /v1/session/oidc/callback   back from it: opens a session and goes to the console
///
/// Who comes in must be an active user here with this identity: the issuer, and as subject the claim `sub` or
/// another that the settings name. The groups of `oidc.groups_claim` give the roles that access.map_role
/// says, besides those that the user has. Nobody is made a user by logging in.
///
/// The answer of the provider counts only in the browser that began: a cookie of its own is held against the
/// state. A state is good once, for ten minutes. The provider's document and keys are fetched when they are
/// needed and kept for an hour; an unknown key fetches them again, at most every ten seconds.
#pragma once

#include "api/access/id_token.h"
#include "api/service.h"
#include "connectors/web/web_client.h"

#include <chrono>
#include <expected>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct ServeOptions;

struct OidcRules {
    std::string issuer, client_id, client_secret;
    std::string callback; ///< address that the provider sends the browser back to
    std::string subject_claim, groups_claim;
    std::string authorities_file;
    bool secure_cookie{};
};
/// Nothing when there is no issuer. The sentence says which setting is wrong.
std::expected<std::optional<OidcRules>, std::string> oidc_rules(const ServeOptions& options);

class Oidc {
public:
    static constexpr std::size_t pending_max = 1'000, pending_of_address_max = 20;
    static constexpr std::size_t waiting_max = 64; ///< for the provider; more are asked to come again
    static constexpr std::string_view cookie = "truefill_oidc";

    explicit Oidc(OidcRules rules);
    ~Oidc() { stop(); }
    void stop();

    /// Where the browser goes, and the line of Set-Cookie. Both may ask the provider: on `clerks` only.
    struct Leaving {
        std::string location, set_cookie;
    };
    /// `address`: whose browser it is; one has 20 log-ins under way at most.
    std::expected<Leaving, std::string> leave(const std::string& address);
    struct Back {
        std::string code, state, issuer;
        std::string binder; ///< of the cookie
    };
    std::expected<LogInClaims, std::string> come_back(const Back& back);
    const std::string& issuer() const { return rules_.issuer; }
    std::string forget_cookie() const;
    Clerks& clerks() { return clerks_; }

private:
    struct Pending {
        Digest binder;
        std::string nonce, verifier;
        std::chrono::steady_clock::time_point until;
        std::string address;
    };
    struct Provider {
        std::string authorize, token, keys;
        bool secret_in_body{};
    };
    void make_room(const std::string& address); ///< under the lock
    std::expected<void, std::string> know_provider();
    std::expected<void, std::string> fetch_keys();
    std::expected<std::string, std::string> get(const std::string& url);
    std::expected<std::string, std::string> trade(const std::string& code, const std::string& verifier);
    std::expected<std::string, std::string> claims_of(std::string_view token);
    std::optional<Pending> take(const Back& back);
    std::string cookie_line(std::string_view value, int seconds) const;

    OidcRules rules_;
    connectors::web::WebClient client_;
    std::optional<Provider> provider_;
    std::vector<ProviderKey> keys_;
    std::chrono::steady_clock::time_point known_at_{}, keys_at_{};
    std::mutex mutex_;
    std::map<Digest, Pending> pending_; ///< by the hash of the state
    Clerks clerks_{1};                  ///< the last one: its thread uses the others
};

void get_oidc(Service& service, const http::ExchangePtr& exchange);
void get_oidc_callback(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
