#include "api/outbound/notices.h"

#include "api/log.h"
#include "api/outbound/webhook_signature.h"
#include "api/person_desk.h"
#include "loop/clock.h"

#include <algorithm>
#include <array>
#include <utility>

namespace truefill::api {
namespace {

namespace web = connectors::web;

constexpr std::size_t notice_piece = std::size_t{256} << 10;
constexpr std::chrono::milliseconds notice_tick{1'000};
constexpr std::size_t notice_threads = 8;
constexpr std::array notice_waits{minutes(1), minutes(5), minutes(30), hours(2), hours(6), hours(12)};
constexpr auto notices_kept = days(400);
constexpr char notice_mark = '\x1e';

/// Mails are dated by the clock of the people who read them.
Time notice_now() { return loop::SystemClock{}.now(); }

bool is_address_of_http(std::string_view receiver) { return receiver.find("://") != std::string_view::npos; }

std::string short_id(std::string_view id) {
    std::string hex;
    append_hex(hex, hash128(id));
    return hex;
}

/// Servers of mail like to repeat the address in their answers.
std::string without(std::string sentence, std::string_view address) {
    for (auto at = sentence.find(address); at != std::string::npos && !address.empty();
         at = sentence.find(address, at))
        sentence.replace(at, address.size(), "the receiver");
    return sentence;
}

bool may_come_later(int status) { return status >= 500 || status == 408 || status == 425 || status == 429; }

} // namespace

std::expected<void, std::string> Notices::start(const std::string& file, NoticePlan plan, Service& service) {
    service_ = &service;
    plan_ = std::move(plan);
    if (!plan_.enabled) return {};
    if (auto done = store_.open(file); !done) return done;
    auto place = store_.position();
    if (!place) return std::unexpected(std::move(place.error()));
    {
        const std::scoped_lock lock{mutex_};
        durable_ = std::max(durable_, service.loop.durable());
        position_ = std::min(place->value_or(durable_), durable_);
    }
    if (!*place)
        if (auto done = store_.add({}, position_); !done) return done;
    if (!plan_.smtp.host.empty()) mail_.emplace(plan_.smtp);
    lanes_.emplace(notice_threads);
    thread_ = std::thread{[this] { run(); }};
    return {};
}

void Notices::stop() {
    {
        const std::scoped_lock lock{mutex_};
        ending_ = true;
        changed_.notify_all();
    }
    if (mail_) mail_->end();
    {
        const std::scoped_lock lock{clients_mutex_};
        for (auto& [lane, client] : clients_) client.end();
    }
    if (thread_.joinable()) thread_.join();
    if (lanes_) lanes_->stop();
}

void Notices::committed(const journal::Batch& batch, std::span<const loop::Mark>) {
    if (batch.size() == 0 || !plan_.enabled) return;
    const std::scoped_lock lock{mutex_};
    durable_ = batch.first + batch.size() - 1;
    changed_.notify_one();
}

void Notices::run() {
    settle_interrupted();
    while (true) {
        {
            std::unique_lock lock{mutex_};
            changed_.wait_for(lock, notice_tick, [&] { return ending_ || durable_ > position_; });
            if (ending_) return;
        }
        if (!collect()) {
            std::unique_lock lock{mutex_};
            changed_.wait_for(lock, notice_tick, [&] { return ending_; });
        }
        send_due();
        forget_old();
    }
}

void Notices::forget_old() {
    const auto now = notice_now();
    if (now - forgot_at_ < days(1)) return;
    forgot_at_ = now;
    if (auto done = store_.forget_before(now - notices_kept); !done)
        log(Level::error, "notices", done.error());
}

/// What a crash has cut off: whether the mail went out is not known.
void Notices::settle_interrupted() {
    auto found = store_.interrupted();
    if (!found) return log(Level::error, "notices", found.error());
    for (auto& one : *found) {
        const bool mail = !is_address_of_http(one.receiver);
        one.status = mail ? NoticeStatus::unknown : NoticeStatus::waiting;
        one.last_error = "the server ended while it was sent";
        keep(one);
        if (mail) open_case(one);
    }
}

bool Notices::collect() {
    Position durable = 0;
    {
        const std::scoped_lock lock{mutex_};
        durable = durable_;
    }
    if (durable <= position_) return true;
    if (!board_.is_ready()) return false; // it knows the numbers of orders
    if (auto done = records_.read(position_ + 1, notice_piece, batch_); !done) {
        log(Level::error, "notices", "The journal cannot be read: " + done.error());
        return false;
    }
    std::vector<NoticeCause> causes;
    Position to = position_;
    for (std::size_t i = 0; i < batch_.size() && batch_.first + i <= durable; ++i) {
        if (!take_record(batch_.record(i), causes)) return false;
        to = batch_.first + i;
    }
    std::vector<NoticeFacts> facts;
    if (!causes.empty()) {
        auto read = service_->loop.read([&](const engine::State& state) {
            std::vector<NoticeFacts> all;
            for (const auto& cause : causes) all.push_back(notice_facts(state, cause));
            return all;
        });
        if (!read) return false; // the loop ends
        facts = std::move(*read);
    }
    if (auto done = store_.add(notices_of(facts, causes), to); !done) {
        log(Level::error, "notices", done.error());
        return false;
    }
    const std::scoped_lock lock{mutex_};
    position_ = to;
    return true;
}

bool Notices::take_record(std::string_view record, std::vector<NoticeCause>& causes) {
    text_.clear();
    if (const auto made = writer_.append(text_, record, "", std::string_view{&notice_mark, 1}); !made) {
        log(Level::error, "notices", "A record cannot be read: " + made.error());
        return false;
    }
    std::string_view rest = text_;
    while (!rest.empty()) {
        const auto end = rest.find(notice_mark);
        const auto event = document_.parse(rest.substr(0, end));
        if (!event) return false; // our own writing
        if (auto cause = notice_cause(*event); cause.kind) causes.push_back(std::move(cause));
        rest.remove_prefix(end + 1);
    }
    return true;
}

std::vector<KeptNotice> Notices::notices_of(const std::vector<NoticeFacts>& facts,
                                            const std::vector<NoticeCause>& causes) const {
    std::vector<KeptNotice> made;
    const auto now = notice_now();
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& fact = facts[i];
        const auto& kind = *causes[i].kind;
        const auto* found = plan_.find(kind, kind.to_customer ? fact.customer : std::string{});
        if (!found) continue;
        for (const auto& who : fact.told) {
            const auto receivers = plan_.receivers.find(who);
            if (receivers == plan_.receivers.end()) continue;
            for (const auto& receiver : receivers->second) {
                KeptNotice one;
                one.id = fact.id + '/' + receiver;
                one.event = kind.name;
                one.order = fact.order;
                one.customer = fact.customer;
                one.receiver = receiver;
                one.subject = found->subject.fill(fact.values, NoticeText::Escape::line);
                one.text = found->text.fill(fact.values, NoticeText::Escape::none);
                if (found->has_html) one.html = found->html.fill(fact.values, NoticeText::Escape::html);
                one.created_at = one.next_at = now;
                made.push_back(std::move(one));
            }
        }
    }
    return made;
}

bool Notices::send(KeptNotice notice) {
    const bool mail = !is_address_of_http(notice.receiver);
    notice.status = NoticeStatus::sending;
    ++notice.attempts;
    if (auto done = store_.put(notice); !done) {
        log(Level::error, "notices", done.error());
        return false; // it would not be known whether it was sent
    }
    notice.last_error.clear();
    if (mail) send_mail(notice);
    else send_http(notice);
    keep(notice);
    if (notice.status == NoticeStatus::told)
        log(Level::info, "notice_told", notice.event, {{"order", notice.order}});
    else if (notice.status != NoticeStatus::waiting) open_case(notice);
    return notice.status != NoticeStatus::waiting;
}

/// With what is sealed in it: a notice is kept as it stands in the journal, and an erased person is gone from
/// those that were told too.
std::string Notices::said(std::string text, personal::Written how) const {
    if (service_->persons) personal::unseal_all(service_->persons->keys(), text, how);
    return text;
}

void Notices::send_mail(KeptNotice& notice) {
    web::Mail mail;
    mail.from = plan_.from;
    mail.from_name = plan_.from_name;
    mail.to = {notice.receiver};
    mail.subject = said(notice.subject, personal::Written::line);
    mail.text = said(notice.text, personal::Written::plain);
    mail.html = said(notice.html, personal::Written::html);
    mail.message_id = short_id(notice.id) + plan_.from.substr(plan_.from.rfind('@'));
    mail.date = notice_now();
    const auto sent =
        mail_ ? mail_->send(mail) : std::unexpected(web::MailFault{web::MailFaultKind::later, "no mail"});
    if (sent) {
        notice.status = NoticeStatus::told;
        notice.told_at = notice_now();
        return;
    }
    notice.last_error = sent.error().sentence;
    switch (sent.error().kind) {
    case web::MailFaultKind::bad_mail:
    case web::MailFaultKind::refused: notice.status = NoticeStatus::refused; break;
    case web::MailFaultKind::unknown: notice.status = NoticeStatus::unknown; break;
    case web::MailFaultKind::later: put_off(notice); break;
    }
}

void Notices::send_http(KeptNotice& notice) {
    const auto now = notice_now();
    std::string body = R"({"type":"notice.)" + notice.event + R"(","timestamp":)";
    json::encode(body, notice.created_at);
    for (const auto& [name, value] : {std::pair{R"(,"data":{"order":)", &notice.order},
                                      {R"(,"customer":)", &notice.customer},
                                      {R"(,"subject":)", &notice.subject},
                                      {R"(,"text":)", &notice.text}}) {
        body += name;
        json::encode(body, *value);
    }
    body += "}}";
    body = said(std::move(body), personal::Written::json);
    const auto id = "ntc_" + short_id(notice.id);
    const Signed what{id, now.micros / seconds(1).micros, body};
    web::Ask ask{"POST",
                 notice.receiver,
                 {{"Content-Type", "application/json"},
                  {"webhook-id", id},
                  {"webhook-timestamp", std::to_string(what.timestamp)},
                  {"webhook-signature", webhook_signature(plan_.secret, what)}},
                 body,
                 std::chrono::seconds{15},
                 std::size_t{64} << 10};
    const auto answer = client_of(notice.receiver).send(ask);
    if (!answer) {
        notice.last_error = answer.error().sentence;
        return put_off(notice);
    }
    if (answer->status >= 200 && answer->status < 300) {
        notice.status = NoticeStatus::told;
        notice.told_at = now;
        return;
    }
    notice.last_error = "the receiver answered " + std::to_string(answer->status);
    if (may_come_later(answer->status)) put_off(notice);
    else notice.status = NoticeStatus::refused;
}

void Notices::put_off(KeptNotice& notice) const {
    const auto tried = static_cast<std::size_t>(notice.attempts);
    if (tried > notice_waits.size()) {
        notice.status = NoticeStatus::given_up;
        return;
    }
    notice.status = NoticeStatus::waiting;
    notice.next_at = notice_now() + notice_waits[tried - 1];
}

void Notices::open_case(const KeptNotice& notice) {
    cases::OpenCase command;
    const bool unknown = notice.status == NoticeStatus::unknown;
    command.category = unknown ? "job_unknown_outcome" : "job_failed";
    // The page of the order names the receiver; an address of mail is somebody's and stands in no record.
    const bool mail = !is_address_of_http(notice.receiver);
    command.sentence = "The notice " + notice.event + (mail ? " by mail" : " to " + notice.receiver) +
                       (unknown ? " may have been told, or not: " : " was not told: ") +
                       (mail ? without(notice.last_error, notice.receiver) : notice.last_error);
    command.order = notice.order;
    command.destination = is_address_of_http(notice.receiver) ? "notices" : "mail";
    engine::Message message;
    message.envelope.source = "notices";
    message.envelope.actor = "notices";
    message.envelope.message_id = short_id(notice.id);
    message.command = cases::Command{std::move(command)};
    std::string body;
    engine::encode_body(body, message.command);
    message.envelope.content_hash = hash128(body);
    const auto answer = service_->loop.call(std::move(message));
    if (!answer || answer->refusal)
        log(Level::error, "notices", "A case could not be opened for a notice that was not told",
            {{"order", notice.order}});
}

void Notices::keep(const KeptNotice& notice) {
    if (auto done = store_.put(notice); !done) log(Level::error, "notices", done.error());
}

} // namespace truefill::api
