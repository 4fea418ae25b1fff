/// Outbound webhooks by Standard Webhooks: what happened is sent to other systems, signed, in order, with
/// retries, from any position of the journal.
///
///     GET    /v1/webhooks                       all of them, how far each is, and how it goes
///     POST   /v1/webhooks                       {name, url, types[], after}: the secret is shown once
///     POST   /v1/webhooks/{name}/replay?after=  everything after a position again; enables, takes over
///     POST   /v1/webhooks/{name}/rotate         {overlap_hours}: another secret, shown once
///     POST   /v1/webhooks/{name}/test           sends an event of type truefill.test now
///     DELETE /v1/webhooks/{name}
///
/// A body is {"type","timestamp","id","subject","sequence","data"}, made from the CloudEvents of feed.h:
/// type, time, id, number of the order, position, data. At least once: the header webhook-id is the same when
/// an event comes again. docs/webhooks.md is for those who receive.
///
/// Who does it is journaled first (access.note_webhook). What is sent is what whoever answers for the webhook
/// may see (webhook_rights.h).
///
/// An address is reached only when it is a public one by https, or in `webhooks.allow`; see
/// connectors/web/guard.h. Each webhook has a courier of its own (webhook_courier.h).
#pragma once

#include "api/outbound/webhook_courier.h"
#include "api/service.h"
#include "loop/listener.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace truefill::api {

struct WebhookRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"name", "url", "types", "status", "after", "behind", "delivered"});
    std::string name, url;
    std::vector<std::string> types;
    std::string status; ///< active, failing, disabled; stopped: who answers for it may not see events
    Position after{};   ///< everything up to here was delivered or not wanted
    Position behind{};  ///< records that are not yet
    std::uint64_t delivered{};
    std::int64_t attempts{}; ///< failed ones of the event that is next
    Time next_attempt_at, last_attempt_at;
    std::int64_t last_status{};
    std::string last_error;
    Time disabled_at, created_at;
    std::string created_by;
    Time old_secret_until;       ///< it signs, too
    std::string secret;          ///< only in the answer that made it
    std::string owner;           ///< who answers for it: who made it, or took it over by a replay
    std::string stopped_because; ///< when it is stopped
};
TF_DESCRIBE(WebhookRow, (name, url, types, status, after, behind, delivered, attempts, next_attempt_at,
                         last_attempt_at, last_status, last_error, disabled_at, created_at, created_by,
                         old_secret_until, secret, owner, stopped_because))

struct WebhookList {
    static constexpr auto required = std::to_array<std::string_view>({"items", "position"});
    std::vector<WebhookRow> items;
    Position position{};
};
TF_DESCRIBE(WebhookList, (items, position))

struct NewWebhook {
    static constexpr auto required = std::to_array<std::string_view>({"name", "url"});
    std::string name, url;
    std::vector<std::string> types; ///< none: all events
    std::optional<Position> after;  ///< none: from now on
};
TF_DESCRIBE(NewWebhook, (name, url, types, after))

struct RotateWebhook {
    std::int64_t overlap_hours{24}; ///< so long the old secret signs, too
};
TF_DESCRIBE(RotateWebhook, (overlap_hours))

struct ServeOptions;

class Webhooks final : public loop::CommitListener {
public:
    static constexpr std::size_t webhooks_max = 50;
    Webhooks(Records& records, Board& board) : records_{records}, board_{board} {}
    ~Webhooks() override { stop(); }

    /// What sealed texts say; before the start.
    void unseal_with(std::function<void(std::string&)> unseal) { unseal_ = std::move(unseal); }
    /// Opens the file and starts a courier for each webhook.
    std::expected<void, std::string> start(const ServeOptions& options, Service& service);
    void stop();
    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;

    std::vector<WebhookRow> rows() const;
    /// What is wrong with it, before anything is journaled; and about one that is there.
    std::optional<Problem> wrong_in(const NewWebhook& wanted, const WebhookOwner& owner) const;
    std::optional<Problem> unknown(const std::string& name, Position after = 0) const;
    std::expected<WebhookRow, Problem> add(NewWebhook wanted, const std::string& by, WebhookOwner owner);
    /// Whoever asks for it answers for the webhook from now on.
    std::expected<WebhookRow, Problem> replay(const std::string& name, Position after, WebhookOwner owner);
    std::expected<WebhookRow, Problem> rotate(const std::string& name, std::int64_t overlap_hours);
    std::optional<Problem> test(const std::string& name, Courier::Told told);
    std::optional<Problem> remove(const std::string& name);

private:
    std::shared_ptr<Courier> find(const std::string& name) const;
    WebhookRow row_of(const Webhook& webhook) const;
    CourierPorts ports();

    Records& records_;
    Board& board_;
    Service* service_ = nullptr;
    connectors::web::Guard secure_, plain_;
    std::string authorities_;
    std::function<void(std::string&)> unseal_;
    std::optional<WebhookStore> store_;
    std::atomic<Position> durable_{0};
    std::mutex adding_; ///< one is added or removed at a time
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Courier>> couriers_;
};

void get_webhooks(Service& service, const http::ExchangePtr& exchange);
void post_webhooks(Service& service, const http::ExchangePtr& exchange);
void post_webhook_replay(Service& service, const http::ExchangePtr& exchange);
void post_webhook_rotate(Service& service, const http::ExchangePtr& exchange);
void post_webhook_test(Service& service, const http::ExchangePtr& exchange);
void delete_webhook(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
