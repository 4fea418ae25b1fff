/// Documents as rows: what lists and pages show. Ids for commands, codes for people; nothing is computed in a
/// browser. Each function reads the state on the engine thread and copies.
#pragma once

#include "api/acts.h"
#include "engine/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

/// Some units of a release, shipment, invoice or return.
struct LineUnits {
    static constexpr auto required = std::to_array<std::string_view>({"line", "quantity"});
    LineNumber line{};
    std::string item;
    Quantity quantity{};
};
TF_DESCRIBE(LineUnits, (line, item, quantity))

struct ReleaseRow {
    static constexpr auto required = std::to_array<std::string_view>({"id", "code", "site", "stage"});
    ReleaseId id;
    std::string code, order, site;
    warehouse::Stage stage{};
    Time sent_at, acknowledged_at, due;
    bool overdue{};
    Quantity asked_back{}; ///< the site was asked to stop, and has not answered
    std::vector<LineUnits> lines;
};
TF_DESCRIBE(ReleaseRow,
            (id, code, order, site, stage, sent_at, acknowledged_at, due, overdue, asked_back, lines))

struct ShipmentRow {
    static constexpr auto required = std::to_array<std::string_view>({"id", "code", "site", "status"});
    ShipmentId id;
    std::string code, order, release, site, carrier;
    shipping::ShipmentStatus status{};
    std::string tracking;
    std::int64_t weight_grams{};
    Time issued_at, delivered_at, due;
    bool overdue{};
    std::string last_word;
    Time last_word_at;
};
TF_DESCRIBE(ShipmentRow, (id, code, order, release, site, carrier, status, tracking, weight_grams, issued_at,
                          delivered_at, due, overdue, last_word, last_word_at))

struct InvoiceRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"id", "code", "customer", "status", "total"});
    InvoiceId id;
    std::string code, number, order, customer, shipment;
    billing::InvoiceStatus status{};
    Money total, net, tax, paid, credited, open;
    Date due;      ///< to be paid
    Time check_at; ///< to be posted by then
};
TF_DESCRIBE(InvoiceRow, (id, code, number, order, customer, shipment, status, total, net, tax, paid, credited,
                         open, due, check_at))

struct CreditRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"id", "code", "invoice", "kind", "status", "total"});
    CreditId id;
    std::string code, number, order, invoice;
    billing::CreditKind kind{};
    billing::CreditStatus status{};
    Money total;
    std::string reason;
};
TF_DESCRIBE(CreditRow, (id, code, number, order, invoice, kind, status, total, reason))

struct ReturnRow {
    static constexpr auto required = std::to_array<std::string_view>({"id", "code", "item", "status"});
    ReturnId id;
    std::string code, order, item;
    LineNumber line{};
    returns::Status status{};
    Quantity authorized{}, open{}, received{}, inspected{};
    Time expires_at, inspect_by;
    std::string reason;
};
TF_DESCRIBE(ReturnRow, (id, code, order, item, line, status, authorized, open, received, inspected,
                        expires_at, inspect_by, reason))

struct CaseRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"id", "code", "category", "sentence", "owner", "status", "overdue"});
    static constexpr auto not_in_lists = std::to_array<std::string_view>({"acts", "order_why", "position"});
    CaseId id;
    std::string code, category, sentence, action;
    cases::Status status{};
    std::uint32_t severity{};
    cases::Role owner{};
    std::string assignee;
    Time opened_at, last_at, due;
    bool overdue{};
    std::uint32_t times{};
    Money value; ///< at risk
    std::string order, item, site, destination, incident;
    LineNumber line{};
    Quantity quantity{};
    std::string resolution;
    Time resolved_at;
    std::vector<Act> acts; ///< only of a case by itself, like the next two
    std::string order_why; ///< why its order is where it is
    Position position{};
};
TF_DESCRIBE(CaseRow, (id, code, category, sentence, action, status, severity, owner, assignee, opened_at,
                      last_at, due, overdue, times, value, order, item, site, destination, incident, line,
                      quantity, resolution, resolved_at, acts, order_why, position))

struct HoldRow {
    static constexpr auto required = std::to_array<std::string_view>({"id", "scope", "reason", "blocks"});
    HoldId id;
    ledger::HoldScope scope{};
    LineNumber line{};
    std::string site, reason;
    std::vector<ledger::Trigger> blocks;
    Time placed_at, expires_at;
};
TF_DESCRIBE(HoldRow, (id, scope, line, site, reason, blocks, placed_at, expires_at))

ReleaseRow row_of(const engine::State& state, ReleaseId id, const warehouse::Release& release);
ShipmentRow row_of(const engine::State& state, ShipmentId id, const shipping::Shipment& shipment);
InvoiceRow row_of(const engine::State& state, InvoiceId id, const billing::Invoice& invoice);
CreditRow row_of(const engine::State& state, CreditId id, const billing::Credit& credit);
ReturnRow row_of(const engine::State& state, ReturnId id, const returns::Return& rma);
CaseRow row_of(const engine::State& state, CaseId id, const cases::Case& one);
HoldRow row_of(const engine::State& state, const ledger::Hold& hold);

/// Holds that touch an order: its own, its lines', its customer's, its items', lots' and sites'.
std::vector<const ledger::Hold*> holds_of(const engine::State& state, const ledger::Order& order);

/// The number of an order, also of an archived one when it can be known; "order 12" else.
std::string number_of(const engine::State& state, OrderId id);
/// "R-12"; empty for none.
template <class Id> std::string coded(std::string_view prefix, Id id) {
    return id ? std::string{prefix} + std::to_string(id.value) : std::string{};
}
std::string site_code(const engine::State& state, SiteId id);
/// Empty for none.
std::string item_code(const engine::State& state, ItemId id);
/// Its deadline has passed while its clock runs, or it was told so already.
bool is_overdue(const engine::State& state, const cases::Case& one);

} // namespace truefill::api
