/// GET /v1/orders/{number}/timeline: the story of an order, chapter by chapter, oldest first.
///
/// The board knows which records are about it; a clerk reads and opens them, and the engine thread only tells
/// their events, so many at a time. `before` the position of a chapter goes further back.
#pragma once

#include "api/board.h"
#include "api/orders/story.h"
#include "api/service.h"

#include <string>
#include <vector>

namespace truefill::api {

struct Timeline {
    static constexpr auto required = std::to_array<std::string_view>({"items", "position"});
    std::vector<Chapter> items;
    std::string next_cursor; ///< of the chapters before these
    std::uint64_t total{};   ///< records about the order
    Position position{};
};
TF_DESCRIBE(Timeline, (items, next_cursor, total, position))

void get_timeline(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
