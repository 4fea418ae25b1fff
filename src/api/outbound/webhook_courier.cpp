#include "api/outbound/webhook_courier.h"

#include "api/log.h"
#include "api/outbound/webhook_signature.h"
#include "loop/clock.h"

#include <algorithm>
#include <charconv>
#include <random>
#include <utility>

namespace truefill::api {
namespace {

namespace web = connectors::web;
using std::chrono::steady_clock;

constexpr std::chrono::seconds patience{15};
constexpr std::chrono::milliseconds save_every{250}, longest_sleep{1'000};
constexpr std::size_t piece_read = std::size_t{256} << 10;
constexpr std::size_t answer_most = std::size_t{64} << 10;
constexpr std::size_t tests_most = 10, error_most = 300;
constexpr int gone = 410;
constexpr std::int64_t longest_retry_after = 86'400; ///< seconds
constexpr char mark = '\x1e';                        ///< between events; never inside JSON

/// Receivers compare with their own clock, and a schedule is for real people's time: not the server's clock,
/// which a demonstration may set.
Time real_now() { return loop::SystemClock{}.now(); }

steady_clock::time_point steady_now() { return steady_clock::now(); }
std::chrono::microseconds as_chrono(Duration wait) { return std::chrono::microseconds{wait.micros}; }

std::uint64_t any_number() {
    static thread_local std::random_device device;
    return std::uint64_t{device()} << 32 | device();
}

web::WebClient client_for(const std::string& url, const CourierPorts& ports) {
    web::WebOptions options;
    options.guard = url.starts_with("https:") ? ports.secure : ports.plain;
    options.authorities_file = ports.authorities;
    options.user_agent = "Truefill-Webhooks";
    return web::WebClient{std::move(options)};
}

/// The number behind the dot of an event's id, "POSITION.ORDINAL".
std::uint64_t ordinal_in(std::string_view id) {
    std::uint64_t ordinal = 0;
    const auto digits = id.substr(std::min(id.find('.') + 1, id.size()));
    std::from_chars(digits.data(), digits.data() + digits.size(), ordinal);
    return ordinal;
}

std::string body_of_event(json::Value event) {
    std::string body = R"({"type":)";
    body += event.find("type").raw();
    body += R"(,"timestamp":)";
    body += event.find("time").raw();
    for (const std::string_view name : {"id", "subject", "sequence", "traceparent"}) {
        const auto value = event.find(name);
        if (!value) continue;
        body += ",\"";
        body += name;
        body += "\":";
        body += value.raw();
    }
    body += R"(,"data":)";
    body += event.find("data").raw();
    body += '}';
    return body;
}

Duration retry_after_of(const web::Answer& answer) {
    std::int64_t wait = 0;
    const auto text = answer.header("retry-after");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), wait);
    if (error != std::errc{} || end != text.data() + text.size() || wait < 0) return {};
    return seconds(std::min(wait, longest_retry_after));
}

} // namespace

Courier::Courier(Webhook webhook, CourierPorts ports)
    : ports_{std::move(ports)},
      client_{client_for(webhook.subscription.url, ports_)},
      writer_{ports_.board},
      webhook_{std::move(webhook)} {
    not_before_ = steady_now() + as_chrono(webhook_wait_left(webhook_.delivered, real_now()));
    thread_ = std::thread{[this] { run(); }};
}

Courier::~Courier() {
    end();
    if (thread_.joinable()) thread_.join();
}

void Courier::end() {
    client_.end();
    const std::scoped_lock lock{mutex_};
    ending_ = true;
    changed_.notify_all();
}

void Courier::wake() {
    const std::scoped_lock lock{mutex_};
    changed_.notify_all();
}

Webhook Courier::webhook() const {
    const std::scoped_lock lock{mutex_};
    return webhook_;
}

std::expected<void, std::string> Courier::replay(Position after) {
    {
        const std::scoped_lock lock{mutex_};
        ++replays_;
        auto& at = webhook_.delivered;
        at.position = after;
        at.ordinal = 0;
        at.attempts = 0;
        at.next_at = at.disabled_at = {};
        not_before_ = {};
        changed_.notify_all();
    }
    const std::scoped_lock saving{save_mutex_};
    return ports_.store.put_delivered(webhook_.subscription.name, webhook().delivered);
}

