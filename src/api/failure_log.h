/// A line in the log for each request that the server could not answer as it should: an answer with status
/// 500, a handler that threw, an exchange that was dropped. With the trace, so that whoever asked finds it.
/// Other answers from 501 on (503 busy, 507 disk full) come in thousands when they come: one line a second
/// tells of them, with how many there were.
#pragma once

#include "http/exchange.h"

namespace truefill::api {

/// The exchange, and what goes wrong with it is told.
http::ExchangePtr logging_failures(http::ExchangePtr exchange);

} // namespace truefill::api
