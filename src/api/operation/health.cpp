#include "api/operation/health.h"

#include <utility>

namespace truefill::api {

void get_health(Service& service, const http::ExchangePtr& exchange) {
    respond_with(exchange, Health{"ok", service.loop.durable(), {}, {}});
}

void get_readiness(Service& service, const http::ExchangePtr& exchange) {
    const auto fault = service.loop.closed();
    if (const auto shut = service.door.closed(); shut && !fault) {
        http::Response response;
        response.status = shut->status;
        json::encode(response.body, Health{"closed", service.loop.durable(), shut->code, shut->detail});
        return respond(exchange, std::move(response));
    }
    if (!fault) return respond_with(exchange, Health{"ready", service.loop.durable(), {}, {}});
    const auto problem = closed(*fault);
    http::Response response;
    response.status = problem.status;
    json::encode(response.body, Health{"closed", service.loop.durable(), problem.code, problem.detail});
    respond(exchange, std::move(response));
}

} // namespace truefill::api
