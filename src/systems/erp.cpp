#include "systems/erp.h"

#include "billing/commands.h"
#include "masterdata/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace truefill::systems {
namespace {

constexpr Ratio tax_rate{7, 40};                 // 17.5 %
constexpr std::string_view number_prefix = "91"; ///< of this day's invoices

Money money_in(json::Value value) {
    Money money;
    if (value) static_cast<void>(json::decode(value, money));
    return money;
}

} // namespace

Erp::Erp(const SystemSetup& setup, const std::atomic<bool>& stop) : System{"erp", setup, stop} {
    auto import = read_documents(setup.data);
    if (!import) throw std::runtime_error{import.error()};
    import_ = std::move(*import);
}

/// Invoices are known as soon as they are taken, for Truefill lists them; credit memos it does not.
bool Erp::take(const Job& job) {
    const auto wanted = job.work.find("credit");
    if (!wanted) return true;
    const auto deed = fmt::format("credit/{}", job.id);
    plan(deed, now() + wait(deed, hours(1), hours(6)),
         [this, id = job.id, credit_id = number_in(wanted, "credit"),
          net = money_in(wanted.find("net"))](Time at) { credit(id, credit_id, net, at); });
    return false;
}

void Erp::look() {
    const auto* key = key_order(import_, from());
    if (key) plan("limit", key->ordered_at - limit_ahead, [this](Time at) { lower_limit(at); });
    look_at_invoices();
    if (now() < next_shipments_) return;
    next_shipments_ = now() + minutes(10);
    look_at_shipments();
    if (from() + partial_after <= now() && !has_misread_) misread_some();
}

void Erp::look_at_invoices() {
    truefill().each("/v1/invoices?status=pending,matched", [&](json::Value row) {
        const Invoice invoice{number_in(row, "id"), text_in(row, "order"), money_in(row.find("net"))};
        const auto deed = fmt::format("post/{}", invoice.id);
        plan(deed, now() + wait(deed, minutes(5), minutes(45)),
             [this, invoice](Time at) { post(invoice, at); });
    });
}

void Erp::post(const Invoice& invoice, Time at) {
    billing::ConfirmInvoice command;
    command.invoice = InvoiceId{static_cast<std::uint32_t>(invoice.id)};
    command.number = fmt::format("{}{:05}", number_prefix, invoice.id);
    command.posted_at = at;
    const auto& net = invoice.net;
    command.tax = times(net.amount, tax_rate, minor_digits(net.currency));
    command.total = {net.amount + *command.tax, net.currency};
    if (from() + billed_after <= at && !has_billed_wrongly())
        if (const auto more = unshipped(invoice.order); more > Amount{}) {
            command.total.amount += more;
            has_billed_wrongly_ = true;
            confess(fault_billed, invoice.order, at);
        }
    truefill().send(letter(fmt::format("post/{}", invoice.id), at, command));
}

/// Before a restart it may have been.
bool Erp::has_billed_wrongly() {
    if (has_billed_wrongly_) return true;
    truefill().each("/v1/invoices?status=match_failed", [&](json::Value row) {
        has_billed_wrongly_ = has_billed_wrongly_ || text_in(row, "number").starts_with(number_prefix);
    });
    return has_billed_wrongly_;
}

void Erp::credit(std::uint64_t job, std::int64_t credit, Money net, Time at) {
    billing::ConfirmCredit command;
    command.credit = CreditId{static_cast<std::uint32_t>(credit)};
    command.number = fmt::format("CL{}", credit);
    command.tax = times(net.amount, tax_rate, minor_digits(net.currency));
    command.total = {net.amount + *command.tax, net.currency};
    truefill().send(letter(fmt::format("credit/{}", credit), at, command));
    complete(job);
}

} // namespace truefill::systems
