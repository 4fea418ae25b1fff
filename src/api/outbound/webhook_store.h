/// Where webhooks are kept: JOURNAL.webhooks.db, a small SQLite file beside the journal that nobody else may
/// read (mode 0600), since the secrets are in it. What was delivered is written before it counts
/// (synchronous=FULL), so a restart sends at most the last moment's events again, under the same ids.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <vector>

namespace truefill::api {

/// Who answers for a webhook: a user, a key by its prefix, or the operator (webhook_rights.h).
struct WebhookOwner {
    std::string user, key;
    bool is_operator{};
};
TF_DESCRIBE(WebhookOwner, (user, key, is_operator))

/// What somebody wants to be told, and where.
struct Subscription {
    std::string name, url;
    std::vector<std::string> types; ///< patterns (webhook_signature.h)
    std::string secret;
    std::string old_secret; ///< signs beside the new one until `old_until`
    Time old_until;
    Time created_at;
    std::string created_by;
    WebhookOwner owner; ///< empty: kept by an older Truefill
};
TF_DESCRIBE(Subscription, (name, url, types, secret, old_secret, old_until, created_at, created_by, owner))

/// How far a subscription is.
struct Delivered {
    Position position{};        ///< everything up to here was delivered, or was not wanted
    std::uint64_t ordinal{};    ///< and of the next record the events up to this one
    std::uint64_t count{};      ///< events that were taken, in all
    std::int64_t attempts{};    ///< failed ones of the event that is next
    Time next_at;               ///< not before
    Time last_at;               ///< of the last attempt
    std::int64_t last_status{}; ///< of HTTP; 0: no answer
    std::string last_error;
    Time disabled_at; ///< nothing is sent until somebody asks for a replay
};
TF_DESCRIBE(Delivered,
            (position, ordinal, count, attempts, next_at, last_at, last_status, last_error, disabled_at))

/// How long the next attempt has to wait after a restart, by the time of day: no longer than it was to wait
/// after the last one, for the clock may have been set back meanwhile.
Duration webhook_wait_left(const Delivered& delivered, Time now);

struct Webhook {
    Subscription subscription;
    Delivered delivered;
};

/// For any thread. The sentences say what is wrong with the file.
class WebhookStore {
public:
    static std::expected<WebhookStore, std::string> open(const std::string& file);
    ~WebhookStore();
    WebhookStore(WebhookStore&&) noexcept;
    WebhookStore& operator=(WebhookStore&&) noexcept;

    std::expected<std::vector<Webhook>, std::string> all();
    /// A new one, or the same name with other words.
    std::expected<void, std::string> put(const Webhook& webhook);
    /// Nothing happens when the name is gone.
    std::expected<void, std::string> put_delivered(const std::string& name, const Delivered& delivered);
    std::expected<void, std::string> remove(const std::string& name);

private:
    struct File;
    explicit WebhookStore(std::unique_ptr<File> file);
    std::unique_ptr<File> file_;
};

} // namespace truefill::api
