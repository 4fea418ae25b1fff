#include "api/billing/invoice_page.h"

#include "api/invoice_acts.h"
#include "api/say.h"
#include "api/scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace truefill::api {
namespace {

using billing::InvoiceStatus;
using ledger::Pipeline;

std::string unit_words(Quantity quantity) {
    return fmt::format("{} unit{}", quantity, quantity == 1 ? "" : "s");
}

MatchLine empty_line(const engine::State& state, const ledger::Order& order, const ledger::Line& line) {
    MatchLine made;
    made.line = line.number;
    made.item = state.master.item(line.item).code;
    made.description = state.master.item(line.item).description;
    made.ordered = line.demanded;
    made.agreed_price = line.unit_price;
    order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.shipment) made.shipped_all += parcel.quantity;
    });
    billing::each_invoice(state.billing, order.id, [&](InvoiceId, const billing::Invoice& one) {
        if (one.status == InvoiceStatus::voided) return;
        for (const auto& billed : one.lines)
            if (billed.line == line.number) made.billed_all += billed.quantity;
    });
    return made;
}

/// Units of the line that left with the shipment, at one price; the price when there is none at it.
struct Left {
    Quantity at_price{}, other_price{};
    Amount agreed;
};
Left left_with(const ledger::Order& order, const ledger::Line& line, ShipmentId shipment, Amount price) {
    Left left;
    order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.shipment != shipment || parcel.pipeline < Pipeline::shipped) return;
        (parcel.unit_price == price ? left.at_price : left.other_price) += parcel.quantity;
        if (parcel.unit_price != price) left.agreed = parcel.unit_price;
    });
    return left;
}

void judge(MatchLine& line, bool price_differs) {
    if (price_differs) {
        line.match = Match::price_differs;
        line.sentence = fmt::format("It left at {} a unit and is billed at {}.", say(line.agreed_price),
                                    say(line.billed_price));
    } else if (line.billed > line.shipped) {
        line.match = Match::over_billed;
        line.sentence = fmt::format("{} billed, but {} left with the shipment.", unit_words(line.billed),
                                    line.shipped == 0 ? "none" : std::to_string(line.shipped));
    } else if (line.billed < line.shipped) {
        line.match = Match::not_billed;
        line.sentence =
            fmt::format("{} left and {} not on this invoice.", unit_words(line.shipped - line.billed),
                        line.shipped - line.billed == 1 ? "is" : "are");
    } else if (line.shipped_all > line.ordered) {
        line.match = Match::over_shipped;
        line.sentence = fmt::format("{} left in all, {} more than the customer wants.",
                                    unit_words(line.shipped_all), line.shipped_all - line.ordered);
    } else {
        line.match = Match::matches;
        line.sentence = line.ordered > line.shipped_all
                            ? fmt::format("Billed as shipped; {} of the order still to come.",
                                          unit_words(line.ordered - line.shipped_all))
                            : "Billed as ordered and shipped.";
    }
}

void add_billed_line(InvoicePage& page, const engine::State& state, const billing::Invoice& invoice,
                     const billing::InvoiceLine& billed) {
    const auto* order = state.ledger.find(invoice.order);
    const auto* account = order ? order->line(billed.line) : nullptr;
    MatchLine line;
    if (account) line = empty_line(state, *order, *account);
    line.line = billed.line;
    line.billed = billed.quantity;
    line.billed_price = billed.unit_price;
    line.amount = billed.amount;
    line.credited =
        billing::credited_of(state.billing, invoice, {billed.line, 0, billed.unit_price}).quantity;
    if (!account) {
        line.match = Match::unknown;
        line.sentence = "The order is archived; the line was billed as it stands here.";
    } else {
        const auto left = left_with(*order, *account, invoice.shipment, billed.unit_price);
        const bool differs = left.at_price == 0 && left.other_price > 0;
        line.shipped = differs ? left.other_price : left.at_price;
        line.agreed_price = differs ? left.agreed : billed.unit_price;
        judge(line, differs);
    }
    page.lines.push_back(std::move(line));
}

/// Lines that left with the shipment and are billable, but stand on none of its invoices.
void add_forgotten_lines(InvoicePage& page, const engine::State& state, const billing::Invoice& invoice) {
    const auto* order = state.ledger.find(invoice.order);
    if (!order) return;
    for (const auto& account : order->lines) {
        const auto same = [&](const MatchLine& line) { return line.line == account.number; };
        if (std::ranges::any_of(page.lines, same)) continue;
        Quantity billable = 0;
        order->each_parcel(account, [&](std::uint32_t, const ledger::Parcel& parcel) {
            if (parcel.shipment == invoice.shipment && parcel.billing == ledger::Billing::billable)
                billable += parcel.quantity;
        });
        if (billable == 0) continue;
        auto line = empty_line(state, *order, account);
        if (line.billed_all >= line.shipped_all) continue; // it stands on another invoice of the shipment
        line.shipped = billable;
        judge(line, false);
        page.lines.push_back(std::move(line));
    }
}

