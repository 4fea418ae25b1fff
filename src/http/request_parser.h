/// Bytes to requests, within bounds: Boost.Beast's parser under our own rules. Stricter than Beast, so that
/// no proxy in front of us can read a request otherwise than we do: one Host, one plain Content-Length, no
/// Transfer-Encoding but "chunked" and none of it in HTTP/1.0.
#pragma once

#include "http/exchange.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::http {

struct ParserLimits {
    std::size_t head_bytes{};
    std::size_t headers{};
    std::size_t body_bytes{};
};

/// What the edge answers itself.
struct EdgeError {
    int status{};
    std::string_view code;
    std::string detail;
};

class RequestParser {
public:
    enum class Step : std::uint8_t {
        more,   ///< all that can be used was taken; the rest needs more bytes behind it
        head,   ///< the head is through: `head()`; go on for the body
        whole,  ///< the request is through; `restart` before the next one
        failed, ///< `error()`; there is no going on
    };

    explicit RequestParser(ParserLimits limits);
    ~RequestParser();
    RequestParser(const RequestParser&) = delete;
    RequestParser& operator=(const RequestParser&) = delete;

    void restart();
    /// Takes bytes off the front.
    Step feed(std::string_view& bytes);
    /// Whether a byte of a request was seen since `restart`.
    bool has_begun() const;

    struct Head {
        Request request;                ///< method, path, query, headers and traceparent
        std::vector<std::string> parts; ///< of the path
        bool is_method_ours = true;     ///< else one of HTTP that no route takes, such as OPTIONS
        bool is_http_1_0 = false;
        bool keep_alive = false;
        bool expects_continue = false;
        bool has_body = false;
    };
    Head& head();
    /// Bytes of the body go to the end of it; null: they are dropped.
    void body_to(std::string* body);
    const EdgeError& error() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace truefill::http
