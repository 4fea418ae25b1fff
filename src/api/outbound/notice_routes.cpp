#include "api/outbound/notices.h"
#include "api/scope.h"

#include <utility>

namespace truefill::api {

std::expected<std::vector<NoticeRow>, std::string> Notices::of_order(std::string_view number) {
    if (!plan_.enabled) return std::vector<NoticeRow>{};
    auto found = store_.of_order(number);
    if (!found) return std::unexpected(std::move(found.error()));
    std::vector<NoticeRow> rows;
    for (auto& one : *found) {
        NoticeRow row{one.event,    one.receiver,   one.subject, one.text, one.status,
                      one.attempts, one.created_at, one.told_at, {},       one.last_error};
        if (one.status == NoticeStatus::waiting) row.next_attempt_at = one.next_at;
        rows.push_back(std::move(row));
    }
    return rows;
}

void get_order_notices(Service& service, const http::ExchangePtr& exchange) {
    auto reach = reach_of(service, exchange, "orders");
    if (reach.refusal) return respond(exchange, *reach.refusal);
    const auto is_seen = std::make_shared<bool>(false);
    service.loop.look(
        [is_seen, exchange, reach = std::move(reach)](const engine::State& state) {
            const auto* order =
                state.ledger.find(state.ledger.find_number(exchange->request().part("number")));
            *is_seen = reach.everything || (order && covers(reach, state, *order));
        },
        [&service, exchange, is_seen](std::optional<loop::Fault> fault) {
            if (fault) return respond(exchange, closed(*fault));
            service.clerks.give([&service, exchange, is_seen] {
                const std::string number{exchange->request().part("number")};
                if (!*is_seen)
                    return respond(exchange,
                                   make_problem(404, "order_unknown", "There is no order " + number));
                NoticeList list;
                if (service.notices) {
                    auto rows = service.notices->of_order(number);
                    if (!rows)
                        return respond(exchange, make_problem(500, "notices_unreadable", rows.error()));
                    list.items = std::move(*rows);
                }
                respond_with(exchange, list);
            });
        });
}

} // namespace truefill::api
