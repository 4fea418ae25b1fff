#include "api/board.h"

#include "api/log.h"
#include "api/stored_record.h"
#include "base/sealed.h"
#include "base/text.h"
#include "loop/chain_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace truefill::api {
namespace {

/// Rows for one look: about a millisecond of the engine's time.
constexpr std::size_t rows_per_look = 500;
/// An order with more lines is found by the items of these.
constexpr std::size_t lines_searched = 50;

/// What a search looks at, in lower case, a line each: number, customer, purchase order, items.
std::string text_of(const engine::State& state, const ledger::Order& order, const OrderRow& row) {
    std::string text = row.number + '\n' + row.customer.code;
    if (!is_sealed(row.customer.name)) text += '\n' + row.customer.name; // else who searches reads it
    if (const auto* document = state.orders.documents.find(order.id);
        document && !document->purchase_order.empty())
        text += '\n' + document->purchase_order;
    std::vector<ItemId> seen;
    const auto searched = std::min(order.lines.size(), lines_searched);
    seen.reserve(searched);
    for (std::size_t i = 0; i < searched; ++i) {
        const auto item = order.lines[i].item;
        if (std::ranges::find(seen, item) != seen.end()) continue;
        seen.push_back(item);
        text += '\n' + state.master.item(item).code;
    }
    return to_lower_ascii(text);
}

Board::Row row_for(const engine::State& state, const ledger::Order& order) {
    Board::Row row;
    row.id = order.id;
    row.shown = row_of(state, order);
    cases::each_case(state.cases, order.id, [&](CaseId, const cases::Case& one) {
        if (one.is_open() && std::ranges::find(row.categories, one.category) == row.categories.end())
            row.categories.push_back(one.category);
    });
    row.text = text_of(state, order, row.shown);
    return row;
}

} // namespace

Board::~Board() { stop(); }

void Board::start(loop::Loop& loop) {
    loop_ = &loop;
    {
        const std::scoped_lock lock{mutex_};
        durable_ = std::max(durable_, loop.durable());
    }
    thread_ = std::thread{[this] { run(); }};
}

