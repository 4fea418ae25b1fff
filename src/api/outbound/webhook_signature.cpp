#include "api/outbound/webhook_signature.h"

#include "base/assert.h"
#include "connectors/web/base64.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>

namespace truefill::api {
namespace {

namespace web = connectors::web;

constexpr std::string_view secret_prefix = "whsec_";
constexpr std::size_t secret_least = 24, secret_most = 64, secret_made = 32;

constexpr std::array retry_waits{seconds(5), minutes(5), minutes(30), hours(2), hours(5),
                                 hours(10),  hours(14),  hours(20),   hours(24)};
static_assert(retry_waits.size() + 1 == webhook_attempts_max);

} // namespace

std::string make_webhook_secret() {
    std::array<unsigned char, secret_made> bytes{};
    TF_ASSERT(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
    return std::string{secret_prefix} +
           web::to_base64({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::expected<std::string, std::string> webhook_secret_bytes(std::string_view secret) {
    if (!secret.starts_with(secret_prefix)) return std::unexpected("a secret begins with whsec_");
    auto bytes = web::from_base64(secret.substr(secret_prefix.size()));
    if (!bytes) return std::unexpected("a secret is whsec_ and base64");
    if (bytes->size() < secret_least || bytes->size() > secret_most)
        return std::unexpected("a secret has 24 to 64 bytes");
    return std::move(*bytes);
}

std::string webhook_signature(std::string_view secret, const Signed& what) {
    const auto key = webhook_secret_bytes(secret);
    TF_ASSERT(key.has_value(), "a secret is checked before it is kept");
    TF_ASSERT(what.id.find('.') == std::string_view::npos);
    auto text = std::string{what.id} + '.' + std::to_string(what.timestamp) + '.';
    text += what.body;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    const auto* done =
        HMAC(EVP_sha256(), key->data(), static_cast<int>(key->size()),
             reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &size);
    TF_ASSERT(done != nullptr);
    return "v1," + web::to_base64({reinterpret_cast<const char*>(digest.data()), size});
}

std::optional<Duration> webhook_retry_wait(std::int64_t failed_attempts, std::uint64_t random) {
    TF_ASSERT(failed_attempts > 0);
    if (failed_attempts >= webhook_attempts_max) return std::nullopt;
    const auto wait = retry_waits[static_cast<std::size_t>(failed_attempts - 1)];
    const auto fifth = static_cast<std::uint64_t>(wait.micros / 5);
    return wait + Duration{static_cast<std::int64_t>(random % (fifth + 1))};
}

bool fits_webhook_type(std::string_view pattern, std::string_view type) {
    if (!pattern.ends_with('*')) return pattern == type;
    pattern.remove_suffix(1);
    return type.starts_with(pattern);
}

bool is_webhook_type_pattern(std::string_view pattern) {
    constexpr std::size_t longest = 80;
    if (pattern == "*") return true;
    if (pattern.ends_with(".*")) pattern.remove_suffix(2);
    return !pattern.empty() && pattern.size() <= longest && !pattern.starts_with('.') &&
           !pattern.ends_with('.') && std::ranges::all_of(pattern, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
           });
}

} // namespace truefill::api
