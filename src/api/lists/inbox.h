/// GET /v1/inbox: all that waits for a person, as one list with one order: open cases, and what somebody has
/// to approve. GET /v1/inbox/{code}: one of them, with what may be done about it.
///
///     CASE-12  case    an open case
///     CNT-3    count   a count that waits for its approval, or for another counter
///     HOLD-7   hold    a hold in force; one that an open case of its order is about stands with its case
///     RMA-4    return  goods that came back and wait for their inspection; the same
///
/// Filters: those of /v1/cases (but status), and kind; assignee=- is what nobody has. What only cases have
/// (family, carrier, incident) leaves the others out. sort: due (gravest first, then by deadline; when
/// nothing is asked), sla (by deadline), value (at risk, the most first; amounts as they are, whatever the
/// currency), newest. Who may not read a kind sees none of it. format=csv gives the whole list as a file.
#pragma once

#include "api/list_of.h"
#include "api/rows.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct WorkRow {
    static constexpr auto required = std::to_array<std::string_view>(
        {"code", "kind", "category", "sentence", "owner", "status", "overdue"});
    static constexpr auto not_in_lists = std::to_array<std::string_view>({"acts", "order_why", "position"});
    std::string code;
    std::string kind; ///< case, count, hold, return
    std::string category, sentence, action;
    cases::Status status{};
    std::uint32_t severity{}; ///< 1 is the gravest
    cases::Role owner{};
    std::string assignee;
    std::string asked_by; ///< who counted; names, separated by commas
    Time opened_at, due;
    bool overdue{};
    std::uint32_t times{};
    Money value; ///< at risk
    std::string order, customer, item, site, incident;
    LineNumber line{};
    Quantity quantity{};
    std::vector<api::Act> acts; ///< only of one by itself, like the next two
    std::string order_why;      ///< why its order is where it is
    Position position{};
};
TF_DESCRIBE(api::WorkRow, (code, kind, category, sentence, action, status, severity, owner, assignee,
                           asked_by, opened_at, due, overdue, times, value, order, customer, item, site,
                           incident, line, quantity, acts, order_why, position))

using WorkList = ListOf<api::WorkRow>;
TF_DESCRIBE(WorkList, (items, next_cursor, total, more, position))

void get_inbox(api::Service& service, const http::ExchangePtr& exchange);
void get_work(api::Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
