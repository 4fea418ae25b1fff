/// The board: a row for every order and the history of each, kept on a thread of its own behind the journal.
///
/// Why not ask the engine? A list over a million orders would take the only thread that decides for a second,
/// and again for each page and each filter. So the board follows the journal by a connection of its own, asks
/// the engine for the rows of the orders that new records touched (Loop::look, a few hundred at a time, about
/// a microsecond each), and lists are filtered and sorted here, beside the engine. A list says the position
/// that it has seen; it is some milliseconds behind the engine under load.
///
/// It is made anew at each start: the journal is read once for the history (about 300,000 records/s), then
/// all rows are asked for. Until then lists answer 503 `catching_up`. What was archived before the start is
/// read from its records afterwards, so it comes into the lists a little later. A row takes about 400 bytes
/// and, for searches, its purchase order and the item codes of its first 50 lines: some 8 bytes a code, so
/// about 550 bytes with 20 lines, 800 at most with codes of that length. An order that was archived before
/// the start is not found by its purchase order.
#pragma once

#include "api/history.h"
#include "api/order_row.h"
#include "loop/listener.h"
#include "loop/loop.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

namespace truefill::api {

class Board final : public loop::CommitListener {
public:
    /// A row with what filters look at.
    struct Row {
        OrderId id;
        OrderRow shown;
        std::vector<std::string> categories; ///< of its open cases
        std::string text;                    ///< number, customer, purchase order, items; in lower case
        bool archived{};
        Position archived_at{}; ///< of the record that has its account
    };

    /// `journal` is a connection of its own, or one that guards itself.
    explicit Board(journal::Journal& journal) : journal_{journal} {}
    ~Board() override;
    /// Begins to follow; the loop must know it as a listener already.
    void start(loop::Loop& loop);
    /// Ends soon; before the loop ends.
    void stop();

    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;

    /// All rows are there.
    bool is_ready() const { return ready_; }
    Position position() const { return position_; }
    /// Waits until it has seen a position; false when it did not in time.
    bool wait_for(Position position, std::chrono::milliseconds at_most);
    /// Calls `told` with true when all rows are there and it has seen a position, at once when it is so
    /// already, or with false after `patience`. On the caller's or the board's thread: it returns soon.
    void when(Position position, std::function<void(bool)> told);
    static constexpr std::chrono::seconds patience{5};

    /// Calls f(row) for every order, newest first, until it answers false; under a lock that only the board's
    /// own thread waits for.
    void each(const std::function<bool(const Row&)>& f) const;
    std::optional<Row> find(OrderId id) const;
    std::size_t size() const;
    /// Of an order that the board has seen, else empty.
    std::string number_of(OrderId id) const;
    /// The order that a record is about when it is about one only, else none; of a record that it has seen.
    OrderId only_order_at(Position position) const;
    /// The last record about an order or a case, of those that the board has seen; 0 when there is none.
    Position last_of(OrderId id) const;
    Position last_of(CaseId id) const;
    /// The trace that an open job comes from (history.h).
    std::optional<std::string> trace_of(JobId id) const;
    /// The records about an order (history.h).
    std::vector<Position> history(OrderId id, std::string_view number) const;

private:
    void run();
    void follow();
    bool read_on();
    void refresh();
    std::vector<OrderId> all_orders();
    std::vector<OrderId> open_orders() const;
    bool ask(const std::vector<OrderId>& orders);
    bool read_archived();
    void tell_waiting(bool ending);
    void store(std::vector<Row> rows);

    journal::Journal& journal_;
    loop::Loop* loop_ = nullptr;
    journal::Batch batch_;
    std::set<OrderId> touched_;
    std::deque<std::pair<OrderId, Position>> archived_; ///< before this start, not yet shown
    bool all_ = false;                                  ///< every row may have changed

    mutable std::shared_mutex rows_mutex_; ///< for the two below
    std::deque<Row> rows_;                 ///< by id - 1
    History history_;

    struct Waiting {
        Position position{};
        std::chrono::steady_clock::time_point until;
        std::function<void(bool)> told;
    };

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Waiting> waiting_;
    Position durable_ = 0;
    bool ending_ = false;
    std::atomic<bool> ready_{false};
    std::atomic<Position> position_{0};
    std::thread thread_; // the last one: it uses the others
};

} // namespace truefill::api