std::expected<void, std::string> Courier::hand_over(WebhookOwner owner) {
    const std::scoped_lock saving{save_mutex_};
    auto changed = webhook();
    changed.subscription.owner = owner;
    if (auto done = ports_.store.put(changed); !done) return done;
    const std::scoped_lock lock{mutex_};
    webhook_.subscription.owner = std::move(owner);
    return {};
}

std::expected<void, std::string> Courier::rotate(std::string secret, Time old_until) {
    const std::scoped_lock saving{save_mutex_};
    auto changed = webhook();
    changed.subscription.old_secret = std::move(changed.subscription.secret);
    changed.subscription.secret = std::move(secret);
    changed.subscription.old_until = old_until;
    if (auto done = ports_.store.put(changed); !done) return done;
    const std::scoped_lock lock{mutex_};
    auto& what = webhook_.subscription; // the rest of it is read without the lock
    what.secret = std::move(changed.subscription.secret);
    what.old_secret = std::move(changed.subscription.old_secret);
    what.old_until = changed.subscription.old_until;
    return {};
}

bool Courier::test(Told told) {
    const std::scoped_lock lock{mutex_};
    if (ending_ || tests_.size() >= tests_most) return false;
    tests_.push_back(std::move(told));
    changed_.notify_all();
    return true;
}

bool Courier::may_go() const {
    const auto& at = webhook_.delivered;
    return !at.disabled_at && ports_.durable() > at.position && steady_now() >= not_before_ &&
           ports_.board.is_ready(); // it knows the numbers of orders
}

void Courier::run() {
    while (true) {
        {
            std::unique_lock lock{mutex_};
            changed_.wait_for(lock, unsaved_ ? save_every : longest_sleep,
                              [&] { return ending_ || !tests_.empty() || may_go(); });
            if (ending_) break;
            working_on_ = replays_;
        }
        do_tests();
        deliver();
        if (unsaved_ && steady_clock::now() - saved_at_ >= save_every) save();
    }
    if (unsaved_) save();
    std::deque<Told> left;
    {
        const std::scoped_lock lock{mutex_};
        left.swap(tests_);
    }
    for (const auto& told : left) told({.error = "the server ends"});
}

void Courier::do_tests() {
    while (true) {
        Told told;
        {
            const std::scoped_lock lock{mutex_};
            if (tests_.empty()) return;
            told = std::move(tests_.front());
            tests_.pop_front();
        }
        std::string body = R"({"type":"truefill.test","timestamp":)";
        json::encode(body, real_now());
        body += R"(,"data":{"webhook":)";
        json::encode(body, webhook_.subscription.name);
        body += "}}";
        const auto began = steady_clock::now();
        const auto outcome = attempt("test_" + std::to_string(any_number()), body);
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - began);
        told({outcome.error.empty(), outcome.status, took.count(), outcome.error});
    }
}

void Courier::deliver() {
    Position from = 0;
    {
        const std::scoped_lock lock{mutex_};
        if (ending_ || working_on_ != replays_ || !may_go()) return;
        from = webhook_.delivered.position + 1;
    }
    if (auto done = ports_.records.read(from, piece_read, batch_); !done) {
        log(Level::error, "webhook", "The journal cannot be read: " + done.error());
        put_off(minutes(1));
        return;
    }
    const auto durable = ports_.durable();
    for (std::size_t i = 0; i < batch_.size() && batch_.first + i <= durable; ++i)
        if (!deliver_record(batch_.first + i, batch_.record(i))) return save();
}

bool Courier::deliver_record(Position position, std::string_view record) {
    text_.clear();
    const auto made = writer_.append(text_, record, "", std::string_view{&mark, 1});
    if (!made) {
        log(Level::error, "webhook", "A record cannot be read: " + made.error());
        put_off(minutes(1));
        return false;
    }
    std::string_view rest = text_;
    std::size_t next = 0;
    while (!rest.empty()) {
        const auto end = rest.find(mark);
        const auto event = document_.parse(rest.substr(0, end));
        if (!event) return false; // our own writing
        if (!deliver_event(*event, next < writer_.orders().size() ? writer_.orders()[next] : OrderId{}))
            return false;
        ++next;
        rest.remove_prefix(end + 1);
    }
    return change([&](Delivered& at) {
        at.position = position;
        at.ordinal = 0;
        at.next_at = {};
    });
}

