#include "server/feed.h"

#include "loop/chain_reader.h"
#include "server/log.h"
#include "server/query.h"
#include "server/service.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace truefill::server {
namespace {

constexpr std::size_t piece_bytes = std::size_t{256} << 10;
constexpr std::size_t records_max = 1'000;
constexpr std::chrono::seconds heartbeat{15};
/// Record bytes that are read for one batch answer at most.

void member(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out += ",\"";
    out += name;
    out += "\":";
    json::encode(out, value);
}

std::optional<Position> position_in(std::string_view text) {
    Position position = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return position;
}

/// Who may do what, and the hashes of secrets, are nobody's business who follows the feed.
bool is_private(std::string_view type) { return type.starts_with("access."); }

/// The order that an event is about, as history.cpp finds it.
OrderId order_in(json::Value body) {
    auto id = body.find("order").as_uint();
    if (!id) id = body.find("entry").find("order").as_uint();
    return OrderId{static_cast<std::uint32_t>(id.value_or(0))};
}

} // namespace

const std::string& FeedWriter::number_of(OrderId order, Position position) {
    if (order == named_ && !number_.empty()) return number_;
    named_ = order;
    number_ = order ? board_.number_of(order) : std::string{};
    if (order && number_.empty() && board_.wait_for(position, std::chrono::seconds{5}))
        number_ = board_.number_of(order);
    return number_;
}

std::expected<FeedWriter::Appended, std::string> FeedWriter::append(std::string& out, std::string_view record,
                                                                    std::string_view before,
                                                                    std::string_view after) {
    const auto value = document_.parse(record);
    if (!value) return std::unexpected(value.error().detail);
    const auto envelope = value->find("envelope");
    const auto position = std::string{envelope.find("position").raw()};
    Appended done;
    std::size_t ordinal = 0;
    for (const auto step : value->find("steps").elements())
        for (const auto event : step.find("events").elements()) {
            ++ordinal;
            const auto type = event.find("event").as_string().value_or("");
            if (is_private(type)) continue;
            const auto body = event.find("body");
            const auto& number = number_of(order_in(body), position_in(position).value_or(0));
            done.last = out.size();
            ++done.events;
            out += before;
            out += R"({"specversion":"1.0","id":")";
            out += position;
            out += '.';
            out += std::to_string(ordinal);
            out += R"(","source":"/truefill")";
            member(out, "type", type);
            member(out, "subject", number);
            member(out, "time", envelope.find("record_time").as_string().value_or(""));
            member(out, "sequence", position);
            member(out, "origin", envelope.find("source").as_string().value_or(""));
            member(out, "messageid", envelope.find("message_id").as_string().value_or(""));
            member(out, "traceparent", envelope.find("trace").as_string().value_or(""));
            out += R"(,"dataversion":)";
            out += event.find("version").raw();
            out += R"(,"datacontenttype":"application/json","data":)";
            out += body.raw();
            out += '}';
            out += after;
        }
    return done;
}

Feed::~Feed() { stop(); }

void Feed::start(Position durable) {
    {
        const std::scoped_lock lock{mutex_};
        durable_ = std::max(durable_, durable);
    }
    thread_ = std::thread{[this] { run(); }};
}

