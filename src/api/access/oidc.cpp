#include "api/access/oidc.h"

#include "api/log.h"
#include "api/operator_token.h"
#include "api/public_side.h"
#include "api/secret_file.h"
#include "api/serve_options.h"
#include "base/text.h"
#include "connectors/web/base64.h"
#include "loop/clock.h"

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

namespace web = connectors::web;
using std::chrono::steady_clock;
using Text = std::expected<std::string, std::string>;

constexpr std::chrono::minutes pending_time{10};
constexpr std::chrono::hours provider_time{1};
constexpr std::chrono::seconds keys_pause{10};
constexpr std::chrono::seconds provider_patience{10};
constexpr std::size_t provider_bytes_max = std::size_t{256} << 10;

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF", plain = "-._~";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool keep = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          plain.find(c) != std::string_view::npos;
        if (keep) out += c;
        else out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

std::string form_of(std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
    std::string out;
    for (const auto& [name, value] : members) {
        if (!out.empty()) out += '&';
        out += std::string{name} + '=' + percent_encoded(value);
    }
    return out;
}

std::string random_text() {
    const auto hex = random_hex(); // 32 bytes
    const auto bytes = parse_hex(hex);
    return web::to_base64_url({reinterpret_cast<const char*>(bytes->bytes.data()), bytes->bytes.size()});
}

std::string challenge_of(std::string_view verifier) {
    const auto digest = sha256(verifier);
    return web::to_base64_url({reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()});
}

std::string oidc_cookie_of(const http::Request& request) {
    auto rest = request.header("cookie");
    while (!rest.empty()) {
        const auto one = trim(rest.substr(0, rest.find(';')));
        rest.remove_prefix(std::min(rest.find(';'), rest.size() - 1) + 1);
        if (const auto parts = split_once(one, '='); parts && parts->first == Oidc::cookie)
            return std::string{parts->second};
    }
    return {};
}

http::Response page_saying(int status, std::string_view head, std::string_view text) {
    http::Response page;
    page.status = status;
    page.content_type = "text/html; charset=utf-8";
    page.body = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Truefill</title>";
    page.body += head;
    page.body += "</head><body><p>";
    for (const char c : text)
        if (c == '<') page.body += "&lt;";
        else if (c == '&') page.body += "&amp;";
        else page.body += c;
    page.body += "</p><p><a href=\"/\">Truefill</a></p></body></html>";
    page.headers.emplace_back("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    return page;
}

} // namespace

std::expected<std::optional<OidcRules>, std::string> oidc_rules(const ServeOptions& options) {
    if (options.oidc_issuer.empty()) return std::nullopt;
    OidcRules rules;
    rules.issuer = options.oidc_issuer;
    rules.client_id = options.oidc_client_id;
    rules.subject_claim = options.oidc_subject_claim;
    rules.groups_claim = options.oidc_groups_claim;
    rules.authorities_file = options.outbound_authorities;
    if (!rules.issuer.starts_with("https://")) return std::unexpected("oidc.issuer begins with https://");
    if (rules.client_id.empty())
        return std::unexpected("oidc.client_id is what the provider knows this server as");
    auto base = options.oidc_public_url.empty() ? options.public_url : options.oidc_public_url;
    while (base.ends_with('/')) base.pop_back();
    if (!is_safe_url(base))
        return std::unexpected(
            "http.public_url is where browsers find this server: https://...; log-ins come back there");
    rules.callback = base + "/v1/session/oidc/callback";
    rules.secure_cookie = base.starts_with("https://");
    if (!options.oidc_client_secret_file.empty()) {
        auto secret = read_secret_file(options.oidc_client_secret_file);
        if (!secret) return std::unexpected(std::move(secret.error()));
        rules.client_secret = std::move(*secret);
    }
    return rules;
}

Oidc::Oidc(OidcRules rules)
    : rules_{std::move(rules)},
      client_{{.guard = web::Guard::off(), .authorities_file = rules_.authorities_file}} {}

void Oidc::stop() {
    client_.end();
    clerks_.stop();
}

std::string Oidc::cookie_line(std::string_view value, int seconds) const {
    return std::string{cookie} + '=' + std::string{value} +
           "; Path=/v1/session/oidc; Max-Age=" + std::to_string(seconds) + "; HttpOnly; SameSite=Lax" +
           (rules_.secure_cookie ? "; Secure" : "");
}

std::string Oidc::forget_cookie() const { return cookie_line({}, 0); }

Text Oidc::get(const std::string& url) {
    auto answer =
        client_.send({.url = url, .timeout = provider_patience, .answer_bytes_max = provider_bytes_max});
    if (!answer) return std::unexpected(std::move(answer.error().sentence));
    if (answer->status != 200)
        return std::unexpected("the provider answered " + std::to_string(answer->status));
    return std::move(answer->body);
}

