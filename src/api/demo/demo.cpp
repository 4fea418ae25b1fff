#include "api/demo/demo.h"

#include "api/demo/score.h"
#include "api/demo/tour.h"
#include "api/query.h"
#include "api/service.h"

#include <memory>
#include <utility>

namespace truefill::api {
namespace {

constexpr std::int64_t speed_max = 7'200;

/// The desk, or 404.
DemoDesk* desk_of(Service& service, const http::ExchangePtr& exchange) {
    if (!service.demo) respond(exchange, make_problem(404, "not_a_demo", "This server plays no demo"));
    return service.demo;
}

std::expected<DemoChange, Problem> change_in(const http::Request& request) {
    json::Document document;
    DemoChange change;
    const auto body = document.parse(request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    if (auto done = json::decode(*body, change); !done) return std::unexpected(bad_json(done.error()));
    if (change.speed && (*change.speed < 1 || *change.speed > speed_max))
        return std::unexpected(bad_json({"/speed", "it is a number from 1 to 7200", 0}));
    return change;
}

} // namespace

Time DemoDesk::keep_done(const std::string& step, Time at) {
    const std::scoped_lock lock{mutex_};
    return done_.try_emplace(step, at).first->second;
}

Time DemoDesk::done_at(const std::string& step) {
    const std::scoped_lock lock{mutex_};
    const auto found = done_.find(step);
    return found == done_.end() ? Time{} : found->second;
}

void get_demo(Service& service, const http::ExchangePtr& exchange) {
    if (auto* desk = desk_of(service, exchange)) respond_with(exchange, desk->status());
}

void post_demo(Service& service, const http::ExchangePtr& exchange) {
    auto* desk = desk_of(service, exchange);
    if (!desk) return;
    const auto change = change_in(exchange->request());
    if (!change) return respond(exchange, change.error());
    desk->change(*change);
    respond_with(exchange, desk->status());
}

void get_tour(Service& service, const http::ExchangePtr& exchange) {
    auto* desk = desk_of(service, exchange);
    if (!desk) return;
    read(service, exchange, [desk](const engine::State& state) -> std::expected<Tour, Problem> {
        return tour_of(state, *desk);
    });
}

void get_score(Service& service, const http::ExchangePtr& exchange) {
    auto* desk = desk_of(service, exchange);
    if (!desk) return;
    read(service, exchange, [desk](const engine::State& state) -> std::expected<Score, Problem> {
        return score_of(state, *desk);
    });
}

} // namespace truefill::api
