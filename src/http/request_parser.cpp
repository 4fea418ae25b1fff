#include "http/request_parser.h"

#include "base/text.h"
#include "http/body_reader.h"
#include "http/target.h"
#include "http/traceparent.h"

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace truefill::http {

namespace {

namespace beast = boost::beast;
using beast::http::field;
using beast::http::verb;
using Text = beast::string_view;
using ErrorCode = beast::error_code;

std::string_view view(Text text) { return {text.data(), text.size()}; }

std::optional<Method> method_of(verb word) {
    switch (word) {
    case verb::get: return Method::get;
    case verb::head: return Method::head;
    case verb::post: return Method::post;
    case verb::put: return Method::put;
    case verb::patch: return Method::patch;
    case verb::delete_: return Method::remove;
    default: return std::nullopt;
    }
}

bool is_same_word(std::string_view text, std::string_view lower) { return to_lower_ascii(text) == lower; }

EdgeError too_large_head() {
    return {431, "head_too_large", "The request line and the headers are longer than this server takes."};
}

EdgeError too_large_body() { return {413, "body_too_large", "The body is longer than this server takes."}; }

EdgeError malformed(std::string detail) { return {400, "malformed_request", std::move(detail)}; }

/// The answer to what Beast refuses.
EdgeError error_of(const ErrorCode& code) {
    using beast::http::error;
    if (code == error::header_limit) return too_large_head();
    if (code == error::body_limit) return too_large_body();
    if (code == error::bad_version)
        return {400, "malformed_request", "The request is not HTTP/1.1 or HTTP/1.0."};
    return malformed("The request is not well-formed HTTP/1.1: " + code.message() + ".");
}

/// Fills a head from Beast's calls. The body is not Beast's business: see BodyReader.
class Reader final : public beast::http::basic_parser<true> {
public:
    explicit Reader(const ParserLimits& limits) : limits_{limits} {
        header_limit(static_cast<std::uint32_t>(limits.head_bytes));
        body_limit(limits.body_bytes);
    }

    RequestParser::Head head;
    std::optional<EdgeError> refused;

private:
    void refuse(EdgeError error, ErrorCode& code) {
        if (!refused) refused = std::move(error);
        code = make_error_code(boost::system::errc::invalid_argument);
    }

    // tidy: allow parameters, because Beast calls it with them
    void on_request_impl(verb word, Text name, Text target, int version, ErrorCode& code) override {
        head.is_http_1_0 = version == 10;
        head_bytes_ = name.size() + target.size() + 12;
        const std::optional<Method> method = method_of(word);
        if (word == verb::unknown) {
            return refuse({501, "method_unknown", "This server does not know the method of the request."},
                          code);
        }
        head.is_method_ours = method.has_value();
        head.request.method = method.value_or(Method::get);
        auto parsed = http::parse_target(view(target));
        if (!parsed) return refuse({400, "bad_target", "Bad request target: " + parsed.error() + "."}, code);
        head.request.path = std::move(parsed->path);
        head.request.query = std::move(parsed->query);
        head.parts = std::move(parsed->parts);
    }

    void on_field_impl(field which, Text name, Text value, ErrorCode& code) override {
        head_bytes_ += name.size() + value.size() + 4;
        if (head_bytes_ > limits_.head_bytes || head.request.headers.size() >= limits_.headers) {
            return refuse(too_large_head(), code);
        }
        if (!is_utf8(view(value))) return refuse(malformed("A header is not UTF-8."), code);
        if (which == field::host && has_host_++)
            return refuse(malformed("There are two Host headers."), code);
        if (which == field::content_length && has_length_++) {
            return refuse(malformed("There are two Content-Length headers."), code);
        }
        if (which == field::content_length && value.find(',') != Text::npos) {
            return refuse(malformed("Content-Length is not one number."), code);
        }
        if (which == field::transfer_encoding &&
            (head.is_http_1_0 || !is_same_word(view(value), "chunked"))) {
            return refuse(malformed("The only Transfer-Encoding taken is chunked, in HTTP/1.1."), code);
        }
        if (which == field::expect) {
            if (!is_same_word(view(value), "100-continue")) {
                return refuse({417, "expectation_failed", "The only expectation met is 100-continue."}, code);
            }
            head.expects_continue = !head.is_http_1_0;
        }
        head.request.headers.emplace_back(to_lower_ascii(view(name)), view(value));
    }

    void on_header_impl(ErrorCode& code) override {
        if (!has_host_ && !head.is_http_1_0) {
            return refuse(malformed("There is no Host header."), code);
        }
        head.keep_alive = keep_alive();
        head.has_body = chunked() || content_length().value_or(0) > 0;
        const std::string_view trace = head.request.header("traceparent");
        head.request.traceparent = is_traceparent(trace) ? std::string{trace} : new_traceparent();
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override {}
    void on_chunk_header_impl(std::uint64_t, Text, ErrorCode&) override {}
    void on_response_impl(int, Text, int, ErrorCode&) override {}
    void on_finish_impl(ErrorCode&) override {}

    std::size_t on_body_impl(Text bytes, ErrorCode&) override { return bytes.size(); }
    std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, ErrorCode&) override { return bytes.size(); }

    const ParserLimits& limits_;
    std::size_t head_bytes_ = 0;
    int has_host_ = 0;
    int has_length_ = 0;
};

} // namespace

struct RequestParser::Parts {
    ParserLimits limits;
    std::optional<Reader> reader{};
    std::optional<BodyReader> body_reader{}; ///< once the head is through
    std::string* body = nullptr;
    EdgeError error{};

    Step fail(EdgeError why) {
        error = std::move(why);
        return Step::failed;
    }
    Step feed_head(std::string_view& bytes);
    Step feed_body(std::string_view& bytes);
};

RequestParser::RequestParser(ParserLimits limits) : parts_{std::make_unique<Parts>(Parts{.limits = limits})} {
    restart();
}
RequestParser::~RequestParser() = default;

void RequestParser::restart() {
    parts_->reader.emplace(parts_->limits);
    parts_->body_reader.reset();
    parts_->body = nullptr;
}

bool RequestParser::has_begun() const { return parts_->reader->got_some(); }
RequestParser::Head& RequestParser::head() { return parts_->reader->head; }
void RequestParser::body_to(std::string* body) { parts_->body = body; }
const EdgeError& RequestParser::error() const { return parts_->error; }

RequestParser::Step RequestParser::feed(std::string_view& bytes) {
    return parts_->body_reader ? parts_->feed_body(bytes) : parts_->feed_head(bytes);
}

RequestParser::Step RequestParser::Parts::feed_head(std::string_view& bytes) {
    if (!reader->got_some()) { // empty lines before a request are to be ignored (RFC 9112, 2.2)
        while (bytes.starts_with("\r\n")) bytes.remove_prefix(2);
        if (bytes.empty() || bytes == "\r") return Step::more;
    }
    while (!bytes.empty() && !reader->is_header_done()) {
        ErrorCode code;
        const std::size_t taken = reader->put(boost::asio::const_buffer{bytes.data(), bytes.size()}, code);
        bytes.remove_prefix(std::min(taken, bytes.size()));
        if (code == beast::http::error::need_more) return Step::more;
        if (code) return fail(reader->refused ? std::move(*reader->refused) : error_of(code));
    }
    if (!reader->is_header_done()) return Step::more;
    body_reader = reader->chunked() ? BodyReader::in_chunks(limits.body_bytes, limits.head_bytes)
                                    : BodyReader::by_length(reader->content_length().value_or(0));
    return Step::head;
}

RequestParser::Step RequestParser::Parts::feed_body(std::string_view& bytes) {
    switch (body_reader->read(bytes, body)) {
    case BodyReader::Step::more: return Step::more;
    case BodyReader::Step::whole: return Step::whole;
    case BodyReader::Step::malformed: return fail(malformed("The chunks of the body are not well-formed."));
    case BodyReader::Step::too_long: return fail(too_large_body());
    case BodyReader::Step::too_long_lines: break;
    }
    return fail(too_large_head());
}

} // namespace truefill::http
