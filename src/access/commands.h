/// Commands about keys, groups and the first administrator; with those about users, all of access.
#pragma once

#include "access/user_commands.h"
#include "base/one_of.h"
#include "base/sha256.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::access {

/// `secret` is the SHA-256 of the secret that the edge made; `prefix` its public name.
struct CreateKey {
    static constexpr std::string_view name = "access.create_key";
    static constexpr bool fact = false;
    static constexpr auto required =
        std::to_array<std::string_view>({"prefix", "secret", "principal", "source", "roles", "expires_at"});
    std::string prefix;
    Digest secret;
    std::string principal, source;
    std::vector<Role> roles;
    Scope scope;
    Time expires_at;
};
TF_DESCRIBE(CreateKey, (prefix, secret, principal, source, roles, scope, expires_at))

/// A successor with the same principal, source, roles and scope. The old key works until `old_until`, so that
/// a partner can change over without a gap.
struct RotateKey {
    static constexpr std::string_view name = "access.rotate_key";
    static constexpr bool fact = false;
    static constexpr auto required =
        std::to_array<std::string_view>({"prefix", "new_prefix", "secret", "old_until", "expires_at"});
    std::string prefix, new_prefix;
    Digest secret;
    Time old_until, expires_at;
};
TF_DESCRIBE(RotateKey, (prefix, new_prefix, secret, old_until, expires_at))

/// Works no more from now on.
struct RevokeKey {
    static constexpr std::string_view name = "access.revoke_key";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"prefix"});
    std::string prefix, reason;
};
TF_DESCRIBE(RevokeKey, (prefix, reason))

/// Whoever the identity provider says is in the group has the roles, besides his own. No roles: the group
/// means nothing any more.
struct MapRole {
    static constexpr std::string_view name = "access.map_role";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"issuer", "group"});
    std::string issuer, group;
    std::vector<Role> roles;
};
TF_DESCRIBE(MapRole, (issuer, group, roles))

/// The customers are of this group from now on; a customer is of one group at most. Group empty: of none.
struct GroupCustomers {
    static constexpr std::string_view name = "access.group_customers";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"customers"});
    std::string group;
    std::vector<std::string> customers; ///< codes
};
TF_DESCRIBE(GroupCustomers, (group, customers))

/// The server at its first start: whoever has the link makes the first administrator. `token` is the SHA-256
/// of what the link holds. A second link replaces the first. `recovery`: somebody at the machine itself says
/// that no administrator can log in any more; then there may be administrators already.
struct IssueFirstRun {
    static constexpr std::string_view name = "access.issue_first_run";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"token", "expires_at"});
    Digest token;
    Time expires_at;
    bool recovery{};
};
TF_DESCRIBE(IssueFirstRun, (token, expires_at, recovery))

struct AcceptFirstRun {
    static constexpr std::string_view name = "access.accept_first_run";
    static constexpr bool fact = false;
    static constexpr auto required =
        std::to_array<std::string_view>({"token", "user", "display_name", "credential"});
    Digest token;
    std::string user, display_name, email_ref, credential;
};
TF_DESCRIBE(AcceptFirstRun, (token, user, display_name, email_ref, credential))

/// What is known of a person becomes unreadable: the keys under which it is sealed are destroyed when this is
/// durable. The person reads `customer:CODE` or `user:NAME`; `keys`, their ids, are filled in by the edge.
struct ErasePerson {
    static constexpr std::string_view name = "access.erase_person";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"person", "reason"});
    std::string person, reason;
    std::vector<std::string> keys;
};
TF_DESCRIBE(ErasePerson, (person, reason, keys))

/// Somebody makes, changes or ends a webhook, which sends what happens to another system. The webhook itself
/// lies beside the journal, since its secret does; this says who did it and when, and comes first. `host` is
/// where it sends to: an address may have a secret in its path.
struct NoteWebhook {
    static constexpr std::string_view name = "access.note_webhook";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"webhook", "act"});
    std::string webhook;
    WebhookAct act{};
    std::string host;
};
TF_DESCRIBE(NoteWebhook, (webhook, act, host))

using Command = OneOf<CreateUser, ChangeUser, DeactivateUser, ReactivateUser, SetCredential, SetLimit,
                      SetSubstitute, CreateKey, RotateKey, RevokeKey, MapRole, GroupCustomers, IssueFirstRun,
                      AcceptFirstRun, ErasePerson, NoteWebhook>;

} // namespace truefill::access
