#include "api/invoice_acts.h"

#include "api/scope.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace truefill::api {
namespace {

using billing::InvoiceStatus;

/// The decisions themselves say what may be done now, and the table of roles whether this caller may do it.
class BillingActs {
public:
    BillingActs(const engine::State& state, const Caller& caller, InvoiceId id)
        : state_{state}, caller_{caller}, known_{fmt::format("\"invoice\":{}", id.value)} {
        message_.envelope.source = caller.source;
        message_.envelope.actor = caller.name;
        message_.envelope.record_time = state.flow.now;
        message_.envelope.event_time = state.flow.now;
        message_.envelope.position = state.flow.position + 1;
    }
    /// `known`: members, besides the invoice, that the page fills in.
    template <class C> void ask(std::string title, const C& probe, std::string_view known = {}) {
        const billing::Command command{probe};
        message_.command = command;
        const auto decision = engine::decide(state_, command, message_.envelope);
        Act act{std::string{C::name},
                std::move(title),
                decision.has_value(),
                {},
                {},
                fmt::format("{{{}{}}}", known_, known)};
        if (!decision) {
            act.reason = decision.error().sentence;
            act.code = decision.error().code;
        } else if (const auto no = permit_in(state_, {caller_, message_}, state_.flow.now)) {
            act.allowed = false;
            act.reason = no->detail;
            act.code = no->code;
        }
        acts_.push_back(std::move(act));
    }
    std::vector<Act> take() { return std::move(acts_); }

private:
    const engine::State& state_;
    const Caller& caller_;
    std::string known_;
    engine::Message message_;
    std::vector<Act> acts_;
};

} // namespace

std::vector<Act> acts_of(const engine::State& state, InvoiceId id, const Caller& caller) {
    const auto& invoice = state.billing.invoices.at(id);
    BillingActs acts{state, caller, id};
    billing::ConfirmInvoice confirm;
    confirm.invoice = id;
    confirm.number = invoice.number.empty() ? "new" : invoice.number;
    confirm.total = invoice.total();
    if (!invoice.is_posted() && invoice.status != InvoiceStatus::voided)
        acts.ask("Finance has posted it", confirm);
    billing::VoidInvoice take_back;
    take_back.invoice = id;
    take_back.reason = "asked for";
    take_back.approved_by = caller.name;
    acts.ask("Void it", take_back);
    billing::ReverseInvoice reverse;
    reverse.invoice = id;
    reverse.reason = "asked for";
    reverse.approved_by = caller.name;
    reverse.after = billing::AfterReversal::bill_again;
    acts.ask("Reverse it and bill again", reverse, R"(,"after":"bill_again")");
    billing::WriteOff write_off;
    write_off.invoice = id;
    write_off.amount = invoice.open();
    write_off.reason = "asked for";
    write_off.approved_by = caller.name;
    acts.ask("Write off what is open", write_off);
    return acts.take();
}

} // namespace truefill::api
