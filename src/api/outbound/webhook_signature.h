/// Signatures by Standard Webhooks (standardwebhooks.com, version 1.0, symmetric): the receiver takes the
/// headers webhook-id and webhook-timestamp and the body as it came, computes
///
///     base64(HMAC-SHA256(secret, id + "." + timestamp + "." + body))
///
/// and finds it, behind "v1,", among the parts of webhook-signature. The secret is shown as "whsec_" and the
/// base64 of its bytes. A timestamp that is minutes away from now is refused by the receiver: a replay.
#pragma once

#include "base/time.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::api {

/// "whsec_" and 32 random bytes.
std::string make_webhook_secret();

/// The bytes of a secret: 24 to 64 of them.
std::expected<std::string, std::string> webhook_secret_bytes(std::string_view secret);

/// What is signed. The id has no dot in it.
struct Signed {
    std::string_view id;
    std::int64_t timestamp{}; ///< seconds since 1970
    std::string_view body;
};
/// "v1,..." for a secret as it is shown.
std::string webhook_signature(std::string_view secret, const Signed& what);

/// How long to wait after so many failed attempts: the schedule of Standard Webhooks (5 s, 5 min, 30 min, 2,
/// 5, 10, 14, 20 and 24 h), and up to a fifth more, so that many endpoints do not come back at once. Nothing
/// when it was tried often enough. `random` is any number.
std::optional<Duration> webhook_retry_wait(std::int64_t failed_attempts, std::uint64_t random);
inline constexpr std::int64_t webhook_attempts_max = 10;

/// Whether an event's type fits one of the patterns: "*", "shipping.*", "shipping.goods_issued".
bool fits_webhook_type(std::string_view pattern, std::string_view type);
bool is_webhook_type_pattern(std::string_view pattern);

} // namespace truefill::api
