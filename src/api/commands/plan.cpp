#include "api/commands/plan.h"

#include "api/invoice_acts.h"
#include "api/rows.h"
#include "api/scope.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

namespace truefill::api {
namespace {

/// Documents for each look: a decision takes some microseconds, and there are six for each order.
constexpr std::size_t asked_per_look = 50;

std::expected<PlanAsked, Problem> read_asked(const http::Request& request) {
    thread_local json::Document document;
    PlanAsked asked;
    const auto body = document.parse(request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    if (auto done = json::decode(*body, asked); !done) return std::unexpected(bad_json(done.error()));
    if (!asked.orders.empty() && !asked.invoices.empty())
        return std::unexpected(bad_json({"/invoices", "name orders or invoices, not both", 0}));
    if (asked.invoices.empty() && (asked.orders.empty() || asked.orders.size() > plan_orders_max))
        return std::unexpected(bad_json({"/orders", "name 1 to 1,000 orders", 0}));
    if (asked.invoices.size() > plan_orders_max)
        return std::unexpected(bad_json({"/invoices", "name 1 to 1,000 invoices", 0}));
    return asked;
}

/// INV-12 as its id; none for anything else.
InvoiceId invoice_in(std::string_view code) {
    if (code.starts_with("INV-")) code.remove_prefix(4);
    InvoiceId id;
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), id.value);
    return error == std::errc{} && end == code.data() + code.size() ? id : InvoiceId{};
}

/// One request, look by look. It is gone with its answer.
class Planning : public std::enable_shared_from_this<Planning> {
public:
    Planning(Service& service, http::ExchangePtr exchange, PlanAsked asked)
        : service_{service},
          exchange_{std::move(exchange)},
          asked_{std::move(asked)},
          of_invoices_{!asked_.invoices.empty()},
          reach_{reach_of(service, exchange_, of_invoices_ ? "invoices" : "orders")},
          caller_{service.door.caller(exchange_->request())} {}

    void go() {
        if (!caller_) return respond(exchange_, make_problem(401, "not_signed_in", "Who are you?"));
        if (reach_.refusal) return respond(exchange_, *reach_.refusal);
        service_.loop.look([self = shared_from_this()](const engine::State& state) { self->look(state); },
                           [self = shared_from_this()](std::optional<loop::Fault> fault) {
                               if (fault) return respond(self->exchange_, closed(*fault));
                               if (self->next_ < self->names().size()) return self->go();
                               self->service_.clerks.give(
                                   [self] { respond_with(self->exchange_, self->plan_); });
                           });
    }

private:
    const std::vector<std::string>& names() const { return of_invoices_ ? asked_.invoices : asked_.orders; }

    void look(const engine::State& state) {
        plan_.position = state.flow.position;
        for (std::size_t seen = 0; next_ < names().size() && seen < asked_per_look; ++seen, ++next_)
            if (of_invoices_) add_invoice(state, names()[next_]);
            else add_order(state, names()[next_]);
    }

    void add_order(const engine::State& state, const std::string& number) {
        const auto* order = state.ledger.find(state.ledger.find_number(number));
        const bool shown = order && covers(reach_, state, *order);
        if (shown) return add({.order = number}, acts_of(state, *order, &*caller_));
        plan_.items.push_back(
            {number, {}, {}, false, "there is no such order, or it is archived", "order_unknown", {}});
    }

    void add_invoice(const engine::State& state, const std::string& code) {
        const auto id = invoice_in(code);
        const auto* invoice = state.billing.invoices.find(id);
        const bool shown = invoice && covers(reach_, state, *invoice);
        if (shown)
            return add({.order = number_of(state, invoice->order), .invoice = code},
                       acts_of(state, id, *caller_));
        plan_.items.push_back({{}, code, {}, false, "there is no such invoice", "invoice_unknown", {}});
    }

    /// The acts that are the command; `about` says of what they are.
    void add(const Planned& about, std::vector<Act> acts) {
        const auto before = plan_.items.size();
        for (auto& act : acts) {
            if (act.command != asked_.command) continue;
            plan_.items.push_back({about.order, about.invoice, std::move(act.title), act.allowed,
                                   std::move(act.reason), std::move(act.code), std::move(act.body)});
        }
        if (plan_.items.size() > before) return;
        plan_.items.push_back(about);
        plan_.items.back().reason = "it has nothing that this could be done with";
        plan_.items.back().code = "not_offered";
    }

    Service& service_;
    http::ExchangePtr exchange_;
    PlanAsked asked_;
    bool of_invoices_;
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
