/// What happened to keys, groups and the first-run link; with user_events.h, all of access.
#pragma once

#include "access/user_events.h"
#include "base/one_of.h"
#include "base/sha256.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::access {

struct KeyCreated {
    static constexpr std::string_view name = "access.key_created";
    static constexpr int version = 1;
    std::string prefix;
    Digest secret; ///< SHA-256 of it
    std::string principal, source;
    std::vector<Role> roles;
    Scope scope;
    Time expires_at;
    std::string by;
    Time at;
};
TF_DESCRIBE(KeyCreated, (prefix, secret, principal, source, roles, scope, expires_at, by, at))

struct KeyRotated {
    static constexpr std::string_view name = "access.key_rotated";
    static constexpr int version = 1;
    std::string prefix, new_prefix;
    Digest secret; ///< of the new one
    std::string principal;
    Time old_until, expires_at;
    std::string by;
    Time at;
};
TF_DESCRIBE(KeyRotated, (prefix, new_prefix, secret, principal, old_until, expires_at, by, at))

struct KeyRevoked {
    static constexpr std::string_view name = "access.key_revoked";
    static constexpr int version = 1;
    std::string prefix, principal, reason;
    std::string by;
    Time at;
};
TF_DESCRIBE(KeyRevoked, (prefix, principal, reason, by, at))

struct RoleMapped {
    static constexpr std::string_view name = "access.role_mapped";
    static constexpr int version = 1;
    std::string issuer, group;
    std::vector<Role> roles;
    std::string by;
    Time at;
};
TF_DESCRIBE(RoleMapped, (issuer, group, roles, by, at))

struct CustomersGrouped {
    static constexpr std::string_view name = "access.customers_grouped";
    static constexpr int version = 1;
    std::string group;
    std::vector<std::string> customers; ///< the distributor's codes, sorted
    std::string by;
    Time at;
};
TF_DESCRIBE(CustomersGrouped, (group, customers, by, at))

struct FirstRunIssued {
    static constexpr std::string_view name = "access.first_run_issued";
    static constexpr int version = 1;
    Digest token; ///< SHA-256 of it
    Time expires_at;
    bool recovery{};
    Time at;
};
TF_DESCRIBE(FirstRunIssued, (token, expires_at, recovery, at))

/// The administrator is there, and the link is spent.
struct FirstRunAccepted {
    static constexpr std::string_view name = "access.first_run_accepted";
    static constexpr int version = 1;
    std::string user, display_name, email_ref, credential;
    Time at;
};
TF_DESCRIBE(FirstRunAccepted, (user, display_name, email_ref, credential, at))

/// Nothing that was sealed under the keys can be read any more; the edge destroys them after this is durable.
struct PersonErased {
    static constexpr std::string_view name = "access.person_erased";
    static constexpr int version = 1;
    std::string person, reason;
    std::vector<std::string> keys; ///< ids
    std::string by;
    Time at;
    Position position{}; ///< of its record: what was taken in after it is readable again
};
TF_DESCRIBE(PersonErased, (person, reason, keys, by, at, position))

/// It is about to take effect: the file of the webhooks is written when this is durable.
struct WebhookNoted {
    static constexpr std::string_view name = "access.webhook_noted";
    static constexpr int version = 1;
    std::string webhook;
    WebhookAct act{};
    std::string host, by;
    Time at;
};
TF_DESCRIBE(WebhookNoted, (webhook, act, host, by, at))

using Event = OneOf<UserCreated, UserChanged, UserDeactivated, UserReactivated, CredentialSet, LimitSet,
                    SubstituteSet, KeyCreated, KeyRotated, KeyRevoked, RoleMapped, CustomersGrouped,
                    FirstRunIssued, FirstRunAccepted, PersonErased, WebhookNoted>;

} // namespace truefill::access
