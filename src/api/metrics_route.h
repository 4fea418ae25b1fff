/// GET /metrics.
#pragma once

#include "api/service.h"

namespace truefill::api {

void get_metrics(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
