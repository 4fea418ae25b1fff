#include "server/order_list.h"

#include "base/text.h"
#include "server/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::server {
namespace {

std::expected<Page, Problem> page_for(const http::Request& request) {
    return page_of(request, {"q", "status", "site", "customer", "hold", "case", "archived", "sort"});
}

struct Filter {
    std::string text;
    std::vector<orders::Status> statuses;
    std::vector<std::string_view> sites, customers, categories;
    std::string hold;
    bool held{}, with_case{}, archived{};
    OrderSort sort{};
    Page page;

    bool matches(const Board::Row& row) const;
};

bool any_of(const std::vector<std::string>& have, const std::vector<std::string_view>& wanted) {
    return std::ranges::any_of(wanted, [&](auto one) { return std::ranges::find(have, one) != have.end(); });
}

bool Filter::matches(const Board::Row& row) const {
    const auto& shown = row.shown;
    if (shown.number.empty() || row.archived != archived) return false;
    if (!text.empty() && row.text.find(text) == std::string::npos) return false;
    if (!statuses.empty() && std::ranges::find(statuses, shown.status) == statuses.end()) return false;
    if (!sites.empty() && !any_of(shown.sites, sites)) return false;
    if (!customers.empty() && std::ranges::find(customers, shown.customer.code) == customers.end())
        return false;
    if (held && shown.holds.empty()) return false;
    if (!hold.empty() && std::ranges::none_of(shown.holds, [&](const auto& reason) {
            return to_lower_ascii(reason).find(hold) != std::string::npos;
        }))
        return false;
    if (with_case && shown.open_cases == 0) return false;
    return categories.empty() || any_of(row.categories, categories);
}

std::expected<Filter, Problem> filter_of(const http::Request& request) {
    Filter filter;
    auto page = page_for(request);
    if (!page) return std::unexpected(std::move(page.error()));
    filter.page = *page;
    filter.text = text_of(request, "q");
    auto statuses = names_in<orders::Status>(request, "status");
    if (!statuses) return std::unexpected(std::move(statuses.error()));
    filter.statuses = std::move(*statuses);
    filter.sites = words_of(request, "site");
    filter.customers = words_of(request, "customer");
    filter.hold = text_of(request, "hold");
    filter.held = filter.hold == "true";
    if (filter.held) filter.hold.clear();
    filter.categories = words_of(request, "case");
    filter.with_case = filter.categories == std::vector<std::string_view>{"true"};
    if (filter.with_case) filter.categories.clear();
    filter.archived = request.parameter("archived") == "true";
    auto sort = names_in<OrderSort>(request, "sort");
    if (!sort) return std::unexpected(std::move(sort.error()));
    if (!sort->empty()) filter.sort = sort->front();
    return filter;
}

bool goes_before(const Board::Row& a, const Board::Row& b, OrderSort sort) {
    const auto by = [&](auto key, auto other) { return key != other ? key < other : a.id > b.id; };
    switch (sort) {
    case OrderSort::newest: return a.id > b.id;
    case OrderSort::oldest: return a.id < b.id;
    case OrderSort::changed:
        return by(-static_cast<std::int64_t>(a.shown.last_position),
                  -static_cast<std::int64_t>(b.shown.last_position));
    case OrderSort::value: return by(-a.shown.value.amount.micros, -b.shown.value.amount.micros);
    case OrderSort::requested: return by(a.shown.requested, b.shown.requested);
    case OrderSort::cases: return by(-std::int64_t{a.shown.open_cases}, -std::int64_t{b.shown.open_cases});
    }
    return false;
}

/// The cursor is the id of the last row.
OrderList newest(const Board& board, const Filter& filter) {
    OrderList list;
    OrderId last;
    board.each([&](const Board::Row& row) {
        if (!filter.matches(row)) return true;
        if (++list.total > total_max) list.more = true;
        const bool before = filter.page.after && row.id.value >= *filter.page.after;
        if (before) return true;
        if (list.items.size() < filter.page.limit) {
            list.items.push_back(row.shown);
            last = row.id;
        } else {
            list.next_cursor = cursor_of(last.value);
        }
        return !(list.more && !list.next_cursor.empty());
    });
    return list;
}

/// The cursor is the number of rows before. All matches are looked at, at most once for each page.
OrderList sorted(const Board& board, const Filter& filter) {
    OrderList list;
    std::vector<Board::Row> rows;
    const std::size_t skip = filter.page.after.value_or(0);
    const std::size_t wanted = skip + filter.page.limit;
    const auto before = [&](const Board::Row& a, const Board::Row& b) {
        return goes_before(a, b, filter.sort);
    };
    board.each([&](const Board::Row& row) {
        if (!filter.matches(row)) return true;
        ++list.total;
        if (rows.size() == wanted && before(rows.front(), row)) return true;
        rows.push_back(row); // a heap of the best ones so far, the last of them in front
        std::ranges::push_heap(rows, before);
        if (rows.size() <= wanted) return true;
        std::ranges::pop_heap(rows, before);
        rows.pop_back();
        return true;
    });
    std::ranges::sort_heap(rows, before);
    for (std::size_t i = skip; i < rows.size(); ++i) list.items.push_back(std::move(rows[i].shown));
    if (list.total > wanted) list.next_cursor = cursor_of(wanted);
    list.more = list.total > total_max;
    return list;
}

} // namespace

Problem catching_up(const Board& board, Position durable) {
    return make_problem(
        503, "catching_up",
        fmt::format("The lists are being made after the start: {} of {} records are read; ask "
                    "again in a moment",
                    board.position(), durable));
}

void get_orders(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_for(exchange->request());
    if (!page) return respond(exchange, page.error());
    with_board(service, exchange, page->min_position, [&service, exchange] {
        const auto filter = filter_of(exchange->request());
        if (!filter) return respond(exchange, filter.error());
        constexpr std::size_t deepest = 10'000; // rows that are kept to sort
        if (filter->sort != OrderSort::newest && filter->page.after.value_or(0) > deepest)
            return respond(exchange, bad_parameter("cursor", "a sorted list ends here; filter it"));
        const auto position = service.board.position();
        auto list = filter->sort == OrderSort::newest ? newest(service.board, *filter)
                                                      : sorted(service.board, *filter);
        list.total = std::min<std::uint64_t>(list.total, total_max);
        list.position = position;
        respond_with(exchange, list);
    });
}

} // namespace truefill::server
