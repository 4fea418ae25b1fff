/// One client: requests in, answers out. Everything here happens on the worker's thread.
///
///     reading -> handling -> reading ...         a request, its handler, the next request
///                         -> streaming -> ...    an answer that goes on
///             -> ending                          the last answer leaves; then the client closes, or time
///             does
#pragma once

#include "http/deadlines.h"
#include "http/event_loop.h"
#include "http/exchange.h"
#include "http/output.h"
#include "http/request_parser.h"
#include "http/transport.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::http {

class Line;
class OpenExchange;
class StreamCore;
class Worker;
struct Route;

class Connection final : public Deadlines::Entry,
                         public SocketOwner,
                         public std::enable_shared_from_this<Connection> {
public:
    struct Client {
        int descriptor{};
        std::string peer;
        bool is_over_cap = false; ///< may ask for what is always served, once
    };

    Connection(Worker& worker, Client client);
    ~Connection() override;

    void start();
    /// At once. Whoever waits for something hears that it is over.
    void close();
    /// After what is under way.
    void drain();

    /// What the handler says. Ignored when the connection has gone on without it.
    void answer(Response response);
    void begin_stream(Response head, std::shared_ptr<StreamCore> core);
    /// The stream's writers have something.
    void look_at_stream();

    void on_readable() override;
    void on_writable() override;
    void expire(Phase phase) override;

private:
    enum class Turn : std::uint8_t { reading, handling, streaming, ending };

    void pump(std::string_view fresh);
    bool advance();
    void take_head();
    void ask_guard(const Handler& handler);
    void take_whole();
    bool count_body();
    void refuse(EdgeError error);
    void send(const Response& response, std::optional<std::size_t> length);
    void before_answer();
    void after_answer();
    void append_chunk(std::string&& bytes);
    void flush();
    void wait();
    void count_output();
    Phase phase_now() const;
    void on_client_end();

    Worker& worker_;
    Client client_;
    std::unique_ptr<Transport> transport_;
    std::optional<Socket> socket_;
    std::shared_ptr<Line> line_; ///< the same for other threads
    RequestParser parser_;
    Output output_;
    std::size_t counted_output_ = 0; ///< as all answers together know of it
    std::string unread_;             ///< came, and is not parsed yet
    std::string_view input_;         ///< the same while it is being parsed
    Turn turn_ = Turn::reading;
    bool is_pumping_ = false;
    bool is_closed_ = false;
    bool reads_when_writable_ = false;  ///< TLS may have to talk before it can listen
    bool writes_when_readable_ = false; ///< and the other way round
    bool is_client_done_ = false;       ///< it sends no more
    bool is_finished_ = false;          ///< we send no more
    bool has_answered_ = false;         ///< since the deadline was set
    bool has_written_ = false;          ///< since the deadline was set

    // Of the request under way.
    std::shared_ptr<OpenExchange> exchange_; ///< until it is the handler's
    const Handler* handler_ = nullptr;
    std::string_view route_;
    std::chrono::steady_clock::time_point began_{};
    bool has_request_ = false; ///< a head was taken, and is not answered yet
    bool is_whole_ = false;    ///< its body is through
    bool is_head_ = false;
    bool is_1_0_ = false;
    bool keep_alive_ = true;
    std::shared_ptr<StreamCore> stream_;
    bool is_stream_over_ = false;
};

} // namespace truefill::http
