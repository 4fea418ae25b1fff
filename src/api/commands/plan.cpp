#include "api/commands/plan.h"

#include "api/scope.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace truefill::api {
namespace {

/// Orders for each look: a decision takes some microseconds, and there are six for each order.
constexpr std::size_t orders_per_look = 50;

std::expected<PlanAsked, Problem> read_asked(const http::Request& request) {
    thread_local json::Document document;
    PlanAsked asked;
    const auto body = document.parse(request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    if (auto done = json::decode(*body, asked); !done) return std::unexpected(bad_json(done.error()));
    if (asked.orders.empty() || asked.orders.size() > plan_orders_max)
        return std::unexpected(bad_json({"/orders", "name 1 to 1,000 orders", 0}));
    return asked;
}

/// One request, look by look. It is gone with its answer.
class Planning : public std::enable_shared_from_this<Planning> {
public:
    Planning(Service& service, http::ExchangePtr exchange, PlanAsked asked)
        : service_{service},
          exchange_{std::move(exchange)},
          asked_{std::move(asked)},
          reach_{reach_of(service, exchange_, "orders")},
          caller_{service.door.caller(exchange_->request())} {}

    void go() {
        if (!caller_) return respond(exchange_, make_problem(401, "not_signed_in", "Who are you?"));
        if (reach_.refusal) return respond(exchange_, *reach_.refusal);
        service_.loop.look([self = shared_from_this()](const engine::State& state) { self->look(state); },
                           [self = shared_from_this()](std::optional<loop::Fault> fault) {
                               if (fault) return respond(self->exchange_, closed(*fault));
                               if (self->next_ < self->asked_.orders.size()) return self->go();
                               self->service_.clerks.give(
                                   [self] { respond_with(self->exchange_, self->plan_); });
                           });
    }

private:
    void look(const engine::State& state) {
        plan_.position = state.flow.position;
        for (std::size_t seen = 0; next_ < asked_.orders.size() && seen < orders_per_look; ++seen)
            add(state, asked_.orders[next_++]);
    }

    void add(const engine::State& state, const std::string& number) {
        const auto* order = state.ledger.find(state.ledger.find_number(number));
        if (!order || !covers(reach_, state, *order))
            return plan_.items.push_back(
                {number, {}, false, "there is no such order, or it is archived", "order_unknown", {}});
        const auto before = plan_.items.size();
        for (auto& act : acts_of(state, *order, &*caller_))
            if (act.command == asked_.command)
                plan_.items.push_back({number, std::move(act.title), act.allowed, std::move(act.reason),
                                       std::move(act.code), std::move(act.body)});
        if (plan_.items.size() == before)
            plan_.items.push_back(
                {number, {}, false, "it has nothing that this could be done with", "not_offered", {}});
    }

    Service& service_;
    http::ExchangePtr exchange_;
    PlanAsked asked_;
    Reach reach_;
    std::optional<Caller> caller_;
    Plan plan_;
    std::size_t next_ = 0;
};

} // namespace

void post_plan(Service& service, const http::ExchangePtr& exchange) {
    auto asked = read_asked(exchange->request());
    if (!asked) return respond(exchange, std::move(asked.error()));
    std::make_shared<Planning>(service, exchange, std::move(*asked))->go();
}

} // namespace truefill::api
