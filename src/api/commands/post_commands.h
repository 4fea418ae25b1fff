/// POST /v1/commands with application/x-ndjson: many commands in one request.
///
///     {"command":"orders.place_order","message_id":"m-1","event_time":"...","body":{...}}
///
/// Each line is a message of its own: what is wrong with one says nothing about the others. They are taken in
/// their order, and answered in their order when the last one is durable: one line for each, either
/// {"line":1,"outcome":"committed","position":7} or {"line":1,"problem":{...}}. A request that broke off is
/// simply sent again.
#pragma once

#include "api/service.h"

namespace truefill::api {

void post_commands(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
