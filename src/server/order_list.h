/// GET /v1/orders: the list of all orders, filtered and sorted on the board (board.h), newest first unless
/// asked otherwise.
///
///     q          part of the number, the purchase order, an item code, or the customer's code or name
///     status     accepted,held,...      site  codes, "-" for those that stand nowhere yet
///     customer   codes                  age   since they were placed: 0-4h,4-24h,1-3d,3-7d,>7d
///     hold       true, or part of a reason               case  true, or categories
///     late       true: past their date and not shipped; risk: they will be
///     wave       codes of sites whose next wave they wait for
///     unbilled   true: something has left and is on no invoice
///     perfect    true: completed and never a case about them; false: completed, with one
///     archived   true: only those that have left memory; else they are left out
///     sort       newest, oldest, changed, value, requested, cases
///     skip       so many rows are passed over, from the cursor on
///     count      exact: `total` is counted to its end
///     format     csv: the whole list as a file (csv.h); so does Accept: text/csv
#pragma once

#include "server/board.h"
#include "server/service.h"

#include <string>
#include <vector>

namespace truefill::server {

/// A list as all lists are. `total` is exact up to 10,000; then `more` says that there are more.
template <class Row> struct ListOf {
    static constexpr auto required = std::to_array<std::string_view>({"items", "total", "position"});
    std::vector<Row> items;
    std::string next_cursor;
    std::uint64_t total{};
    bool more{};
    Position position{};
};

using OrderList = ListOf<OrderRow>;
TF_DESCRIBE(OrderList, (items, next_cursor, total, more, position))

enum class OrderSort : std::uint8_t { newest, oldest, changed, value, requested, cases };
TF_DESCRIBE_ENUM(OrderSort, newest, oldest, changed, value, requested, cases)

void get_orders(Service& service, const http::ExchangePtr& exchange);

/// Calls f on a clerk when the board is there and has seen a position; else answers 503 `catching_up`.
template <class F> void with_board(Service& service, const http::ExchangePtr& exchange, Position seen, F f);
/// 503 while the board is being made, or is behind.
Problem catching_up(const Board& board, Position durable);

template <class F> void with_board(Service& service, const http::ExchangePtr& exchange, Position seen, F f) {
    if (seen > service.loop.durable())
        return respond(exchange, bad_parameter("min_position", "the journal does not reach so far"));
    service.board.when(seen, [&service, exchange, f = std::move(f)](bool is_there) mutable {
        if (!is_there) return respond(exchange, catching_up(service.board, service.loop.durable()));
        service.clerks.give(std::move(f));
    });
}

} // namespace truefill::server
