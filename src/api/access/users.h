/// Users, for administrators: GET and POST /v1/users, POST /v1/users/{user}/password. What else changes a
/// user is a command as any other: access.change_user, access.deactivate_user, access.reactivate_user,
/// access.set_limit, access.set_substitute. And GET /v1/roles: the table of who may do what.
///
/// A password comes as it is, over TLS or within the machine, is hashed here and is nowhere else. The one
/// that an administrator sets, or lets the server make, is temporary: its user chooses another one at the
/// next log-in and can do nothing else before.
#pragma once

#include "api/service.h"

#include <string>
#include <vector>

namespace truefill::api {

struct UserRow {
    static constexpr auto required = std::to_array<std::string_view>({"user", "display_name", "active"});
    std::string user, display_name;
    std::vector<access::Role> roles;
    access::Scope scope;
    std::vector<access::Limit> limits;
    std::optional<access::Substitute> substitute;
    access::Identity identity; ///< at an identity provider
    bool active{};
    bool has_password{};
    bool must_change_password{};
    Time created_at, changed_at;
};
TF_DESCRIBE(UserRow, (user, display_name, roles, scope, limits, substitute, identity, active, has_password,
                      must_change_password, created_at, changed_at))

struct UserList {
    static constexpr auto required = std::to_array<std::string_view>({"items", "total", "position"});
    std::vector<UserRow> items;
    std::uint64_t total{};
    Position position{};
};
TF_DESCRIBE(UserList, (items, total, position))

/// The body of POST /v1/users. Without a password the server makes a temporary one.
struct NewUser {
    static constexpr auto required = std::to_array<std::string_view>({"user", "display_name"});
    std::string user, display_name;
    std::vector<access::Role> roles;
    access::Scope scope;
    access::Identity identity; ///< logs in by an identity provider: no password is made
    std::string password;
};
TF_DESCRIBE(NewUser, (user, display_name, roles, scope, identity, password))

struct UserMade {
    static constexpr auto required = std::to_array<std::string_view>({"user", "position"});
    std::string user;
    std::string temporary_password; ///< shown this once, when the server made it
    Position position{};
};
TF_DESCRIBE(UserMade, (user, temporary_password, position))

/// The body of POST /v1/users/{user}/password. `current`: needed for one's own. Password empty, from an
/// administrator: the server makes a temporary one.
struct NewPassword {
    std::string password, current;
};
TF_DESCRIBE(NewPassword, (password, current))

/// A row of the table: a command, or a read area (its name has no dot).
struct RoleRow {
    static constexpr auto required = std::to_array<std::string_view>({"name", "way", "roles", "checks"});
    std::string name;
    access::Way way{};
    std::vector<access::Role> roles;
    std::vector<std::string> checks; ///< site, customer, value, if_named, other, himself
};
TF_DESCRIBE(RoleRow, (name, way, roles, checks))

struct RoleTable {
    static constexpr auto required = std::to_array<std::string_view>({"roles", "rows", "customer_groups"});
    std::vector<access::Role> roles;
    std::vector<RoleRow> rows;
    std::vector<std::string> customer_groups; ///< that a scope can name
};
TF_DESCRIBE(RoleTable, (roles, rows, customer_groups))

void get_users(Service& service, const http::ExchangePtr& exchange);
void post_user(Service& service, const http::ExchangePtr& exchange);
void post_user_password(Service& service, const http::ExchangePtr& exchange);
void get_roles(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
