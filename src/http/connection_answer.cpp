// The half of a connection that answers; connection.cpp reads and sends.
#include "http/connection.h"
#include "http/open_exchange.h"
#include "http/problem.h"
#include "http/response_head.h"
#include "http/stream_core.h"
#include "http/worker.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace truefill::http {

/// A body that nobody wants is passed over when it came already; otherwise the connection ends.
void Connection::before_answer() {
    if (!is_whole_ && keep_alive_) {
        parser_.body_to(nullptr);
        RequestParser::Step step = parser_.feed(input_);
        is_whole_ = step == RequestParser::Step::whole;
    }
    keep_alive_ = keep_alive_ && is_whole_ && !worker_.is_draining();
}

void Connection::answer(Response response) {
    if (turn_ != Turn::handling || is_closed_) return;
    if (!is_sendable(response)) {
        response = http::answer({.status = 500,
                                 .detail = "The server made an answer that cannot be sent.",
                                 .code = "internal_error"});
    }
    before_answer();
    send(response, response.body.size());
    if (!is_head_ && !has_no_body(response.status)) output_.append(std::move(response.body));
    after_answer();
    pump({});
}

void Connection::send(const Response& response, std::optional<std::size_t> length) {
    const Options& options = worker_.edge().options;
    append_head(output_.tail(), {.response = response,
                                 .always = options.headers,
                                 .connection = !keep_alive_ ? "close"
                                               : is_1_0_    ? "keep-alive"
                                                            : "",
                                 .length = length,
                                 .is_chunked = !length && !is_1_0_});
    output_.grown();
    if (options.told) {
        options.told(
            route_, response.status,
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began_));
    }
}

void Connection::after_answer() {
    exchange_.reset();
    handler_ = nullptr;
    has_request_ = false;
    has_answered_ = true;
    parser_.restart();
    turn_ = keep_alive_ ? Turn::reading : Turn::ending;
}

void Connection::begin_stream(Response head, std::shared_ptr<StreamCore> core) {
    if (turn_ != Turn::handling || is_closed_) return core->close();
    if (!is_sendable(head) || has_no_body(head.status)) {
        core->close();
        return answer(std::move(head));
    }
    before_answer();
    keep_alive_ = keep_alive_ && !is_1_0_;
    turn_ = Turn::streaming;
    is_stream_over_ = false;
    stream_ = std::move(core);
    send(head, std::nullopt);
    if (!head.body.empty()) append_chunk(std::move(head.body));
    look_at_stream();
}

void Connection::append_chunk(std::string&& bytes) {
    if (bytes.empty() || is_head_) return;
    if (!is_1_0_) {
        fmt::format_to(std::back_inserter(output_.tail()), "{:x}\r\n", bytes.size());
        output_.grown();
    }
    output_.append(std::move(bytes));
    if (!is_1_0_) output_.append("\r\n");
}

void Connection::look_at_stream() {
    if (!stream_ || is_closed_) return;
    StreamCore::Taken taken = stream_->take();
    if (taken.is_broken) return close();
    append_chunk(std::move(taken.bytes));
    if ((taken.is_ended || is_head_) && !std::exchange(is_stream_over_, true) && !is_1_0_ && !is_head_) {
        output_.append("0\r\n\r\n");
    }
    pump({});
}

} // namespace truefill::http
