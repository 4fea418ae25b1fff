#include "api/outbound/webhooks.h"

#include "api/log.h"
#include "api/outbound/webhook_signature.h"
#include "api/serve_options.h"
#include "base/sealed.h"
#include "base/text.h"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

namespace web = connectors::web;

constexpr std::size_t webhook_name_max = 64, webhook_types_max = 50;

/// It stands in paths, so it is no dot and no slash.
bool is_webhook_name(std::string_view name) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    };
    return !name.empty() && name.size() <= webhook_name_max && std::ranges::all_of(name, fits);
}

Problem no_webhook(const std::string& name) {
    return make_problem(404, "webhook_unknown", "There is no webhook " + name);
}

Problem webhook_file(std::string sentence) {
    return make_problem(500, "webhooks_unwritable", std::move(sentence));
}

/// Whether there are events of the type, or of a type that fits. Those of access are told to nobody.
bool is_webhook_type_known(std::string_view pattern) {
    namespace mp = boost::mp11;
    bool known = pattern == "*";
    mp::mp_for_each<mp::mp_transform<std::type_identity, engine::Event>>(
        [&]<class Module>(std::type_identity<Module>) {
            if constexpr (!std::is_same_v<Module, access::Event>)
                mp::mp_for_each<mp::mp_transform<std::type_identity, Module>>(
                    [&]<class T>(std::type_identity<T>) {
                        known = known || fits_webhook_type(pattern, T::name);
                    });
        });
    return known;
}

std::optional<Problem> wrong_type(const std::string& pattern, std::size_t place) {
    const auto pointer = "/types/" + std::to_string(place);
    if (!is_webhook_type_pattern(pattern))
        return bad_json(
            {pointer, "a pattern is *, a module as shipping.*, or a type as shipping.goods_issued", 0});
    if (is_webhook_type_known(pattern)) return std::nullopt;
    return bad_json({pointer, "no event that is told is of the type " + pattern, 0});
}

std::optional<Problem> wrong_words(const NewWebhook& wanted, const web::Guard& guard, Position durable) {
    if (!is_webhook_name(wanted.name))
        return bad_json({"/name", "a name has 1 to 64 letters, digits, - and _", 0});
    if (wanted.url.find(sealed_begin) != std::string::npos) {
        const std::string why =
            "a URL with '~p1.' in it cannot be taken: sealed personal data look like that";
        auto problem = make_problem(422, "text_reserved", why);
        problem.errors.push_back({"/url", "text_reserved", why});
        return problem;
    }
    if (auto good = web::check_url(wanted.url, guard); !good)
        return make_problem(422, "webhook_address_refused", good.error());
    if (wanted.types.size() > webhook_types_max) return bad_json({"/types", "at most 50 patterns", 0});
    for (std::size_t i = 0; i < wanted.types.size(); ++i)
        if (auto wrong = wrong_type(wanted.types[i], i)) return wrong;
    if (wanted.after.value_or(0) > durable)
        return bad_json({"/after", "it is a position of the journal, 0 for its beginning", 0});
    return std::nullopt;
}

} // namespace

std::expected<void, std::string> Webhooks::start(const ServeOptions& options, Service& service) {
    service_ = &service;
    const auto durable = service.loop.durable();
    auto networks = web::parse_networks(options.webhooks_allow);
    if (!networks) return std::unexpected("webhooks.allow: " + networks.error());
    secure_ = web::Guard::on(*networks);
    plain_ = web::Guard::only(std::move(*networks));
    auto opened = WebhookStore::open(options.journal + ".webhooks.db");
    if (!opened) return std::unexpected(std::move(opened.error()));
    store_ = std::move(*opened);
    authorities_ = options.outbound_authorities;
    durable_ = std::max(durable_.load(), durable);
    auto kept = store_->all();
    if (!kept) return std::unexpected(std::move(kept.error()));
    const auto access = service.door.mirror().state();
    const std::scoped_lock lock{mutex_};
    for (auto& one : *kept) {
        auto name = one.subscription.name;
        one.subscription.owner = webhook_owner(*access, one.subscription);
        // A journal that was restored from an older copy is shorter than what was delivered.
        one.delivered.position = std::min(one.delivered.position, durable);
        couriers_.emplace(std::move(name), std::make_shared<Courier>(std::move(one), ports()));
    }
    return {};
}

void Webhooks::stop() {
    std::map<std::string, std::shared_ptr<Courier>> ending;
    {
        const std::scoped_lock lock{mutex_};
        ending.swap(couriers_);
    }
    for (const auto& [name, courier] : ending) courier->end(); // all at once, then each is waited for
}

void Webhooks::committed(const journal::Batch& batch, std::span<const loop::Mark>) {
    if (batch.size() == 0) return;
    durable_ = batch.first + batch.size() - 1;
    const std::scoped_lock lock{mutex_};
    for (const auto& [name, courier] : couriers_) courier->wake();
}

CourierPorts Webhooks::ports() {
    return {records_,     board_,
            *store_,      [this] { return durable_.load(); },
            secure_,      plain_,
            authorities_, [this](const WebhookOwner& owner) { return webhook_rights(*service_, owner); },
            unseal_};
}

std::shared_ptr<Courier> Webhooks::find(const std::string& name) const {
    const std::scoped_lock lock{mutex_};
    const auto found = couriers_.find(name);
    return found == couriers_.end() ? nullptr : found->second;
}

