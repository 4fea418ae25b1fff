/// Keys of programs: GET and POST /v1/keys, POST /v1/keys/{prefix}/rotate, DELETE /v1/keys/{prefix}. A key is
/// shown once, in the answer that made it; what is kept is the SHA-256 of its secret. A second request with
/// the same Idempotency-Key makes no other key and cannot show the first one again.
#pragma once

#include "api/service.h"

#include <string>
#include <vector>

namespace truefill::api {

enum class KeyStatus : std::uint8_t { active, replaced, expired, revoked };
TF_DESCRIBE_ENUM(KeyStatus, active, replaced, expired, revoked)

struct KeyRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"prefix", "principal", "source", "status", "expires_at"});
    std::string prefix, principal, source;
    std::vector<access::Role> roles;
    access::Scope scope;
    KeyStatus status{}; ///< replaced: it still works until it expires
    Time created_at, expires_at, revoked_at;
    std::string replaced_by;
};
TF_DESCRIBE(KeyRow, (prefix, principal, source, roles, scope, status, created_at, expires_at, revoked_at,
                     replaced_by))

struct KeyList {
    static constexpr auto required = std::to_array<std::string_view>({"items", "total", "position"});
    std::vector<KeyRow> items;
    std::uint64_t total{};
    Position position{};
};
TF_DESCRIBE(KeyList, (items, total, position))

/// The body of POST /v1/keys.
struct NewKey {
    static constexpr auto required = std::to_array<std::string_view>({"principal", "source", "roles"});
    std::string principal, source;
    std::vector<access::Role> roles;
    access::Scope scope;
    std::int64_t expires_in_days = 365; ///< 1..400
};
TF_DESCRIBE(NewKey, (principal, source, roles, scope, expires_in_days))

/// The body of POST /v1/keys/{prefix}/rotate: both keys work for so long.
struct Rotation {
    std::int64_t overlap_days = 7;      ///< 0..30; 0: the old one for a minute
    std::int64_t expires_in_days = 365; ///< of the new one
};
TF_DESCRIBE(Rotation, (overlap_days, expires_in_days))

struct KeyMade {
    static constexpr auto required = std::to_array<std::string_view>({"prefix", "key", "position"});
    std::string prefix;
    std::string key; ///< shown this once
    Time expires_at;
    Position position{};
};
TF_DESCRIBE(KeyMade, (prefix, key, expires_at, position))

void get_keys(Service& service, const http::ExchangePtr& exchange);
void post_key(Service& service, const http::ExchangePtr& exchange);
void post_rotate_key(Service& service, const http::ExchangePtr& exchange);
void delete_key(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
