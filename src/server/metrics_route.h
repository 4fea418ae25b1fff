/// GET /metrics.
#pragma once

#include "server/service.h"

namespace truefill::server {

void get_metrics(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::server