std::string sentence_of(const billing::Invoice& invoice) {
    const Money open{invoice.open(), invoice.currency};
    switch (invoice.status) {
    case InvoiceStatus::pending: return "It is being matched; then finance is asked to post it.";
    case InvoiceStatus::matched:
        return invoice.sent ? fmt::format("Finance was asked to post it, and should have by {}.",
                                          say(invoice.check_at))
                            : "It matches, and waits to be sent to finance.";
    case InvoiceStatus::match_failed:
        if (!invoice.sent)
            return "It is not with finance; the case about it says why. When that is cleared up, void it and "
                   "bill the "
                   "shipment anew.";
        return "Finance has booked it otherwise than we have it. Nothing is posted here until finance "
               "corrects itself, "
               "or it is voided and billed anew.";
    case InvoiceStatus::posted:
        return invoice.due ? fmt::format("Finance has posted it; {} is to be paid by {}.", say(open),
                                         say(invoice.due))
                           : fmt::format("Finance has posted it; {} is to be paid.", say(open));
    case InvoiceStatus::paid: return "It is posted and paid.";
    case InvoiceStatus::voided: return "It was voided; its units can be billed anew.";
    }
    return {};
}

bool is_about_billing(std::string_view category) {
    return category.starts_with("invoice_") || category.starts_with("credit_m") ||
           category.starts_with("credit_u") || category == "payment_overdue" || category == "price_mismatch";
}

} // namespace

InvoicePage page_of(const engine::State& state, InvoiceId id, const billing::Invoice& invoice) {
    InvoicePage page;
    page.invoice = row_of(state, id, invoice);
    if (invoice.customer) {
        const auto& customer = state.master.customer(invoice.customer);
        page.customer = {customer.code, customer.name};
    }
    if (const auto* shipment = state.shipping.shipments.find(invoice.shipment))
        page.shipped_at = shipment->issued_at;
    page.sentence = sentence_of(invoice);
    for (const auto& line : invoice.lines) add_billed_line(page, state, invoice, line);
    add_forgotten_lines(page, state, invoice);
    page.differences =
        static_cast<std::uint32_t>(std::ranges::count_if(page.lines, [](const MatchLine& line) {
            return line.match != Match::matches && line.match != Match::unknown;
        }));
    const auto* order = state.ledger.find(invoice.order);
    for (const auto& charge : invoice.charges) {
        const bool known = order && charge.charge > 0 && charge.charge <= order->charges.size();
        page.charges.push_back({known ? order->charges[charge.charge - 1].kind : "charge", charge.amount});
    }
    billing::each_credit(state.billing, invoice, [&](CreditId credit, const billing::Credit& one) {
        page.credits.push_back(row_of(state, credit, one));
    });
    cases::each_case(state.cases, invoice.order, [&](CaseId one, const cases::Case& found) {
        if (is_about_billing(found.category)) page.cases.push_back(row_of(state, one, found));
    });
    std::ranges::stable_partition(page.cases, [](const CaseRow& one) { return !one.resolved_at; });
    page.position = state.flow.position;
    return page;
}

void get_invoice(Service& service, const http::ExchangePtr& exchange) {
    auto part = exchange->request().part("code");
    if (part.starts_with("INV-")) part.remove_prefix(4);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc{} || end != part.data() + part.size())
        return respond(exchange, not_found("An invoice has a number, as in INV-12"));
    auto caller = service.door.ask(exchange->request());
    if (!caller) return respond(exchange, std::move(caller.error()));
    auto reach = reach_of(service, *caller, "invoices");
    if (reach.refusal) return respond(exchange, std::move(*reach.refusal));
    read(service, exchange,
         [id = InvoiceId{number}, caller = std::move(*caller),
          reach = std::move(reach)](const engine::State& state) -> std::expected<InvoicePage, Problem> {
             const auto* invoice = state.billing.invoices.find(id);
             if (!invoice || !covers(reach, state, *invoice))
                 return std::unexpected(not_found("There is no " + coded("INV-", id)));
             auto page = page_of(state, id, *invoice);
             page.acts = acts_of(state, id, caller);
             return page;
         });
}

} // namespace truefill::api
