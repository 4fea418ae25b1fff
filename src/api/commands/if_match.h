/// If-Match on a command about one order or one case: it is taken only when nothing has happened to that
/// since its reader saw it. The value is the ETag that GET /v1/orders/{number} or /v1/cases/{id} answered: a
/// position of the journal. Newer records about it make it 412 `changed_since`, with the position of the last
/// of them as ETag.
///
/// It is exact. First the lists are waited for until they have seen all that was answered to anybody before
/// the command came in (milliseconds), and the last record is looked up there. Then the command goes to the
/// engine with a hash of what stood at that look (standing.h), and the engine compares once more in the turn
/// in which it takes the command: whatever came between makes it 412 too. Of two writers who saw the same,
/// one wins.
///
/// A retry of a command that was taken is not asked again: it gets its first answer. Whoever may not write
/// the order or case is refused as without If-Match. Whoever may write and not read it gets the 412 without a
/// position.
#pragma once

#include "api/service.h"

#include <expected>
#include <string>

namespace truefill::api {

/// `"17"`, `W/"17"` or `*`, which is 0: any state. 400 for anything else.
std::expected<Position, Problem> position_of_match(std::string_view value);

/// Sends the command of the request, one with If-Match only when it matches; else answers 412, or 400 when
/// the command names neither an order nor a case.
void post_command_when_it_matches(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
