/// Notices: what customers and our own people are told by mail or by HTTP, from templates (notice_plan.h),
/// when something happened to an order or a case.
///
///     GET /v1/orders/{number}/notices    what was told, to whom, when, and what could not be told
///
/// One thread reads the journal behind its place, renders a notice for each receiver, and keeps it in
/// JOURNAL.notices.db. Others send them: the mail server has a lane, and so has each host by HTTP (lanes.h);
/// one that does not answer waits alone, at most five minutes at a time. A notice has an id made of the event
/// and the receiver, so it is made once; it is marked as being sent before the attempt. A mail server cannot
/// be asked what it knows: when the outcome of a mail is not known, by a crash too, it is not sent a second
/// time; it becomes a case. A receiver by HTTP knows a notice by its webhook-id, so it is simply sent again.
/// What cannot be delivered for a day, or is refused, becomes a case.
#pragma once

#include "api/outbound/lanes.h"
#include "api/outbound/notice_facts.h"
#include "api/outbound/notice_plan.h"
#include "api/outbound/notice_store.h"
#include "api/service.h"
#include "connectors/web/web_client.h"
#include "loop/listener.h"
#include "personal/exits.h"

#include <chrono>
#include <condition_variable>
#include <expected>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace truefill::api {

struct NoticeRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"event", "receiver", "status", "created_at"});
    std::string event, receiver, subject, text;
    NoticeStatus status{};
    std::int64_t attempts{};
    Time created_at, told_at, next_attempt_at;
    std::string last_error;
};
TF_DESCRIBE(NoticeRow, (event, receiver, subject, text, status, attempts, created_at, told_at,
                        next_attempt_at, last_error))

struct NoticeList {
    static constexpr auto required = std::to_array<std::string_view>({"items"});
    std::vector<NoticeRow> items; ///< the latest first, at most 200
};
TF_DESCRIBE(NoticeList, (items))

class Notices final : public loop::CommitListener {
public:
    Notices(Records& records, Board& board) : records_{records}, board_{board}, writer_{board} {}
    ~Notices() override { stop(); }

    /// Nothing happens without a folder in the plan. From the first start on: what happened before is not
    /// told.
    std::expected<void, std::string> start(const std::string& file, NoticePlan plan, Service& service);
    void stop();
    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;
    /// Nothing is ever told by this server when it is false.
    bool is_on() const { return plan_.enabled; }
    std::expected<std::vector<NoticeRow>, std::string> of_order(std::string_view number);

private:
    void run();
    /// False: not now.
    bool collect();
    bool take_record(std::string_view record, std::vector<NoticeCause>& causes);
    std::vector<KeptNotice> notices_of(const std::vector<NoticeFacts>& facts,
                                       const std::vector<NoticeCause>& causes) const;
    void send_due();
    void send_lane(const std::string& lane, std::vector<KeptNotice> notices);
    bool is_paused(const std::string& lane);
    void pause(const std::string& lane);
    /// False: the way is blocked for now.
    bool send(KeptNotice notice);
    std::string said(std::string text, personal::Written how) const;
    void send_mail(KeptNotice& notice);
    void send_http(KeptNotice& notice);
    connectors::web::WebClient& client_of(const std::string& receiver);
    void put_off(KeptNotice& notice) const;
    void settle_interrupted();
    void forget_old();
    void open_case(const KeptNotice& notice);
    void keep(const KeptNotice& notice);

    Records& records_;
    Board& board_;
    FeedWriter writer_;
    NoticePlan plan_;
    NoticeStore store_;
    Service* service_ = nullptr;
    std::optional<connectors::web::SmtpClient> mail_; ///< of its lane
    std::mutex clients_mutex_;
    std::map<std::string, connectors::web::WebClient> clients_; ///< by lane: one thread at a time
    json::Document document_;
    journal::Batch batch_;
    std::string text_;
    Position position_{};
    Time forgot_at_;

    std::mutex mutex_;
    std::condition_variable changed_;
    Position durable_{};
    bool ending_ = false;
    struct Pause {
        std::chrono::steady_clock::time_point until;
        std::chrono::seconds wait{};
    };
    std::map<std::string, Pause> pauses_; ///< lanes whose last attempt failed
    std::optional<Lanes> lanes_;
    std::thread thread_; // the last one: it uses the others
};

void get_order_notices(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
