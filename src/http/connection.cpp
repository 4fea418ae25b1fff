#include "http/connection.h"

#include "http/open_exchange.h"
#include "http/problem.h"
#include "http/stream_core.h"
#include "http/traceparent.h"
#include "http/worker.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace truefill::http {

namespace {

/// Answers to pipelined requests that wait for the client to take them; more requests are not looked at.
constexpr std::size_t pipelined_bytes_max = 256 << 10;
/// What a client may send while it listens to a stream.
constexpr std::size_t early_bytes_max = 64 << 10;

} // namespace

Connection::Connection(Worker& worker, Client client)
    : worker_{worker},
      client_{std::move(client)},
      transport_{worker.edge().tls ? worker.edge().tls->transport(client_.descriptor)
                                   : plain_transport(client_.descriptor)},
      socket_{std::in_place, worker.loop(), client_.descriptor, *this},
      line_{std::make_shared<Line>(client_.descriptor)},
      parser_{{.head_bytes = worker.edge().options.head_bytes_max,
               .headers = worker.edge().options.headers_max,
               .body_bytes = worker.edge().options.body_bytes_max}} {}

Connection::~Connection() { line_->close(); }

void Connection::start() { wait(); }

void Connection::close() {
    if (std::exchange(is_closed_, true)) return;
    const auto self = shared_from_this();
    line_->close();
    socket_.reset();
    worker_.enter(*this, Phase::none);
    worker_.edge().answers_bytes -= counted_output_;
    worker_.closed(*this);
    if (exchange_) exchange_->abandon();
    exchange_.reset();
    if (const auto stream = std::exchange(stream_, {})) stream->close();
}

void Connection::drain() {
    if (phase_now() == Phase::idle) close();
}

// ---------------------------------------------------------------- reading

void Connection::on_readable() {
    const auto self = shared_from_this();
    if (std::exchange(writes_when_readable_, false)) {
        pump({});
        if (is_closed_) return;
    }
    const Transfer got = transport_->read(worker_.scratch());
    switch (got.moved) {
    case Moved::ended: return on_client_end();
    case Moved::wait_write: reads_when_writable_ = true; return wait();
    case Moved::wait_read: return wait();
    case Moved::some: break;
    }
    if (turn_ == Turn::ending) return wait(); // what comes now is dropped
    pump({worker_.scratch().data(), got.bytes});
}

void Connection::on_client_end() {
    if (turn_ == Turn::handling) return; // the end is still there after the answer
    // Somebody who shuts down his side after a request still reads the answer.
    if (turn_ != Turn::reading || output_.is_empty()) return close();
    is_client_done_ = true;
    turn_ = Turn::ending;
    wait();
}

/// Takes requests from what came, and sends what they were answered with.
void Connection::pump(std::string_view fresh) {
    if (is_pumping_ || is_closed_) return;
    is_pumping_ = true;
    const bool was_waiting = !unread_.empty();
    if (was_waiting) unread_ += fresh;
    input_ = was_waiting ? std::string_view{unread_} : fresh;
    bool goes_on = true;
    while (goes_on && !is_closed_) {
        const bool is_held_up = advance();
        const Turn before = turn_;
        flush();
        const bool is_stream_through = before == Turn::streaming && turn_ == Turn::reading;
        goes_on = (is_held_up && output_.is_empty()) || is_stream_through;
    }
    if (!was_waiting) {
        unread_.assign(input_);
    } else if (input_.empty()) {
        std::string{}.swap(unread_);
    } else {
        unread_.erase(0, unread_.size() - input_.size());
    }
    input_ = {};
    is_pumping_ = false;
    if (!is_closed_) wait();
}

/// True when only the answers that wait to be sent keep it from going on.
bool Connection::advance() {
    while (turn_ == Turn::reading && !is_closed_) {
        if (output_.size() > pipelined_bytes_max) return true;
        switch (parser_.feed(input_)) {
        case RequestParser::Step::more:
            if (has_request_ && !count_body()) break;
            return false;
        case RequestParser::Step::head: take_head(); break;
        case RequestParser::Step::whole: take_whole(); break;
        case RequestParser::Step::failed: refuse(parser_.error()); break;
        }
    }
    return false;
}

void Connection::take_head() {
    RequestParser::Head& head = parser_.head();
    began_ = std::chrono::steady_clock::now();
    is_head_ = head.request.method == Method::head;
    is_1_0_ = head.is_http_1_0;
    keep_alive_ = head.keep_alive && !client_.is_over_cap;
    has_request_ = true;
    is_whole_ = !head.has_body;
    route_ = {};
    const Options& options = worker_.edge().options;
    head.request.peer = client_.peer;
    head.request.secure = !options.certificate_file.empty();
    if (options.behind_proxy) options.behind_proxy(head.request);
    turn_ = Turn::handling;

    if (client_.is_over_cap &&
        std::ranges::find(options.always_served, head.request.path) == options.always_served.end()) {
        Response busy = http::answer({.status = 503,
                                      .detail = "There are too many connections. Try again soon.",
                                      .code = "too_many_connections"},
                                     head.request);
        busy.headers.emplace_back("Retry-After", "1");
        return answer(std::move(busy));
    }
    Router::Table::Found found = worker_.edge().table->find(head.parts);
    if (!found.route) {
        return answer(http::answer({.status = 404,
                                    .detail = fmt::format("There is nothing at {}.", head.request.path),
                                    .code = "not_found"},
                                   head.request));
    }
    route_ = found.route->path;
    const Handler* handler = head.is_method_ours ? found.route->handler(head.request.method) : nullptr;
    if (!handler) {
        Response wrong = http::answer({.status = 405,
                                       .detail = fmt::format("{} takes {}.", route_, found.route->allow()),
                                       .code = "method_not_allowed"},
                                      head.request);
        wrong.headers.emplace_back("Allow", found.route->allow());
        return answer(std::move(wrong));
    }
    head.request.route = route_;
    for (std::size_t at = 0; at < found.values.size(); ++at) {
        head.request.parts.emplace_back(found.route->names[at], std::move(found.values[at]));
    }
    exchange_ = std::make_shared<OpenExchange>(worker_.shared_from_this(), weak_from_this(), line_,
                                               std::move(head.request));
    ask_guard(*handler);
}

