// Keys: made, followed by another, revoked.
#include "access/verbs.h"

#include <algorithm>

namespace truefill::access {
namespace {

Refused check_secret(const State& state, std::string_view prefix, const Digest& secret) {
    if (auto why = check_prefix(prefix)) return why;
    if (state.keys.contains(prefix))
        return no("prefix_taken", "there is or was a key '" + std::string{prefix} + "'; take another prefix");
    if (!secret) return no("secret_missing", "a key needs the SHA-256 of its secret");
    if (std::ranges::any_of(state.secrets, [&](const auto& entry) { return entry.second == secret; }))
        return no("secret_reused", "another key has this secret; make a new one");
    return {};
}

/// A person's key does not reach further than the person.
Refused check_principal(const State& state, const CreateKey& command) {
    if (auto why = check_name(command.principal, "the principal's name")) return why;
    const auto* user = find_user(state, command.principal);
    if (user == nullptr) return {};
    if (!user->active) return no("user_inactive", command.principal + " is not active");
    for (const auto role : command.roles)
        if (!has(user->roles, role))
            return no("role_not_owned",
                      command.principal + " has not the role " + std::string{name_of(role)} + " himself");
    return {};
}

/// Message ids are unique within a source, so a source has one owner.
Refused check_source(const State& state, const CreateKey& command) {
    if (auto why = check_name(command.source, "the source")) return why;
    for (const auto& [prefix, key] : state.keys)
        if (key.source == command.source && key.principal != command.principal)
            return no("source_taken", "messages under '" + command.source + "' come from " + key.principal);
    return {};
}

std::expected<const Key*, Refusal> find_usable(const State& state, const std::string& prefix, Time now) {
    const auto* key = find_key(state, prefix);
    if (key == nullptr) return journal::refuse("key_unknown", "there is no key '" + prefix + "'");
    if (key->revoked_at) return journal::refuse("already_revoked", "the key " + prefix + " is revoked");
    if (key->expires_at <= now)
        return journal::refuse("key_expired", "the key " + prefix + " expired on " + say(key->expires_at) +
                                                  "; make a new one");
    return key;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const CreateKey& given,
                    const Envelope& envelope) {
    auto command = given;
    const std::pair now_and_life{envelope.record_time, key_life_max};
    auto why = first_of(
        [&] { return check_secret(state, command.prefix, command.secret); },
        [&] { return check_roles(command.roles); },
        [&] { return command.roles.empty() ? no("role_missing", "a key needs a role") : Refused{}; },
        [&] { return check_principal(state, command); }, [&] { return check_source(state, command); },
        [&] { return check_scope(facts, state, command.scope); },
        [&] { return check_expiry("a key", command.expires_at, now_and_life); });
    if (why) return std::unexpected(std::move(*why));
    if (has(command.roles, Role::administrator))
        if ((why = needs_administrator(state, envelope, "makes a key for administrators")))
            return std::unexpected(std::move(*why));
    settle(command.roles);
    settle(command.scope);
    return one(KeyCreated{std::move(command.prefix), command.secret, std::move(command.principal),
                          std::move(command.source), std::move(command.roles), std::move(command.scope),
                          command.expires_at, envelope.actor, envelope.record_time});
}

Decision decide_one(const Facts&, const State& state, const RotateKey& command, const Envelope& envelope) {
    const auto now = envelope.record_time;
    const auto found = find_usable(state, command.prefix, now);
    if (!found) return std::unexpected(found.error());
    const auto& key = **found;
    if (!key.replaced_by.empty())
        return journal::refuse("already_rotated", "the key " + command.prefix + " is followed by " +
                                                      key.replaced_by + "; rotate that one");
    auto why = first_of([&] { return check_secret(state, command.new_prefix, command.secret); },
                        [&] { return check_expiry("a key", command.expires_at, {now, key_life_max}); },
                        [&] { return check_expiry("the overlap", command.old_until, {now, overlap_max}); });
    if (why) return std::unexpected(std::move(*why));
    if (has(key.roles, Role::administrator))
        if ((why = needs_administrator(state, envelope, "rotates a key for administrators")))
            return std::unexpected(std::move(*why));
    KeyRotated event;
    event.prefix = command.prefix;
    event.new_prefix = command.new_prefix;
    event.secret = command.secret;
    event.principal = key.principal;
    event.old_until = std::min(command.old_until, key.expires_at);
    event.expires_at = command.expires_at;
    event.by = envelope.actor;
    event.at = now;
    return one(std::move(event));
}

Decision decide_one(const Facts&, const State& state, const RevokeKey& command, const Envelope& envelope) {
    const auto* key = find_key(state, command.prefix);
    if (key == nullptr) return journal::refuse("key_unknown", "there is no key '" + command.prefix + "'");
    if (key->revoked_at)
        return journal::refuse("already_revoked", "the key " + command.prefix + " is revoked");
    if (auto why = check_text(command.reason, "the reason", 200)) return std::unexpected(std::move(*why));
    return one(
        KeyRevoked{command.prefix, key->principal, command.reason, envelope.actor, envelope.record_time});
}

} // namespace truefill::access
