/// What a handler sees of HTTP: a request, an answer, and an answer that goes on.
///
/// A handler is called on one of the server's own threads and returns soon, since the other connections of
/// that thread wait for it; it answers through the exchange, at once or later, from any thread. An exchange
/// that is dropped without an answer replies 500, so no client ever hangs. Exchanges and streams may outlive
/// the server: what they say then goes nowhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::http {

enum class Method : std::uint8_t { get, head, post, put, patch, remove };

/// "GET", "DELETE".
std::string_view name_of(Method method);

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method{};
    std::string path;        ///< decoded, without the query, valid UTF-8 without control characters
    Pairs query;             ///< decoded, in order
    Pairs headers;           ///< names in lower case, values valid UTF-8
    Pairs parts;             ///< what the route's {name}s matched, decoded
    std::string body;        ///< empty while the guard looks
    std::string peer;        ///< address of the client, as a proxy that is trusted says where there is one
    bool secure{};           ///< over TLS, up to that proxy
    std::string traceparent; ///< as sent when it is valid (W3C Trace Context), else made new
    std::string_view route;  ///< as registered: "/v1/orders/{number}"; lives as long as the server

    /// Empty when there is none. The first one when there are several.
    std::string_view header(std::string_view lower_case_name) const;
    std::string_view part(std::string_view name) const;
    std::optional<std::string_view> parameter(std::string_view name) const;
    /// The part of traceparent that names the whole trace: 32 hex digits.
    std::string_view trace_id() const;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json"; ///< empty: no such header
    std::string body;
    Pairs headers{}; ///< a control character in one of them makes the answer a 500
};

/// The answer that goes on: server-sent events, long exports. Thread-safe. Sent in chunks. One that is
/// dropped without `end` breaks off, so the client sees that it is not whole.
class Stream {
public:
    virtual ~Stream() = default;
    /// All or nothing. False when the client is gone, or was too slow: `room` was 0 when more was written, or
    /// no byte was taken for `write_time`. Then the connection ends, and nothing more is sent.
    virtual bool write(std::string bytes) = 0;
    /// How many bytes may be written before the client is slow. One write may go over it, by itself.
    virtual std::size_t room() const = 0;
    virtual void end() = 0;
    /// Called once, when the client is gone or `end` is through; on one of the server's threads, or at once
    /// when it is so already.
    virtual void on_closed(std::function<void()> told) = 0;
    /// Called each time when there is room again (half of the buffer) after `room` was 0; on a thread of the
    /// server.
    virtual void on_room(std::function<void()> told) = 0;
};

/// One request under way.
class Exchange {
public:
    virtual ~Exchange() = default;
    virtual const Request& request() const = 0;
    /// False when the client is gone, or sends no more, which looks the same. Thread-safe. Costs a system
    /// call: ask before something is given away that only this client could use.
    virtual bool is_open() const = 0;
    /// Once: a second answer is ignored.
    virtual void reply(Response response) = 0;
    /// Instead of `reply`. After another answer the stream is closed from the start.
    virtual std::shared_ptr<Stream> stream(Response head) = 0;
};
using ExchangePtr = std::shared_ptr<Exchange>;
using Handler = std::function<void(ExchangePtr)>;

} // namespace truefill::http
