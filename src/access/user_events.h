/// What happened to users. `by` is who did it; empty when the program did.
#pragma once

#include "access/documents.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::access {

struct UserCreated {
    static constexpr std::string_view name = "access.user_created";
    static constexpr int version = 1;
    std::string user;
    std::string display_name, email_ref;
    Identity identity;
    std::vector<Role> roles;
    Scope scope;
    std::string by;
    Time at;
};
TF_DESCRIBE(UserCreated, (user, display_name, email_ref, identity, roles, scope, by, at))

/// All as it is now; `given` and `taken` are the roles that changed.
struct UserChanged {
    static constexpr std::string_view name = "access.user_changed";
    static constexpr int version = 1;
    std::string user;
    std::string display_name, email_ref;
    Identity identity;
    std::vector<Role> roles, given, taken;
    Scope scope;
    std::string by;
    Time at;
};
TF_DESCRIBE(UserChanged, (user, display_name, email_ref, identity, roles, given, taken, scope, by, at))

struct UserDeactivated {
    static constexpr std::string_view name = "access.user_deactivated";
    static constexpr int version = 1;
    std::string user, reason;
    std::string by;
    Time at;
};
TF_DESCRIBE(UserDeactivated, (user, reason, by, at))

struct UserReactivated {
    static constexpr std::string_view name = "access.user_reactivated";
    static constexpr int version = 1;
    std::string user, reason;
    std::string by;
    Time at;
};
TF_DESCRIBE(UserReactivated, (user, reason, by, at))

struct CredentialSet {
    static constexpr std::string_view name = "access.credential_set";
    static constexpr int version = 1;
    std::string user, credential;
    bool temporary{};
    std::string by;
    Time at;
};
TF_DESCRIBE(CredentialSet, (user, credential, temporary, by, at))

struct LimitSet {
    static constexpr std::string_view name = "access.limit_set";
    static constexpr int version = 1;
    std::string user;
    Limit limit;
    bool removed{};
    std::string by;
    Time at;
};
TF_DESCRIBE(LimitSet, (user, limit, removed, by, at))

/// None: nobody stands in any more.
struct SubstituteSet {
    static constexpr std::string_view name = "access.substitute_set";
    static constexpr int version = 1;
    std::string user;
    std::optional<Substitute> substitute;
    std::string by;
    Time at;
};
TF_DESCRIBE(SubstituteSet, (user, substitute, by, at))

} // namespace truefill::access
