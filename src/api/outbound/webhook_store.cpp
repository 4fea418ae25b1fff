#include "api/outbound/webhook_store.h"

#include "api/side_file.h"
#include "base/json.h"

#include <mutex>
#include <utility>

namespace truefill::api {
namespace {

constexpr const char* webhook_tables = "CREATE TABLE IF NOT EXISTS webhooks (name TEXT PRIMARY KEY, "
                                       "subscription TEXT NOT NULL, delivered TEXT NOT NULL) STRICT;";

template <class T> std::expected<T, std::string> read_kept(std::string_view text) {
    json::Document document;
    const auto value = document.parse(text);
    if (!value) return std::unexpected(value.error().detail);
    T out;
    if (auto done = json::decode(*value, out); !done) return std::unexpected(done.error().detail);
    return out;
}

} // namespace

struct WebhookStore::File {
    std::mutex mutex;
    SideFile file;
};

WebhookStore::WebhookStore(std::unique_ptr<File> file) : file_{std::move(file)} {}
WebhookStore::~WebhookStore() = default;
WebhookStore::WebhookStore(WebhookStore&&) noexcept = default;
WebhookStore& WebhookStore::operator=(WebhookStore&&) noexcept = default;

Duration webhook_wait_left(const Delivered& delivered, Time now) {
    if (!delivered.next_at || delivered.next_at <= now) return {};
    return std::min(delivered.next_at - now, std::max(Duration{}, delivered.next_at - delivered.last_at));
}

std::expected<WebhookStore, std::string> WebhookStore::open(const std::string& path) {
    auto opened = SideFile::open(path, webhook_tables);
    if (!opened) return std::unexpected(std::move(opened.error()));
    auto file = std::make_unique<File>();
    file->file = std::move(*opened);
    return WebhookStore{std::move(file)};
}

std::expected<std::vector<Webhook>, std::string> WebhookStore::all() {
    const std::scoped_lock lock{file_->mutex};
    std::vector<Webhook> found;
    auto asked = file_->file.prepare("SELECT subscription, delivered FROM webhooks ORDER BY name");
    while (file_->file.has_row(asked)) {
        auto subscription = read_kept<Subscription>(asked.bytes(0));
        auto delivered = read_kept<Delivered>(asked.bytes(1));
        if (!subscription) return std::unexpected(file_->file.path() + ": " + subscription.error());
        if (!delivered) return std::unexpected(file_->file.path() + ": " + delivered.error());
        found.push_back({std::move(*subscription), std::move(*delivered)});
    }
    return found;
}

std::expected<void, std::string> WebhookStore::put(const Webhook& webhook) {
    std::string subscription, delivered;
    json::encode(subscription, webhook.subscription);
    json::encode(delivered, webhook.delivered);
    const std::scoped_lock lock{file_->mutex};
    auto put = file_->file.prepare(
        "INSERT OR REPLACE INTO webhooks (name, subscription, delivered) VALUES (?1, ?2, ?3)");
    put.bind_text(1, webhook.subscription.name).bind_text(2, subscription).bind_text(3, delivered);
    return file_->file.run(put);
}

std::expected<void, std::string> WebhookStore::put_delivered(const std::string& name,
                                                             const Delivered& delivered) {
    std::string text;
    json::encode(text, delivered);
    const std::scoped_lock lock{file_->mutex};
    auto put = file_->file.prepare("UPDATE webhooks SET delivered = ?2 WHERE name = ?1");
    put.bind_text(1, name).bind_text(2, text);
    return file_->file.run(put);
}

std::expected<void, std::string> WebhookStore::remove(const std::string& name) {
    const std::scoped_lock lock{file_->mutex};
    auto gone = file_->file.prepare("DELETE FROM webhooks WHERE name = ?1");
    gone.bind_text(1, name);
    return file_->file.run(gone);
}

} // namespace truefill::api
