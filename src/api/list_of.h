/// What all lists are: their rows, where the next page begins, and the position that they show.
#pragma once

#include "api/board.h"
#include "api/query.h"
#include "api/service.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::api {

/// A list as all lists are. `total` is exact up to 10,000; then `more` says that there are more.
template <class Row> struct ListOf {
    static constexpr auto required = std::to_array<std::string_view>({"items", "total", "position"});
    std::vector<Row> items;
    std::string next_cursor;
    std::uint64_t total{};
    bool more{};
    Position position{};
};

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

} // namespace truefill::api
