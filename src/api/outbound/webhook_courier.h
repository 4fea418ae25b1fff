/// The courier of one webhook: a thread that reads the journal behind its cursor and hands over event after
/// event, in their order. A courier that waits for a slow or failing receiver holds up nobody else.
///
/// An event is delivered when the receiver answers 2xx within 15 s. After anything else it is tried again by
/// the schedule of webhook_signature.h, and what comes behind it waits: order is kept. After the last try,
/// and at once after 410, the webhook is disabled; its cursor stays, so a replay brings everything that was
/// missed.
///
/// Before each event it is asked what whoever answers for the webhook may see (webhook_rights.h).
#pragma once

#include "api/feed.h"
#include "api/outbound/webhook_rights.h"
#include "connectors/web/web_client.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace truefill::api {

/// What all couriers share.
struct CourierPorts {
    Records& records;
    Board& board;
    WebhookStore& store;
    std::function<Position()> durable;
    connectors::web::Guard secure; ///< where https may go
    connectors::web::Guard plain;  ///< where http may go
    std::string authorities;       ///< PEM file; empty: those of the system
    std::function<WebhookRights(const WebhookOwner&)> rights;
    std::function<void(std::string&)> unseal{}; ///< puts in what sealed texts of a body say; empty: they stay
};

/// What a receiver said to a test.
struct WebhookTest {
    static constexpr auto required = std::to_array<std::string_view>({"delivered", "milliseconds"});
    bool delivered{};
    std::int64_t status{}; ///< of HTTP; 0: no answer
    std::int64_t milliseconds{};
    std::string error;
};
TF_DESCRIBE(WebhookTest, (delivered, status, milliseconds, error))

class Courier {
public:
    Courier(Webhook webhook, CourierPorts ports);
    ~Courier(); ///< gives up what is under way
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    /// There are new records. Quick.
    void wake();
    /// Begins to end: what is under way is given up.
    void end();

    Webhook webhook() const;
    /// Everything after a position is sent again, now; a disabled webhook is enabled by it.
    std::expected<void, std::string> replay(Position after);
    /// Somebody else answers for it from now on.
    std::expected<void, std::string> hand_over(WebhookOwner owner);
    /// Signs with this secret, and with the old one until then.
    std::expected<void, std::string> rotate(std::string secret, Time old_until);
    /// Sends an event of type truefill.test and tells how that went; on the courier's thread.
    using Told = std::function<void(const WebhookTest&)>;
    /// False when too many tests wait.
    bool test(Told told);

private:
    struct Outcome {
        int status{};
        std::string error; ///< empty: delivered
        Duration retry_after{};
    };
    void run();
    bool may_go() const; ///< under the lock
    void do_tests();
    void deliver();
    /// False: no further now.
    bool deliver_record(Position position, std::string_view record);
    bool deliver_event(json::Value event, OrderId order);
    /// False: whoever answers for the webhook may not have it sent now.
    bool may_send(const WebhookOwner& owner, WebhookRights& rights);
    Outcome attempt(const std::string& id, const std::string& body);
    bool note(const Outcome& outcome, std::uint64_t ordinal);
    void put_off(Duration wait);
    /// Changes the progress unless a replay came between.
    bool change(const std::function<void(Delivered&)>& f);
    void save();

    CourierPorts ports_;
    connectors::web::WebClient client_;
    FeedWriter writer_;
    json::Document document_;
    journal::Batch batch_;
    std::string text_;
    std::uint64_t working_on_ = 0; ///< which replay the thread is on
    std::chrono::steady_clock::time_point saved_at_;
    bool unsaved_ = false;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    Webhook webhook_;
    std::deque<Told> tests_;
    std::uint64_t replays_ = 0;
    bool ending_ = false;
    /// By the steady clock: the time of day may be set back, and a day's wait would last for months.
    std::chrono::steady_clock::time_point not_before_{};
    std::mutex save_mutex_; ///< the later state is written later
    std::thread thread_;    // the last one: it uses the others
};

} // namespace truefill::api
