/// Commands about users. Who sends them is the actor of the envelope.
#pragma once

#include "access/documents.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::access {

struct CreateUser {
    static constexpr std::string_view name = "access.create_user";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"user", "display_name"});
    std::string user; ///< for ever: names are not given twice
    std::string display_name, email_ref;
    Identity identity;
    std::vector<Role> roles;
    Scope scope;
};
TF_DESCRIBE(CreateUser, (user, display_name, email_ref, identity, roles, scope))

/// What is not given stays. Roles and scope are given whole.
struct ChangeUser {
    static constexpr std::string_view name = "access.change_user";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"user"});
    std::string user;
    std::optional<std::string> display_name, email_ref;
    std::optional<Identity> identity;
    std::optional<std::vector<Role>> roles;
    std::optional<Scope> scope;
};
TF_DESCRIBE(ChangeUser, (user, display_name, email_ref, identity, roles, scope))

/// Nothing of the user works any more: log-in, keys, standing in. The document stays.
struct DeactivateUser {
    static constexpr std::string_view name = "access.deactivate_user";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"user"});
    std::string user, reason;
};
TF_DESCRIBE(DeactivateUser, (user, reason))

struct ReactivateUser {
    static constexpr std::string_view name = "access.reactivate_user";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"user"});
    std::string user, reason;
};
TF_DESCRIBE(ReactivateUser, (user, reason))

/// Sent by the edge with the argon2id string that it made of a password; never with the password.
struct SetCredential {
    static constexpr std::string_view name = "access.set_credential";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"user", "credential"});
    std::string user, credential;
};
TF_DESCRIBE(SetCredential, (user, credential))

/// Command empty: for all that have no limit of their own. `remove`: the limit of this command and currency
/// goes; the amount does not matter.
struct SetLimit {
    static constexpr std::string_view name = "access.set_limit";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"user", "up_to"});
    std::string user, command;
    Money up_to;
    bool remove{};
};
TF_DESCRIBE(SetLimit, (user, command, up_to, remove))

/// Substitute empty: nobody stands in any more.
struct SetSubstitute {
    static constexpr std::string_view name = "access.set_substitute";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"user"});
    std::string user, substitute;
    Date from, to;
};
TF_DESCRIBE(SetSubstitute, (user, substitute, from, to))

} // namespace truefill::access