void Feed::stop() {
    {
        const std::scoped_lock lock{mutex_};
        ending_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

void Feed::committed(const journal::Batch& batch, std::span<const loop::Mark>) {
    if (batch.size() == 0) return;
    const std::scoped_lock lock{mutex_};
    durable_ = batch.first + batch.size() - 1;
    if (count_ > 0) changed_.notify_one();
}

void Feed::wake() {
    const std::scoped_lock lock{mutex_};
    woken_ = true;
    changed_.notify_one();
}

void Feed::follow(std::shared_ptr<http::Stream> stream, Position after) {
    const auto now = std::chrono::steady_clock::now();
    stream->on_room([this] { wake(); });
    const std::scoped_lock lock{mutex_};
    if (ending_) return stream->end();
    coming_.push_back({std::move(stream), after, now});
    ++count_;
    woken_ = true;
    changed_.notify_one();
}

void Feed::run() {
    bool more = false; // somebody has room and is behind
    for (;;) {
        Position durable = 0;
        {
            std::unique_lock lock{mutex_};
            const auto seen = durable_;
            if (!more)
                changed_.wait_for(lock, std::chrono::seconds{1},
                                  [&] { return woken_ || ending_ || durable_ != seen; });
            woken_ = false;
            std::ranges::move(coming_, std::back_inserter(followers_));
            coming_.clear();
            durable = durable_;
            if (ending_) break;
        }
        more = false;
        std::erase_if(followers_, [&](Follower& one) {
            const bool gone = !send_some(one, durable);
            if (gone) --count_;
            else more = more || (one.sent < durable && one.stream->room() > 0);
            return gone;
        });
    }
    for (auto& one : followers_) one.stream->end();
}

/// False when the client is gone.
bool Feed::send_some(Follower& follower, Position durable) {
    const auto now = std::chrono::steady_clock::now();
    if (follower.sent >= durable) {
        if (now - follower.last < heartbeat) return true;
        follower.last = now;
        return follower.stream->write(": nothing new\n\n");
    }
    if (follower.stream->room() == 0) return true; // it is asked again when there is room
    if ((piece_.after != follower.sent || piece_.to == 0) && !make_piece(follower.sent)) {
        follower.stream->end();
        return false;
    }
    follower.sent = piece_.to;
    follower.last = now;
    return piece_.text.empty() || follower.stream->write(piece_.text);
}

bool Feed::make_piece(Position after) {
    piece_ = {after, after, {}};
    if (auto done = records_.read(after + 1, piece_bytes, batch_); !done || batch_.size() == 0) {
        log(Level::error, "feed", done ? "The journal is shorter than what was told." : done.error());
        return false;
    }
    for (std::size_t i = 0; i < batch_.size() && piece_.text.size() < 2 * piece_bytes; ++i) {
        const auto events = writer_.append(piece_.text, batch_.record(i), "data: ", "\n\n");
        if (!events) {
            log(Level::error, "feed", "A record cannot be read: " + events.error());
            return false;
        }
        piece_.to = batch_.first + i;
        // Whoever is cut off within a record gets all of it again: the id comes with its last event.
        if (events->events > 0) piece_.text.insert(events->last, "id: " + std::to_string(piece_.to) + "\n");
    }
    return true;
}

namespace {

void stream_events(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto last = request.header("last-event-id");
    const auto asked = request.parameter("after");
    // Without a place to begin at it begins now.
    auto after = std::optional{service.loop.durable()};
    if (!last.empty()) after = position_in(last);
    else if (asked) after = position_in(*asked);
    if (!after || *after > service.loop.durable())
        return respond(exchange,
                       bad_parameter("after", "it is a position of the journal, 0 for its beginning"));
    http::Response head;
    head.content_type = "text/event-stream";
    head.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
    auto stream = exchange->stream(std::move(head));
    stream->write("retry: 2000\n\n");
    service.feed.follow(std::move(stream), *after);
}

void batch_events(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto after = position_in(request.parameter("after").value_or("0"));
    const auto limit = position_in(request.parameter("limit").value_or("100"));
    if (!after) return respond(exchange, bad_parameter("after", "it is a position of the journal"));
    if (!limit || *limit == 0 || *limit > records_max)
        return respond(exchange, bad_parameter("limit", "it is a number of records from 1 to 1000"));
    FeedWriter writer{service.board};
    journal::Batch batch;
    http::Response response;
    response.content_type = "application/cloudevents-batch+json";
    response.body = "[";
    Position to = std::min(*after, service.loop.durable());
    if (to == *after && to < service.loop.durable()) {
        if (auto done = service.records.read(*after + 1, loop::replay_bytes, batch); !done)
            return respond(exchange, make_problem(500, "journal_unreadable", done.error()));
        for (std::size_t i = 0; i < std::min<std::size_t>(batch.size(), *limit); ++i) {
            const auto events = writer.append(response.body, batch.record(i), "", ",");
            if (!events) return respond(exchange, make_problem(500, "journal_unreadable", events.error()));
            to = batch.first + i;
        }
    }
    if (response.body.ends_with(',')) response.body.pop_back();
    response.body += ']';
    response.headers.emplace_back("Truefill-Position", std::to_string(to));
    if (to < service.loop.durable())
        response.headers.emplace_back("Link", "</v1/events?after=" + std::to_string(to) +
                                                  "&limit=" + std::to_string(*limit) + ">; rel=\"next\"");
    respond(exchange, std::move(response));
}

} // namespace

void get_events(Service& service, const http::ExchangePtr& exchange) {
    if (exchange->request().header("accept").find("text/event-stream") != std::string_view::npos)
        return stream_events(service, exchange);
    service.clerks.give([&service, exchange] { batch_events(service, exchange); });
}

} // namespace truefill::server