void Connection::ask_guard(const Handler& handler) {
    const auto exchange = exchange_;
    const auto& check = worker_.edge().table->check;
    if (check && !check(exchange)) {
        exchange_.reset(); // whoever answers holds it
        return;
    }
    if (exchange->is_answered() || is_closed_) return;
    handler_ = &handler;
    turn_ = Turn::reading;
    if (is_whole_) return;
    parser_.body_to(&exchange->edit().body);
    if (parser_.head().expects_continue && input_.empty()) {
        output_.tail() += "HTTP/1.1 100 Continue\r\n\r\n";
        output_.grown();
    }
}

/// False when there is no room for more of the body; then the answer is given.
bool Connection::count_body() {
    if (!exchange_ || exchange_->count_body()) return true;
    refuse({503, "too_many_bodies", "Too many long requests are under way. Try again soon."});
    return false;
}

void Connection::take_whole() {
    if (!count_body()) return;
    is_whole_ = true;
    turn_ = Turn::handling;
    try {
        (*handler_)(std::exchange(exchange_, {}));
    } catch (const std::exception&) {
        // The exchange was dropped on the way here, which has answered 500 unless somebody else holds it.
    }
}

/// An error of the edge itself, after which nothing that comes can be understood.
void Connection::refuse(EdgeError error) {
    Problem problem{
        .status = error.status, .detail = std::move(error.detail), .code = std::string{error.code}};
    const std::string trace = exchange_ ? exchange_->request().traceparent : new_traceparent();
    problem.trace_id = trace.substr(3, 32);
    if (exchange_) exchange_->abandon();
    if (!has_request_) {
        began_ = std::chrono::steady_clock::now();
        route_ = {};
        is_head_ = false;
        has_request_ = true;
    }
    Response response = http::answer(std::move(problem));
    if (error.status == 503) response.headers.emplace_back("Retry-After", "1");
    keep_alive_ = false;
    turn_ = Turn::handling;
    answer(std::move(response));
}

// ---------------------------------------------------------------- sending

void Connection::on_writable() {
    const auto self = shared_from_this();
    pump({});
    if (!is_closed_ && std::exchange(reads_when_writable_, false)) on_readable();
}

void Connection::flush() {
    while (!output_.is_empty()) {
        const Transfer sent = transport_->write(output_);
        if (sent.moved == Moved::ended) return close();
        if (sent.moved != Moved::some) {
            writes_when_readable_ = sent.moved == Moved::wait_read;
            break;
        }
        output_.taken(sent.bytes);
        has_written_ = true;
    }
    if (stream_) stream_->left(output_.size());
    if (stream_ && is_stream_over_ && output_.is_empty()) {
        const auto stream = std::exchange(stream_, {});
        after_answer();
        stream->close();
    }
    if (turn_ == Turn::ending && output_.is_empty() && !std::exchange(is_finished_, true))
        transport_->finish();
}

// ---------------------------------------------------------------- waiting

Phase Connection::phase_now() const {
    if (!output_.is_empty()) return Phase::write;
    if (transport_->is_opening()) return Phase::head;
    switch (turn_) {
    case Turn::reading:
        if (has_request_) return Phase::body;
        return parser_.has_begun() || !unread_.empty() ? Phase::head : Phase::idle;
    case Turn::ending: return Phase::linger;
    case Turn::handling:
    case Turn::streaming: break;
    }
    return Phase::none;
}

/// Sets the deadline, and asks the socket for what comes next.
void Connection::wait() {
    const Phase now = phase_now();
    if (now == Phase::idle && worker_.is_draining()) return close();
    if (turn_ == Turn::ending && output_.is_empty() && is_client_done_) return close();
    const bool begins_anew =
        now == Phase::write ? std::exchange(has_written_, false) : std::exchange(has_answered_, false);
    if (now != phase() || begins_anew) worker_.enter(*this, now);
    count_output();
    if (is_closed_) return;
    if (reads_when_writable_ || (!output_.is_empty() && !writes_when_readable_)) socket_->await_writable();
    const bool reads = turn_ == Turn::ending ? output_.is_empty() : turn_ != Turn::handling;
    const bool has_room = unread_.size() < early_bytes_max && output_.size() <= pipelined_bytes_max;
    if (!writes_when_readable_ && (!reads || !has_room || reads_when_writable_)) return;
    if (!transport_->holds_bytes()) return socket_->await_readable();
    worker_.loop().post([weak = weak_from_this()] {
        if (const auto here = weak.lock(); here && !here->is_closed_) here->on_readable();
    });
}

void Connection::count_output() {
    const std::size_t before = std::exchange(counted_output_, output_.size());
    if (before == counted_output_) return;
    Edge& edge = worker_.edge();
    edge.answers_bytes -= before;
    const std::size_t all = edge.answers_bytes += counted_output_;
    if (counted_output_ > before && all > edge.options.answers_bytes_max)
        worker_.close_longest_in(Phase::write);
}

void Connection::expire(Phase phase) {
    const auto self = shared_from_this();
    if ((phase != Phase::head && phase != Phase::body) || transport_->is_opening()) return close();
    refuse({408, "too_slow", "The request did not come in time."});
}

} // namespace truefill::http
