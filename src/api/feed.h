/// GET /v1/events: what happened, for other systems, from any position on: CloudEvents 1.0.
///
///     GET /v1/events?after=N&limit=L      application/cloudevents-batch+json, at most 1,000 records
///     Accept: text/event-stream           the same events for ever; `id:` is the position, Last-Event-ID
///     goes
///                                         on behind it; a comment every 15 s when nothing happens
///
/// An event's id is "POSITION.ORDINAL", its type the event's name, its subject the number of the order that
/// it is about (by itself, or by its job or hold), its time the record time. Reading goes to the journal by a
/// connection of its own and never to the engine. A reader that does not take what it is sent gets no more
/// until it has; one that never does is dropped by the edge, and resumes where it was.
///
/// Events about access (users, keys) are not in it. Numbers of orders come from the board, so events of an
/// order are told when the board has seen them.
#pragma once

#include "api/board.h"
#include "api/records.h"
#include "http/http.h"
#include "loop/listener.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace truefill::api {

/// Records as CloudEvents.
class FeedWriter {
public:
    explicit FeedWriter(Board& board) : board_{board} {}
    struct Appended {
        std::size_t events{};
        std::size_t last{}; ///< where the last one begins in `out`
    };
    /// Appends the events of a record, each between two texts. The sentence says why it cannot be read.
    std::expected<Appended, std::string> append(std::string& out, std::string_view record,
                                                std::string_view before, std::string_view after);

    /// Of each event that the last `append` wrote: the order that it is about, or none.
    const std::vector<OrderId>& orders() const { return orders_; }

    /// The same without what the events say: only their types, and the orders that they are about. `shows`
    /// leaves out orders; none: all are shown.
    std::expected<Appended, std::string> append_changes(std::string& out, std::string_view record,
                                                        const std::function<bool(OrderId)>& shows);

private:
    /// The board may still be behind the record: it is waited for then.
    const std::string& number_of(OrderId order, Position position);
    /// What an event names itself, or what the record is about when the event names a job or a hold of it.
    OrderId order_of(json::Value body, Position position);

    Board& board_;
    json::Document document_;
    OrderId named_; ///< the order of the event before, and its number
    std::string number_;
    std::vector<OrderId> orders_;
};

/// Streams to those who follow: one thread for all of them.
class Feed final : public loop::CommitListener {
public:
    Feed(Records& records, Board& board) : records_{records}, writer_{board} {}
    ~Feed() override;
    void start(Position durable);
    /// Ends all streams.
    void stop();
    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;
    /// Sends everything after a position, and then what comes, as long as `may_go_on` says so; it is asked
    /// before each piece.
    void follow(std::shared_ptr<http::Stream> stream, Position after, std::function<bool()> may_go_on = {});
    /// Only what changed (FeedWriter::append_changes).
    void follow_changes(std::shared_ptr<http::Stream> stream, Position after, std::function<bool()> may_go_on,
                        std::function<bool(OrderId)> shows);
    std::size_t followers() const { return count_; }
    void wake();

private:
    struct Follower {
        std::shared_ptr<http::Stream> stream;
        Position sent{};
        std::chrono::steady_clock::time_point last;
        std::function<bool()> may_go_on{};
        bool changes{};
        std::function<bool(OrderId)> shows{};
    };
    /// Events after a position as they go out; those who are at the same place share it.
    struct Piece {
        Position after{}, to{};
        std::string text;
    };
    void run();
    bool send_some(Follower& follower, Position durable);
    void add(Follower follower);
    bool make_piece(Piece& piece, const Follower& follower);

    Records& records_;
    FeedWriter writer_;
    journal::Batch batch_;
    Piece piece_, changes_piece_;
    std::vector<Follower> followers_; ///< the thread's own
    std::atomic<std::size_t> count_{0};

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Follower> coming_;
    Position durable_ = 0;
    bool woken_ = false, ending_ = false;
    std::thread thread_; // the last one: it uses the others
};

struct Service;
void get_events(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
