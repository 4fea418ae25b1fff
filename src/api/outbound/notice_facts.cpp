#include "api/outbound/notice_facts.h"

#include "api/rows.h"
#include "api/say.h"
#include "api/work_orders.h"

#include <utility>

namespace truefill::api {
namespace {

using engine::State;

template <class Id> Id id_in(json::Value body, std::string_view name) {
    return Id{static_cast<decltype(Id::value)>(body.find(name).as_uint().value_or(0))};
}

void append_line(std::string& out, Quantity quantity, std::string_view item, std::string_view description) {
    if (!out.empty()) out += '\n';
    out += std::to_string(quantity) + " x " + std::string{item};
    if (!description.empty()) out += ' ' + std::string{description};
}

/// Units that no stock covers; of an order that was just accepted: all of them.
bool is_missing(ledger::Pipeline pipeline) {
    return pipeline == ledger::Pipeline::open || pipeline == ledger::Pipeline::promised ||
           pipeline == ledger::Pipeline::backordered;
}

std::string lines_of(const State& state, const ledger::Order& order, bool only_missing) {
    std::string out;
    for (const auto& line : order.lines) {
        Quantity quantity = line.demanded;
        if (only_missing) {
            quantity = 0;
            order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
                if (is_missing(parcel.pipeline)) quantity += parcel.quantity;
            });
        }
        if (quantity == 0) continue;
        const auto& item = state.master.item(line.item);
        append_line(out, quantity, item.code, item.description);
    }
    return out;
}

/// False: there is nobody to tell.
bool add_customer(NoticeFacts& facts, const State& state, OrderId id) {
    const auto* order = state.ledger.find(id);
    if (!order || !order->customer) return false;
    const auto& customer = state.master.customer(order->customer);
    facts.order = order->number;
    facts.customer = customer.code;
    facts.values["order.number"] = order->number;
    facts.values["customer.code"] = customer.code;
    facts.values["customer.name"] = customer.name;
    facts.values["order.address"] = customer.address;
    if (const auto* document = state.orders.documents.find(id)) {
        facts.values["order.purchase_order"] = document->purchase_order;
        if (!document->address.empty()) facts.values["order.address"] = document->address;
    }
    return true;
}

void add_order(NoticeFacts& facts, const State& state, const NoticeCause& cause) {
    const bool missing = cause.kind->event == NoticeEvent::backordered;
    const auto* order = state.ledger.find(cause.order);
    auto lines = lines_of(state, *order, missing);
    if (lines.empty()) return facts.told.clear();
    facts.values["order.lines"] = std::move(lines);
    Date requested;
    for (const auto& line : order->lines)
        if (line.requested) requested = line.requested;
    if (requested) facts.values["order.requested"] = say(requested);
    // Once an order: it is asked for stock again and again.
    if (missing) facts.id = std::string{cause.kind->name} + '/' + order->number;
}

void add_shipment(NoticeFacts& facts, const State& state, const NoticeCause& cause) {
    const auto* shipment = state.shipping.shipments.find(cause.shipment);
    if (!shipment) return facts.told.clear();
    engine::Job job;
    job.kind = engine::JobKind::send_asn;
    job.subject = cause.shipment.value;
    const auto work = work_order_of(state, job).shipment;
    const auto row = row_of(state, cause.shipment, *shipment);
    std::string lines;
    if (work)
        for (const auto& line : work->lines) append_line(lines, line.quantity, line.item, line.description);
    auto& values = facts.values;
    values["shipment.number"] = row.code;
    values["shipment.carrier"] = row.carrier;
    values["shipment.tracking"] = row.tracking;
    values["shipment.site"] = row.site;
    values["shipment.lines"] = std::move(lines);
    if (row.issued_at) values["shipment.issued_at"] = say(row.issued_at);
    if (row.delivered_at) values["shipment.delivered_at"] = say(row.delivered_at);
}

void add_invoice(NoticeFacts& facts, const State& state, const NoticeCause& cause) {
    const auto* invoice = state.billing.invoices.find(cause.invoice);
    if (!invoice) return facts.told.clear();
    const auto row = row_of(state, cause.invoice, *invoice);
    auto& values = facts.values;
    values["invoice.number"] = row.number;
    values["invoice.total"] = say(row.total);
    values["invoice.net"] = say(row.net);
    values["invoice.tax"] = say(row.tax);
    if (row.due) values["invoice.due"] = say(row.due);
}

void add_case(NoticeFacts& facts, const State& state, const NoticeCause& cause) {
    const auto* one = state.cases.cases.find(cause.case_id);
    if (!one) return;
    const auto row = row_of(state, cause.case_id, *one);
    static_cast<void>(add_customer(facts, state, one->order));
    facts.order = row.order;
    auto& values = facts.values;
    values["order.number"] = row.order;
    values["case.number"] = row.code;
    values["case.category"] = words(row.category);
    values["case.sentence"] = row.sentence;
    values["case.action"] = row.action;
    values["case.owner"] = words(name_of(row.owner));
    values["case.person"] = row.assignee;
    if (row.due) values["case.due"] = say(row.due);
    if (row.value.currency != Currency{}) values["case.value"] = say(row.value);
    const bool grave = cause.kind->event == NoticeEvent::case_escalated;
    const auto& person = cause.person.empty() ? row.assignee : cause.person;
    if (!person.empty()) facts.told.push_back("person." + person);
    if (person.empty() || grave) facts.told.push_back("role." + std::string{name_of(row.owner)});
}

} // namespace

NoticeCause notice_cause(json::Value event) {
    NoticeCause cause;
    const auto body = event.find("data");
    cause.kind = notice_kind_of(event.find("type").as_string().value_or(""));
    if (!cause.kind) return cause;
    if (cause.kind->event == NoticeEvent::backordered && body.find("fully").as_bool().value_or(false)) {
        cause.kind = nullptr;
        return cause;
    }
    cause.event_id = event.find("id").as_string().value_or("");
    cause.order = id_in<OrderId>(body, "order");
    cause.shipment = id_in<ShipmentId>(body, "shipment");
    cause.invoice = id_in<InvoiceId>(body, "invoice");
    cause.case_id = id_in<CaseId>(body, "case_id");
    cause.person = body.find("person").as_string().value_or("");
    return cause;
}

NoticeFacts notice_facts(const State& state, const NoticeCause& cause) {
    NoticeFacts facts;
    facts.id = std::string{cause.kind->name} + '/' + cause.event_id;
    if (!cause.kind->to_customer) {
        add_case(facts, state, cause);
        return facts;
    }
    if (!add_customer(facts, state, cause.order)) return facts;
    // The number, too: after a restored backup a place in the journal may be that of another event.
    facts.id += '/' + facts.order;
    facts.told.push_back(facts.customer);
    switch (cause.kind->event) {
    case NoticeEvent::order_accepted:
    case NoticeEvent::backordered: add_order(facts, state, cause); break;
    case NoticeEvent::shipped:
    case NoticeEvent::delivered: add_shipment(facts, state, cause); break;
    case NoticeEvent::invoice: add_invoice(facts, state, cause); break;
    default: break;
    }
    return facts;
}

} // namespace truefill::api
