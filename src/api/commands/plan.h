/// POST /v1/plan: what a command would do to many orders or invoices, before anything is sent. For each the
/// answer of the very decision that would take the command (acts.h): allowed, or the reason why not; and the
/// body of the command as far as it is known. Nothing changes.
///
///     {"command":"orders.place_hold","orders":["SO-1","SO-2"]}
///     {"command":"billing.void_invoice","invoices":["INV-1","INV-2"]}
///
/// What may be done twice with one order, as lifting two holds, comes twice. The same commands then go to
/// POST /v1/commands, one on each line.
#pragma once

#include "api/acts.h"
#include "api/service.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

inline constexpr std::size_t plan_orders_max = 1'000;

struct PlanAsked {
    static constexpr auto required = std::to_array<std::string_view>({"command"});
    std::string command;
    std::vector<std::string> orders;   ///< numbers, 1,000 at most
    std::vector<std::string> invoices; ///< codes, 1,000 at most; instead of orders
};
TF_DESCRIBE(PlanAsked, (command, orders, invoices))

struct Planned {
    static constexpr auto required = std::to_array<std::string_view>({"order", "title", "allowed"});
    std::string order;   ///< number; of an invoice the one that it bills, when it is known
    std::string invoice; ///< code, when invoices were asked about
    std::string title;   ///< of the act, as on the page of the order or invoice
    bool allowed{};
    std::string reason; ///< why not, as a sentence
    std::string code;   ///< the refusal's; `not_offered`: the page has no such act
    std::string body;   ///< JSON of the command as far as it is known
};
TF_DESCRIBE(Planned, (order, invoice, title, allowed, reason, code, body))

struct Plan {
    static constexpr auto required = std::to_array<std::string_view>({"items", "position"});
    std::vector<Planned> items; ///< in the order of what was asked
    Position position{};
};
TF_DESCRIBE(Plan, (items, position))

void post_plan(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
