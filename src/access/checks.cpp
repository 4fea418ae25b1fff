// What names, texts, roles, scopes and times have to look like.
#include "access/verbs.h"
#include "base/sealed.h"
#include "base/text.h"

#include <algorithm>

namespace truefill::access {
namespace {

constexpr std::size_t scope_max = 1000;

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool has_control(std::string_view text) {
    return std::ranges::any_of(text,
                               [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool knows_group(const State& state, std::string_view group) {
    return std::ranges::any_of(state.group_of, [&](const auto& entry) { return entry.second == group; });
}

} // namespace

Refused check_name(std::string_view name, std::string_view what) {
    const bool canonical = name.size() >= 2 && name.size() <= 64 && is_lower_or_digit(name.front()) &&
                           is_lower_or_digit(name.back()) && std::ranges::all_of(name, [](char c) {
                               return is_lower_or_digit(c) || c == '.' || c == '-' || c == '_';
                           });
    if (!canonical)
        return no("name_not_canonical", std::string{what} +
                                            " has 2 to 64 characters: a to z, 0 to 9, and between them also "
                                            "dot, hyphen and underscore");
    if (name == "truefill" || name == "console" || name == "system" || name == "operator" ||
        name == "notices")
        return no("name_reserved",
                  std::string{what} + " cannot be '" + std::string{name} + "', which is the program's own");
    return {};
}

Refused check_free(const State& state, std::string_view user) {
    if (state.users.contains(user))
        return no("user_exists", "there is a user '" + std::string{user} + "' already");
    for (const auto& [prefix, key] : state.keys)
        if (key.principal == user)
            return no("name_taken",
                      "'" + std::string{user} + "' is the name of the service with the key " + prefix);
    return {};
}

Refused check_prefix(std::string_view prefix) {
    if (prefix.size() < 8 || prefix.size() > 16 || !std::ranges::all_of(prefix, is_lower_or_digit))
        return no("name_not_canonical", "the prefix of a key has 8 to 16 characters: a to z and 0 to 9");
    return {};
}

Refused check_text(std::string_view text, std::string_view what, std::size_t max) {
    if (clear_size(text) > max || has_control(text) || trim(text) != text)
        return no("text_not_clean", std::string{what} + " has at most " + std::to_string(max) +
                                        " characters, no control characters and no blanks at its ends");
    return {};
}

Refused check_display_name(std::string_view text) {
    if (text.empty()) return no("display_name_missing", "say what people call the user");
    return check_text(text, "the display name", 100);
}

Refused check_email_ref(std::string_view text) {
    if (text.empty()) return {};
    if (is_sealed(text) && clear_size(text) <= 100) return {};
    if (text.contains('@') || !is_printable_identifier(text, 100))
        return no("email_not_reference",
                  "the e-mail address is personal data and kept apart; give the reference to it");
    return {};
}

std::optional<Refusal> check_person(std::string_view display_name, std::string_view email_ref) {
    return first_of([&] { return check_display_name(display_name); },
                    [&] { return check_email_ref(email_ref); });
}

Refused check_identity(const State& state, const Identity& identity, std::string_view user) {
    if (identity.issuer.empty() && identity.subject.empty()) return {};
    if (!identity.issuer.starts_with("https://") || !is_printable_identifier(identity.issuer, 200) ||
        !is_printable_identifier(identity.subject, 200))
        return no("identity_not_canonical",
                  "an identity is the issuer's https address and the subject there");
    const auto taken = find_identity(state, identity);
    if (!taken.empty() && taken != user)
        return no("identity_taken", "this identity belongs to " + std::string{taken});
    return {};
}

Refused check_credential(std::string_view text) {
    if (!text.starts_with("$argon2id$") || !is_printable_identifier(text, 256))
        return no("credential_not_hashed", "a password is set as an argon2id string, never as it is");
    return {};
}

Refused check_roles(const std::vector<Role>& roles) {
    if (!std::ranges::all_of(roles, is_enumerator<Role>))
        return no("role_unknown", "one of the roles is none that the system has");
    return {};
}

Refused check_scope(const Facts& facts, const State& state, const Scope& scope) {
    if (scope.sites.size() > scope_max || scope.customer_groups.size() > scope_max)
        return no("scope_too_long", "a scope names at most 1000 sites and 1000 customer groups");
    for (const auto& site : scope.sites)
        if (!facts.master.find_site(site)) return no("site_unknown", "the site '" + site + "' is not known");
    for (const auto& group : scope.customer_groups)
        if (!knows_group(state, group))
            return no("group_unknown",
                      "no customer is of the group '" + group + "'; access.group_customers makes one");
    return {};
}

Refused check_expiry(std::string_view what, Time expires_at, std::pair<Time, Duration> now_and_life) {
    const auto [now, life] = now_and_life;
    if (!expires_at || expires_at <= now)
        return no("expiry_past", std::string{what} + " must end after now, " + say(now));
    if (expires_at > now + life)
        return no("expiry_too_late",
                  std::string{what} + " must end by " + say(now + life) + "; renew it then");
    return {};
}

bool has(const std::vector<Role>& roles, Role role) { return std::ranges::find(roles, role) != roles.end(); }

bool is_administrator(const State& state, std::string_view user) {
    const auto* found = find_user(state, user);
    return found != nullptr && found->active && has(found->roles, Role::administrator);
}

bool remains_administrator(const State& state, std::string_view user, const User* instead) {
    const auto counts = [&](const std::string& name, const User& one) {
        return one.active && has(one.roles, Role::administrator) &&
               (one.identity || state.credentials.contains(name));
    };
    return std::ranges::any_of(state.users, [&](const auto& entry) {
        if (entry.first != user) return counts(entry.first, entry.second);
        return instead != nullptr && counts(entry.first, *instead);
    });
}

Refused needs_administrator(const State& state, const Envelope& envelope, std::string_view what) {
    if (is_administrator(state, envelope.actor)) return {};
    return no("only_administrators", "only an administrator in person " + std::string{what});
}

void settle(std::vector<Role>& roles) {
    std::ranges::sort(roles);
    const auto again = std::ranges::unique(roles);
    roles.erase(again.begin(), again.end());
}

void settle(std::vector<std::string>& codes) {
    std::ranges::sort(codes);
    const auto again = std::ranges::unique(codes);
    codes.erase(again.begin(), again.end());
}

void settle(Scope& scope) {
    settle(scope.sites);
    settle(scope.customer_groups);
}

} // namespace truefill::access