std::expected<void, std::string> Oidc::know_provider() {
    if (provider_ && steady_clock::now() - known_at_ < provider_time) return {};
    auto url = rules_.issuer;
    if (url.ends_with('/')) url.pop_back();
    const auto text = get(url + "/.well-known/openid-configuration");
    if (!text) return std::unexpected(text.error());
    json::Document document{provider_bytes_max};
    const auto about = document.parse(*text);
    if (!about) return std::unexpected("the provider's document is no JSON");
    const auto member = [&](std::string_view name) {
        return std::string{about->find(name).as_string().value_or("")};
    };
    if (member("issuer") != rules_.issuer)
        return std::unexpected("the provider's document is of another issuer");
    Provider found{member("authorization_endpoint"), member("token_endpoint"), member("jwks_uri")};
    for (const auto* one : {&found.authorize, &found.token, &found.keys})
        if (!one->starts_with("https://"))
            return std::unexpected("the provider's document names an address without TLS");
    bool basic = false, in_body = false;
    for (const auto one : about->find("token_endpoint_auth_methods_supported").elements()) {
        basic = basic || one.as_string() == "client_secret_basic";
        in_body = in_body || one.as_string() == "client_secret_post";
    }
    found.secret_in_body = in_body && !basic;
    provider_ = std::move(found);
    known_at_ = steady_clock::now();
    return fetch_keys();
}

std::expected<void, std::string> Oidc::fetch_keys() {
    const auto text = get(provider_->keys);
    if (!text) return std::unexpected(text.error());
    auto keys = provider_keys(*text);
    if (!keys) return std::unexpected(std::move(keys.error()));
    keys_ = std::move(*keys);
    keys_at_ = steady_clock::now();
    return {};
}

/// Whoever has the most log-ins under way gives up the oldest: one address pushes out nobody else's.
void Oidc::make_room(const std::string& address) {
    std::erase_if(pending_, [](const auto& one) { return one.second.until <= steady_clock::now(); });
    std::map<std::string, std::size_t> counts;
    for (const auto& [unused, one] : pending_) ++counts[one.address];
    std::string whose = address;
    if (counts[address] < pending_of_address_max) {
        if (pending_.size() < pending_max) return;
        whose = std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; })->first;
    }
    auto oldest = pending_.end();
    for (auto at = pending_.begin(); at != pending_.end(); ++at)
        if (at->second.address == whose &&
            (oldest == pending_.end() || at->second.until < oldest->second.until))
            oldest = at;
    pending_.erase(oldest);
}

std::expected<Oidc::Leaving, std::string> Oidc::leave(const std::string& address) {
    if (auto done = know_provider(); !done) return std::unexpected(std::move(done.error()));
    const auto state = random_text(), binder = random_text();
    Pending pending{sha256(binder), random_text(), random_text(), steady_clock::now() + pending_time,
                    address};
    auto location = provider_->authorize + (provider_->authorize.find('?') == std::string::npos ? '?' : '&') +
                    form_of({{"response_type", "code"},
                             {"client_id", rules_.client_id},
                             {"redirect_uri", rules_.callback},
                             {"scope", "openid profile email"},
                             {"state", state},
                             {"nonce", pending.nonce},
                             {"code_challenge", challenge_of(pending.verifier)},
                             {"code_challenge_method", "S256"}});
    const std::scoped_lock lock{mutex_};
    make_room(address);
    pending_[sha256(state)] = std::move(pending);
    constexpr int cookie_seconds = 600;
    return Leaving{std::move(location), cookie_line(binder, cookie_seconds)};
}

/// A state is good once, and only with the cookie of the browser that got it.
std::optional<Oidc::Pending> Oidc::take(const Back& back) {
    const std::scoped_lock lock{mutex_};
    const auto found = pending_.find(sha256(back.state));
    if (found == pending_.end() || back.binder.empty() || found->second.binder != sha256(back.binder))
        return std::nullopt;
    auto pending = std::move(found->second);
    pending_.erase(found);
    if (pending.until <= steady_clock::now()) return std::nullopt;
    return pending;
}

Text Oidc::trade(const std::string& code, const std::string& verifier) {
    web::Ask ask;
    ask.method = "POST";
    ask.url = provider_->token;
    ask.timeout = provider_patience;
    ask.answer_bytes_max = provider_bytes_max;
    ask.body = form_of({{"grant_type", "authorization_code"},
                        {"code", code},
                        {"redirect_uri", rules_.callback},
                        {"client_id", rules_.client_id},
                        {"code_verifier", verifier}});
    ask.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    const auto& secret = rules_.client_secret;
    if (!secret.empty() && provider_->secret_in_body) ask.body += '&' + form_of({{"client_secret", secret}});
    else if (!secret.empty())
        ask.headers.emplace_back(
            "Authorization",
            "Basic " + web::to_base64(percent_encoded(rules_.client_id) + ':' + percent_encoded(secret)));
    const auto answer = client_.send(ask);
    if (!answer) return std::unexpected(answer.error().sentence);
    if (answer->status != 200)
        return std::unexpected("the provider answered " + std::to_string(answer->status) + " to the code");
    json::Document document{provider_bytes_max};
    const auto body = document.parse(answer->body);
    const auto token = body ? body->find("id_token").as_string() : std::nullopt;
    if (!token) return std::unexpected("the provider gave no id_token");
    return std::string{*token};
}