void Board::stop() {
    {
        const std::scoped_lock lock{mutex_};
        ending_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

void Board::committed(const journal::Batch& batch, std::span<const loop::Mark>) {
    if (batch.size() == 0) return;
    const std::scoped_lock lock{mutex_};
    durable_ = batch.first + batch.size() - 1;
    changed_.notify_all();
}

bool Board::wait_for(Position position, std::chrono::milliseconds at_most) {
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, at_most, [&] { return (ready_ && position_ >= position) || ending_; }) &&
           position_ >= position;
}

void Board::when(Position position, std::function<void(bool)> told) {
    {
        const std::scoped_lock lock{mutex_};
        const bool seen = ready_ && position_ >= position;
        if (!seen && !ending_) {
            waiting_.push_back({position, std::chrono::steady_clock::now() + patience, std::move(told)});
            changed_.notify_all();
            return;
        }
    }
    told(ready_ && position_ >= position);
}

/// Those whose position was seen, or who have waited for too long.
void Board::tell_waiting(bool ending) {
    std::vector<Waiting> ended;
    {
        const std::scoped_lock lock{mutex_};
        const auto now = std::chrono::steady_clock::now();
        const auto rest = std::ranges::partition(waiting_, [&](const Waiting& one) {
            return !ending && now < one.until && !(ready_ && position_ >= one.position);
        });
        std::ranges::move(rest, std::back_inserter(ended));
        waiting_.erase(rest.begin(), rest.end());
    }
    for (auto& one : ended) one.told(ready_ && position_ >= one.position);
}

void Board::run() {
    follow();
    {
        const std::scoped_lock lock{mutex_};
        ending_ = true; // whatever was the reason
    }
    tell_waiting(true);
}

void Board::follow() {
    all_ = true;
    for (;;) {
        Position wanted = 0;
        {
            std::unique_lock lock{mutex_};
            const auto due = [&] { return durable_ > position_ || !ready_ || !archived_.empty() || ending_; };
            if (waiting_.empty()) changed_.wait(lock, [&] { return due() || !waiting_.empty(); });
            else changed_.wait_for(lock, std::chrono::milliseconds{100}, due);
            if (ending_) return;
            wanted = durable_;
        }
        Position seen = position_;
        while (seen < wanted) {
            if (!read_on()) return;
            seen = batch_.first + batch_.size() - 1;
            const std::scoped_lock lock{mutex_};
            if (ending_) return;
            if (!ready_) position_ = seen;
        }
        refresh();
        if (ready_ && !read_archived()) return;
        {
            const std::scoped_lock lock{mutex_};
            if (ending_) return;
            position_ = seen;
            ready_ = true;
            changed_.notify_all();
        }
        tell_waiting(false);
    }
}

/// Reads the next records into the history. Before the first list nobody looks at rows, so nothing is asked.
bool Board::read_on() {
    const Position next = batch_.size() == 0 ? position_ + 1 : batch_.first + batch_.size();
    batch_.clear();
    if (const auto done = journal_.read(next, loop::replay_bytes, batch_); !done || batch_.size() == 0) {
        log(Level::error, "board",
            done ? "The journal is shorter than what was told." : done.error().sentence);
        return false;
    }
    const std::unique_lock lock{rows_mutex_};
    for (std::size_t i = 0; i < batch_.size(); ++i) {
        const auto touched = history_.add(batch_.first + i, batch_.record(i));
        if (!touched) {
            log(Level::error, "board", "A record cannot be read: " + touched.error());
            return false;
        }
        all_ = all_ || (*touched)->many;
        if (ready_) touched_.insert((*touched)->orders.begin(), (*touched)->orders.end());
    }
    return true;
}

/// Asks for the rows that may have changed.
void Board::refresh() {
    std::vector<OrderId> orders;
    const auto ask_for = [&](OrderId id) {
        orders.push_back(id);
        if (orders.size() < rows_per_look) return true;
        const bool going = ask(orders);
        orders.clear();
        return going;
    };
    if (std::exchange(all_, false))
        for (const auto id : ready_ ? open_orders() : all_orders()) touched_.insert(id);
    for (const auto id : std::exchange(touched_, {}))
        if (!ask_for(id)) return;
    if (!orders.empty()) ask(orders);
}

std::vector<OrderId> Board::all_orders() {
    const auto count = loop_->read([](const engine::State& state) { return state.ledger.orders().issued(); });
    std::vector<OrderId> ids;
    for (std::uint32_t id = 1; count && id <= *count; ++id) ids.push_back(OrderId{id});
    return ids;
}

/// A hold on a customer, an item or a site shows on these.
std::vector<OrderId> Board::open_orders() const {
    using orders::Status;
    std::vector<OrderId> ids;
    const std::shared_lock lock{rows_mutex_};
    for (const auto& row : rows_)
        if (row.id && !row.archived && row.shown.status != Status::completed &&
            row.shown.status != Status::cancelled)
            ids.push_back(row.id);
    return ids;
}

bool Board::ask(const std::vector<OrderId>& orders) {
    auto rows = loop_->read([&](const engine::State& state) {
        std::vector<Row> found;
        found.reserve(orders.size());
        for (const auto id : orders) {
            if (const auto* order = state.ledger.find(id)) found.push_back(row_for(state, *order));
            else {
                found.emplace_back();
                found.back().id = id;
                found.back().archived = true;
                if (const auto at = state.orders.archived.find(id); at != state.orders.archived.end())
                    found.back().archived_at = at->second.position;
            }
        }
        return found;
    });
    if (!rows) return false;
    store(std::move(*rows));
    return true;
}

/// Some of the orders that had left memory before the start: their accounts are in the journal.
bool Board::read_archived() {
    constexpr std::size_t at_once = 200;
    std::vector<ledger::Order> accounts;
    for (; !archived_.empty() && accounts.size() < at_once; archived_.pop_front()) {
        const auto [id, position] = archived_.front();
        journal::Batch record;
        if (!journal_.read(position, 1, record) || record.size() == 0) continue;
        if (auto account = archived_account(record.record(0), id)) accounts.push_back(std::move(*account));
        else log(Level::warning, "board", "An archived order cannot be read: " + account.error());
    }
    if (accounts.empty()) return true;
    auto rows = loop_->read([&](const engine::State& state) {
        std::vector<Row> found;
        for (const auto& account : accounts) {
            if (state.ledger.find(account.id)) continue; // it came back, and was asked for
            found.push_back(row_for(state, account));
            found.back().archived = true;
        }
        return found;
    });
    if (!rows) return false;
    store(std::move(*rows));
    return true;
}

void Board::store(std::vector<Row> rows) {
    const std::unique_lock lock{rows_mutex_};
    for (auto& row : rows) {
        if (rows_.size() < row.id.value) rows_.resize(row.id.value);
        auto& place = rows_[row.id.value - 1];
        if (row.archived && row.shown.number.empty()) {
            if (place.shown.number.empty() && row.archived_at > 0)
                archived_.emplace_back(row.id, row.archived_at);
            place.id = row.id;
            place.archived = true; // it keeps what was last seen of it
        } else {
            place = std::move(row);
        }
        place.shown.last_position = history_.last_of(place.id);
    }
}

void Board::each(const std::function<bool(const Row&)>& f) const {
    const std::shared_lock lock{rows_mutex_};
    for (auto row = rows_.rbegin(); row != rows_.rend(); ++row)
        if (row->id && !f(*row)) return;
}

std::optional<Board::Row> Board::find(OrderId id) const {
    const std::shared_lock lock{rows_mutex_};
    if (!id || id.value > rows_.size() || !rows_[id.value - 1].id) return std::nullopt;
    return rows_[id.value - 1];
}

std::size_t Board::size() const {
    const std::shared_lock lock{rows_mutex_};
    return rows_.size();
}

std::string Board::number_of(OrderId id) const {
    const std::shared_lock lock{rows_mutex_};
    return id && id.value <= rows_.size() ? rows_[id.value - 1].shown.number : std::string{};
}

OrderId Board::only_order_at(Position position) const {
    const std::shared_lock lock{rows_mutex_};
    return history_.only_order_at(position);
}

Position Board::last_of(OrderId id) const {
    const std::shared_lock lock{rows_mutex_};
    return history_.last_of(id);
}

Position Board::last_of(CaseId id) const {
    const std::shared_lock lock{rows_mutex_};
    return history_.last_of(id);
}

std::optional<std::string> Board::trace_of(JobId id) const {
    const std::shared_lock lock{rows_mutex_};
    return history_.trace_of(id);
}

std::vector<Position> Board::history(OrderId id, std::string_view number) const {
    const std::shared_lock lock{rows_mutex_};
    return history_.of(id, number);
}

} // namespace truefill::api
