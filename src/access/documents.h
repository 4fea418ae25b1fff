/// The documents of access. None of them holds a secret: password and key hashes lie in tables of their own
/// (access.h), so a user or a key can be shown as it stands.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace truefill::access {

/// What somebody does in the company; the table in permissions.h says what each may.
enum class Role : std::uint8_t {
    customer_service,
    warehouse,
    shift_lead,
    inventory_control,
    transport,
    credit,
    finance,
    buyer,
    quality,
    master_data,
    integrator,
    process_owner,
    operations_lead,
    auditor,
    administrator,
};
TF_DESCRIBE_ENUM(Role, customer_service, warehouse, shift_lead, inventory_control, transport, credit, finance,
                 buyer, quality, master_data, integrator, process_owner, operations_lead, auditor,
                 administrator)

/// Where the roles count. An empty list does not limit.
struct Scope {
    std::vector<std::string> sites;           ///< codes
    std::vector<std::string> customer_groups; ///< see GroupCustomers
    bool operator==(const Scope&) const = default;
};
TF_DESCRIBE(Scope, (sites, customer_groups))

/// How much somebody decides alone. Command empty: for every command that asks for a value and has no limit
/// of its own in this currency.
struct Limit {
    std::string command;
    Money up_to;
    bool operator==(const Limit&) const = default;
};
TF_DESCRIBE(Limit, (command, up_to))

/// Acts with the roles, the scope and the limits of another, both days included, in UTC.
struct Substitute {
    std::string user;
    Date from;
    Date to;
};
TF_DESCRIBE(Substitute, (user, from, to))

/// Who somebody is at an identity provider: the `iss` and `sub` of OpenID Connect. Not the e-mail address,
/// which providers let people change.
struct Identity {
    std::string issuer;
    std::string subject;
    explicit operator bool() const { return !issuer.empty(); }
    bool operator==(const Identity&) const = default;
};
TF_DESCRIBE(Identity, (issuer, subject))

/// A person. `email_ref` names the address in the table of personal data, which is not journaled.
struct User {
    std::string display_name;
    std::string email_ref;
    Identity identity;
    std::vector<Role> roles; ///< sorted
    Scope scope;
    std::vector<Limit> limits; ///< sorted by command and currency
    std::optional<Substitute> substitute;
    bool active{};
    Time created_at;
    Time changed_at; ///< roles, scope, password, activity: sessions that are older ask for a new log-in
};
TF_DESCRIBE(User, (display_name, email_ref, identity, roles, scope, limits, substitute, active, created_at,
                   changed_at))

/// How a program comes in. With the name of a user as principal it does no more than that user may; any other
/// principal is a service.
struct Key {
    std::string principal;
    std::string source;      ///< under this name its messages come
    std::vector<Role> roles; ///< sorted
    Scope scope;
    Time created_at;
    Time expires_at;
    Time revoked_at;         ///< none: not revoked
    std::string replaced_by; ///< prefix of its successor
};
TF_DESCRIBE(Key, (principal, source, roles, scope, created_at, expires_at, revoked_at, replaced_by))

/// What the edge compares a password with: an argon2id string, text to this module. `temporary`: somebody
/// else chose the password, so the user has to choose another at the next log-in.
struct Credential {
    std::string hash;
    bool temporary{};
    Time set_at;
};
TF_DESCRIBE(Credential, (hash, temporary, set_at))

/// What somebody does with a webhook. `replay` sends again, enables, and takes it over.
enum class WebhookAct : std::uint8_t { make, replay, rotate, remove };
TF_DESCRIBE_ENUM(WebhookAct, make, replay, rotate, remove)

/// The last erasure of a person, with the ids of the keys of all of them: none of these may be there any
/// more.
struct Erasure {
    std::vector<std::string> keys;
    std::string by;
    Time at;
    Position position{};
};
TF_DESCRIBE(Erasure, (keys, by, at, position))

} // namespace truefill::access
