#include "server/config.h"

#include "base/json.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <utility>

namespace truefill::server {
namespace {

constexpr std::int64_t day_seconds = 86'400;

constexpr auto table = std::to_array<Setting>({
    {"journal", &api::ServeOptions::journal, 0, 0,
     "The file that everything is kept in; made when it is missing."},
    {"http.address", &api::ServeOptions::address, 0, 0,
     "Where to listen. 127.0.0.1 is this machine only; anything else wants TLS."},
    {"http.port", &api::ServeOptions::port, 0, 65'535, "0 takes any free one."},
    {"http.certificate", &api::ServeOptions::certificate, 0, 0,
     "PEM file, the server's certificate first, then its issuers'; empty: no TLS."},
    {"http.key", &api::ServeOptions::key, 0, 0, "PEM file, the key of the certificate."},
    {"http.insecure", &api::ServeOptions::insecure, 0, 0,
     "true: others may reach it without TLS. Only behind a proxy that speaks TLS."},
    {"http.public_url", &api::ServeOptions::public_url, 0, 0,
     "Where browsers find this server, as https://orders.example.com; empty: where it listens."},
    {"http.trusted_proxies", &api::ServeOptions::trusted_proxies, 0, 0,
     "Networks of proxies whose X-Forwarded-For and X-Forwarded-Proto count, as 10.20.0.5; empty: none."},
    {"http.threads", &api::ServeOptions::http_threads, 1, 64, "Threads for connections."},
    {"http.clerks", &api::ServeOptions::clerks, 1, 64, "Threads that encode answers."},
    {"http.connections_max", &api::ServeOptions::connections_max, 1, 1'000'000,
     "More are answered with 503; each takes a file descriptor."},
    {"http.body_bytes_max", &api::ServeOptions::body_bytes_max, 1'024, std::int64_t{64} << 20,
     "Longer bodies are answered with 413."},
    {"http.idle_seconds", &api::ServeOptions::idle_seconds, 1, day_seconds,
     "A connection without a request ends."},
    {"http.grace_seconds", &api::ServeOptions::grace_seconds, 0, 3'600,
     "What requests under way get when the server stops."},
    {"engine.snapshot_every", &api::ServeOptions::snapshot_every, 1'000, 1'000'000'000,
     "Records between two snapshots; a start replays what came after the last one."},
    {"engine.archive_after_days", &api::ServeOptions::archive_after_days, 0, 36'500,
     "Finished orders leave memory after so many days; 0: they stay."},
    {"limits.per_second", &api::ServeOptions::limit_per_second, 0, 1'000'000,
     "Requests of one key or user that are granted for long; 0: no limit. Bulk counts as one."},
    {"limits.burst", &api::ServeOptions::limit_burst, 1, 10'000'000, "So many of them at once."},
    {"limits.address_per_second", &api::ServeOptions::limit_address_per_second, 0, 1'000'000,
     "Requests of one address without a good key; 0: no limit. A wrong key counts ten."},
    {"limits.address_burst", &api::ServeOptions::limit_address_burst, 10, 10'000'000,
     "So many of them at once."},
    {"backup.folder", &api::ServeOptions::backup_folder, 0, 0,
     "Where POST /v1/backups puts its files; empty: JOURNAL.backups, made when missing."},
    {"views.enabled", &api::ServeOptions::views_enabled, 0, 1,
     "1: SQL views are kept beside the journal; 0: none."},
    {"views.file", &api::ServeOptions::views_file, 0, 0,
     "The SQLite file of the views; empty: JOURNAL.views.db."},
    {"webhooks.allow", &api::ServeOptions::webhooks_allow, 0, 0,
     "Networks that webhooks may reach besides public ones, as 10.20.0.0/16; http only there."},
    {"notices.folder", &api::ServeOptions::notices_folder, 0, 0,
     "Receivers and templates of notices (docs/webhooks.md); empty: none are sent."},
    {"notices.from", &api::ServeOptions::notices_from, 0, 0, "The address that mails come from."},
    {"notices.from_name", &api::ServeOptions::notices_from_name, 0, 0, "The name beside it."},
    {"smtp.host", &api::ServeOptions::smtp_host, 0, 0, "The mail server; empty: no mail."},
    {"smtp.port", &api::ServeOptions::smtp_port, 1, 65'535, "587 with starttls, 465 with tls."},
    {"smtp.security", &api::ServeOptions::smtp_security, 0, 0,
     "starttls, tls or none; none only without a password."},
    {"smtp.user", &api::ServeOptions::smtp_user, 0, 0, "Empty: no log-in at the mail server."},
    {"smtp.password_file", &api::ServeOptions::smtp_password_file, 0, 0, "A file with the password alone."},
    {"oidc.issuer", &api::ServeOptions::oidc_issuer, 0, 0,
     "Whose log-ins count, as https://login.example.com; empty: no log-in by OpenID Connect."},
    {"oidc.client_id", &api::ServeOptions::oidc_client_id, 0, 0, "What the provider knows this server as."},
    {"oidc.client_secret_file", &api::ServeOptions::oidc_client_secret_file, 0, 0,
     "A file with the client's secret alone."},
    {"oidc.public_url", &api::ServeOptions::oidc_public_url, 0, 0,
     "Where browsers find this server; empty: http.public_url."},
    {"oidc.subject_claim", &api::ServeOptions::oidc_subject_claim, 0, 0,
     "The claim that is the subject of a user's identity; sub, or oid with some providers."},
    {"oidc.groups_claim", &api::ServeOptions::oidc_groups_claim, 0, 0,
     "The claim with the groups that access.map_role knows."},
    {"outbound.authorities", &api::ServeOptions::outbound_authorities, 0, 0,
     "PEM file, whom to trust besides the system's: webhooks, mail, the provider of log-ins."},
    {"log.level", &api::ServeOptions::log_level, 0, 0, "info, warning or error."},
});

std::expected<void, std::string> set(const Setting& setting, std::string value, api::ServeOptions& options) {
    if (setting.key == "log.level" && value != "info" && value != "warning" && value != "error")
        return std::unexpected(fmt::format("{} is info, warning or error", setting.key));
    options.*std::get<std::string api::ServeOptions::*>(setting.member) = std::move(value);
    return {};
}

std::expected<void, std::string> set(const Setting& setting, std::int64_t value, api::ServeOptions& options) {
    if (value < setting.least || value > setting.most)
        return std::unexpected(
            fmt::format("{} is a number from {} to {}", setting.key, setting.least, setting.most));
    options.*std::get<std::int64_t api::ServeOptions::*>(setting.member) = value;
    return {};
}

void set(const Setting& setting, bool value, api::ServeOptions& options) {
    options.*std::get<bool api::ServeOptions::*>(setting.member) = value;
}

bool is_number(const Setting& setting) { return setting.member.index() == 1; }
bool is_switch(const Setting& setting) { return setting.member.index() == 2; }

std::expected<void, std::string> take(const std::string& key, const toml::node& value,
                                      api::ServeOptions& options) {
    const auto found = std::ranges::find(table, std::string_view{key}, &Setting::key);
    if (found == table.end()) return std::unexpected(fmt::format("there is no setting {}", key));
    if (is_switch(*found)) {
        const auto on = value.value_exact<bool>();
        if (!on) return std::unexpected(fmt::format("{} is true or false", key));
        set(*found, *on, options);
        return {};
    }
    if (is_number(*found)) {
        if (const auto number = value.value_exact<std::int64_t>()) return set(*found, *number, options);
        return std::unexpected(fmt::format("{} is a whole number", key));
    }
    if (auto text = value.value_exact<std::string>()) return set(*found, std::move(*text), options);
    return std::unexpected(fmt::format("{} is a text in quotes", key));
}

std::expected<void, std::string> take_table(const std::string& prefix, const toml::table& from,
                                            api::ServeOptions& options) {
    for (const auto& [name, value] : from) {
        const auto key = prefix + std::string{name.str()};
        auto done = value.is_table() && prefix.empty() ? take_table(key + ".", *value.as_table(), options)
                                                       : take(key, value, options);
        if (done) continue;
        if (done.error().starts_with("line ")) return done;
        return std::unexpected(fmt::format("line {}: {}", value.source().begin.line, done.error()));
    }
    return {};
}

} // namespace

std::span<const Setting> settings() { return table; }

std::string variable_of(const Setting& setting) {
    std::string name = "TRUEFILL_";
    for (const char c : setting.key)
        name += c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
}

std::expected<void, std::string> read_config(std::string_view text, api::ServeOptions& options) {
    try {
        return take_table("", toml::parse(text), options);
    } catch (const toml::parse_error& wrong) {
        return std::unexpected(
            fmt::format("line {}: {}", wrong.source().begin.line, std::string{wrong.description()}));
    }
}

std::expected<void, std::string> load_config(const std::string& path, api::ServeOptions& options) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return std::unexpected(path + " cannot be read");
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    auto done = read_config(text, options);
    if (!done) return std::unexpected(path + " " + done.error());
    return {};
}

std::expected<void, std::string>
read_environment(const std::function<std::optional<std::string>(const std::string&)>& get,
                 api::ServeOptions& options) {
    for (const auto& setting : table) {
        const auto name = variable_of(setting);
        auto value = get(name);
        if (!value) continue;
        std::expected<void, std::string> done;
        if (is_switch(setting)) {
            if (*value != "true" && *value != "false") return std::unexpected(name + ": it is true or false");
            set(setting, *value == "true", options);
        } else if (is_number(setting)) {
            std::int64_t number = 0;
            const auto* end = value->data() + value->size();
            const auto [at, error] = std::from_chars(value->data(), end, number);
            if (error == std::errc{} && at == end) done = set(setting, number, options);
            else done = std::unexpected(std::string{"it is a whole number"});
        } else {
            done = set(setting, std::move(*value), options);
        }
        if (!done) return std::unexpected(name + ": " + done.error());
    }
    return {};
}

bool is_loopback(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

std::optional<std::string> unsafe(const api::ServeOptions& options) {
    if (options.certificate.empty() != options.key.empty())
        return "http.certificate and http.key belong together: name both files, or none.";
    if (!options.certificate.empty() || options.insecure || is_loopback(options.address)) return {};
    return fmt::format(
        "{} can be reached from other machines, and keys and passwords would travel there in the "
        "clear. Set http.certificate and http.key, or http.insecure = true when a proxy before it "
        "speaks TLS.",
        options.address);
}

std::string default_config(const std::string& journal) {
    api::ServeOptions defaults;
    defaults.journal = journal;
    std::string text = "# Truefill's server. Each setting may also stand in the environment, where it wins:\n"
                       "# http.port is TRUEFILL_HTTP_PORT. Options of the command line win over both.\n";
    std::string_view part;
    for (const auto& setting : table) {
        const auto dot = setting.key.find('.');
        const auto of = dot == std::string_view::npos ? std::string_view{} : setting.key.substr(0, dot);
        if (of != part) text += fmt::format("\n[{}]", of);
        part = of;
        const auto name = dot == std::string_view::npos ? setting.key : setting.key.substr(dot + 1);
        text += fmt::format("\n# {}\n{} = ", setting.what, name);
        if (is_switch(setting))
            text += defaults.*std::get<bool api::ServeOptions::*>(setting.member) ? "true" : "false";
        else if (is_number(setting))
            text += std::to_string(defaults.*std::get<std::int64_t api::ServeOptions::*>(setting.member));
        else json::encode(text, defaults.*std::get<std::string api::ServeOptions::*>(setting.member));
        text += '\n';
    }
    return text;
}

} // namespace truefill::server
