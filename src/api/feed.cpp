#include "api/feed.h"

#include "api/log.h"
#include "api/query.h"
#include "api/scope.h"
#include "api/service.h"
#include "loop/chain_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace truefill::api {
namespace {

constexpr std::size_t piece_bytes = std::size_t{256} << 10;
constexpr std::size_t records_max = 1'000;
constexpr std::chrono::seconds heartbeat{15};
constexpr std::chrono::seconds patience{5}; ///< with a board that is behind

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

/// The order that an event names.
OrderId order_in(json::Value body, json::Value entry) {
    auto id = body.find("order").as_uint();
    if (!id) id = entry.find("order").as_uint();
    return OrderId{static_cast<std::uint32_t>(id.value_or(0))};
}

/// Whether an event that names no order may still be about one: by its job, or by a hold on an order or a
/// line.
bool is_of_record(json::Value body, json::Value entry) {
    if (body.find("job") || entry.find("lifted").size() > 0) return true;
    for (const auto hold : entry.find("holds").elements()) {
        const auto scope = hold.find("scope").as_string().value_or("order"); // the first one is left out
        return scope == "order" || scope == "line";
    }
    return false;
}

} // namespace

const std::string& FeedWriter::number_of(OrderId order, Position position) {
    if (order == named_ && !number_.empty()) return number_;
    named_ = order;
    number_ = order ? board_.number_of(order) : std::string{};
    if (order && number_.empty() && board_.wait_for(position, patience)) number_ = board_.number_of(order);
    return number_;
}

OrderId FeedWriter::order_of(json::Value body, Position position) {
    const auto entry = body.find("entry");
    const auto named = order_in(body, entry);
    if (named || !is_of_record(body, entry)) return named;
    if (board_.position() < position && !board_.wait_for(position, patience)) return {};
    return board_.only_order_at(position);
}

