/// If-Match on a command about one order: it is sent only when nothing has happened to the order since its
/// reader saw it. The value is the ETag that GET /v1/orders/{number} answered: a position of the journal.
/// Newer records about the order make it 412 `changed_since`, with the position of the last of them as ETag.
///
/// How exact it is: the engine says at which position it is, the lists are waited for until they have seen it
/// (milliseconds), and the order's last record is looked up there. So all that was answered to anybody before
/// the command came in counts. What is on its way at the same moment may still come between the look and the
/// decision: then the command is decided on what it finds, like every command, and its refusals hold. Two
/// people at the same order are kept apart; two machines within the same few milliseconds are not.
///
/// A retry of a command that was taken is not asked again: it gets its first answer. Whoever may not read the
/// order is not told whether it changed: the command itself is answered, and refused as it would be without.
#pragma once

#include "api/service.h"

#include <expected>
#include <string>

namespace truefill::api {

using CommandHandler = void (*)(Service&, const http::ExchangePtr&);

/// `"17"`, `W/"17"` or `*`, which is 0: any state. 400 for anything else.
std::expected<Position, Problem> position_of_match(std::string_view value);

/// Calls the handler, for a request with If-Match only when it matches; else answers 412, or 400 when the
/// command names no order.
void when_it_matches(Service& service, const http::ExchangePtr& exchange, CommandHandler handler);

} // namespace truefill::api