WebhookRow Webhooks::row_of(const Webhook& webhook) const {
    const auto& [what, at] = webhook;
    WebhookRow row;
    row.name = what.name;
    row.url = what.url;
    row.types = what.types;
    auto rights = webhook_rights(*service_, what.owner);
    row.stopped_because = std::move(rights.why_not);
    row.owner = name_of(*service_->door.mirror().state(), what.owner);
    row.status = at.disabled_at                 ? "disabled"
                 : !row.stopped_because.empty() ? "stopped"
                 : at.attempts > 0              ? "failing"
                                                : "active";
    row.after = at.position;
    row.behind = durable_ - std::min(durable_.load(), at.position);
    row.delivered = at.count;
    row.attempts = at.attempts;
    if (!at.disabled_at) row.next_attempt_at = at.next_at;
    row.last_attempt_at = at.last_at;
    row.last_status = at.last_status;
    row.last_error = at.last_error;
    row.disabled_at = at.disabled_at;
    row.created_at = what.created_at;
    row.created_by = what.created_by;
    row.old_secret_until = what.old_until;
    return row;
}

std::vector<WebhookRow> Webhooks::rows() const {
    std::vector<std::shared_ptr<Courier>> all;
    {
        const std::scoped_lock lock{mutex_}; // the journal's thread takes it, too: nothing slow in it
        for (const auto& [name, courier] : couriers_) all.push_back(courier);
    }
    std::vector<WebhookRow> rows;
    for (const auto& courier : all) rows.push_back(row_of(courier->webhook()));
    return rows;
}

std::optional<Problem> Webhooks::wrong_in(const NewWebhook& wanted, const WebhookOwner& owner) const {
    const auto& guard = wanted.url.starts_with("http:") ? plain_ : secure_;
    if (auto wrong = wrong_words(wanted, guard, durable_)) return wrong;
    if (auto why = webhook_rights(*service_, owner).why_not; !why.empty())
        return make_problem(403, "not_allowed", "The webhook could not be sent anything: " + why);
    if (find(wanted.name))
        return make_problem(409, "webhook_exists", "There is a webhook of that name already");
    const std::scoped_lock lock{mutex_};
    if (!store_ || couriers_.size() >= webhooks_max)
        return make_problem(409, "too_many_webhooks", "There are 50 webhooks at most");
    return std::nullopt;
}

std::optional<Problem> Webhooks::unknown(const std::string& name, Position after) const {
    if (!find(name)) return no_webhook(name);
    if (after > durable_)
        return bad_parameter("after", "it is a position of the journal, 0 for its beginning");
    return std::nullopt;
}

std::expected<WebhookRow, Problem> Webhooks::add(NewWebhook wanted, const std::string& by,
                                                 WebhookOwner owner) {
    const auto durable = durable_.load();
    const std::scoped_lock adding{adding_};
    if (auto wrong = wrong_in(wanted, owner)) return std::unexpected(std::move(*wrong));
    Webhook made;
    auto& what = made.subscription;
    what.name = std::move(wanted.name);
    what.url = std::move(wanted.url);
    what.types = wanted.types.empty() ? std::vector<std::string>{"*"} : std::move(wanted.types);
    what.secret = make_webhook_secret();
    what.created_at = loop::SystemClock{}.now();
    what.created_by = by;
    what.owner = std::move(owner);
    made.delivered.position = wanted.after.value_or(durable);
    if (auto done = store_->put(made); !done) return std::unexpected(webhook_file(std::move(done.error())));
    log(Level::info, "webhook_made", by, {{"webhook", what.name}});
    auto row = row_of(made);
    row.secret = what.secret;
    auto name = what.name;
    auto courier = std::make_shared<Courier>(std::move(made), ports());
    const std::scoped_lock lock{mutex_}; // the journal's thread takes it, too: nothing slow in it
    couriers_.emplace(std::move(name), std::move(courier));
    return row;
}

std::expected<WebhookRow, Problem> Webhooks::replay(const std::string& name, Position after,
                                                    WebhookOwner owner) {
    if (auto wrong = unknown(name, after)) return std::unexpected(std::move(*wrong));
    const auto courier = find(name);
    if (!courier) return std::unexpected(no_webhook(name));
    if (auto done = courier->hand_over(std::move(owner)); !done)
        return std::unexpected(webhook_file(std::move(done.error())));
    if (auto done = courier->replay(after); !done)
        return std::unexpected(webhook_file(std::move(done.error())));
    return row_of(courier->webhook());
}

std::expected<WebhookRow, Problem> Webhooks::rotate(const std::string& name, std::int64_t overlap_hours) {
    const auto courier = find(name);
    if (!courier) return std::unexpected(no_webhook(name));
    const auto secret = make_webhook_secret();
    const auto until = loop::SystemClock{}.now() + hours(overlap_hours);
    if (auto done = courier->rotate(secret, until); !done)
        return std::unexpected(webhook_file(std::move(done.error())));
    auto row = row_of(courier->webhook());
    row.secret = secret;
    return row;
}

std::optional<Problem> Webhooks::test(const std::string& name, Courier::Told told) {
    const auto courier = find(name);
    if (!courier) return no_webhook(name);
    if (!courier->test(std::move(told))) return busy("Tests of this webhook are under way; wait for them");
    return std::nullopt;
}

std::optional<Problem> Webhooks::remove(const std::string& name) {
    const std::scoped_lock adding{adding_};
    const auto gone = find(name); // ends behind the lock, for it may take a second
    if (!gone) return no_webhook(name);
    {
        const std::scoped_lock lock{mutex_};
        couriers_.erase(name);
    }
    gone->end();
    if (auto done = store_->remove(name); !done) return webhook_file(std::move(done.error()));
    return std::nullopt;
}

} // namespace truefill::api