bool Courier::may_send(const WebhookOwner& owner, WebhookRights& rights) {
    rights = ports_.rights(owner);
    if (rights.why_not.empty()) return true;
    const std::scoped_lock lock{mutex_};
    not_before_ = std::max(not_before_, steady_now() + longest_sleep); // then it is asked again
    return false;
}

void Courier::put_off(Duration wait) {
    const std::scoped_lock lock{mutex_};
    if (working_on_ == replays_) not_before_ = steady_now() + as_chrono(wait);
}

bool Courier::deliver_event(json::Value event, OrderId order) {
    const auto type = event.find("type").as_string().value_or("");
    const auto ordinal = ordinal_in(event.find("id").as_string().value_or(""));
    WebhookOwner owner;
    {
        const std::scoped_lock lock{mutex_};
        if (ending_ || working_on_ != replays_) return false;
        if (ordinal <= webhook_.delivered.ordinal) return true; // before a restart
        const auto& types = webhook_.subscription.types;
        if (std::ranges::none_of(types, [&](const auto& one) { return fits_webhook_type(one, type); }))
            return true;
        owner = webhook_.subscription.owner;
    }
    WebhookRights rights;
    if (!may_send(owner, rights)) return false;
    if (!covers(rights, ports_.board, order)) return true;
    auto id = "evt_" + std::string{event.find("id").as_string().value_or("")};
    std::ranges::replace(id, '.', '_'); // a dot ends the id in what is signed
    auto body = body_of_event(event);
    if (ports_.unseal) ports_.unseal(body);
    const auto outcome = attempt(id, body);
    return note(outcome, ordinal);
}

Courier::Outcome Courier::attempt(const std::string& id, const std::string& body) {
    const auto now = real_now();
    const auto subscription = webhook().subscription;
    const Signed what{id, now.micros / seconds(1).micros, body};
    auto signatures = webhook_signature(subscription.secret, what);
    if (!subscription.old_secret.empty() && now < subscription.old_until)
        signatures += ' ' + webhook_signature(subscription.old_secret, what);
    web::Ask ask{"POST",
                 subscription.url,
                 {{"Content-Type", "application/json"},
                  {"webhook-id", id},
                  {"webhook-timestamp", std::to_string(what.timestamp)},
                  {"webhook-signature", signatures}},
                 body,
                 patience,
                 answer_most};
    const auto answer = client_.send(ask);
    if (!answer) return {0, answer.error().sentence.substr(0, error_most)};
    if (answer->status >= 200 && answer->status < 300) return {answer->status, {}};
    return {answer->status, "the receiver answered " + std::to_string(answer->status),
            retry_after_of(*answer)};
}

/// True: the next event may go.
bool Courier::note(const Outcome& outcome, std::uint64_t ordinal) {
    bool disabled = false;
    const bool noted = change([&](Delivered& at) {
        if (ending_ && !outcome.error.empty()) return; // given up by ourselves
        const auto now = real_now();
        at.last_at = now;
        at.last_status = outcome.status;
        at.last_error = outcome.error;
        if (outcome.error.empty()) {
            at.ordinal = ordinal;
            at.attempts = 0;
            at.next_at = {};
            ++at.count;
            return;
        }
        ++at.attempts;
        const auto wait = webhook_retry_wait(at.attempts, any_number());
        disabled = outcome.status == gone || !wait;
        if (disabled) {
            at.disabled_at = now;
        } else {
            const auto whole = std::max(*wait, outcome.retry_after);
            at.next_at = now + whole;
            not_before_ = steady_now() + as_chrono(whole);
        }
    });
    if (disabled)
        log(Level::warning, "webhook_disabled", outcome.error, {{"webhook", webhook_.subscription.name}});
    if (const auto now = steady_clock::now(); now - saved_at_ >= save_every) save();
    return noted && outcome.error.empty();
}

bool Courier::change(const std::function<void(Delivered&)>& f) {
    const std::scoped_lock lock{mutex_};
    if (working_on_ != replays_) return false;
    f(webhook_.delivered);
    unsaved_ = true;
    return true;
}

void Courier::save() {
    const std::scoped_lock saving{save_mutex_};
    saved_at_ = steady_clock::now();
    unsaved_ = false;
    const auto now = webhook();
    if (auto done = ports_.store.put_delivered(now.subscription.name, now.delivered); !done)
        log(Level::error, "webhook", done.error());
}

} // namespace truefill::api
