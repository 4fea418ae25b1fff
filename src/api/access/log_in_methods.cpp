#include "api/access/log_in_methods.h"

namespace truefill::api {

void get_log_in_methods(Service& service, const http::ExchangePtr& exchange) {
    LogInMethods methods{true, {}, service.demo != nullptr, service.door.operator_counts()};
    if (service.oidc != nullptr) methods.providers.push_back({"your company", "/v1/session/oidc"});
    respond_with(exchange, methods);
}

} // namespace truefill::api
