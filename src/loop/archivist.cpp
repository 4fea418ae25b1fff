#include "loop/archivist.h"

#include "engine/follow_ups.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::loop {
namespace {

using engine::JobKind;
using engine::State;

bool has_job(const State& state, JobKind kind, std::uint32_t subject) {
    return subject != 0 && static_cast<bool>(state.flow.jobs.find_open(kind, subject));
}

bool units_rest(const State& state, const ledger::Order& order) {
    bool rest = true;
    order.each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        const bool is_moving = parcel.pipeline < ledger::Pipeline::delivered;
        const bool is_owed =
            parcel.billing == ledger::Billing::billable || parcel.billing == ledger::Billing::credit_due;
        rest = rest && !is_moving && !is_owed &&
               !has_job(state, JobKind::send_release, parcel.release.value) &&
               !has_job(state, JobKind::send_recall, parcel.release.value) &&
               !has_job(state, JobKind::tender, parcel.shipment.value) &&
               !has_job(state, JobKind::send_asn, parcel.shipment.value);
    });
    return rest;
}

/// The last day on which a payment of the order was due; none while money is open.
std::optional<Time> money_rests(const State& state, OrderId id) {
    bool rest = true;
    Time last;
    billing::each_invoice(state.billing, id, [&](InvoiceId, const billing::Invoice& invoice) {
        using billing::InvoiceStatus;
        const bool is_settled =
            invoice.status == InvoiceStatus::voided || (invoice.is_posted() && invoice.open() == Amount{});
        rest = rest && is_settled;
        last = std::max(last, start_of(invoice.due));
        billing::each_credit(state.billing, invoice, [&](CreditId, const billing::Credit& credit) {
            using billing::CreditStatus;
            rest = rest && (credit.status == CreditStatus::posted || credit.status == CreditStatus::rejected);
        });
    });
    return rest ? std::optional{last} : std::nullopt;
}

bool documents_rest(const State& state, OrderId id, const ledger::Order& order) {
    bool rest = !state.flow.waiting_by_key.contains("order:" + order.number);
    returns::each_return(state.returns, id, [&](ReturnId, const returns::Return& one) {
        rest = rest && one.open == 0 && one.inspected == one.received;
    });
    cases::each_case(state.cases, id,
                     [&](CaseId one, const cases::Case&) { rest = rest && !state.cases.open.contains(one); });
    return rest && std::ranges::none_of(state.ledger.holds(), [&](const ledger::Hold& hold) {
               using ledger::HoldScope;
               return (hold.scope == HoldScope::order || hold.scope == HoldScope::line) &&
                      hold.key == id.value;
           });
}

/// Messages name an order by its documents too; the engine's own order_of knows the commonest.
OrderId order_named(const State& state, const engine::Command& command) {
    if (const auto id = engine::order_of(state, command)) return id;
    const auto of_one = [&](const auto& one) {
        OrderId id;
        if constexpr (requires { ReturnId{one.rma}; })
            if (const auto* rma = state.returns.returns.find(one.rma)) id = rma->order;
        if constexpr (requires { CreditId{one.credit}; })
            if (const auto* credit = state.billing.credits.find(one.credit); !id && credit)
                id = credit->order;
        if constexpr (requires { CaseId{one.case_id}; })
            if (const auto* found = state.cases.cases.find(one.case_id); !id && found) id = found->order;
        if constexpr (requires { std::string_view{one.tracking}; })
            if (const auto shipment = shipping::find_shipment(state.shipping, {}, one.tracking);
                !id && shipment)
                id = state.shipping.shipments.at(shipment).order;
        return id;
    };
    return visit([&](const auto& of_module) { return visit(of_one, of_module); }, command);
}

} // namespace

std::optional<Time> at_rest_since(const State& state, OrderId id) {
    const auto* order = state.ledger.find(id);
    const auto* document = state.orders.documents.find(id);
    if (!order || !document || !document->cancel_pending.empty()) return std::nullopt;
    if (!units_rest(state, *order) || !documents_rest(state, id, *order)) return std::nullopt;
    const auto paid = money_rests(state, id);
    const Time since = paid ? std::max(*paid, document->ordered_at) : Time{};
    return since == Time{} ? std::nullopt : std::optional{since}; // without a date it stays
}

std::optional<engine::Command> Archivist::next(const State& state, Time now, std::size_t most) {
    if (!reader_ || after_ == Duration{}) return std::nullopt;
    const auto& orders = state.ledger.orders();
    const auto count = std::min(orders.issued(), most);
    for (std::size_t looked_at = 0; looked_at < count; ++looked_at) {
        seen_ = OrderId{seen_.value >= orders.issued() ? 1 : seen_.value + 1};
        const auto* document = state.orders.documents.find(seen_);
        if (!document || document->ordered_at + after_ > now) continue;
        const auto since = at_rest_since(state, seen_);
        if (since && *since + after_ <= now)
            return orders::Command{orders::ArchiveOrder{state.ledger.order(seen_).number}};
    }
    return std::nullopt;
}

OrderId Archivist::wanted(const State& state, const engine::Command& command) const {
    if (!reader_ || state.orders.archived.empty()) return {};
    if (const auto* of_orders = get_if<orders::Command>(&command))
        if (holds<orders::RecallOrder>(*of_orders)) return {};
    const auto id = order_named(state, command);
    return state.orders.archived.contains(id) ? id : OrderId{};
}

std::expected<engine::Command, std::string> Archivist::recall(const State& state, OrderId id) {
    const Position at = state.orders.archived.at(id).position;
    const auto failed = [&](std::string_view why) {
        return std::unexpected(
            fmt::format("The order that record {} archived cannot be brought back: {}", at, why));
    };
    if (const auto read = reader_->read(at, 1, batch_); !read) return failed(read.error().sentence);
    if (batch_.size() == 0) return failed("the record is not there.");
    const auto record = document_.parse(batch_.record(0));
    if (!record) return failed("the record is not JSON.");
    for (const auto step : record->find("steps").elements()) {
        for (const auto stored : step.find("events").elements()) {
            if (stored.find("event").as_string() != orders::OrderArchived::name) continue;
            auto event = engine::decode_event(orders::OrderArchived::name, stored.find("body"));
            if (!event) return failed(event.error().detail);
            auto& archived = get<orders::OrderArchived>(get<orders::Event>(*event));
            if (archived.order != id) continue;
            auto number = archived.account.number;
            return orders::Command{orders::RecallOrder{std::move(number), std::move(archived.account)}};
        }
    }
    return failed("the record archives another order.");
}

} // namespace truefill::loop
