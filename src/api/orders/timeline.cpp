#include "api/orders/timeline.h"

#include "api/list_of.h"
#include "api/query.h"
#include "api/scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

/// The order under a number.
struct Named {
    OrderId id;
    CustomerId customer;
    bool is_seen{};       ///< it is in the reach of whoever asks
    bool sees_invoices{}; ///< and its invoices are
};

struct Telling {
    explicit Telling(const std::string& number) : story{number} {}
    Story story;
    Timeline timeline;
};

/// What an event says of bills is for who may read them.
bool is_of_invoices(const Told& told) {
    return told.event.starts_with("billing.") || told.text.find("INV-") != std::string::npos ||
           told.text.find("invoice") != std::string::npos;
}

std::vector<Chapter> without_invoices(std::vector<Chapter> chapters) {
    for (auto& chapter : chapters) std::erase_if(chapter.events, is_of_invoices);
    std::erase_if(chapters, [](const Chapter& one) { return one.events.empty(); });
    return chapters;
}

/// The records of the page: the last ones before the cursor.
std::vector<Position> page(std::vector<Position> all, const Page& wanted, Timeline& timeline) {
    timeline.total = all.size();
    if (wanted.after) all.erase(std::ranges::lower_bound(all, *wanted.after), all.end());
    if (all.size() <= wanted.limit) return all;
    all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(wanted.limit));
    timeline.next_cursor = cursor_of(all.front());
    return all;
}

void tell(Service& service, const http::ExchangePtr& exchange, std::shared_ptr<Telling> telling,
          bool sees_invoices) {
    service.loop.look([telling](const engine::State& state) { telling->story.tell(state); },
                      [&service, exchange, telling, sees_invoices](std::optional<loop::Fault> fault) {
                          if (fault) return respond(exchange, closed(*fault));
                          service.clerks.give([exchange, telling, sees_invoices] {
                              telling->timeline.items = telling->story.chapters();
                              if (!sees_invoices)
                                  telling->timeline.items =
                                      without_invoices(std::move(telling->timeline.items));
                              respond_with(exchange, telling->timeline);
                          });
                      });
}

void take(Service& service, const http::ExchangePtr& exchange, const Named& named) {
    const auto& request = exchange->request();
    const std::string number{request.part("number")};
    const auto wanted = page_of(request, {});
    if (!wanted) return respond(exchange, wanted.error());
    auto telling = std::make_shared<Telling>(number);
    telling->story.know(named.id, named.customer);
    telling->timeline.position = service.board.position();
    const auto positions = page(service.board.history(named.id, number), *wanted, telling->timeline);
    for (const auto position : positions) {
        const auto record = service.records.record(position);
        if (!record) return respond(exchange, make_problem(500, "journal_unreadable", record.error()));
        if (auto done = telling->story.take(*record); !done)
            return respond(exchange, make_problem(500, "journal_unreadable", done.error()));
    }
    if (!named.id && telling->story.chapters().empty())
        return respond(exchange, make_problem(404, "order_unknown", "There is no order " + number));
    tell(service, exchange, std::move(telling), named.sees_invoices);
}

} // namespace

void get_timeline(Service& service, const http::ExchangePtr& exchange) {
    const auto named = std::make_shared<Named>();
    const auto reach = reach_of(service, exchange, "orders");
    if (reach.refusal) return respond(exchange, *reach.refusal);
    const auto invoices = reach_of(service, exchange, "invoices");
    service.loop.look(
        [named, exchange, reach, invoices](const engine::State& state) {
            named->id = state.ledger.find_number(exchange->request().part("number"));
            const auto* order = state.ledger.find(named->id);
            if (order) named->customer = order->customer;
            named->sees_invoices = invoices.everything || (order && covers(invoices, state, *order));
            named->is_seen = reach.everything || (order && covers(reach, state, *order));
        },
        [&service, exchange, named](std::optional<loop::Fault> fault) {
            if (fault) return respond(exchange, closed(*fault));
            const auto page = page_of(exchange->request(), {});
            if (!page) return respond(exchange, page.error());
            if (!named->is_seen)
                return respond(exchange, make_problem(404, "order_unknown",
                                                      "There is no order " +
                                                          std::string{exchange->request().part("number")}));
            with_board(service, exchange, page->min_position,
                       [&service, exchange, named] { take(service, exchange, *named); });
        });
}

} // namespace truefill::api
