#include "sim/stories/phrases.h"

#include <fmt/format.h>

namespace truefill::stories {
namespace {

std::string money(Amount amount) {
    std::string text;
    append_amount(text, amount);
    return text;
}

/// Where a document stands, as a word; empty when there is none.
std::string status_of(Scene& scene, const Words& words) {
    const auto& state = scene.state();
    const auto text = words.text("DOC");
    const auto kind = text.substr(0, text.find('-'));
    const auto id = words.number("DOC");
    const auto word = [](const auto* document) {
        return document ? std::string{name_of(document->status)} : std::string{};
    };
    if (kind == "SH") return word(state.shipping.shipments.find(ShipmentId{id}));
    if (kind == "INV") return word(state.billing.invoices.find(InvoiceId{id}));
    if (kind == "CM") return word(state.billing.credits.find(CreditId{id}));
    if (kind == "RMA") return word(state.returns.returns.find(ReturnId{id}));
    if (kind == "CASE") return word(state.cases.cases.find(CaseId{id}));
    if (kind == "CC") {
        const auto* count = state.inventory.counts.find(CountId{id});
        return count ? std::string{name_of(count->state)} : std::string{};
    }
    if (kind == "HU") return state.warehouse.handling_units.find(HandlingUnitId{id}) ? "packed" : "";
    if (kind == "R" && state.warehouse.releases.find(ReleaseId{id}))
        return std::string{name_of(warehouse::stage_of(state.facts(), state.warehouse, ReleaseId{id}))};
    return {};
}
void document_is(Scene& scene, const Words& words) {
    const auto is = status_of(scene, words);
    if (is != words.text("status"))
        scene.fail(fmt::format("{} is {}", words.text("DOC"), is.empty() ? "not there" : is));
}
void no_document(Scene& scene, const Words& words) {
    if (const auto is = status_of(scene, words); !is.empty())
        scene.fail(fmt::format("{} is {}", words.text("DOC"), is));
}

void release_sends(Scene& scene, const Words& words) {
    const ReleaseId id{words.number("R")};
    const auto* order = order_of_release(scene, id);
    if (!order) return;
    const auto& state = scene.state();
    const auto& release = state.warehouse.releases.at(id);
    std::string is;
    for (const auto& line : release.lines) {
        is += fmt::format("{}{} {}", is.empty() ? "" : ", ", line.quantity,
                          state.master.item(order->line(line.line)->item).code);
        if (line.lot) is += " of lot " + state.master.lot(line.lot).code;
    }
    is = fmt::format("{} for {} to {}", is, order->number, state.master.site(release.site).code);
    if (is != words.text("parts")) scene.fail(fmt::format("R-{} sends {}", id.value, is));
}

void stands_with(Scene& scene, const Words& words) {
    const auto* shipment = scene.state().shipping.shipments.find(ShipmentId{words.number("SH")});
    if (!shipment) return scene.fail("there is no " + words.text("SH"));
    const auto carrier =
        shipment->carrier ? scene.state().master.carrier(shipment->carrier).code : std::string{"nobody"};
    if (carrier != (words.has("CARRIER") ? words.text("CARRIER") : "nobody"))
        scene.fail(words.text("SH") + " stands with " + carrier);
}

void comes_to(Scene& scene, const Words& words) {
    const auto& state = scene.state();
    Money is;
    if (words.has("INV")) {
        const auto* invoice = state.billing.invoices.find(InvoiceId{words.number("INV")});
        if (!invoice) return scene.fail("there is no " + words.text("INV"));
        is = invoice->total();
    } else {
        const auto* credit = state.billing.credits.find(CreditId{words.number("CM")});
        if (!credit) return scene.fail("there is no " + words.text("CM"));
        is = {credit->net + credit->tax, credit->currency};
    }
    if (is.amount != words.amount("amount") || is.currency != words.currency("EUR"))
        scene.fail(fmt::format("{}{} comes to {} {}", words.text("INV"), words.text("CM"), money(is.amount),
                               is.currency.text()));
}

void holds_of(Scene& scene, const Words& words) {
    const auto* order = scene.order(words.text("ORDER"));
    if (!order) return;
    std::string blocked;
    for (const auto& line : order->lines)
        if (const auto* hold = scene.state().ledger.blocking(ledger::Trigger::release, *order, line, nullptr))
            blocked = hold->reason;
    if (words.has("reason") && blocked.find(words.text("reason")) == std::string::npos)
        scene.fail(fmt::format("{} is {}", order->number,
                               blocked.empty() ? "not on hold" : "on hold for " + blocked));
    if (!words.has("reason") && !blocked.empty())
        scene.fail(fmt::format("{} is on hold for {}", order->number, blocked));
}

constexpr Phrase phrases[] = {
    {Kind::holds, "<R> sends <parts...>", release_sends},
    {Kind::holds, "<SH> stands with <CARRIER>", stands_with},
    {Kind::holds, "<SH> stands with nobody", stands_with},
    {Kind::holds, "<INV> comes to <amount> <EUR>", comes_to},
    {Kind::holds, "<CM> comes to <amount> <EUR>", comes_to},
    {Kind::holds, "<DOC> is <status>", document_is},
    {Kind::holds, "there is no <DOC>", no_document},
    {Kind::holds, "<ORDER> is on hold for <reason>", holds_of},
    {Kind::holds, "<ORDER> is not on hold", holds_of},
};

} // namespace

std::span<const Phrase> check_document_phrases() { return phrases; }

} // namespace truefill::stories
