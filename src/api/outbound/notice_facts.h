/// What a notice says: the values of its template, read from the state when the event is behind us.
#pragma once

#include "api/outbound/notice_template.h"
#include "engine/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

/// An event that somebody is told of, with the ids in it.
struct NoticeCause {
    const NoticeKind* kind{};
    std::string event_id; ///< "120.3"
    OrderId order;
    ShipmentId shipment;
    InvoiceId invoice;
    CaseId case_id;
    std::string person;
};

struct NoticeFacts {
    std::string order, customer; ///< number and code
    std::vector<std::string>
        told;       ///< keys of receivers: a customer's code, "role.credit_control", "person.dana"
    std::string id; ///< what makes two notices the same one
    NoticeValues values;
};

/// An event of the feed; kind none: nobody is told.
NoticeCause notice_cause(json::Value event);
/// On the engine thread. Nobody is told when `told` is empty: a transfer, an order that is archived.
NoticeFacts notice_facts(const engine::State& state, const NoticeCause& cause);

} // namespace truefill::api