std::expected<FeedWriter::Appended, std::string> FeedWriter::append(std::string& out, std::string_view record,
                                                                    std::string_view before,
                                                                    std::string_view after) {
    const auto value = document_.parse(record);
    if (!value) return std::unexpected(value.error().detail);
    const auto envelope = value->find("envelope");
    const auto position = std::string{envelope.find("position").raw()};
    const auto record_position = position_in(position).value_or(0);
    Appended done;
    orders_.clear();
    std::size_t ordinal = 0;
    for (const auto step : value->find("steps").elements())
        for (const auto event : step.find("events").elements()) {
            ++ordinal;
            const auto type = event.find("event").as_string().value_or("");
            if (is_private(type)) continue;
            const auto body = event.find("body");
            const auto order = order_of(body, record_position);
            const auto& number = number_of(order, record_position);
            orders_.push_back(order);
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

std::expected<FeedWriter::Appended, std::string>
FeedWriter::append_changes(std::string& out, std::string_view record,
                           const std::function<bool(OrderId)>& shows) {
    const auto value = document_.parse(record);
    if (!value) return std::unexpected(value.error().detail);
    const auto position = value->find("envelope").find("position").as_uint().value_or(0);
    Appended done;
    for (const auto step : value->find("steps").elements())
        for (const auto event : step.find("events").elements()) {
            const auto type = event.find("event").as_string().value_or("");
            if (is_private(type)) continue;
            const auto order = order_of(event.find("body"), position);
            const auto& number = number_of(order, position);
            if (order && shows && !shows(order)) continue;
            done.last = out.size();
            ++done.events;
            out += "data: {\"specversion\":\"1.0\"";
            member(out, "type", type);
            member(out, "subject", number);
            out += "}\n\n";
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

void Feed::follow(std::shared_ptr<http::Stream> stream, Position after, std::function<bool()> may_go_on) {
    add({std::move(stream), after, std::chrono::steady_clock::now(), std::move(may_go_on)});
}

void Feed::follow_changes(std::shared_ptr<http::Stream> stream, Position after,
                          std::function<bool()> may_go_on, std::function<bool(OrderId)> shows) {
    add({std::move(stream), after, std::chrono::steady_clock::now(), std::move(may_go_on), true,
         std::move(shows)});
}

void Feed::add(Follower follower) {
    follower.stream->on_room([this] { wake(); });
    const std::scoped_lock lock{mutex_};
    if (ending_) return follower.stream->end();
    coming_.push_back(std::move(follower));
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
    if (follower.may_go_on && !follower.may_go_on()) {
        follower.stream->end();
        return false;
    }
    const auto now = std::chrono::steady_clock::now();
    if (follower.sent >= durable) {
        if (now - follower.last < heartbeat) return true;
        follower.last = now;
        return follower.stream->write(": nothing new\n\n");
    }
    if (follower.stream->room() == 0) return true; // it is asked again when there is room
    Piece own;
    auto& piece = !follower.changes ? piece_ : follower.shows ? own : changes_piece_;
    if ((piece.after != follower.sent || piece.to == 0) && !make_piece(piece, follower)) {
        follower.stream->end();
        return false;
    }
    follower.sent = piece.to;
    follower.last = now;
    return piece.text.empty() || follower.stream->write(piece.text);
}

bool Feed::make_piece(Piece& piece, const Follower& follower) {
    const auto after = follower.sent;
    piece = {after, after, {}};
    if (auto done = records_.read(after + 1, piece_bytes, batch_); !done || batch_.size() == 0) {
        log(Level::error, "feed", done ? "The journal is shorter than what was told." : done.error());
        return false;
    }
    for (std::size_t i = 0; i < batch_.size() && piece.text.size() < 2 * piece_bytes; ++i) {
        const auto events = follower.changes
                                ? writer_.append_changes(piece.text, batch_.record(i), follower.shows)
                                : writer_.append(piece.text, batch_.record(i), "data: ", "\n\n");
        if (!events) {
            log(Level::error, "feed", "A record cannot be read: " + events.error());
            return false;
        }
        piece.to = batch_.first + i;
        // Whoever is cut off within a record gets all of it again: the id comes with its last event.
        if (events->events > 0) piece.text.insert(events->last, "id: " + std::to_string(piece.to) + "\n");
    }
    return true;
}

namespace {

/// Whether who follows may still do so: asked again when somebody's rights have changed, and now and then,
/// for keys and sessions end by themselves. With a scope a changed right ends the stream: its client comes
/// again and gets what is in the scope by then.
std::function<bool()> still_permitted(Service& service, http::Request request, std::string_view area,
                                      bool everything) {
    using Clock = std::chrono::steady_clock;
    request.body.clear();
    return [&service, request = std::move(request), area, everything,
            version = service.door.mirror().version(), until = Clock::now() + heartbeat]() mutable {
        const auto now = Clock::now();
        const auto latest = service.door.mirror().version();
        if (latest == version && now < until) return true;
        if (latest != version && !everything) return false;
        version = latest;
        until = now + heartbeat;
        const auto caller = service.door.ask(request);
        if (!caller) return false;
        const auto reach = reach_of(service, *caller, area);
        return !reach.refusal && reach.everything == everything;
    };
}

/// Orders that somebody with a scope sees.
std::function<bool(OrderId)> shown_in(Service& service, Reach reach) {
    if (reach.everything) return {};
    return [&service, reach = std::move(reach)](OrderId order) {
        const auto row = service.board.find(order);
        return row && !row->shown.number.empty() && covers(reach, row->shown.sites, row->shown.customer.code);
    };
}

/// Nobody has read what is not there yet: such a place is of another journal, or of a younger copy of this.
std::optional<Problem> wrong_place(std::optional<Position> after, Position end) {
    if (!after) return bad_parameter("after", "it is a position of the journal, 0 for its beginning");
    if (*after <= end) return std::nullopt;
    return bad_parameter("after",
                         "it is a position of the journal, and the journal ends at " + std::to_string(end));
}

void stream_events(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto last = request.header("last-event-id");
    const auto asked = request.parameter("after");
    // Without a place to begin at it begins now.
    auto after = std::optional{service.loop.durable()};
    if (!last.empty()) after = position_in(last);
    else if (asked) after = position_in(*asked);
    if (auto wrong = wrong_place(after, service.loop.durable())) return respond(exchange, std::move(*wrong));
    const bool changes = request.parameter("data") == "none";
    const std::string_view area = changes ? "overview" : "events";
    auto reach = reach_of(service, exchange, area);
    if (reach.refusal) return respond(exchange, std::move(*reach.refusal));
    http::Response head;
    head.content_type = "text/event-stream";
    head.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
    auto stream = exchange->stream(std::move(head));
    stream->write("retry: 2000\n\n");
    auto may_go_on = still_permitted(service, request, area, reach.everything);
    if (!changes) return service.feed.follow(std::move(stream), *after, std::move(may_go_on));
    service.feed.follow_changes(std::move(stream), *after, std::move(may_go_on),
                                shown_in(service, reach_of(service, exchange, "orders")));
}

void batch_events(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto after = position_in(request.parameter("after").value_or("0"));
    const auto limit = position_in(request.parameter("limit").value_or("100"));
    if (auto wrong = wrong_place(after, service.loop.durable())) return respond(exchange, std::move(*wrong));
    if (!limit || *limit == 0 || *limit > records_max)
        return respond(exchange, bad_parameter("limit", "it is a number of records from 1 to 1000"));
    FeedWriter writer{service.board};
    journal::Batch batch;
    http::Response response;
    response.content_type = "application/cloudevents-batch+json";
    response.body = "[";
    Position to = *after;
    if (to < service.loop.durable()) {
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

/// Everything that happens, to who may know all of it; what changed (`data=none`), to everybody.
void get_events(Service& service, const http::ExchangePtr& exchange) {
    const auto data = exchange->request().parameter("data").value_or("all");
    if (data != "all" && data != "none")
        return respond(exchange, bad_parameter("data", "it is all, or none for a stream of what changed"));
    if (data == "all") {
        auto reach = reach_of(service, exchange, "events");
        if (reach.refusal) return respond(exchange, std::move(*reach.refusal));
        if (!reach.everything)
            return respond(exchange,
                           not_allowed({false,
                                        "out_of_scope",
                                        "events are about all sites and customers, and you have a scope",
                                        {}}));
    }
    if (exchange->request().header("accept").find("text/event-stream") != std::string_view::npos)
        return stream_events(service, exchange);
    if (data == "none")
        return respond(exchange, bad_parameter("data", "none is for a stream: Accept: text/event-stream"));
    service.clerks.give([&service, exchange] { batch_events(service, exchange); });
}

} // namespace truefill::api