Text Oidc::claims_of(std::string_view token) {
    auto claims = verified_claims(token, keys_);
    if (!claims && claims.error().key_unknown && steady_clock::now() - keys_at_ >= keys_pause) {
        if (auto done = fetch_keys(); !done) return std::unexpected(std::move(done.error()));
        claims = verified_claims(token, keys_);
    }
    if (!claims)
        return std::unexpected("the token of the provider does not count: " + claims.error().sentence);
    return std::move(*claims);
}

std::expected<LogInClaims, std::string> Oidc::come_back(const Back& back) {
    const auto pending = take(back);
    if (!pending) return std::unexpected("this log-in has ended, or was begun in another browser");
    if (!back.issuer.empty() && back.issuer != rules_.issuer)
        return std::unexpected("another provider answered");
    if (auto done = know_provider(); !done) return std::unexpected(std::move(done.error()));
    const auto token = trade(back.code, pending->verifier);
    if (!token) return std::unexpected(token.error());
    const auto text = claims_of(*token);
    if (!text) return std::unexpected(text.error());
    ExpectedClaims expected;
    expected.issuer = rules_.issuer;
    expected.client_id = rules_.client_id;
    expected.nonce = pending->nonce;
    expected.now = loop::SystemClock{}.now().micros / seconds(1).micros;
    expected.subject_claim = rules_.subject_claim;
    expected.groups_claim = rules_.groups_claim;
    auto claims = log_in_claims(*text, expected);
    if (!claims) return std::unexpected("the token of the provider does not count: " + claims.error());
    return std::move(*claims);
}

void get_oidc(Service& service, const http::ExchangePtr& exchange) {
    if (!service.oidc)
        return respond(exchange,
                       make_problem(404, "oidc_off", "This server has no log-in by OpenID Connect"));
    const bool taken = service.oidc->clerks().try_give(Oidc::waiting_max, [&service, exchange] {
        auto leaving = service.oidc->leave(network_of(exchange->request().peer));
        if (!leaving) {
            log(Level::error, "oidc", leaving.error());
            return respond(exchange, page_saying(502, {}, "The provider of log-ins cannot be reached now."));
        }
        http::Response response;
        response.status = 302;
        response.content_type.clear();
        response.headers = {{"Location", std::move(leaving->location)},
                            {"Set-Cookie", std::move(leaving->set_cookie)}};
        respond(exchange, std::move(response));
    });
    if (!taken) respond(exchange, busy("Too many people log in at once; try again in a moment"));
}

void get_oidc_callback(Service& service, const http::ExchangePtr& exchange) {
    if (!service.oidc)
        return respond(exchange,
                       make_problem(404, "oidc_off", "This server has no log-in by OpenID Connect"));
    const bool taken = service.oidc->clerks().try_give(Oidc::waiting_max, [&service, exchange] {
        const auto& request = exchange->request();
        const auto parameter = [&](std::string_view name) {
            return std::string{request.parameter(name).value_or("")};
        };
        const auto refuse = [&](std::string_view sentence) {
            auto page = page_saying(403, {}, sentence);
            page.headers.emplace_back("Set-Cookie", service.oidc->forget_cookie());
            respond(exchange, std::move(page));
        };
        if (parameter("code").empty()) return refuse("You were not logged in.");
        auto claims = service.oidc->come_back(
            {parameter("code"), parameter("state"), parameter("iss"), oidc_cookie_of(request)});
        if (!claims) {
            log(Level::warning, "oidc", claims.error());
            return refuse("You were not logged in: " + claims.error() + ".");
        }
        const auto state = service.door.mirror().state();
        access::Principal principal;
        principal.issuer = service.oidc->issuer();
        principal.groups = std::move(claims->groups);
        principal.user = access::find_identity(*state, {principal.issuer, claims->subject});
        if (principal.user.empty()) return refuse("You were not logged in: there is no user here for you.");
        const auto may = access::usable(*state, principal, service.door.now());
        if (!may.allowed) return refuse("You were not logged in: " + may.reason + ".");
        service.door.close_session(request);
        const auto opened = service.door.open_session(std::move(principal));
        if (!opened.caller.by_cookie) return refuse("You were not logged in; try again.");
        // A page and no redirect: the browser would leave the strict cookie out on the way from the provider.
        auto page =
            page_saying(200, R"(<meta http-equiv="refresh" content="0; url=/">)", "You are logged in.");
        page.headers.emplace_back("Set-Cookie", service.door.set_cookie(request, opened.cookie));
        page.headers.emplace_back("Set-Cookie", service.oidc->forget_cookie());
        respond(exchange, std::move(page));
    });
    if (!taken) respond(exchange, busy("Too many people log in at once; try again in a moment"));
}

} // namespace truefill::api
