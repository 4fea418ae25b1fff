#include "api/service.h"

namespace truefill::api {

void respond(const http::ExchangePtr& exchange, http::Response response) {
    response.headers.emplace_back("Cache-Control", "no-store");
    exchange->reply(std::move(response));
}

void respond(const http::ExchangePtr& exchange, Problem problem) {
    respond(exchange, response_of(std::move(problem), exchange->request()));
}

} // namespace truefill::api
