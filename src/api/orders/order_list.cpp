#include "api/orders/order_list.h"

#include "api/csv.h"
#include "api/export.h"
#include "api/order_watch.h"
#include "api/person_desk.h"
#include "api/query.h"
#include "api/scope.h"
#include "base/sealed.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace truefill::api {
namespace {

std::expected<Page, Problem> page_for(const http::Request& request) {
    return page_of(request, {"q", "status", "site", "customer", "hold", "case", "archived", "age", "late",
                             "wave", "unbilled", "perfect", "sort", "skip", "count", "format"});
}

enum class Late : std::uint8_t { any, yes, risk };

struct Filter {
    std::string text;
    std::function<std::string(const std::string&)> name_of{}; ///< a customer's name as people read it
    std::vector<orders::Status> statuses;
    std::vector<std::string_view> sites, customers, categories, waves;
    std::vector<std::size_t> ages;
    std::string hold;
    bool nowhere{}, held{}, with_case{}, archived{}, unbilled{};
    std::optional<bool> perfect;
    Late late{};
    OrderSort sort{};
    Page page;
    Time now;
    Reach reach; ///< of whoever asks: what is outside is not there

    bool matches(const Board::Row& row) const;

private:
    bool fits_state(const OrderRow& shown) const;
    bool fits_time(const OrderRow& shown) const;
    bool is_in_name(const OrderRow& shown) const;
};

bool any_of(const std::vector<std::string>& have, const std::vector<std::string_view>& wanted) {
    return std::ranges::any_of(wanted, [&](auto one) { return std::ranges::find(have, one) != have.end(); });
}

bool Filter::fits_state(const OrderRow& shown) const {
    if (!statuses.empty() && std::ranges::find(statuses, shown.status) == statuses.end()) return false;
    if ((nowhere || !sites.empty()) && !(nowhere && shown.sites.empty()) && !any_of(shown.sites, sites))
        return false;
    if (!customers.empty() && std::ranges::find(customers, shown.customer.code) == customers.end())
        return false;
    if (!waves.empty() && !any_of(shown.waves, waves)) return false;
    if (unbilled && shown.unbilled.amount.micros <= 0) return false;
    if (held && shown.holds.empty()) return false;
    return hold.empty() || std::ranges::any_of(shown.holds, [&](const auto& reason) {
               return to_lower_ascii(reason).find(hold) != std::string::npos;
           });
}

bool Filter::fits_time(const OrderRow& shown) const {
    if (!ages.empty() && std::ranges::find(ages, age_of(shown, now)) == ages.end()) return false;
    if (late == Late::yes && !is_late(shown, now)) return false;
    if (late == Late::risk && !is_at_risk(shown, now)) return false;
    return !perfect || (is_done(shown) && is_perfect(shown) == *perfect);
}

/// A name that is sealed is no part of the row's text.
bool Filter::is_in_name(const OrderRow& shown) const {
    return name_of && is_sealed(shown.customer.name) &&
           to_lower_ascii(name_of(shown.customer.name)).find(text) != std::string::npos;
}

bool Filter::matches(const Board::Row& row) const {
    const auto& shown = row.shown;
    if (shown.number.empty() || row.archived != archived) return false;
    if (!text.empty() && row.text.find(text) == std::string::npos && !is_in_name(shown)) return false;
    if (with_case && shown.open_cases == 0) return false;
    if (!fits_state(shown) || !fits_time(shown)) return false;
    if (!categories.empty() && !any_of(row.categories, categories)) return false;
    return reach.everything || covers(reach, shown.sites, shown.customer.code);
}

/// "true", or nothing at all.
std::expected<bool, Problem> flag_of(const http::Request& request, std::string_view parameter) {
    const auto value = request.parameter(parameter).value_or("false");
    if (value != "true" && value != "false")
        return std::unexpected(bad_parameter(parameter, "it is true or false"));
    return value == "true";
}

std::expected<void, Problem> read_times(Filter& filter, const http::Request& request) {
    for (const auto word : words_of(request, "age")) {
        const auto age = age_named(word);
        if (!age) return std::unexpected(bad_parameter("age", "it is one of 0-4h, 4-24h, 1-3d, 3-7d, >7d"));
        filter.ages.push_back(*age);
    }
    const auto late = request.parameter("late").value_or("");
    if (!late.empty() && late != "true" && late != "risk")
        return std::unexpected(bad_parameter("late", "it is true or risk"));
    if (!late.empty()) filter.late = late == "true" ? Late::yes : Late::risk;
    if (request.parameter("perfect")) {
        const auto perfect = flag_of(request, "perfect");
        if (!perfect) return std::unexpected(perfect.error());
        filter.perfect = *perfect;
    }
    return {};
}

/// Words that also may be `true`, for any of them.
bool any_is_meant(std::vector<std::string_view>& words) {
    if (words != std::vector<std::string_view>{"true"}) return false;
    words.clear();
    return true;
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
    filter.nowhere = std::erase(filter.sites, "-") > 0;
    filter.customers = words_of(request, "customer");
    filter.waves = words_of(request, "wave");
    filter.hold = text_of(request, "hold");
    filter.held = filter.hold == "true";
    if (filter.held) filter.hold.clear();
    filter.categories = words_of(request, "case");
    filter.with_case = any_is_meant(filter.categories);
    for (const auto& [name, flag] :
         {std::pair{"archived", &filter.archived}, {"unbilled", &filter.unbilled}}) {
        const auto value = flag_of(request, name);
        if (!value) return std::unexpected(value.error());
        *flag = *value;
    }
    if (auto read = read_times(filter, request); !read) return std::unexpected(std::move(read.error()));
    auto sort = names_in<OrderSort>(request, "sort");
    if (!sort) return std::unexpected(std::move(sort.error()));
    if (!sort->empty()) filter.sort = sort->front();
    return filter;
}

/// Where a row stands in a sorted list: the least key first, then the newest.
struct Place {
    std::int64_t key{};
    OrderId id;
    bool operator<(const Place& other) const { return key != other.key ? key < other.key : id > other.id; }
};

Place place_of(const Board::Row& row, OrderSort sort) {
    const auto& shown = row.shown;
    switch (sort) {
    case OrderSort::newest: return {0, row.id};
    case OrderSort::oldest: return {row.id.value, row.id};
    case OrderSort::changed: return {-static_cast<std::int64_t>(shown.last_position), row.id};
    case OrderSort::value: return {-shown.value.amount.micros, row.id};
    case OrderSort::requested:
        return {shown.requested ? shown.requested.days : std::numeric_limits<std::int64_t>::max(), row.id};
    case OrderSort::cases: return {-std::int64_t{shown.open_cases}, row.id};
    }
    return {0, row.id};
}

/// The cursor is the id of the last row.
OrderList newest(const Board& board, const Filter& filter) {
    OrderList list;
    OrderId last;
    std::size_t passed = 0;
    board.each([&](const Board::Row& row) {
        if (!filter.matches(row)) return true;
        if (++list.total > total_max) list.more = true;
        const bool before = filter.page.after && row.id.value >= *filter.page.after;
        if (before || passed++ < filter.page.skip) return true;
        if (list.items.size() < filter.page.limit) {
            list.items.push_back(row.shown);
            last = row.id;
        } else {
            list.next_cursor = cursor_of(last.value);
        }
        return filter.page.exact || !(list.more && !list.next_cursor.empty());
    });
    return list;
}

/// The cursor is the number of rows before. All matches are looked at for each page; the best ones are kept
/// in a heap, 16 bytes each, the last of them in front.
OrderList sorted(const Board& board, const Filter& filter) {
    OrderList list;
    std::vector<Place> best;
    const std::size_t skip = filter.page.after.value_or(0) + filter.page.skip;
    const std::size_t wanted = skip + filter.page.limit;
    board.each([&](const Board::Row& row) {
        if (!filter.matches(row)) return true;
        ++list.total;
        const auto place = place_of(row, filter.sort);
        if (best.size() == wanted && best.front() < place) return true;
        best.push_back(place);
        std::ranges::push_heap(best, std::less{});
        if (best.size() <= wanted) return true;
        std::ranges::pop_heap(best, std::less{});
        best.pop_back();
        return true;
    });
    std::ranges::sort_heap(best, std::less{});
    for (std::size_t i = skip; i < best.size(); ++i)
        if (auto row = board.find(best[i].id)) list.items.push_back(std::move(row->shown));
    if (list.total > wanted) list.next_cursor = cursor_of(wanted);
    list.more = list.total > total_max;
    return list;
}

/// Which rows, and in which order, is settled at the start; each is written as it is when its turn comes.
void export_orders(Service& service, const http::ExchangePtr& exchange, const Filter& filter) {
    auto places = std::make_shared<std::vector<Place>>();
    service.board.each([&](const Board::Row& row) {
        if (filter.matches(row)) places->push_back(place_of(row, filter.sort));
        return true;
    });
    std::ranges::sort(*places, std::less{});
    auto next = [&service, places, at = std::make_shared<std::size_t>(0)](Export::Tell tell) {
        service.clerks.give([&service, places, at, tell = std::move(tell)] {
            std::string text;
            const auto end = std::min(*at + Export::rows_per_piece, places->size());
            for (; *at < end; ++*at)
                if (const auto row = service.board.find((*places)[*at].id)) csv::append_row(text, row->shown);
            tell(std::move(text), end == places->size() ? Export::Then::end : Export::Then::more);
        });
    };
    Export::begin(exchange, "orders", csv::titles<OrderRow>(), std::move(next));
}

} // namespace

void get_orders(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_for(exchange->request());
    if (!page) return respond(exchange, page.error());
    with_board(service, exchange, page->min_position, [&service, exchange] {
        auto filter = filter_of(exchange->request());
        if (!filter) return respond(exchange, filter.error());
        filter->now = service.clock.now();
        filter->name_of = [&service](const std::string& name) { return shown(service, name); };
        filter->reach = reach_of(service, exchange, "orders");
        if (filter->reach.refusal) return respond(exchange, *filter->reach.refusal);
        if (wants_csv(exchange->request())) return export_orders(service, exchange, *filter);
        constexpr std::size_t deepest = 100'000; // rows that are kept to sort
        if (filter->sort != OrderSort::newest && filter->page.after.value_or(0) + filter->page.skip > deepest)
            return respond(exchange, bad_parameter("cursor", "a sorted list ends here; filter it"));
        const auto position = service.board.position();
        auto list = filter->sort == OrderSort::newest ? newest(service.board, *filter)
                                                      : sorted(service.board, *filter);
        if (filter->page.exact) list.more = false;
        else list.total = std::min<std::uint64_t>(list.total, total_max);
        list.position = position;
        respond_with(exchange, list);
    });
}

} // namespace truefill::api
